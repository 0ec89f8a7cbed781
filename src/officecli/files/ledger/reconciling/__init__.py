"""What the rows of a ledger say against what is on record: new, the same, differing, in conflict, gone."""
