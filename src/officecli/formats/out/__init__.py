"""Where it goes: the standard output or a file, and what it is drawn on."""
