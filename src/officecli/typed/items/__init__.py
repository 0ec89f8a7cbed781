"""What people type of items: their numbers, their days and amounts, their tags."""
