"""Whether the work is the right work."""
