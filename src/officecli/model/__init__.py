"""WHAT EXISTS: the tables of an office and pure functions over them; no I/O.

`office`, `item` and `record` hold the SQLModel tables. Everything else here imports no sqlmodel, because reads need it too.
"""
