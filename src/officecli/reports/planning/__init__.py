"""What fits into whose hours, and what lies ahead."""
