"""Which numbers and matters are there already, in the store and higher up in the ledger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from officecli.model.names import title_key
from officecli.store.read.reader import Reader
from officecli.typed.items.numbers import number_text

_OURS = re.compile(r"((?:19|20|21)\d\d)-(\d{1,9})", re.ASCII)
_BARE = re.compile(r"\d{1,9}", re.ASCII)

Matter = tuple[str, str]

_PERSONAL: Matter = ("", "")
"""What has the number of a personal item: no matter of a ledger, whatever its row says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item on record, as far as rows are told by it."""

    number: str
    issued: date
    original_due: date | None
    lead_id: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is kept: `text`, and where it has the office's own form its serial in the year."""

    text: str
    year: int
    serial: int | None


def read_number(typed: str, year: int) -> Number:
    """The number of a ledger's cell: `2026-031`, `31` of the issue year, or any other text as it stands."""
    text = " ".join(unicodedata.normalize("NFKC", typed).split()).lstrip("#")  # as it will be looked up
    if match := _OURS.fullmatch(text):
        return Number(text, int(match[1]), int(match[2]))
    if _BARE.fullmatch(text):
        return Number(number_text(year, int(text)), year, int(text))
    return Number(text, year, None)


def matter(title: str, source: str) -> Matter:
    """What makes two rows the same matter: title and source without punctuation, width and case."""
    return title_key(title) or title, title_key(source)


class Register:
    """Every number so far, and the items of every matter, on record and higher up in the ledger."""

    def __init__(self, read: Reader) -> None:
        self._numbers: dict[str, Matter] = {}
        self._serials: dict[tuple[int, int], tuple[str, Matter]] = {}
        self._entries: dict[Matter, list[Entry]] = {}
        self._last: dict[int, int] = {}
        for row in read.rows("SELECT number, year, serial, title, source, issued, original_due, lead_id FROM item ORDER BY id"):
            what = matter(row["title"], row["source"])
            due = date.fromisoformat(row["original_due"]) if row["original_due"] else None
            entry = Entry(row["number"], date.fromisoformat(row["issued"]), due, row["lead_id"])
            self.enter(Number(row["number"], row["year"], row["serial"]), what, entry)
        for row in read.rows("SELECT number, year, serial FROM reminder ORDER BY id"):
            self._take(Number(row["number"], row["year"], row["serial"]), _PERSONAL)

    def find(self, number: Number, what: Matter) -> tuple[Literal["here", "taken"], str] | None:
        """Whether what has this number is the matter itself, `here`, or another, which has it `taken`, and the number as it stands there; None when it is free.

        A row with a number of its own is known by that alone: two matters may well share title, source and day.
        """
        text, held = self._holder(number)
        return None if held is None else ("here" if held[0] == what[0] else "taken", text)

    def on_record(self, what: Matter) -> Sequence[Entry]:
        """The items of a matter so far."""
        return self._entries.get(what, ())

    def enter(self, number: Number, what: Matter, entry: Entry) -> None:
        """Take a number for a matter."""
        self._entries.setdefault(what, []).append(entry)
        self._take(number, what)

    def _take(self, number: Number, what: Matter) -> None:
        self._numbers.setdefault(number.text, what)
        if number.serial is not None:
            self._serials.setdefault((number.year, number.serial), (number.text, what))
            self._last[number.year] = max(self._last.get(number.year, 0), number.serial)

    def next(self, year: int) -> Number:
        """The next free number of a year."""
        serial = self._last.get(year, 0) + 1
        return Number(number_text(year, serial), year, serial)

    def _holder(self, number: Number) -> tuple[str, Matter | None]:
        if number.text in self._numbers:
            return number.text, self._numbers[number.text]
        if number.serial is None:
            return number.text, None
        return self._serials.get((number.year, number.serial), (number.text, None))
