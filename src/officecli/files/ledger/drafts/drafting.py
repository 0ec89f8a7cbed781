"""Turns the rows of a ledger into drafts of items, with people, days and numbers, and gathers what is wrong and what was assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli import clock
from officecli.actions.items.register import issue_moment
from officecli.files.ledger.bodies import BodyOptions
from officecli.files.ledger.drafts.draft import Draft, draft, issue_day
from officecli.files.ledger.drafts.numbering import Entry, Number, Register, read_number
from officecli.files.ledger.drafts.pairing import Paired, pair, same_row
from officecli.files.ledger.people import RowPeople
from officecli.files.ledger.rows.ledger_row import Ledger, LedgerRow, RowProblem
from officecli.files.ledger.sheets.sheet_rows import row_list, shown_number
from officecli.i18n import _, in_brackets, listed
from officecli.model.item_fields import COLUMNS, FIELDS, PLAIN
from officecli.model.words import word
from officecli.standing.items.reviewing import Reviewers
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.name_book import NameBook

LONGEST = {
    (field.ledger and field.ledger.key) or key: field.most
    for key in (
        "number",
        "title",
        "source",
        *PLAIN,
        "originator",
        "ordered_by",
        "achieved",
        "goal",
        "progress",
        "problem",
        "next_step",
        "evidence",
        "result",
        "remarks",
    )
    for field in (FIELDS[key],)
}
"""Characters that the store keeps of each column."""


class Drafting:
    """The drafts of one ledger; `problems` and `here` (row, number) tell of the rows that became none."""

    def __init__(self, read: Reader, ledger: Ledger, importer: Row, bodies: BodyOptions = BodyOptions()) -> None:
        self._read = read
        self._today = read.today
        self._days = working_days(read)
        self._headings = ledger.headings
        receiver = None if importer["account"] else importer["id"]
        self._people = RowPeople(NameBook(read), ledger.headings, receiver, Reviewers(read), self._problem, self._remark, options=bodies)
        self._register = Register(read)
        self._moments: dict[date, str] = {}
        self._remarks: dict[tuple[str, str], list[int]] = {}
        self._row = 0
        self.problems: list[RowProblem] = []
        self.here: list[tuple[int, str]] = []
        self._differing: list[int] = []

    def draft(self, row: LedgerRow) -> Draft | None:
        """The row as an item without a number; None after its problems were told."""
        self._row = row.row
        before = len(self.problems)
        people = self._people.look_up(row)
        self._check(row)
        if people is None or len(self.problems) > before:
            return None
        issued = issue_day(row, self._today)
        made = draft(row, people, issued_at=self._moment(issued), today=self._today)
        self._say_assumed(row, made.item["status"])
        return made

    def number(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts that are new, each with its number: those the ledger gives first, then the next free ones of the issue year."""
        new = self._numbered([made for made in drafts if made.row.number])
        paired = pair([made for made in drafts if not made.row.number], self._register.on_record)
        for made in sorted(paired.new, key=lambda made: made.row.row):
            self._give(made, self._register.next(made.issued.year))
            new.append(made)
        self.here += [(made.row.row, number) for made, number in paired.here]
        numbers = dict(self.here) | {made.row.row: str(made.item["number"]) for made in new}
        self.here += [(made.row.row, numbers[first.row.row]) for made, first in paired.repeats if first.row.row in numbers]
        for part in (part for made in new for part in made.parts):
            self._give(part, self._register.next(part.issued.year))
        self._differing = paired.differing
        self._refuse_unclear(paired)
        self.here.sort()
        return sorted(new, key=lambda made: made.row.row)

    def _numbered(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Those of the rows with a number of their own that are new."""
        new: dict[str, Draft] = {}
        for made in drafts:
            self._row = made.row.row
            given = read_number(made.row.number, made.issued.year)
            known = self._register.find(given, made.what)
            if known is None:
                self._give(made, given)
                new[given.text] = made
            elif known[0] == "taken":
                what = _("The number {number} belongs to another matter.").format(number=known[1])
                self._problem("number", made.row.number, what, _("Give it a free number, or leave the cell blank for the next one."))
            elif known[1] in new and not same_row(new[known[1]], made):
                self._say_otherwise(new[known[1]])
            else:
                self.here.append((made.row.row, known[1]))
        return list(new.values())

    def _refuse_unclear(self, paired: Paired) -> None:
        """Report the rows that are another row's matter told otherwise, or that might be any of several items."""
        for made, other in paired.otherwise:
            self._row = made.row.row
            self._say_otherwise(other)
        for made, first in paired.repeats:
            if any(made is one for one, _other in paired.otherwise) or any(first is one for one, _other in paired.otherwise):
                self._row = made.row.row
                self._say_otherwise(first)
        for made, numbers in paired.unclear:
            self._row = made.row.row
            what = _("This matter is on record as {numbers}, with other deadlines or leads.").format(numbers=listed(numbers))
            self._problem("title", made.row.title, what, _("Give the row the number of the item it is, or a number of its own."))

    def _say_otherwise(self, other: Draft) -> None:
        """Report the row: the same matter stands in another row, with another state or other words."""
        what = _("Row {row} says the same matter otherwise: it is {state} there.").format(
            row=shown_number(other.row.row), state=word("status", other.item["status"])
        )
        self._problem("title", other.row.title, what, _("Leave the row that holds now, or give each a number of its own."))

    def notes(self) -> list[str]:
        """What was assumed, or kept as text, of the rows that are not here already."""
        here = {row for row, _number in self.here}
        told: dict[str, list[str]] = {}
        for (said, about), rows in self._remarks.items():
            if new := [row for row in rows if row not in here]:
                told.setdefault(said, []).append(about + in_brackets(row_list(new)) if about else row_list(new))
        if self._differing:
            told[_("Here already with another deadline, which the import leaves as it is")] = [row_list(self._differing)]
        return [_("{label}: {text}.").format(label=said, text=listed(rows)) for said, rows in told.items()]

    def _give(self, made: Draft, number: Number) -> None:
        made.item |= {"number": number.text, "year": number.year, "serial": number.serial}
        self._register.enter(number, made.what, Entry(number.text, made.issued, made.row.original_due, made.item["lead_id"]))

    def _check(self, row: LedgerRow) -> None:
        """What the store could not keep, and what would have to be made up."""
        for key, most in LONGEST.items():
            text = row.said(key)
            if len(text) > most:
                what = _("It has {count} characters, more than {limit}.").format(count=len(text), limit=most)
                self._problem(key, text[:80] + "…", what, _("Shorten it."))
        for target in row.targets:
            if target.quantity is not None and not (target.unit or target.what):
                self._problem(
                    "targets", str(target.quantity), _("A target needs its unit."), _("Write the target like “12 articles” or “100%” or 12篇.")
                )

    def _say_assumed(self, row: LedgerRow, status: str) -> None:
        if row.due and row.due > self._today and self._days.is_provisional(row.due):
            self._remark(_("Due in {year}, whose days off are not announced yet: working days until then are provisional").format(year=row.due.year))
        if row.issued is None:
            self._remark(_("No issue day is given: today, or the earliest day in the row, is taken"))
        if status == "closed" and not row.closed:
            self._remark(_("Closed, but the day is not said: on a day not known, neither in time nor late"))
        elif status == "closed" and not row.result and not row.progress:
            self._remark(_("Closed without a word on the result: “{word}” stands for it").format(word=_("as imported")))
        if any(target.quantity is None for target in row.targets):
            self._remark(_("A target without a number is kept under the goal"))
        if status == "cancelled" and not (row.cancelled or row.closed):
            self._remark(_("Cancelled, but the day is not said: today is taken"))
        if status == "submitted" and not row.submitted:
            self._remark(_("Submitted, but the day is not said: today is taken"))

    def _moment(self, issued: date) -> str:
        if issued not in self._moments:
            self._moments[issued] = clock.stamp(issue_moment(self._read, issued))
        return self._moments[issued]

    def _problem(self, key: str, value: str, reason: str, fix: str) -> None:
        self.problems.append(RowProblem(self._row, self._headings.get(key) or _(COLUMNS[key].label), value, reason, fix))

    def _remark(self, said: str, about: str = "") -> None:
        rows = self._remarks.setdefault((said, about), [])
        if self._row not in rows[-1:]:
            rows.append(self._row)
