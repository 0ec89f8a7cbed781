"""The office's calendar, day by day."""
