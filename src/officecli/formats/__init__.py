"""How it looks: every `as_NAME.py` here is the format NAME of the command line, with `write(report, stream, page)`."""
