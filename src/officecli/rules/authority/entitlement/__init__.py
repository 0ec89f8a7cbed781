"""A401 in parts: for each subject the entries that record an act on it in a role not entitled, and how to tell whose it was to do."""
