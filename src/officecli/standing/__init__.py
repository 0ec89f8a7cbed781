"""WHO MAY, AND FOR WHOM: in which role somebody acts. Each function answers with a Standing; only actions sign with it."""
