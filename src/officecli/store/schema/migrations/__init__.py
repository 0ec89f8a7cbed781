"""One file for each version: the statements that lead to it from the one before. They are never changed afterwards."""
