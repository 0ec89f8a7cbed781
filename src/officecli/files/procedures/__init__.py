"""Procedures as TOML files: read, written, learned from an item, and ready to start from."""
