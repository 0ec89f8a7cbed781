"""Writing a command's entries into the trail, and reading them back before the commit: there they are to stand as they were written."""

from __future__ import annotations

import hashlib
import marshal

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.proof.alike import Entry, Shared, entries_from
from officecli.store.proof.chain import COLUMNS, OWN
from officecli.store.write.entries import Entries
from officecli.store.write.hands import COLUMNS as OF_A_HAND
from officecli.store.write.writer import Writer


class KeptEntries:
    """The entries that are written and not yet read back; `first` is the number of the first to come."""

    def __init__(self, writer: Writer, first: int) -> None:
        self._writer = writer
        self._next = first
        self._written = Sum()

    def write(self, entries: Entries) -> None:
        """Write those that wait, after the hands they are in, and remember what they say."""
        waiting, hands = entries.waiting, entries.hands
        with self._writer.allowed():
            if hands.waiting:
                self._writer.insert_values("hand", OF_A_HAND, hands.waiting)
            if len(waiting.runs) == 1:
                ((shared, some),) = waiting.runs
                self._writer.insert_values("trail", COLUMNS, some, alike=shared)
            elif waiting.runs:
                self._writer.insert_values("trail", COLUMNS, [(*one, *shared) for shared, some in waiting.runs for one in some])
        if hands.waiting and not hands.are_kept(hands.waiting):
            raise _not_kept()
        for shared, some in waiting.runs:
            self._written.take(shared, some)
        hands.waiting.clear()
        waiting.runs.clear()

    def read_back(self, end: int, at_once: int) -> None:
        """Read back all below this number that were not read back yet, so many at a time; raises StorageTrouble where the database has others."""
        start = self._next
        if start == end:
            return
        there, shared = Sum(), None
        for low in range(start, end, at_once):
            shared, some = entries_from(self._writer.read, low, min(at_once, end - low), shared)
            if shared is not None:
                there.take(shared, some)
                continue
            for entry in some:
                there.take(entry[len(OWN) :], [entry[: len(OWN)]])
        if there.all != self._written.all:
            raise _not_kept()
        self.begin_at(end)

    def begin_at(self, number: int) -> None:
        """Go on from here: what was written before is read back, or taken back."""
        self._next, self._written = number, Sum()


class Sum:
    """What entries add up to, one after the other, however many are taken at a time: those that are written, and those that are read back."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._shared: Shared = ()

    def take(self, shared: Shared, entries: list[Entry]) -> None:
        """Take the next, which share this; of each what is its own."""
        if shared != self._shared:
            self._sum.update(as_kept([shared]))
            self._shared = shared
        self._sum.update(as_kept(entries))

    @property
    def all(self) -> bytes:
        """What it comes to."""
        return self._sum.digest()


def as_kept(entries: list[Entry]) -> memoryview:
    """The rows of entries as they must be there again when they are read back, however many are read at a time."""
    return memoryview(marshal.dumps(entries, _PLAINLY))[_HOW_MANY:]


_PLAINLY = 2
"""The version of marshal in which what is equal, and of one kind, is written alike, however it is held in memory."""

_HOW_MANY = 5
"""Bytes with which a list begins: that it is one, and of how many. What is in it follows, one after the other."""


def _not_kept() -> StorageTrouble:
    return StorageTrouble(
        _("Nothing was recorded: the database took the entries of the trail and did not keep them as they were written."),
        fix=_(
            "Somebody changed the database itself; officecli verify tells what. "
            "Go back to a backup (officecli db restore FILE), or have its owner put it back."
        ),
    )
