"""What was recorded, taken back or set aside."""
