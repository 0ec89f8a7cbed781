"""TOML as people write it: its text, its lines, and everything wrong with it said at once."""
