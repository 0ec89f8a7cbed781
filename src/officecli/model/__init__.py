"""WHAT EXISTS: the tables of an office (every one is named in `tables`) and pure functions over them; no I/O.

The tables are declared in SQLModel's words, and nothing here imports it (see `declaring`): no command would wait for it.
"""
