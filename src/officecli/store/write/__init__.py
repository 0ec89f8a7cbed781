"""THE ONE WRITER: a transaction that changes rows, appends to the trail, asks the rules, and commits or refuses."""
