"""What was achieved of targets, and what it scores."""
