"""Minutes without a table."""
