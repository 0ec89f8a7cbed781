"""Reads a whole ledger: its sheet, its headings, then every row that is an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from officecli.errors import BadInput
from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.columns.by_heading.mapping import Mapped, parse_mapping, with_meant
from officecli.files.ledger.columns.contents import Known
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS, recalled
from officecli.files.ledger.columns.headings import Headings, find_headings
from officecli.files.ledger.columns.rating import rate
from officecli.files.ledger.columns.tools import Tool, mapped_by, tool_of
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.periods import day_of_plan
from officecli.files.ledger.rows.days.planned_ends import planned_ends
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.made_plain.counted_days import count_days
from officecli.files.ledger.rows.made_plain.days_of_months import put_months_to_days
from officecli.files.ledger.rows.made_plain.days_under_months import date_under_months
from officecli.files.ledger.rows.made_plain.event_days import date_by_event
from officecli.files.ledger.rows.made_plain.labelled_lines import part_labelled_lines
from officecli.files.ledger.rows.made_plain.led_by_sections import led_by_one, led_by_sections
from officecli.files.ledger.rows.made_plain.marked_sections import join_marked
from officecli.files.ledger.rows.made_plain.marked_weeks import date_marked
from officecli.files.ledger.rows.made_plain.markup import without_markup
from officecli.files.ledger.rows.made_plain.name_halves import join_name_halves
from officecli.files.ledger.rows.made_plain.next_meeting import date_next_meeting
from officecli.files.ledger.rows.made_plain.numbered_anew import without_numbers_anew
from officecli.files.ledger.rows.made_plain.ones_and_zeros import say_yes_and_no
from officecli.files.ledger.rows.made_plain.plan_and_actual import join_plan_and_actual
from officecli.files.ledger.rows.made_plain.raci import read_raci
from officecli.files.ledger.rows.made_plain.three_in_one import part_three_in_one
from officecli.files.ledger.rows.made_plain.ticked_columns import join_ticked, join_ticked_kinds
from officecli.files.ledger.rows.made_plain.ticked_stages import join_stages
from officecli.files.ledger.rows.made_plain.who_and_when import part_who_and_when
from officecli.files.ledger.rows.parts import cut, of_first, parts_of
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.rows_told import Tick, Told, untold
from officecli.files.ledger.rows.skipping import skipped_notes
from officecli.files.ledger.rows.tables import Tables, section_title
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, stands_alone
from officecli.files.ledger.words.legend import as_lights, legend
from officecli.files.ledger.words.states import of_section
from officecli.i18n import _, clauses, listed
from officecli.model.words import word
from officecli.typed.dates import Almanac
from officecli.typed.office.name_book import NameBook


def read_ledger(
    path: Path,
    asked: ReadAs = ReadAs(),
    *,
    almanac: Almanac,
    today: date,
    book: NameBook | None = None,
    tick: Tick = untold,
) -> Ledger:
    """The ledger in a file; BadInput when the file, or its headings, cannot be understood.

    Names are not looked up; `book` knows who is of the office, so that what is one name is not taken for two. `tick` is told of the rows read so far.
    """
    found, mapping = _sheet_as_kept(path, asked, book)
    found.notes.extend(_mended(found, mapping, book if not asked.lead else None, DateCells(almanac, today, year=found.around.year)))
    tool, mapping = _tool(found, with_meant(mapping, found.meant))
    ends = planned_ends(found.rows, mapping, [*_told(found), *found.keys])
    words = _letters(found, ends) | (mapping.words if isinstance(mapping, Mapped) else {})
    known = Known(book.names_or_initials, book.names_one_person, today, words, book.is_own) if book else Known(today=today, words=words)
    plan = found.around.plans
    cuts = cut(found.rows, found.heads)
    headings, first = find_headings(cuts[0], of_first(mapping, cuts), known, lead=bool(asked.lead), plan=plan)
    rows = found.rows[first:]
    tool.mend(rows, headings.texts, [headings.columns[key] for key in ("number", "parent") if key in headings.columns])
    ledger = _begun(found, headings, rows)
    tables = Tables(ledger, found, tool, words, almanac, today, book, asked, Told(tick, len(rows)), _over_all(found), ends)
    for headed, its_rows in parts_of(cuts, headings, first, mapping, known, lead=bool(asked.lead), plan=plan):
        tables.read(headed, its_rows, is_first=headed is headings)
    ledger.at_top.extend(tables.rules())
    ledger.notes.extend(skipped_notes(ledger.skipped))
    return ledger


def _tool(found: Sheet, mapping: Mapping[str, str]) -> tuple[Tool, Mapping[str, str]]:
    """The program whose table it is, which is said, and what the headings mean by that."""
    by_tool = tool_of(found.rows[:HEADING_ROWS])
    if not by_tool:
        return Tool("", ()), mapping
    found.notes.append(_("Read as a table of {tool}.").format(tool=by_tool[0].name))
    return by_tool[0], mapped_by(*by_tool, mapping)


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


def _sheet_as_kept(path: Path, asked: ReadAs, book: NameBook | None) -> tuple[Sheet, Mapping[str, str]]:
    """The rows of a file, and what its headings mean: what was said, else what was kept for headings that come back; BadInput where there are no rows."""
    anybody = book.names_or_initials if book else lambda _text: False

    def told_by(mapping: Mapping[str, str]) -> Sheet:
        return read_sheet(path, asked.sheet, lambda rows: rate(rows, mapping), Beginnings(mapping, anybody))

    mapping = asked.mapping
    found = told_by(mapping)
    kept = None if mapping else recalled(found.rows, asked.maps)
    if kept:
        mapping = parse_mapping(kept.options)
        found = told_by(mapping)
        found.at_top.append(_("The headings are read as kept under “{name}”: {options}.").format(name=kept.name, options=listed(kept.options)))
    if not found.rows:
        raise BadInput(_("{path} has no rows.").format(path=path), fix=_("Check that the ledger was saved, and name its sheet with --sheet."))
    return found, mapping


def _mended(found: Sheet, mapping: Mapping[str, str], book: NameBook | None, dates: DateCells) -> Iterator[str]:
    """Bring rows of other shapes into that of one matter a row, one thing a column, and say what was done.

    `book` finds who leads where no heading says it, `dates` which of the times over columns are still to come.
    """
    yield from part_three_in_one(found, mapping, book)
    rows = found.rows
    yield from (
        *without_markup(rows),
        *without_numbers_anew(found, mapping),
        *join_name_halves(rows),
        *part_who_and_when(rows, mapping),
        *part_labelled_lines(rows, mapping),
    )
    yield from (*count_days(rows, mapping), *put_months_to_days(rows, mapping))
    yield from date_under_months(rows, mapping, _told(found))
    yield from date_marked(found, mapping, lambda: [*_told(found), *found.keys], dates)
    yield from date_next_meeting(rows, mapping, (*found.around.lines, *found.above), dates.told_in)
    yield from date_by_event(rows, mapping, (*_told(found), *found.above), found.around.year, dates.told_in)
    yield from (*join_plan_and_actual(found, mapping), *join_stages(rows, mapping))
    yield from (*say_yes_and_no(rows, mapping), *join_ticked(rows, mapping), *join_ticked_kinds(rows, mapping), *read_raci(rows, mapping, book))
    yield from (*join_marked(rows, mapping, found.around.lines, book), *led_by_sections(rows, mapping, book))
    if len(found.arounds) == 1:
        yield from led_by_one(rows, mapping, found.around, book)


def _told(found: Sheet) -> list[str]:
    """The lines above the table, and what stands alone in a row of it."""
    return [*found.around.lines, *filter(None, map(stands_alone, found.rows))]


def _letters(found: Sheet, ends: Mapping[str, bool]) -> dict[str, str]:
    """What a legend above or below the table, or on a sheet of its own, says the letters of the state mean, and the marks under months; it is said."""
    if ends:
        found.notes.append(_("Of the marks under the months {marks} says by when the matter is to be over.").format(marks=listed(ends)))
    letters = {letter: code for letter, code in legend(_told(found), found.keys).items() if not ends}
    if letters:
        meant = clauses(f"{letter} = {word('status', code)}" for letter, code in letters.items())
        found.notes.append(_("Letters mean what the ledger itself says: {letters}.").format(letters=meant))
    return as_lights(letters)


def _over_all(found: Sheet) -> str:
    """The title right over the headings, where it says of all below how far they are, or of which day: ✅ 已完成, Completed items, 日期：2026.7.6."""
    title = section_title(found.around.lines[-1]) if found.around.lines else ""
    return title if title and (of_section(title) or day_of_plan(title)) else ""
