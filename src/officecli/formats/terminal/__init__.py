"""Lines and windows for people at a terminal."""
