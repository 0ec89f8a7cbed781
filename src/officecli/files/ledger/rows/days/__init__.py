"""The days of a row."""
