"""What a heading says by its own words, in either language."""
