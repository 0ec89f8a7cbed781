"""What this version makes: every table, constraint and index, taken apart. It needs the ORM, so only `verify` asks."""

from __future__ import annotations

from officecli.store.schema import declared, indexes
from officecli.store.schema.parts import Parts, index_parts, table_parts


def tables_made(engine: str) -> dict[str, Parts]:
    """Table → its parts, its indexes among them."""
    made = {}
    for table, (its_own, *its_indexes) in declared.statements(engine).items():
        made[table] = table_parts(its_own)
        for index in its_indexes:
            made[table] |= index_parts(index)
    for name, definition in indexes.PARTIAL.items():
        made[definition.split()[0]] |= index_parts(f"CREATE INDEX {name} ON {definition}")
    return made
