"""Who may write a procedure, who leads its items, and what comes round."""
