"""Reads a whole ledger: its sheet, its headings, then every row that is an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

from officecli.errors import BadInput
from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.columns.contents import Known
from officecli.files.ledger.columns.heading_meaning import Mapped, parse_mapping
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS, rate, recalled
from officecli.files.ledger.columns.headings import Headings, find_headings
from officecli.files.ledger.columns.remembered import Kept
from officecli.files.ledger.columns.tools import Tool, mapped_by, tool_of
from officecli.files.ledger.rows.added_names import join_added
from officecli.files.ledger.rows.circumstances import by_sheets
from officecli.files.ledger.rows.continued import join_continued
from officecli.files.ledger.rows.dates import DateCells, column_orders
from officecli.files.ledger.rows.initials import initials_in
from officecli.files.ledger.rows.led_by_sections import led_by_one, led_by_sections
from officecli.files.ledger.rows.ledger_row import Ledger, RowProblem
from officecli.files.ledger.rows.marked_sections import join_marked
from officecli.files.ledger.rows.markup import without_markup
from officecli.files.ledger.rows.name_halves import join_name_halves
from officecli.files.ledger.rows.ones_and_zeros import say_yes_and_no
from officecli.files.ledger.rows.others_sections import which_of_both_leads, without_others_sections
from officecli.files.ledger.rows.parts import cut, of_first, parts_of
from officecli.files.ledger.rows.people_cells import PeopleCells
from officecli.files.ledger.rows.periods import day_of_plan
from officecli.files.ledger.rows.raci import read_raci
from officecli.files.ledger.rows.row_reader import RowReader
from officecli.files.ledger.rows.rows_told import Tick, Told
from officecli.files.ledger.rows.signs import Signs
from officecli.files.ledger.rows.skipping import Skipping, skipped_notes
from officecli.files.ledger.rows.surname_first import are_surname_first
from officecli.files.ledger.rows.ticked_columns import join_ticked
from officecli.files.ledger.rows.who_and_when import part_who_and_when
from officecli.files.ledger.rows.whole_columns import DAYS, mend_columns
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, Skipped, row_list, row_text, stands_alone
from officecli.files.ledger.words.legend import beside_lights, beside_opens, beside_ticks, legend
from officecli.files.ledger.words.states import of_section
from officecli.i18n import _, clauses, listed
from officecli.light import replace
from officecli.model.words import word
from officecli.patterns import pattern
from officecli.typed.dates import Almanac
from officecli.typed.dates.orders import Orders, months_meant, order_said
from officecli.typed.office.name_book import NameBook

_SHOWN = 80
_AT_ONCE = 200
"""Rows that are read together."""
_NUMBERED = pattern(r"^\s*(?:[(（]?[一二三四五六七八九十]+[)）]?\s*[、.．]?|第.{1,4}[部类章季]分?|[IVX]+\s*[.、]|[A-Z]\.|\d+[.、])\s*")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What holds for rows that do not say it: `due_rule` gives their deadline, instead of what stands above the table, and `lead` leads what names nobody.

    `dates` is the order of day, month and year, of `orders.ORDERS`, where it was asked for.
    """

    due_rule: str = ""
    lead: str = ""
    dates: str = ""


