"""Spreadsheets, of each kind of file what its values do not tell."""
