"""The life of an item."""
