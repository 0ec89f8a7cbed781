"""WHAT PEOPLE MEAN: typed text becomes a thing of the office, and a thing becomes text again."""
