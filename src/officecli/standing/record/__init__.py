"""What somebody did, and what of it can be taken back."""
