"""Which entry of an office file is which row on record."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.files.office.content import Entry
from officecli.files.office.on_record import RowOnRecord
from officecli.model.names import name_key

Matched = Mapping[Entry, RowOnRecord | None]
"""Each entry with its row, None for what is new."""


def match(tables: Mapping[str, list[Entry]], there: Mapping[str, Mapping[int, RowOnRecord]]) -> Matched:
    """Each entry with its row: of several by one key the first, which is the one in use; a duty also where it has moved."""
    matched: dict[Entry, RowOnRecord | None] = {}
    for table, entries in tables.items():
        by_key: dict[tuple[str, ...], RowOnRecord] = {}
        for row in there[table].values():
            by_key.setdefault(row.key, row)
        matched.update((entry, by_key.get(entry.key)) for entry in entries)
    for duty in tables["duty"]:
        if matched[duty] is None:
            matched[duty] = _moved_duty(duty, tables["duty"], there["duty"], matched)
    return matched


def _moved_duty(duty: Entry, duties: list[Entry], rows: Mapping[int, RowOnRecord], matched: Matched) -> RowOnRecord | None:
    """The row of a duty that is nowhere at its post, and once at another that has lost it."""
    taken = [row.id for row in matched.values() if row and row.table == "duty"]
    free = [row for row in rows.values() if row.key[-1] == duty.key[-1] and not row.retired and row.id not in taken]
    same = [one for one in duties if matched[one] is None and one.key[-1] == duty.key[-1]]
    return free[0] if len(free) == len(same) == 1 else None


def rows_left_out(matched: Matched, there: Mapping[str, Mapping[int, RowOnRecord]]) -> list[RowOnRecord]:
    """The rows in use that no entry names."""
    named = {(row.table, row.id) for row in matched.values() if row}
    return [row for rows in there.values() for row in rows.values() if not row.retired and (row.table, row.id) not in named]


def spell_kinds(duties: list[Entry], others: list[RowOnRecord]) -> None:
    """Spell a kind of work everywhere as it was spelt first, since two spellings of one kind would be owned twice unseen."""
    spelt = {name_key(row.values["kind"]): row.values["kind"] for row in others if row.values["kind"]}
    for duty in duties:
        if kind := duty.values.get("kind"):
            duty.values["kind"] = spelt.setdefault(name_key(kind), kind)
