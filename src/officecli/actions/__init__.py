"""WHAT ONE CAN DO: the verbs of the office. Each changes things through one Acting, which holds the transaction and asks the rules."""