def read_ledger(
    path: Path,
    *,
    sheet: str | None,
    mapping: Mapping[str, str],
    almanac: Almanac,
    today: date,
    book: NameBook | None = None,
    unsaid: Unsaid = Unsaid(),
    maps: Sequence[Kept] = (),
    tick: Tick = lambda _done, _all: None,
) -> Ledger:
    """The ledger in a file; BadInput when the file, or its headings, cannot be understood.

    `mapping` is {heading: key} from `parse_mapping`. `maps` are what was kept for headings that come back. `unsaid` is what holds for rows that do
    not say it. Names are not looked up; `book` knows who is of the office, so that what is one name is not taken for two. `tick` is told of the rows
    read so far.
    """
    found, mapping = _sheet_as_kept(path, sheet, mapping, maps, book)
    found.notes.extend(_mended(found, mapping, book if not unsaid.lead else None))
    if by_tool := tool_of(found.rows[:HEADING_ROWS]):
        mapping = mapped_by(*by_tool, mapping)
        found.notes.append(_("Read as a table of {tool}.").format(tool=by_tool[0].name))
    tool = by_tool[0] if by_tool else Tool("", ())
    words = _letters(found) | (mapping.words if isinstance(mapping, Mapped) else {})
    known = Known(book.names_or_initials, book.names_person, today, words) if book else Known(today=today, words=words)
    plan = found.around.plans
    tables = cut(found.rows, found.heads)
    headings, first = find_headings(tables[0], of_first(mapping, tables), known, lead=bool(unsaid.lead), plan=plan)
    rows = found.rows[first:]
    tool.mend(rows, headings.texts, headings.columns.get("number"))
    ledger = _begun(found, headings, rows)
    section, told = _over_all(found), Told(tick, len(rows))
    by_rule: dict[str, list[int]] = {}
    for headed, its_rows in parts_of(tables, headings, first, mapping, known, lead=bool(unsaid.lead), plan=plan):
        below = _without_continued(ledger, its_rows, headed)
        ledger.at_top.extend(mend_columns(below, headed, since_1904=found.since_1904))
        part = _with_own_sections(ledger, headed, below, book)
        orders = _orders(below, part, almanac, unsaid.dates, today)
        marked = _marks_beside_ticks(ledger, below, part) | words
        names = _names(ledger, below, part, found.around.lines, book, unsaid.lead)
        signs, skipping = Signs(part, below), Skipping(part, *_kinds(tool, part), head=None if headed is headings else below[0])
        for of, its_own in by_sheets(found, below, almanac, today):
            days = DateCells(almanac, today, year=of.year, around=of.texts, orders=orders)
            rule = unsaid.due_rule or of.rule
            reader = RowReader(part, days, today, words=marked, meeting=of.meeting, people=names, rule=rule, periods=of.periods, signs=signs)
            section = _read_rows(ledger, its_own, skipping, reader, section, told)
            by_rule.setdefault(rule, []).extend(reader.by_rule)
            ledger.unread.extend(reader.unread)
    said = _("The deadline of {rows} is worked out by the rule “{rule}”.")
    ledger.at_top.extend(said.format(rows=row_list(ruled), rule=rule) for rule, ruled in by_rule.items() if ruled)
    ledger.notes.extend(skipped_notes(ledger.skipped))
    return ledger


def _begun(found: Sheet, headings: Headings, rows: Sequence[SheetRow]) -> Ledger:
    """The ledger of a sheet before its rows are read."""
    return Ledger(
        unused=headings.unused,
        notes=found.notes + headings.notes,
        heading_row=headings.row_number,
        headings={key: headings.labels[key] for key in headings.columns},
        texts=headings.texts,
        read=[row.number for row in rows] + [one.row for one in found.skipped],
        skipped=list(found.skipped),
        at_top=found.at_top,
    )


def _sheet_as_kept(
    path: Path, sheet: str | None, mapping: Mapping[str, str], maps: Sequence[Kept], book: NameBook | None
) -> tuple[Sheet, Mapping[str, str]]:
    """The rows of a file, and what its headings mean: what was said, else what was kept for headings that come back; BadInput where there are no rows."""
    anybody = book.names_or_initials if book else lambda _text: False
    found = read_sheet(path, sheet, lambda rows: rate(rows, mapping), Beginnings(mapping, anybody))
    kept = None if mapping else recalled(found.rows, maps)
    if kept:
        mapping = parse_mapping(kept.options)
        found = read_sheet(path, sheet, lambda rows: rate(rows, mapping), Beginnings(mapping, anybody))
        found.at_top.append(_("The headings are read as kept under “{name}”: {options}.").format(name=kept.name, options=listed(kept.options)))
    if not found.rows:
        raise BadInput(_("{path} has no rows.").format(path=path), fix=_("Check that the ledger was saved, and name its sheet with --sheet."))
    return found, mapping


