"""What was recorded, refused, set aside, and what is wrong."""
