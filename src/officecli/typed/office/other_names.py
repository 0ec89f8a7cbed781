"""Another name, and the name on record of what is called so."""

from __future__ import annotations

from officecli.model.names import name_key
from officecli.store.read.reader import Reader


def name_on_record(read: Reader, typed: str) -> str:
    """The name of the person here, or of the unit in use, that is also called this; what was typed where none is."""
    found = read.value(
        """SELECT COALESCE(p.name, u.name) FROM alias a LEFT JOIN person p ON p.id = a.person_id AND p.left_on IS NULL
        LEFT JOIN unit u ON u.id = a.unit_id AND u.retired = 0 WHERE a.name_key = :key AND COALESCE(p.name, u.name) IS NOT NULL""",
        key=name_key(typed)[:120],
    )
    return str(found or typed)