def _mended(found: Sheet, mapping: Mapping[str, str], book: NameBook | None) -> Iterator[str]:
    """Bring rows of other shapes into that of one matter a row, one thing a column, and say what was done; `book` finds who leads where no heading says it."""
    rows = found.rows
    yield from (*without_markup(rows), *join_name_halves(rows), *part_who_and_when(rows, mapping))
    yield from (*say_yes_and_no(rows, mapping), *join_ticked(rows, mapping), *read_raci(rows, mapping, book))
    yield from (*join_marked(rows, mapping, found.around.lines, book), *led_by_sections(rows, mapping, book))
    if len(found.arounds) == 1:
        yield from led_by_one(rows, mapping, found.around, book)


def _without_continued(ledger: Ledger, rows: Sequence[SheetRow], headings: Headings) -> Sequence[SheetRow]:
    """The rows without those that only tell more of the one above, which are said to be read with it."""
    ledger.notes.extend(note for note in headings.notes if note not in ledger.notes)
    below, added = join_added(rows, headings)
    ledger.skipped.extend(Skipped(row.number, "joined", row_text(row)) for row in added)
    below, continued = join_continued(below, headings)
    ledger.skipped.extend(Skipped(row.number, "continued", row_text(row)) for row in continued)
    return below


def _letters(found: Sheet) -> dict[str, str]:
    """What a legend above or below the table, alone in its row, says the letters of the state mean; it is said."""
    letters = legend((*found.around.lines, *filter(None, map(stands_alone, found.rows))))
    if letters:
        meant = clauses(f"{letter} = {word('status', code)}" for letter, code in letters.items())
        found.notes.append(_("Letters mean what the ledger itself says: {letters}.").format(letters=meant))
    return letters


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


def _names(ledger: Ledger, rows: Sequence[SheetRow], part: Headings, around: Sequence[str], book: NameBook | None, lead: str) -> PeopleCells:
    """What reads the names of a table; whom initials stand for is said."""
    initials = initials_in(rows, part, around, book)
    if initials:
        pairs = listed(f"{short} = {name}" for short, name in initials.items())
        ledger.at_top.append(_("Initials stand for people: {pairs}.").format(pairs=pairs))
    return PeopleCells(book, lead, initials, surname_first=are_surname_first(rows, part, book))


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


def _read_rows(ledger: Ledger, rows: Sequence[SheetRow], skipping: Skipping, reader: RowReader, section: str, told: Told) -> str:
    """Let each row become an item, a problem or one skipped; returns the title of the last section, which stands over all below it."""
    waiting: list[SheetRow] = []
    for row, below in told.each(zip_longest(rows, rows[1:])):
        reason = None if row.fault else skipping.reason(row, below)
        if reason == "section" or len(waiting) == _AT_ONCE:
            _read_together(ledger, waiting, reader, section)
        if row.fault:
            ledger.problems.append(RowProblem(row.number, "", row.fault.text, row.fault.why, row.fault.fix))
        elif reason is None:
            waiting.append(row)
        else:
            ledger.skipped.append(Skipped(row.number, reason, row_text(row)))
            if reason == "section":
                section = section_title(skipping.title(row) or row_text(row))
    _read_together(ledger, waiting, reader, section)
    return section


def _read_together(ledger: Ledger, rows: list[SheetRow], reader: RowReader, section: str) -> None:
    """Let rows of one section become items or problems, so that none of them waits any more."""
    for row, (item, problems) in zip(rows, reader.read(rows, section), strict=True):
        if item:
            ledger.rows.append(item)
            row.cells = []  # nobody asks for them any more, and a large ledger is held once only
        ledger.problems.extend(problems)
    rows.clear()


def _over_all(found: Sheet) -> str:
    """The title right over the headings, where it says of all below how far they are, or of which day: ✅ 已完成, Completed items, 日期：2026.7.6."""
    title = section_title(found.around.lines[-1]) if found.around.lines else ""
    return title if title and (of_section(title) or day_of_plan(title)) else ""


def section_title(text: str) -> str:
    """The title of a section without its number and its rules."""
    return _NUMBERED.sub("", text).strip(" —–-=*#:：")[:_SHOWN]
