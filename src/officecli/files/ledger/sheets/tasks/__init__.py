"""Lists of tasks and records that other tools export as something else than a table."""
