"""Posts have norms, newcomers a record, difficulties an answer."""
