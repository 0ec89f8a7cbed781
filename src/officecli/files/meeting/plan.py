"""What is to become of the rows of a meeting's sheet, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from officecli.actions.answer import Answer
from officecli.actions.chain.leader import LeaderMeant, LeaderOutside
from officecli.actions.items.register import Order
from officecli.files.ledger.drafts.readings import Reading
from officecli.files.ledger.reconciling.judging import Warned
from officecli.files.ledger.reconciling.plan import ChangedHere, Difference
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.sheets.sheet_rows import Skipped
from officecli.files.meeting.wishes import Wish
from officecli.store.read.reader import Row


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row and the item it is: `differences` are what is still to be done of what
    was written, `changed` is what was changed here meanwhile and stands in the way.
    """

    row: int
    record: Row
    wish: Wish
    differences: tuple[Difference, ...] = ()
    changed: tuple[ChangedHere, ...] = ()

    @property
    def number(self) -> str:
        """The item's number."""
        return str(self.record["number"])


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that was inserted: what is to be registered, what else was written into it, and how it was understood."""

    row: int
    order: Order
    wish: Wish
    reading: Reading


@dataclass(frozen=True, slots=True)
class Overwritten:
    """A cell that is only to be read, and was changed: the item's number, the column by its key, what was printed and what stands there now."""

    row: int
    number: str
    key: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which meeting it was, as it was typed: its name ("" for none), its day and who decided."""

    name: str = ""
    on: str = ""
    by: str = ""


@dataclass(slots=True, kw_only=True)
class Came:
    """What came of a sheet. Each row that is read is in one of: differing (it goes),
    conflict, here (it is on record already), unchanged, new, problems, skipped.

    `missing` are the rows that were printed, by their running number, and are not in the file. `overwritten` cells are ignored. `decision` is the
    number of what was put on record of the meeting, by `leader`, who was only taken to be the one who decided where `taken` says so; `said` is how the name
    of the leader was understood, `of_days` what is said of the days that were written without a year. `nameless` are the
    rows `here` that were recorded when no meeting was named, so that they are in no minutes.
    """

    read: int = 0
    differing: list[HeldRow] = field(default_factory=list)
    conflict: list[HeldRow] = field(default_factory=list)
    here: list[tuple[int, str]] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    overwritten: list[Overwritten] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    trial: bool = False
    written: bool = False
    decision: str = ""
    leader: str = ""
    said: list[LeaderMeant | LeaderOutside] = field(default_factory=list)
    of_days: list[Answer] = field(default_factory=list)
    taken: bool = False
    meeting: str = ""
    meeting_day: date | None = None
    day: str = ""
    head: str = ""

    @property
    def bad(self) -> int:
        """The number of rows that cannot be done."""
        return len({problem.row for problem in self.problems})
