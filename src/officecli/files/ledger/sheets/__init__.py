"""A ledger's file becomes numbered rows of cells."""
