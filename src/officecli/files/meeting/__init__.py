"""What comes back from a meeting: its sheet, with what was written into it."""
