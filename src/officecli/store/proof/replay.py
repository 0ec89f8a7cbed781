"""Works the tables out anew from the trail and compares: a row changed, added or taken away by hand anywhere shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from officecli.errors import OfficeError
from officecli.model.codes import TRAILED
from officecli.store.calendar.days import COLUMNS, YEARS_AHEAD, each_day
from officecli.store.proof.faults import Fault
from officecli.store.proof.row_text import RowText
from officecli.store.proof.said import Entry, Fields, Said, Step
from officecli.store.read.reader import Reader

BATCH = 100
"""Rows whose entries are read at once."""

CALENDAR = frozenset({"calendar_day", "calendar_year", "office_day", "office"})
"""The tables that say which days the office works."""

Beside = tuple[Any, list[Entry], "tuple[Any, ...] | None"]
"""A row's id, its entries in order, none where the trail knows nothing of it, and the row as the table has it, None where it has none."""


def replayed(
    read: Reader, unreadable: Collection[int] = (), absent: Collection[str] = (), others: Mapping[str, Sequence[int]] = MappingProxyType({})
) -> Iterator[Fault]:
    """Where an entry does not follow from what was there, and where the store's tables differ, those `absent` left out.

    Of a table that has `others` no rows but these are played: the rest is known to be as it was made.

    It goes by rows, not by time: all that happened to one, what it is now, and then it is forgotten, so that a store of any size takes the same memory.
    Entries that are `unreadable` are passed over.
    """
    said = Said()
    for table in TRAILED:
        if others.get(table) != []:
            yield from _of_table(read, table, said, unreadable, absent=table in absent, only=others.get(table))
    for seq in said.unreadable:
        yield Fault("unreadable", seq)


def _of_table(read: Reader, table: str, said: Said, passed_over: Collection[int], *, absent: bool, only: Sequence[int] | None) -> Iterator[Fault]:
    """Where the table is not what the entries say, in its `only` rows or in all; of one that is `absent` only they are played."""
    first = None if absent else read.row(f"SELECT * FROM {table} LIMIT 1")
    names = list(first or ())
    texts = RowText(names)
    to_play = (one for one in _beside(read, table, names, passed_over, only) if not _is_as_made(texts, one))
    faults: list[Fault] = []
    missing: list[int] = []
    while some := list(islice(to_play, BATCH)):
        left = dict(_rows(table, said.steps([entry for _row, entries, _found in some for entry in entries]), faults))
        for row, entries, found in some:
            fields = left.get(row) if entries else None
            if found is not None:
                yield from _compared(table, row, fields, names, found)
            elif fields is not None:
                missing.append(row)
    if not absent:
        yield from (Fault("missing", table=table, row=row) for row in missing)
    yield from faults


def _is_as_made(texts: RowText, one: Beside) -> bool:
    _row, entries, found = one
    if len(entries) != 1 or found is None:
        return False
    _row, _seq, before, after = entries[0]
    return before is None and after is not None and texts.by_pattern(found) == after


def _beside(read: Reader, table: str, names: list[str], passed_over: Collection[int], only: Sequence[int] | None) -> Iterator[Beside]:
    """The rows of a table, which are none where it has no `names`, and those its entries speak of, in the order of their ids."""
    ids = None if only is None else ", ".join(map(str, only))
    kept = read.each(f"SELECT * FROM {table}{'' if ids is None else f' WHERE id IN ({ids})'} ORDER BY id", {}) if names else iter(())
    place = names.index("id") if names else 0
    of_these = "" if ids is None else f"AND subject_id IN ({ids})"
    said: Iterable[Entry] = read.each(
        f"SELECT subject_id, seq, before, after FROM trail WHERE subject = :table {of_these} ORDER BY subject_id, seq", {"table": table}
    )
    if passed_over:
        said = (entry for entry in said if entry[1] not in passed_over)
    found = next(kept, None)
    for row, entries in groupby(said, itemgetter(0)):
        while found is not None and (type(found[place]) is not int or found[place] < row):  # an id that is no number is nobody's
            yield found[place], [], found
            found = next(kept, None)
        if found is not None and found[place] == row:
            yield row, list(entries), found
            found = next(kept, None)
        else:
            yield row, list(entries), None
    while found is not None:
        yield found[place], [], found
        found = next(kept, None)


def _rows(table: str, steps: Iterable[Step], faults: list[Fault]) -> Iterator[tuple[int, Fields | None]]:
    """Every row there was, by id, as its entries leave it: what is nothing is left out, and None for one that is gone."""
    row: int | None = None
    there: Fields | None = None
    for row_id, seq, before, after in steps:
        if row_id != row:
            if row is not None:
                yield row, there
            row, there, own = row_id, None, False
        if before is None and after is None:
            faults.append(Fault("unknown-change", seq, table, row))
            continue
        if (there is None) != (before is None):
            faults.append(Fault("does-not-follow", seq, table, row, expected=before, found=there and {**there}))
        elif there is not None and before is not None:
            for field, value in before.items():
                if there.get(field) != value:
                    faults.append(Fault("does-not-follow", seq, table, row, field, value, there.get(field)))
        if after is None:
            there = None
        elif there is None and None not in after.values():
            there, own = after, False
        else:
            there, own = there if own and there is not None else {**(there or {})}, True
            there.update(after)
            for field, value in after.items():
                if value is None:
                    del there[field]
    if row is not None:
        yield row, there


def _compared(table: str, row: Any, fields: Fields | None, names: list[str], found: tuple[Any, ...]) -> Iterator[Fault]:
    """Where a row that is there is not as its entries leave it, which is None where they leave none."""
    if fields is None:
        yield Fault("added", table=table, row=row)
    elif tuple(map(fields.get, names)) != found or len(fields) != len(found) - found.count(None):
        yield from _differing(table, row, fields, dict(zip(names, found, strict=True)))


def calendar_faults(read: Reader) -> Iterator[Fault]:
    """Where the days differ from what the calendar's own rows give, up to the last day they must reach."""
    there = list(read.each("SELECT * FROM calendar_day ORDER BY date", {}))
    made = read.value("SELECT MAX(day) FROM trail WHERE subject IN ('calendar_year', 'office_day') OR seq = 1")
    try:
        last = max(f"{int(made[:4]) + YEARS_AHEAD}-12-31", *(row[0] for row in there))
        worked_out = list(each_day(read, date.fromisoformat(last)))
    except (OfficeError, ValueError, TypeError, AttributeError) as error:
        yield Fault("no-calendar", table="calendar_day", found=str(error))
        return
    if there == worked_out:  # twenty thousand days, and nearly always the same
        return
    found = {row["date"]: row for row in read.rows("SELECT * FROM calendar_day")}
    expected = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in worked_out}
    for day in sorted(found.keys() | expected.keys()):
        if day not in found:
            yield Fault("missing", table="calendar_day", row=day)
        elif day not in expected:
            yield Fault("added", table="calendar_day", row=day)
        else:
            yield from _differing("calendar_day", day, expected[day], found[day])


def _differing(table: str, row: Any, expected: Fields, found: Fields) -> Iterator[Fault]:
    for field in sorted(expected.keys() | found.keys()):
        if expected.get(field) != found.get(field):
            yield Fault("differs", table=table, row=row, field=field, expected=expected.get(field), found=found.get(field))
