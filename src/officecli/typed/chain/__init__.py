"""What people type of the chain of command: the numbers of decisions and requests."""
