"""What is to become of the rows of a sheet, as data: whoever reads one makes a plan, shows it, and lets it be carried out."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from officecli.files.ledger.drafts.draft import Draft
from officecli.store.read.reader import Row


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, by its key in `model.item_fields`, with what is on record and what the row says; None for nothing, days as ISO text, codes as they are kept.

    Supports are lists of {"name", "part", "done"}; of `labels` and `parts_done` only what is to be added is told.
    """

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedHere:
    """Who changed a field of an item here last, on which day, and by which act; `first` is the command that changed it first since a ledger said it."""

    field: str
    day: str
    name: str
    verb: str
    first: int = 0


@dataclass(frozen=True, slots=True)
class Paired:
    """A row and the item on record it is; `changed` is what was changed here since a ledger last said it, as far as it stands in the way.

    `mentioned` are the fields that the row says, but for those `ours`: it says of them what it said before they were changed here, so ours stands.
    """

    made: Draft
    record: Row
    differences: tuple[Difference, ...] = ()
    changed: tuple[ChangedHere, ...] = ()
    mentioned: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()

    @property
    def row(self) -> int:
        """The row's number."""
        return self.made.row.row

    @property
    def number(self) -> str:
        """The item's number."""
        return str(self.record["number"])


class Held(Protocol):
    """A row of any sheet that was held against the item it is."""

    @property
    def row(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def record(self) -> Row: ...
    @property
    def differences(self) -> tuple[Difference, ...]: ...
    @property
    def changed(self) -> tuple[ChangedHere, ...]: ...


@dataclass(frozen=True, slots=True)
class Renamed:
    """A new row, with its matter, that may be the item of a number, gone from the file, which is called `before` on record."""

    row: int
    title: str
    number: str
    before: str


@dataclass(frozen=True, slots=True)
class Same:
    """A row that differs from an item in nothing it has news of; `mentioned` are the fields that it says as they are here."""

    made: Draft
    number: str
    item_id: int
    mentioned: frozenset[str]

    @property
    def row(self) -> int:
        """The row's number."""
        return self.made.row.row


@dataclass(slots=True)
class Compared:
    """What the rows of one file say against what is on record.

    Those `differing` from their items may be brought in line, those in `conflict` with what was done to them here may not. `gone` are items (id, number,
    title, status, due, lead) imported together with some that are here, of which no row is left, and `renamed` the new rows that may be some of them
    under another name. `other_numbers` (row, its number, the item's) have a number that is nobody's here, and say in all else what an item does.
    `moved` are the rows in conflict whose matter is on record under another number. `older` are differing rows that say again what was on record once.
    `blank` are the rows that leave blank what their items have from a ledger, each with what is kept; `stands` those that say
    what they said before it was changed here, each with what of ours stands; `settled` those that say of a closed item that it is, each with
    what else they say otherwise of it, which is left. `rounds` (row, number) are new rows called as an item that was closed before they are due.
    """

    differing: list[Paired] = field(default_factory=list)
    conflict: list[Paired] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    other_numbers: list[tuple[int, str, str]] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    older: list[int] = field(default_factory=list)
    blank: list[Paired] = field(default_factory=list)
    stands: list[Paired] = field(default_factory=list)
    settled: list[Paired] = field(default_factory=list)
    rounds: list[tuple[int, str]] = field(default_factory=list)

    def take_over(self, found: Compared) -> None:
        """Say the same as what was found."""
        for one in fields(Compared):
            setattr(self, one.name, getattr(found, one.name))


@dataclass(slots=True)
class Plan(Compared):
    """The rows of one file, each in one place, and the items that were in it once.

    `new` have their numbers. `repeats` (row, number) equal another row. Of those on record `same` differ in nothing.
    """

    new: list[Draft] = field(default_factory=list)
    repeats: list[tuple[int, str]] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
