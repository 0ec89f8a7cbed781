"""WHAT EXISTS: the tables of an office (every one is named in `tables`) and pure functions over them; no I/O.

Only the tables and `columns` import sqlmodel: reads need the rest, and would not wait for it.
"""
