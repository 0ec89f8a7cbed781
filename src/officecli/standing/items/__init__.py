"""Who may act on an item, and whose item nobody acts on."""
