"""How far a row says its matter is."""
