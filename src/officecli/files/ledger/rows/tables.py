"""Reads the tables of a ledger, one below the other: of each, under its own headings, every row that is an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.columns.tools import Tool
from officecli.files.ledger.rows.added_names import join_added
from officecli.files.ledger.rows.circumstances import by_sheets
from officecli.files.ledger.rows.continued import join_continued
from officecli.files.ledger.rows.days.dates import DateCells, column_orders
from officecli.files.ledger.rows.ledger_row import Ledger, RowProblem
from officecli.files.ledger.rows.named.initials import initials_in
from officecli.files.ledger.rows.named.others_sections import which_of_both_leads, without_others_sections
from officecli.files.ledger.rows.named.people_cells import ORDERERS, PeopleCells
from officecli.files.ledger.rows.named.surname_first import are_surname_first
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.row_reader import RowReader
from officecli.files.ledger.rows.rows_told import Told
from officecli.files.ledger.rows.signs import Signs
from officecli.files.ledger.rows.skipping import Skipping
from officecli.files.ledger.rows.whole_columns import DAYS, mend_columns
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, Skipped, row_list, row_text, sheet_of
from officecli.files.ledger.words.legend import beside_lights, beside_opens, beside_ticks
from officecli.i18n import _, listed
from officecli.light import replace
from officecli.patterns import pattern
from officecli.typed.dates import Almanac
from officecli.typed.dates.orders import Orders, months_meant, order_said
from officecli.typed.office.name_book import NameBook

_SHOWN = 80
_AT_ONCE = 200
"""Rows that are read together."""
_NUMBERED = pattern(r"^\s*(?:[(（]?[一二三四五六七八九十]+[)）]?\s*[、.．]?|第.{1,4}[部类章季]分?|[IVX]+\s*[.、]|[A-Z]\.|\d+[.、])\s*")


@dataclass
class Tables:
    """Reads one table after the other of a sheet into its ledger.

    `tool` is the program the sheet comes from, `words` what words of the state mean here, `section` the title that stands over what is read next: of the
    last section of one table, over the next table too, `ends` the marks under months by which a matter is to be over.
    """

    ledger: Ledger
    found: Sheet
    tool: Tool
    words: dict[str, str]
    almanac: Almanac
    today: date
    book: NameBook | None
    asked: ReadAs
    told: Told
    section: str
    ends: Mapping[str, bool]
    by_rule: dict[str, list[int]] = field(default_factory=dict)
    without_issue: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember the title that stands over all."""
        self._over_all = self.section

    def read(self, headings: Headings, rows: Sequence[SheetRow], *, is_first: bool) -> None:
        """Read a table; all but the first begin with the row of their headings."""
        ledger, found = self.ledger, self.found
        below = _without_continued(ledger, rows, headings)
        ledger.at_top.extend(mend_columns(below, headings, since_1904=found.since_1904))
        part = _with_own_sections(ledger, headings, below, self.book)
        orders = _orders(below, part, self.almanac, self.asked.dates, self.today)
        words = _marks_beside_ticks(ledger, below, part) | self.words
        people = _names(ledger, below, part, (*found.around.lines, *found.keys), self.book, self.asked.lead, today=self.today)
        signs, skipping = Signs(part, below, self.ends), Skipping(part, *_kinds(self.tool, part), head=None if is_first else below[0])
        for of, its_own in by_sheets(found, below, self.almanac, self.today):
            days = DateCells(self.almanac, self.today, year=of.year, around=of.texts, orders=orders)
            rule = self.asked.due_rule or of.rule
            if sheet_of(its_own[0].number) not in ("", *found.arounds):
                self.section = self._over_all  # a table that stands beside another begins without the sections of that
            reader = RowReader(part, days, words=words, meeting=of.meeting, people=people, rule=rule, periods=of.periods, signs=signs)
            self._read_rows(its_own, skipping, reader)
            self.by_rule.setdefault(rule, []).extend(reader.by_rule)
            self.without_issue.setdefault(rule, []).extend(reader.without_issue)
            ledger.unread.extend(reader.unread)

    def rules(self) -> Iterator[str]:
        """Which deadlines were worked out by a rule, and by which; and which could not be, as the rule counts from a day that the row does not say."""
        said = _("The deadline of {rows} is worked out by the rule “{rule}”.")
        yield from (said.format(rows=row_list(ruled), rule=rule) for rule, ruled in self.by_rule.items() if ruled)
        unsaid = _("The rule “{rule}” counts from the issue day, and none is said in {rows}: no deadline there.")
        yield from (unsaid.format(rows=row_list(ruled), rule=rule) for rule, ruled in self.without_issue.items() if ruled)

    def _read_rows(self, rows: Sequence[SheetRow], skipping: Skipping, reader: RowReader) -> None:
        """Let each row become an item, a problem or one skipped."""
        waiting: list[SheetRow] = []
        for row, below in self.told.each(zip_longest(rows, rows[1:])):
            reason = None if row.fault else skipping.reason(row, below)
            if reason == "section" or len(waiting) == _AT_ONCE:
                _read_together(self.ledger, waiting, reader, self.section)
            if row.fault:
                self.ledger.problems.append(RowProblem(row.number, "", row.fault.text, row.fault.why, row.fault.fix))
            elif reason is None:
                waiting.append(row)
            else:
                self.ledger.skipped.append(Skipped(row.number, reason, row_text(row)))
                if reason == "section":
                    self.section = section_title(skipping.title(row) or row_text(row))
        _read_together(self.ledger, waiting, reader, self.section)


