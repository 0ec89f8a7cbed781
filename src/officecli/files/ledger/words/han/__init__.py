"""How far Chinese cells and notes say a matter is."""
