"""How items are handed on, changed and halted."""
