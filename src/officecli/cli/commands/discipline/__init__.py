"""The chain of command, the rules, and the record."""
