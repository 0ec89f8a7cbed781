"""The office as one TOML file: read it, compare it with the store, apply what differs, write it back."""
