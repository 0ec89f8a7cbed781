"""What a ledger says, row by row, before any name is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from officecli.files.ledger.sheets.cells import TargetCell
from officecli.files.ledger.sheets.sheet_rows import Skipped
from officecli.model.item_fields import PLAIN
from officecli.typed.office.name_cell import NameCell

NOTHING: frozenset[str] = frozenset()

OF_WHAT_WAS_HANDED_IN = ("result", "achieved", "rating")
"""The fields that tell of what was handed in; remarks where nothing was."""

NO_FIELDS = dict.fromkeys(PLAIN, "")
"""What a row says under the plain fields that the ledger has no columns of; nobody changes it."""

NO_STRETCHES: dict[str, tuple[date, date]] = {}
"""The days of a row of which each is written as one; nobody changes it."""

AS_WRITTEN: dict[str, str] = {}
"""What was inferred of a row all of which was written there; nobody changes it."""


@dataclass(slots=True)
class LedgerRow:
    """One item of a ledger; text is "" and everything else None or empty where the ledger says nothing.

    `lead.name` is a person, a post, or a section whose head is meant; `each` where those of `also_lead` and the lead are each to do it by themselves.
    `status` is a code of `words/states.py`, where `open` says no more than that. `percent` is 0–100; `feedback_every` is a code of
    `model.time.feedback`; `fields` are the plain ones by key. `remarks` is what no column takes, with its headings. `counted` is its running number,
    which tells only equal rows of one sheet apart. `parent` is the number of the item it is a part of, and `point` which part. `inferred` is column →
    how a value that was not written there came to be, in the reader's words. `unsaid` are the deadlines of which one stands for the other, or a rule
    for all rows: nobody wrote them into this one. `yearless` are the days that were written without their year, which is inferred from the day on
    which the file is read, `stretches` those of which only a month or another time is written: its first and last day.
    """

    row: int
    title: str
    lead: NameCell
    also_lead: tuple[NameCell, ...] = ()
    each: bool = False
    supports: tuple[NameCell, ...] = ()
    parts_done: tuple[NameCell, ...] = ()
    body: str = ""
    contacts: tuple[NameCell, ...] = ()
    number: str = ""
    counted: str = ""
    parent: str = ""
    point: str = ""
    source: str = ""
    goal: str = ""
    by: str = ""
    ordered_by: str = ""
    urgency: str | None = None
    importance: str | None = None
    kind: str | None = None
    status: str | None = None
    issued: date | None = None
    original_due: date | None = None
    due: date | None = None
    signed: date | None = None
    submitted: date | None = None
    closed: date | None = None
    cancelled: date | None = None
    feedback_every: str | None = None
    progress: str = ""
    percent: float | None = None
    problem: str = ""
    next_step: str = ""
    evidence: str = ""
    result: str = ""
    achieved: str = ""
    rating: int | None = None
    targets: tuple[TargetCell, ...] = ()
    hours: float | None = None
    remarks: str = ""
    labels: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=lambda: NO_FIELDS)
    inferred: dict[str, str] = field(default_factory=lambda: AS_WRITTEN)
    unsaid: frozenset[str] = NOTHING
    yearless: frozenset[str] = NOTHING
    stretches: dict[str, tuple[date, date]] = field(default_factory=lambda: NO_STRETCHES)

    def says_day(self, key: str, day: date | None) -> bool:
        """Whether this is the day the row says; one without its year is that day of any year,
        for next year's reader infers another; of a month that is all there is any of its days.
        """
        own = getattr(self, key)
        if key in self.stretches and own and day:
            first, last = self.stretches[key]
            return _is_within_of_any_year(day, first, last) if key in self.yearless else first <= day <= last
        if key not in self.yearless or not own or not day:
            return bool(own == day)
        return (own.month, own.day) == (day.month, day.day) or (own.month == day.month and _is_last(own) and _is_last(day))

    def said(self, key: str) -> str:
        """The text under a key of text."""
        return self.fields[key] if key in self.fields else str(getattr(self, key))


def _is_within_of_any_year(day: date, first: date, last: date) -> bool:
    """Whether a day lies between two others, whatever the year of each; 29 February counts as the 28th."""
    at, begins, ends = ((2, 28) if (one.month, one.day) == (2, 29) else (one.month, one.day) for one in (day, first, last))
    return begins <= at <= ends if begins <= ends else at >= begins or at <= ends


def _is_last(day: date) -> bool:
    """Whether it is the last of its month, be that 28 February or the 29th."""
    return (day + timedelta(days=1)).month != day.month


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A cell that cannot be understood: the row as the spreadsheet numbers it, the column's heading, what stands there, why, and what to do.

    `key` is the column's own, or the code of a rule that forbids it; "" for neither.
    """

    row: int
    column: str
    value: str
    reason: str
    fix: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of a ledger: `rows` are the good ones, `problems` every fault of the others.

    `headings` are those understood, by key, `texts` all of them; `unused` the ones left out. `read` are the numbers of all rows below the headings,
    each of which is in `rows`, in `problems` or in `skipped`. `at_top` what is to be said before all else. `unread` are the rows in `problems` as far
    as they are told: whom they name may be wrong as well.
    """

    rows: list[LedgerRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    heading_row: int = 0
    headings: dict[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    read: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    at_top: list[str] = field(default_factory=list)
    unread: list[LedgerRow] = field(default_factory=list)
