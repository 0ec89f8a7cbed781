"""Which items are gone from a ledger: they came in together with some whose rows are here, and no row is theirs."""

from __future__ import annotations

from collections.abc import Collection

from officecli.store.read.reader import Reader, Row

_TOLD = {key: f"i.{key}" for key in ("id", "number", "title", "title_key", "status", "issued", "original_due", "due")} | {"lead": "p.name"}
_FROM = "FROM item i JOIN trail t ON t.seq = i.id JOIN person p ON p.id = i.lead_id WHERE i.imported = 1 AND i.parent_id IS NULL ORDER BY i.id"
_IMPORTED = f"SELECT t.command, {', '.join(_TOLD.values())} {_FROM}"
_COMMANDS = f"SELECT i.id, t.command {_FROM}"


def gone(read: Reader, here: Collection[int], perhaps: frozenset[str]) -> list[Row]:
    """The items (by the keys of `_TOLD`) that were imported by the same commands as those that are `here`, and are not.

    Those whose number or title key is `perhaps` a bad row's are not told.
    """
    if not here:
        return []
    commands = {command for item_id, command in read.each(_COMMANDS, {}) if item_id in here}
    found = []
    for command, *told in read.each(_IMPORTED, {}):
        row = dict(zip(_TOLD, told, strict=True))
        if command in commands and row["id"] not in here and perhaps.isdisjoint((row["number"], row["title_key"])):
            found.append(row)
    return found
