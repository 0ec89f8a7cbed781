"""Which numbers are taken already, in the store and higher up in the ledger, and which items there are of a matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from officecli.model.names import number_key, title_key
from officecli.patterns import pattern
from officecli.store.read.reader import Reader
from officecli.store.serials import ITEMS, taken_back
from officecli.typed.items.numbers import number_text

_OURS = pattern(r"((?:19|20|21)\d\d)-(\d{1,9})", re.ASCII)
_BARE = pattern(r"\d{1,9}", re.ASCII)

Matter = tuple[str, str]
"""Title and source without punctuation, width and case."""

_PERSONAL: Matter = ("", "")
"""What has the number of a personal item: no matter of a ledger, whatever its row says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item on record, as far as rows are told by it; `ended` on the day on which it was closed or cancelled."""

    id: int
    number: str
    source_key: str
    issued: date
    original_due: date | None
    due: date | None
    lead_id: int
    ended: date | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is kept: `text`, and where it has the office's own form its serial in the year."""

    text: str
    year: int
    serial: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A number that is taken, as it stands there, by which matter; `item_id` is None for a row higher up."""

    text: str
    what: Matter
    item_id: int | None


def read_number(typed: str, year: int) -> Number:
    """The number of a ledger's cell: `2026-031`, `31` of the issue year, or any other text as it stands."""
    text = " ".join(unicodedata.normalize("NFKC", typed).split()).lstrip("#")  # as it will be looked up
    if match := _OURS.fullmatch(text) or _OURS.fullmatch(number_key(text)):
        return Number(match[0], int(match[1]), int(match[2]))
    if _BARE.fullmatch(text):
        return Number(number_text(year, int(text)), year, int(text))
    return Number(text, year, None)


def matter(title: str, source: str) -> Matter:
    """What makes two rows the same matter: title and source without punctuation, width and case."""
    return title_key(title) or title, _source_key(source)


_source_key = lru_cache(maxsize=1024)(title_key)  # sources repeat, matters do not


_ITEMS = (
    "SELECT id, number, year, serial, title, source, issued, original_due, due, lead_id, parent_id, COALESCE(closed, cancelled) FROM item ORDER BY id"
)


class Register:
    """Every number so far, and the items on record by their titles."""

    def __init__(self, read: Reader) -> None:
        self._numbers: dict[str, Held] = {}
        self._alike: dict[str, Held] = {}
        self._serials: dict[tuple[int, int], Held] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._last: dict[int, int] = {}
        days = lru_cache(maxsize=None)(date.fromisoformat)  # a day is one object, however many items have it
        for item_id, number, year, serial, title, source, issued, original, due, lead_id, parent_id, ended in read.each(_ITEMS, {}):
            what = matter(title, source)
            if parent_id is None:  # a part is its whole's matter, and known by its number
                of_days = (days(issued), days(original) if original else None, days(due) if due else None)
                self._entries.setdefault(what[0], []).append(Entry(item_id, number, what[1], *of_days, lead_id, days(ended) if ended else None))
            self.take(Number(number, year, serial), what, item_id)
        for row in read.rows("SELECT number, year, serial FROM reminder ORDER BY id"):
            self.take(Number(row["number"], row["year"], row["serial"]), _PERSONAL)
        for one in taken_back(read, ITEMS):
            self.keep(Number(one.number, one.year, one.serial))

    def holder(self, number: Number) -> Held | None:
        """Who has this number, be it with other brackets; None when it is free."""
        if number.text in self._numbers:
            return self._numbers[number.text]
        if number.serial is not None:
            return self._serials.get((number.year, number.serial))
        key = number_key(number.text)
        return self._numbers.get(key) or self._alike.get(key)

    def on_record(self, title: str) -> Sequence[Entry]:
        """The items on record whose title is this, as in `Matter`."""
        return self._entries.get(title, ())

    def take(self, number: Number, what: Matter, item_id: int | None = None) -> None:
        """Take a number for a matter."""
        held = Held(number.text, what, item_id)
        self._numbers.setdefault(number.text, held)
        if number.serial is not None:
            self._serials.setdefault((number.year, number.serial), held)
        elif (key := number_key(number.text)) != number.text:
            self._alike.setdefault(key, held)
        self.keep(number)

    def keep(self, number: Number) -> None:
        """Give this number to nobody who has none: it is a row's own, whatever becomes of that row."""
        if number.serial is not None:
            self._last[number.year] = max(self._last.get(number.year, 0), number.serial)

    def next(self, year: int) -> Number:
        """The next free number of a year, which is free no more."""
        serial = self._last[year] = self._last.get(year, 0) + 1
        return Number(number_text(year, serial), year, serial)
