"""The right work, fairly shared."""
