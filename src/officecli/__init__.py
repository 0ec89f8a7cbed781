"""officecli: a duty and task tracker that holds an office to its own discipline."""

__version__ = "0.1.0"
