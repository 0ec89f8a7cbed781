"""The command line: language, lazy commands, and errors as exit codes."""
