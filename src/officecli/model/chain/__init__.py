"""The chain of command as tables: decisions, and requests for instructions."""
