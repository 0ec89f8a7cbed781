"""Reads a whole ledger: its sheet, its headings, then every row that is an item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from officecli.errors import BadInput
from officecli.files.ledger.columns.headings import Headings, find_headings, rate, same_headings
from officecli.files.ledger.rows.dates import DateCells, DateReader
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.row_reader import RowReader
from officecli.files.ledger.sheets.cells import Formula, Row, cell_text
from officecli.files.ledger.sheets.sheet import Sheet, read_sheet
from officecli.i18n import _, listed, ngettext
from officecli.typed.text import is_nothing

_SECTION = re.compile(r"[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）]|第.{1,4}[部类章季]|[IVX]+\s*[.、]|[A-Z]\.\s")
_TOTAL = re.compile(r"(?:合计|小计|总计|共计|(?:grand|sub)?-?total)[:：]?[\d.]*[件项条个]*", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:注|备注|说明|填报|填表|制表|审核|联系人|联系电话|单位负责人|单位盖章|note|notes|prepared by|checked by)[^,，]{0,12}[:：]", re.IGNORECASE
)


def read_ledger(path: Path, *, sheet: str | None, mapping: Mapping[str, str], read_date: DateReader, today: date) -> Ledger:
    """The ledger in a .csv or .xlsx file; BadInput when the file, or its headings, cannot be understood.

    `mapping` is {heading: key} from `parse_mapping`; `read_date` reads a date in words. Names are not looked up.
    """
    found = read_sheet(path, sheet, lambda rows: rate(rows, mapping))
    if not found.rows:
        raise BadInput(_("{path} has no rows.").format(path=path), fix=_("Check that the ledger was saved, and name its sheet with --sheet."))
    headings, first = find_headings(found.rows, mapping)
    ledger = Ledger(
        unused=headings.unused,
        notes=_about(found) + headings.notes,
        heading_row=headings.row_number,
        headings={key: headings.labels[key] for key in headings.columns},
    )
    reader = RowReader(headings, DateCells(read_date, today), today)
    skipped: dict[str, list[int]] = {}
    places = frozenset(headings.columns.values())
    for number, row in found.rows[first:]:
        reason = _not_an_item(row, headings, places)
        if reason is not None:
            skipped.setdefault(reason, []).append(number)
            continue
        item, problems = reader.read(number, row)
        if item:
            ledger.rows.append(item)
        ledger.problems.extend(problems)
    _tell(ledger.notes, skipped, reader.shared_leads)
    return ledger


def _about(sheet: Sheet) -> list[str]:
    """What was chosen without being asked."""
    notes = []
    if sheet.other_sheets:
        notes.append(_("The sheet “{name}” is read; the others are {others}.").format(name=sheet.name, others=listed(sheet.other_sheets)))
    if sheet.encoding == "cp1252":
        notes.append(_("The text is neither UTF-8 nor GBK; it is read as Windows-1252."))
    return notes


def _not_an_item(row: Row, headings: Headings, places: frozenset[int]) -> str | None:
    """Why a row is no item: "" for a blank one, `section`, `total`, `footer`, `headings`; None when it is one."""
    lead, title = headings.columns["lead"], headings.columns["title"]
    if _filled(row, title) and _filled(row, lead):
        return "headings" if same_headings(headings, row) else None
    cells = [(place, cell_text(cell) or ("=" if isinstance(cell, Formula) else "")) for place, cell in enumerate(row)]
    told = {place: text for place, text in cells if not is_nothing(text)}
    return _aside(list(told.values()), beside=places.isdisjoint(told))


def _aside(texts: Sequence[str], *, beside: bool) -> str | None:
    """What a row without matter or lead is by its texts; they stand `beside` the matters where no known column has one."""
    if beside and all(len(text) < 5 and text.isalnum() for text in texts):
        return ""  # blank, or only numbered ahead
    if any(_TOTAL.fullmatch(text.replace(" ", "")) for text in texts[:3]):
        return "total"
    if all(_FOOTER.match(text) for text in texts):
        return "footer"
    if len(texts) == 1 and (beside or _SECTION.match(texts[0])):
        return "section"
    return "footer" if beside else None


def _filled(row: Row, place: int) -> bool:
    return place < len(row) and row[place] not in (None, "")


def _tell(notes: list[str], skipped: dict[str, list[int]], shared_leads: list[int]) -> None:
    """Add what was done with rows that were not taken as they stand."""
    for reason, sentence in (
        ("section", _("Section titles are skipped: {rows}.")),
        ("total", _("Totals are skipped: {rows}.")),
        ("footer", _("Remarks beside the matters are skipped: {rows}.")),
        ("headings", _("Repeated headings are skipped: {rows}.")),
    ):
        if skipped.get(reason):
            notes.append(sentence.format(rows=row_list(skipped[reason])))
    if shared_leads:
        notes.append(
            _("There is no column for support, so the first of several names leads and the others support: {rows}.").format(
                rows=row_list(shared_leads)
            )
        )


def row_list(numbers: Sequence[int]) -> str:
    """Some rows' numbers for people, the first ten of them."""
    shown = listed(str(number) for number in numbers[:10])
    if len(numbers) > 10:
        return _("rows {listed} and {count} more").format(listed=shown, count=len(numbers) - 10)
    return ngettext("row {listed}", "rows {listed}", len(numbers)).format(listed=shown)