def _read_together(ledger: Ledger, rows: list[SheetRow], reader: RowReader, section: str) -> None:
    """Let rows of one section become items or problems, so that none of them waits any more."""
    for row, (item, problems) in zip(rows, reader.read(rows, section), strict=True):
        if item:
            ledger.rows.append(item)
            row.cells = []  # nobody asks for them any more, and a large ledger is held once only
        ledger.problems.extend(problems)
    rows.clear()


def section_title(text: str) -> str:
    """The title of a section without its number and its rules."""
    return _NUMBERED.sub("", text).strip(" —–-=*#:：")[:_SHOWN]


def _without_continued(ledger: Ledger, rows: Sequence[SheetRow], headings: Headings) -> Sequence[SheetRow]:
    """The rows without those that only tell more of the one above, which are said to be read with it."""
    ledger.notes.extend(note for note in headings.notes if note not in ledger.notes)
    below, added = join_added(rows, headings)
    ledger.skipped.extend(Skipped(row.number, "joined", row_text(row)) for row in added)
    below, continued = join_continued(below, headings)
    ledger.skipped.extend(Skipped(row.number, "continued", row_text(row)) for row in continued)
    return below


def _marks_beside_ticks(ledger: Ledger, rows: Sequence[SheetRow], headings: Headings) -> dict[str, str]:
    """What marks beside ticks, and Y beside other lights, mean in the column of states, which is said."""
    place = headings.columns.get("status")
    cells = [row.cells[place] for row in rows if place < len(row.cells)] if place is not None else []
    texts = [cell for cell in cells if isinstance(cell, str)]
    found, lights, opens = beside_ticks(texts), beside_lights(texts), beside_opens(texts)
    if found:
        ledger.notes.append(_("Beside √ these marks are taken for not done: {marks}.").format(marks=listed(found)))
    if lights:
        ledger.notes.append(_("Beside the letters of other lights, Y is taken for yellow: not done."))
    if opens:
        ledger.notes.append(_("Beside the letter O, C is taken for closed."))
    return found | lights | opens


def _with_own_sections(ledger: Ledger, headings: Headings, rows: Sequence[SheetRow], book: NameBook | None) -> Headings:
    """The headings without a column of sections that are not the leads' own, which is said."""
    found = without_others_sections(headings, rows, book)
    if found is not headings:
        what = _("“{heading}” is kept as a remark: most who lead are of other sections.")
        ledger.notes.append(what.format(heading=headings.labels["unit"]))
    elif advice := which_of_both_leads(headings, rows, book):
        ledger.notes.append(advice)
    return found


def _names(
    ledger: Ledger, rows: Sequence[SheetRow], part: Headings, around: Sequence[str], book: NameBook | None, lead: str, *, today: date
) -> PeopleCells:
    """What reads the names of a table; whom initials stand for is said."""
    initials = initials_in(rows, part, around, book)
    orderers = {} if part.columns.keys().isdisjoint(ORDERERS) else initials_in(rows, part, around, book, ORDERERS)
    if initials or orderers:
        pairs = listed(f"{short} = {name}" for short, name in {**initials, **orderers}.items())
        ledger.at_top.append(_("Initials stand for people: {pairs}.").format(pairs=pairs))
    return PeopleCells(book, lead, initials, orderers, surname_first=are_surname_first(rows, part, book), today=today)


def _orders(rows: Sequence[SheetRow], headings: Headings, almanac: Almanac, asked: str, today: date) -> dict[str, Orders]:
    """In what order each column under these headings writes its days."""
    texts = {
        key: [cell for row in rows if place < len(row.cells) and isinstance(cell := row.cells[place], str)]
        for key, place in headings.columns.items()
        if key in DAYS
    }
    labels = headings.labels
    orders = column_orders(texts, almanac.orders, asked, {key: order_said(labels[key], told) for key, told in texts.items()})
    return {key: replace(order, months=months_meant(labels[key], texts[key], today)) if key in texts else order for key, order in orders.items()}


def _kinds(tool: Tool, headings: Headings) -> tuple[int | None, Mapping[str, str]]:
    """Where a tool says of what kind a row is, and which kinds are no items."""
    return tool.place(tool.kinds[0], headings.texts), tool.kinds[1]
