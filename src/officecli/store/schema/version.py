"""The version of the tables this program knows, and how the header of a SQLite file says what the file is."""

SCHEMA_VERSION = 8

APPLICATION_ID = int.from_bytes(b"OFCL", "big")
"""Byte 68 of the file, by which `file` and other tools tell a store from any other SQLite database."""

HEADER = {"application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION}
"""Pragmas that are part of the file; PostgreSQL has no such place."""


def stamps(engine: str) -> tuple[str, ...]:
    """The statements that write the header of a store, inside the transaction that lays or upgrades its tables."""
    return tuple(f"PRAGMA {name} = {value}" for name, value in HEADER.items()) if engine == "sqlite" else ()
