"""Which items are gone from a ledger: they came in together with some whose rows are here, and no row is theirs."""

from __future__ import annotations

from collections.abc import Collection

from officecli.store.read.reader import Reader, Row

_IMPORTED = """
SELECT i.id, t.command, i.number, i.title, i.title_key, i.status, i.due, p.name AS lead
FROM item i JOIN trail t ON t.seq = i.id JOIN person p ON p.id = i.lead_id
WHERE i.imported = 1 AND i.parent_id IS NULL ORDER BY i.id"""

_TOLD = ("id", "number", "title", "status", "due", "lead")


def gone(read: Reader, here: Collection[int], perhaps: Collection[str]) -> list[Row]:
    """The items (id, number, title, status, due, lead) that were imported by the same commands as those that are `here`, and are not.

    Those whose number or title key is `perhaps` a bad row's are not told.
    """
    imported = read.rows(_IMPORTED)
    commands = {row["command"] for row in imported if row["id"] in here}
    absent = (row for row in imported if row["command"] in commands and row["id"] not in here)
    return [{key: row[key] for key in _TOLD} for row in absent if row["number"] not in perhaps and row["title_key"] not in perhaps]
