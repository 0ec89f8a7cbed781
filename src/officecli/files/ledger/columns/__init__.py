"""Which column of a ledger is which."""
