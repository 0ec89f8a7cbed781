"""What the trail is to say of one command: who signs, and an entry for each row, each bound to the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from itertools import count, repeat
from typing import Any, NamedTuple

from officecli import clock
from officecli.light import dataclass, replace
from officecli.store.judge import merged
from officecli.store.machine import machine
from officecli.store.proof import chain
from officecli.store.proof.alike import Entry, Shared
from officecli.store.proof.row_text import RowText
from officecli.store.write.hands import Hands


@dataclass(frozen=True)
class Signature:
    """Who answers for an entry: the person judged, in which role, on whose behalf, and whose login was at the keys (see `actor.whose_keys`)."""

    actor_id: int
    actor: str
    role: str = ""
    behalf_id: int | None = None
    behalf: str | None = None
    keys: str = "own"

    def acting(self, role: str, behalf: tuple[int, str] | None) -> Signature:
        """The same person in this role, on behalf of that one (id, name)."""
        return replace(self, role=role, behalf_id=behalf[0] if behalf else None, behalf=behalf[1] if behalf else None)


class Recorded(NamedTuple):
    """What one entry is about: a row, of an item if it has one, as it was (None: it is new) and is (None: it is gone), in plain values."""

    row_id: int
    item_id: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Alike(NamedTuple):
    """What entries have in common that are made by one act on one table."""

    verb: str
    table: str
    by: Signature
    day: date
    today: date
    reason: str


class Touched:
    """The ids of rows that were written, as runs: those of many rows follow each other."""

    __slots__ = ("runs",)

    def __init__(self) -> None:
        self.runs: list[tuple[int, int]] = []

    def add(self, first: int, last: int) -> None:
        """One more, or as many as follow each other."""
        if self.runs and self.runs[-1][1] == first - 1:
            first = self.runs.pop()[0]
        self.runs.append((first, last))

    def merged(self) -> list[tuple[int, int]]:
        """The runs in order, each id in one of them."""
        return merged(self.runs)


class Waiting:
    """Entries that are not written yet, in runs of those that share what they share."""

    def __init__(self) -> None:
        self.runs: list[tuple[Shared, list[Entry]]] = []

    def __len__(self) -> int:
        return sum(len(entries) for _shared, entries in self.runs)

    def add(self, shared: Shared, entries: list[Entry]) -> None:
        """Let more wait, which share this; of each what is its own."""
        if self.runs and self.runs[-1][0] is shared:
            self.runs[-1][1].extend(entries)
        else:
            self.runs.append((shared, entries))


class Entries:
    """The entries of one command: `first` is the number of its first, which also names the command; `next` that of the one to come.

    `waiting` are those that are not written yet; they are in these `hands`.
    """

    def __init__(self, last: int, last_hash: str, hands: Hands) -> None:
        self.first = self.next = last + 1
        self._at = clock.stamp()
        self._machine = machine()
        self._hash = last_hash
        self.hands = hands
        self.waiting = Waiting()
        self._touched: defaultdict[str, Touched] = defaultdict(Touched)
        self._alike: Alike | None = None

    def make(self, alike: Alike, what: Recorded) -> None:
        """Make the entry of a row that is about to be written; it waits to be written itself."""
        seq = self.next
        self._begin(alike)
        before, after = (None if fields is None else chain.canonical(fields) for fields in (what.before, what.after))
        self._hash = chain.digest(self._form.text(seq, what.row_id, what.item_id, before, after, self._hash))
        self.next = seq + 1
        self.waiting.add(self._shared, [(seq, what.row_id, what.item_id, before, after, self._hash)])
        self._touched[alike.table].add(what.row_id, what.row_id)
        self._touched["trail"].add(seq, seq)

    def make_of_new(self, alike: Alike, names: tuple[str, ...], columns: Sequence[Sequence[Any]], of_item: str) -> None:
        """Make the entries of rows that are about to be made, each of whose ids is the number of its entry; their item stands in the column `of_item`."""
        self._begin(alike)
        items = columns[names.index(of_item)] if of_item in names else repeat(None)
        made = []
        for seq, item, after in zip(count(self.next), items, RowText(names).of_columns(columns), strict=False):
            self._hash = chain.digest(self._form.text(seq, seq, item, None, after, self._hash))
            made.append((seq, seq, item, None, after, self._hash))
        self.waiting.add(self._shared, made)
        first, self.next = self.next, self.next + len(made)
        for touched in (alike.table, "trail"):
            self._touched[touched].add(first, self.next - 1)

    def _begin(self, alike: Alike) -> None:
        """Work out what entries that are alike in this have in common, in their texts and in their rows of the trail, unless it is that of the one before."""
        if alike == self._alike:
            return
        self._alike, (verb, table, by, day, today, reason) = alike, alike
        hand = hand_of(self._machine, by)
        recorded = today.isoformat() if day < today else None
        self._shared = (
            self.first, self._at, day.isoformat(), by.actor_id, by.behalf_id, by.role, verb, table, reason, self.hands.number(hand), hand.by_login, recorded,
        )  # fmt: skip
        self._form = chain.Form(self._shared, hand)

    def part(self) -> Entries:
        """Entries that go on from these, none of which waits, and have touched nothing yet: those of a part of the command."""
        part: Entries = copy(self)
        part.hands, part.waiting, part._touched = self.hands.part(), Waiting(), defaultdict(Touched)
        return part

    def after(self, whole: Entries) -> Entries:
        """These, which went on from the whole, as the whole goes on now: what either has touched is touched."""
        for table, ids in whole._touched.items():
            self._touched[table].runs.extend(ids.runs)
        return self

    def touched(self) -> dict[str, Iterable[tuple[int, int]]]:
        """By table, the ids of what was written so far, as runs."""
        return {table: ids.merged() for table, ids in self._touched.items()}


def hand_of(machine: dict[str, Any], by: Signature) -> chain.Hand:
    """Whose hand an entry is in that is written on this machine."""
    user = machine["user"]
    return chain.Hand(by.actor, by.behalf, user["name"], user["uid"], by.keys, machine["host"], machine["tool"])
