"""How far English cells and notes say a matter is."""
