"""Which items are gone from a ledger: they came in together with some whose rows are here, and no row is theirs."""

from __future__ import annotations

from collections.abc import Collection

from officecli.store.read.reader import Reader, Row

_IMPORTED = """
SELECT i.id, t.command, i.number, i.title, i.status, i.due, p.name AS lead
FROM item i JOIN trail t ON t.seq = i.id JOIN person p ON p.id = i.lead_id
WHERE i.imported = 1 AND i.parent_id IS NULL ORDER BY i.id"""


def gone(read: Reader, here: Collection[int]) -> list[Row]:
    """The items (id, number, title, status, due, lead) that were imported by the same commands as those that are `here`, and are not."""
    imported = read.rows(_IMPORTED)
    commands = {row["command"] for row in imported if row["id"] in here}
    return [row for row in imported if row["command"] in commands and row["id"] not in here]
