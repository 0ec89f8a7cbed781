"""Rows that were inserted in the meeting: each is a new matter, read as a ledger's row is, and registered like any other."""

from __future__ import annotations

from dataclasses import replace

from officecli.actions.items.register import Order
from officecli.errors import BadInput
from officecli.files.ledger.drafts.readings import THROUGH, Reading
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.files.ledger.rows.named.people_cells import PeopleCells
from officecli.files.ledger.rows.row_reader import RowReader
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.meeting.plan import Came, NewRow
from officecli.files.meeting.wishes import Wishing
from officecli.files.meeting.written import WrittenRow, WrittenSheet
from officecli.i18n import _
from officecli.model import codes
from officecli.model.item_fields import PLAIN
from officecli.model.names import title_key
from officecli.store.read.reader import Reader
from officecli.typed.dates import almanac
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cell import NameCell

_INSTEAD = {"new_lead": "lead", "new_due": "due"}
"""What is written in the meeting stands for what is blank in the ledger's columns."""

_NO_ACT = ("", "keep", "assign", "extend")
"""Decisions that say of a new matter no more than that it is to be done, by whom and by when."""


_AS_IN_MINUTES = frozenset(codes.NEW_MATTER.also["new"].split("|"))
"""What minutes print in the column of decisions for a matter that is new, whatever language they are in."""


def _as_minutes_call_it(row: WrittenRow) -> WrittenRow:
    """A new row that says so in the words of the minutes, which is no decision, without them."""
    said = " ".join(row.text("decided").casefold().split())
    return replace(row, cells={**row.cells, "decided": None}) if said in _AS_IN_MINUTES else row


class NewRows:
    """Reads the rows of a sheet that have no mark; what is wrong with them is told to `wishing`."""

    def __init__(self, read: Reader, sheet: WrittenSheet, wishing: Wishing) -> None:
        self._read = read
        self._sheet = sheet
        self._wishing = wishing
        self._book = NameBook(read)
        headings = sheet.as_ledger()
        columns = {"lead": len(sheet.texts), "due": len(sheet.texts) + 1} | headings.columns
        self._headings = replace(headings, columns={"title": len(sheet.texts) + 2} | columns)
        self._reader = RowReader(
            self._headings, DateCells(almanac(read), read.today), words={}, people=PeopleCells(self._book, None, today=read.today)
        )

    def read(self, row: WrittenRow, came: Came) -> NewRow | None:
        """The matter of a row, None after what is wrong with it was told, or that it is on record already (`came.here`)."""
        number = self._on_record(row, came)
        if number is not None:
            return None
        ((made, problems),) = self._reader.read([self._as_of_a_ledger(row)])
        wish = self._wishing.wish(_as_minutes_call_it(row), None)
        if wish and wish.decided not in _NO_ACT:
            self._wishing.problem(
                row, "decided", _("It is not on record yet, so nothing else can be decided on it."), _("Clear the cell: the row makes a new item.")
            )
        self._wishing.problems += problems
        named = made or self._reader.unread[-1]
        lead = (wish and wish.lead) or (None if any(problem.key == "lead" for problem in problems) else self._lead(row, named))
        if made is None or wish is None or lead is None or wish.decided not in _NO_ACT:
            return None
        due = wish.due or made.due
        order = Order(
            title=made.title,
            lead=lead.name,
            due=due.isoformat() if due else "",
            support=[f"{self._name(one)}:{one.part}" if one.part else self._name(one) for one in made.supports],
            source=made.source,
            urgency=made.urgency or "ordinary",
            body=made.body,
            issued=made.issued.isoformat() if made.issued else "",
            fields={"goal": made.goal or None, "feedback_every": made.feedback_every, **{key: made.fields[key] or None for key in PLAIN}},
        )
        inferred = dict(made.inferred) | ({"lead": _(THROUGH[lead.through])} if lead.through else {})
        supports = tuple({"name": self._name(one), "part": one.part, "done": False} for one in made.supports)
        reading = Reading(row.row, "", made.title, lead.name, made.body, supports, made.issued or self._read.today, due, "issued", None, inferred)
        return NewRow(row.row, order, wish, reading)

    def _on_record(self, row: WrittenRow, came: Came) -> str | None:
        """The number of the item that this row is already; it is told, or that its matter is open here and it is not plain which was meant."""
        rows = self._read.rows("SELECT number, id, status FROM item WHERE title_key = :key ORDER BY id DESC", key=title_key(row.text("title"))[:500])
        since = max((one.mark.seq for one in self._sheet.rows if one.mark), default=0)
        typed = row.text("number")
        same = next((one for one in rows if one["number"] == typed or one["id"] > since), None)
        if same and same["id"] > since:
            came.here.append((row.row, same["number"]))
            return str(same["number"])
        open_ = same or next((one for one in rows if one["status"] in codes.OPEN), None)
        if open_ is None:
            return None
        what = _("This matter is on record as {number}.").format(number=open_["number"])
        self._wishing.problem(
            row, "title", what, _("Write what was decided into the row of that item; or say in the matter what is another about it.")
        )
        return str(open_["number"])

    def _as_of_a_ledger(self, row: WrittenRow) -> SheetRow:
        """The row with what was written in the meeting in place of what is blank, and without a number, which it gets here."""
        wide = len(self._sheet.texts) + 3
        cells = [*row.whole.cells, *[None] * (wide - len(row.whole.cells))]
        for written, key in _INSTEAD.items():
            place = self._headings.columns[key]
            if not cell_text(cells[place]) and row.text(written):
                cells[place] = row.cells[written] if key == "lead" else None
        if "number" in self._headings.columns:
            cells[self._headings.columns["number"]] = None
        return replace(row.whole, cells=cells)

    def _lead(self, row: WrittenRow, made: LedgerRow) -> Meant | None:
        try:
            meant = self._book.find(made.lead)
        except BadInput as refused:
            self._wishing.problem(row, "lead", refused.what, refused.fix)
            return None
        if meant is None:
            unknown = self._book.unknown(made.lead.name, _("Name somebody here; see who is with: officecli person list"))
            self._wishing.problem(row, "lead", unknown.what, unknown.fix)
        return meant

    def _name(self, cell: NameCell) -> str:
        """The name of who supports, in full where it is somebody here; an outside body as it is written."""
        try:
            meant = self._book.find(cell)
        except BadInput:
            return cell.name  # whoever registers it asks who of them is meant
        return meant.name if meant else cell.unit or cell.name
