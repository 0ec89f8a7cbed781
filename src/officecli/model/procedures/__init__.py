"""Procedures as tables, and how far the steps of an item have come."""
