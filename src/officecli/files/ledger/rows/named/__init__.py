"""Whom a row names."""
