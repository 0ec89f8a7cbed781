"""Who may decide, answer and report back."""
