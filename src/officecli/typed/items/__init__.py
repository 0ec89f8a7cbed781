"""What people type of items: their numbers, their tags."""
