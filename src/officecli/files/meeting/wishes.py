"""What was written into a row in the meeting, understood: a decision by its word, a day, a person, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.sheets.cells import Unclear, cell_text, check_text, is_beyond_percent, joined_lines, read_percent
from officecli.files.ledger.words.coded import meant, read_word
from officecli.files.meeting.decided import taken_apart
from officecli.files.meeting.written import WrittenRow, WrittenSheet
from officecli.i18n import _, listed, sentences
from officecli.model import codes
from officecli.model.bounds import TEXT
from officecli.model.words import word
from officecli.store.read.reader import Reader
from officecli.typed.dates import almanac, read_date
from officecli.typed.dates.reading import heard
from officecli.typed.items.deadlines import added_to_deadline
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cells import split_names
from officecli.typed.text import is_nothing

_ENDS = ("close", "cancel")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row asks for: `decided` is one of `codes.DECIDED`, "" where none is written; `said` is how it goes, `percent` how far."""

    decided: str = ""
    due: date | None = None
    lead: Meant | None = None
    said: str = ""
    percent: str = ""
    noted: str = ""


class Wishing:
    """Understands the rows of a sheet, and gathers in `problems` what cannot be understood."""

    def __init__(self, read: Reader, sheet: WrittenSheet) -> None:
        self._sheet = sheet
        self._book = NameBook(read)
        self._almanac = almanac(read)
        self._today = read.today
        self._days = DateCells(self._almanac, read.today)
        self.problems: list[RowProblem] = []

    def wish(self, row: WrittenRow, due_now: str | None) -> Wish | None:
        """What the row asks for of an item with this deadline (ISO); None after a problem was told."""
        before = len(self.problems)
        row = taken_apart(row)
        said, percent = self._said(row)
        wish = Wish(self._decided(row), self._due(row, due_now), self._lead(row), said, percent, self._text(row, "noted"))
        self._check(row, wish)
        return wish if len(self.problems) == before else None

    def problem(self, row: WrittenRow, key: str, reason: str, fix: str) -> None:
        """Report a cell of a row, or the row as a whole where no column is named."""
        text = row.text(key) if key else row.text("title")
        self.problems.append(RowProblem(row.row, self._sheet.label(key) if key else "", text[:_SHOWN], reason, fix, key or ""))

    def _decided(self, row: WrittenRow) -> str:
        text = self._text(row, "decided")
        try:
            return read_word("decided", joined_lines(text)) or ""
        except BadInput:
            offered = [word("decided", code) for code in codes.DECIDED]
            what = _("“{word}” is nothing a meeting decides here.").format(word=text[:_SHOWN])
            fix = _("Write one of: {choices}; put anything else under “{heading}”.").format(
                choices=listed(offered), heading=self._sheet.label("noted")
            )
            self.problem(row, "decided", what, sentences([meant("decided", text), fix]))
            return ""

    def _due(self, row: WrittenRow, due_now: str | None) -> date | None:
        cell = row.cells.get("new_due")
        try:
            text = check_text(cell_text(cell))
            if due_now and (span := added_to_deadline(text)):
                return read_date(span, base=date.fromisoformat(due_now), by=self._almanac)
            reading = self._days.due("new_due", cell, self._today)
        except BadInput as refused:
            self.problem(row, "new_due", sentences([refused.what, refused.why]), refused.fix)
            return None
        if reading:
            heard(text, reading, self._almanac, self._today)
        return reading.day if reading else None

    def _lead(self, row: WrittenRow) -> Meant | None:
        names = split_names(joined_lines(self._text(row, "new_lead")), self._book)
        if not names:
            return None
        if len(names) > 1:
            what = _("{count} names stand where one person leads.").format(count=len(names))
            self.problem(row, "new_lead", what, _("Leave the one who leads; name the others with: officecli support NUMBER NAME:part"))
            return None
        try:
            meant = self._book.find(names[0])
        except BadInput as refused:
            self.problem(row, "new_lead", refused.what, refused.fix)
            return None
        if meant is None:
            unknown = self._book.unknown(names[0].name, _("Name somebody here; see who is with: officecli person list"))
            self.problem(row, "new_lead", unknown.what, unknown.fix)
        return meant

    def _said(self, row: WrittenRow) -> tuple[str, str]:
        """How it goes, and how far: `60%`, `60% foundations laid`, or words alone."""
        text = self._text(row, "said")
        share = read_percent(row.cells.get("said"))
        if share is not None and text:
            return "", str(round(share))
        if is_beyond_percent(text):
            self.problem(row, "said", _("This is no percentage: it is not between 0 and 100."), _("Write a number from 0 to 100."))
            return "", ""
        first, _space, rest = text.partition(" ")
        share = read_percent(first) if first.endswith(("%", "\uff05")) and rest else None
        return (rest, str(round(share))) if share is not None else (text, "")

    def _text(self, row: WrittenRow, key: str) -> str:
        cell = row.cells.get(key)
        try:
            if isinstance(cell, Unclear):
                raise BadInput(cell.why, fix=cell.fix)
            text = check_text(cell_text(cell))
            if len(text) > TEXT:
                raise BadInput(_("It has {count} characters, more than {limit}.").format(count=len(text), limit=TEXT), fix=_("Shorten it."))
        except BadInput as refused:
            self.problem(row, key, refused.what, refused.fix)
            return ""
        return "" if is_nothing(text) else text

    def _check(self, row: WrittenRow, wish: Wish) -> None:
        """Whatever contradicts itself."""
        if wish.decided in _ENDS and (wish.due or wish.lead):
            key = "new_due" if wish.due else "new_lead"
            what = _("It is to be over, and has a {column} as well.").format(column=self._sheet.label(key))
            self.problem(row, key, what, _("Clear one of the two cells."))
        elif wish.decided == "assign" and wish.lead is None and not row.text("new_lead"):
            self.problem(
                row,
                "decided",
                _("It is to be led by somebody else, and nobody is named."),
                _("Name who under “{heading}”.").format(heading=self._sheet.label("new_lead")),
            )
