"""A row becomes the item it is to be."""
