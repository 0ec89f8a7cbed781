"""WHAT ONE CAN SEE: one report per file; each returns a plain, frozen Report that any format can draw."""
