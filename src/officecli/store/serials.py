"""Numbers that count up within a year: the next is one more than any ever given, whatever was taken back since."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.hints import NamedTuple
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader

ITEMS = ("item", "reminder")
"""Items and what is personal are numbered in one series."""

_TAKEN_BACK = "SELECT day, before FROM trail WHERE verb IN ('undo', 'redo') AND seq > :since AND after IS NULL AND subject IN ({tables})"


class TakenBack(NamedTuple):
    """A number in the series that was given and taken back, and on which day."""

    number: str
    year: int
    serial: int
    day: str


def next_serial(read: Reader, tables: tuple[str, ...], year: int) -> int:
    """The next number of a year in the series that these tables share: a number that was told, printed or mailed names nothing else afterwards.

    Only what was taken back since the last one still there was made can have a later number.
    """
    newest = f"SELECT serial, id FROM {{table}} WHERE year = {int(year)} AND serial IS NOT NULL ORDER BY serial DESC LIMIT 1"
    there = [(row["serial"], row["id"]) for table in tables for row in read.rows(newest.format(table=table))]
    last, made = max(there, default=(0, 0))
    return max((last, *(one.serial for one in taken_back(read, tables, since=made) if one.year == year))) + 1


def taken_back(read: Reader, tables: tuple[str, ...], *, since: int = 0) -> Iterator[TakenBack]:
    """The numbers of these tables that entries after `since` took back, those that were given by `redo` again too."""
    named = ", ".join(f"'{table}'" for table in tables)
    for day, before in read.each(_TAKEN_BACK.format(tables=named), {"since": since}):
        was = fields(before) or {}
        if was.get("serial") is not None:
            yield TakenBack(was["number"], was["year"], was["serial"], day)
