"""Works the tables out anew from the trail and compares: a row changed, added or taken away by hand anywhere shows."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from officecli.errors import OfficeError
from officecli.model.codes import TRAILED
from officecli.store.calendar.days import COLUMNS, YEARS_AHEAD, each_day
from officecli.store.proof.faults import Fault
from officecli.store.read.reader import Reader

BATCH = 5_000

CALENDAR = frozenset({"calendar_day", "calendar_year", "office_day", "office"})
"""The tables that say which days the office works."""

Fields = dict[str, Any]


class Replay:
    """The tables as the trail makes them: table → id → fields; what is nothing is left out."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[Any, Fields]] = {table: {} for table in TRAILED}

    def apply(self, seq: int, body: Fields) -> Iterator[Fault]:
        """Take one entry up; a fault where it does not follow from what was there."""
        rows = self._tables.get(body["subject"])
        before, after = body["before"], body["after"]
        if rows is None or (before is None and after is None):
            yield Fault("unknown-change", seq, body["subject"], body["id"])
            return
        there = rows.get(body["id"])
        if (there is None) != (before is None):
            yield Fault("does-not-follow", seq, body["subject"], body["id"], expected=before, found=there)
        for field, value in (before or {}).items():
            if there is not None and there.get(field) != value:
                yield Fault("does-not-follow", seq, body["subject"], body["id"], field, value, there.get(field))
        if after is None:
            rows.pop(body["id"], None)
            return
        # Names of fields are shared between rows: of half a million entries each would otherwise bring its own copies.
        now = {**(there or {}), **{sys.intern(field): value for field, value in after.items()}}
        rows[body["id"]] = {field: value for field, value in now.items() if value is not None}

    def differences(self, read: Reader, absent: Collection[str] = ()) -> Iterator[Fault]:
        """Where the store's tables differ, those `absent` left out; a table is forgotten once it is compared."""
        for table in (table for table in TRAILED if table not in absent):
            expected = self._tables.pop(table)
            for found in _rows(read, table):
                row = found["id"]
                fields = expected.pop(row, None)
                if fields is None:
                    yield Fault("added", table=table, row=row)
                    continue
                if {field: value for field, value in found.items() if value is not None} != fields:
                    yield from _differing(table, row, fields, found)
            for row in expected:
                yield Fault("missing", table=table, row=row)


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


def _rows(read: Reader, table: str) -> Iterator[Fields]:
    """Every row of a table by id, some at a time."""
    last = None
    while rows := read.rows(
        f"SELECT * FROM {table} {'' if last is None else 'WHERE id > :last'} ORDER BY id LIMIT {BATCH}", {} if last is None else {"last": last}
    ):
        yield from rows
        last = rows[-1]["id"]
