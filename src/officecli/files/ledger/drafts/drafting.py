"""Turns the rows of a ledger into drafts of items, with people and days, and gathers what is wrong and what was assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from operator import attrgetter

from officecli import clock
from officecli.files.ledger.drafts.draft import Draft, draft, issue_day
from officecli.files.ledger.people.bodies import BodyOptions
from officecli.files.ledger.people.row_people import RowPeople
from officecli.files.ledger.rows.ledger_row import Ledger, LedgerRow, RowProblem
from officecli.files.ledger.sheets.sheet_rows import row_list
from officecli.i18n import _, in_brackets, listed
from officecli.model.item_fields import COLUMNS, FIELDS, PLAIN
from officecli.model.ledger_marks import AS_IMPORTED
from officecli.standing.items.reviewing import Reviewers
from officecli.store.calendar.days import working_days
from officecli.store.calendar.handing_out import issue_moment
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.name_book import NameBook
from officecli.typed.text import shown

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
        "point",
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

_OF_PEOPLE = frozenset(("lead", "unit", "support", "body", "originator", "ordered_by"))
"""The columns in which people and bodies stand: where one is at fault, the others wait for it."""


class Drafting:
    """The drafts of one ledger; `problems` tell of the rows that became none."""

    def __init__(self, read: Reader, ledger: Ledger, importer: Row, bodies: BodyOptions = BodyOptions()) -> None:
        self._read = read
        self._today = read.today
        self._days = working_days(read)
        self._long = [key for key, most in LONGEST.items() if max(map(len, _texts(ledger.rows, key)), default=0) > most]
        self._headings = ledger.headings
        importer_id = None if importer["account"] else importer["id"]
        self._people = RowPeople(NameBook(read), ledger.headings, importer_id, Reviewers(read), self._problem, self._remark, options=bodies)
        self._moments: dict[date, str] = {}
        self._remarks: dict[tuple[str, str], list[int]] = {}
        self._row = 0
        self.problems: list[RowProblem] = []

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
        self._say_assumed(row, made.status)
        return made

    def look_up_unread(self, ledger: Ledger) -> None:
        """Say of rows that became none already what is wrong with the people they name, so that all of it is mended in one go."""
        told = {problem.row for problem in ledger.problems if problem.key in _OF_PEOPLE}
        for row in ledger.unread:
            if row.row not in told:
                self._row = row.row
                self._people.look_up(row, tells=False)

    def problem(self, made: Draft, key: str, value: str, reason: str, fix: str) -> None:
        """Report a row that was read and cannot be placed."""
        self._row = made.row.row
        self._problem(key, value, reason, fix)

    def notes(self, here: Collection[int], bad: Collection[int]) -> list[str]:
        """What was assumed, or kept as text, of the rows that are not `here`, on record, already; of `bad` ones how their names were read, and no more."""
        told: dict[str, list[str]] = {}
        for (said, about), of in self._remarks.items():
            if among := [row for row in of if row not in here and (about or row not in bad)]:
                told.setdefault(said, []).append(about + in_brackets(row_list(among)) if about else row_list(among))
        return [_("{label}: {text}.").format(label=said, text=listed(texts)) for said, texts in told.items()]

    def _check(self, row: LedgerRow) -> None:
        """What the store could not keep, and what would have to be made up."""
        for key in self._long:
            text = row.said(key)
            if len(text) > LONGEST[key]:
                what = _("It has {count} characters, more than {limit}.").format(count=len(text), limit=LONGEST[key])
                self._problem(key, text[:80] + "…", what, _("Shorten it."))
        for target in row.targets:
            if target.quantity is not None and not (target.unit or target.what):
                self._problem("targets", str(target.quantity), _("A target needs its unit."), _("Write the target like “12 articles” or “100%”."))

    def _say_assumed(self, row: LedgerRow, status: str) -> None:
        if row.due and row.due > self._today and self._days.is_provisional(row.due):
            self._remark(_("Due in {year}, whose days off are not announced yet: working days until then are provisional").format(year=row.due.year))
        if row.issued is None:
            self._remark(_("No issue day is given: today, or the earliest day in the row, is taken"))
        if status == "closed" and not row.closed:
            self._remark(_("Closed, but the day is not said: on a day not known, neither in time nor late"))
        elif status == "closed" and not row.result and not row.progress:
            self._remark(_("Closed without a word on the result: “{word}” stands for it").format(word=_(AS_IMPORTED)))
        if any(target.quantity is None for target in row.targets):
            self._remark(_("A target without a number is kept under the goal"))
        if status == "cancelled" and not (row.cancelled or row.closed):
            self._remark(_("Cancelled, but the day is not said: today is taken, or the deadline where that has passed, so that nobody was late"))
        if status == "submitted" and not row.submitted:
            self._remark(_("Submitted, but the day is not said: today is taken"))

    def _moment(self, issued: date) -> str:
        if issued not in self._moments:
            self._moments[issued] = clock.stamp(issue_moment(self._read, issued))
        return self._moments[issued]

    def _problem(self, key: str, value: str, reason: str, fix: str) -> None:
        self.problems.append(RowProblem(self._row, self._headings.get(key) or _(COLUMNS[key].label), shown(value), reason, fix, key))

    def _remark(self, said: str, about: str = "") -> None:
        rows = self._remarks.setdefault((said, about), [])
        if self._row not in rows[-1:]:
            rows.append(self._row)


def _texts(rows: Iterable[LedgerRow], key: str) -> Iterable[str]:
    """What stands under a key of text in each of these rows."""
    return (row.fields[key] for row in rows) if key in PLAIN else map(attrgetter(key), rows)
