"""Procedures, and how far work went by them."""
