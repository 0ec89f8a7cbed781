"""Reads one sheet of an .xlsx workbook, within limits, as the values a reader sees."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from officecli.errors import BadInput, OfficeError
from officecli.files.ledger.sheets.cells import Cell, not_computed
from officecli.files.ledger.sheets.csv_sheet import MAX_ROWS, check_width, too_many_rows
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, SheetRow
from officecli.i18n import _, listed

MAX_UNPACKED = 200 * 1024 * 1024
_LAST_ROW = 1_048_576  # of any .xlsx; a larger number in a damaged file would be counted up to
_MOST_MERGED = 2_000_000
_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
# A formula whose cell ends without a value: written by a program that does not compute.
_UNCALCULATED = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')


def read_workbook(path: Path, wanted: str | None, rate: Rate) -> tuple[list[SheetRow], str, list[str]]:
    """The rows of the `wanted` sheet (else the first that has a ledger's headings), its name, and the other sheets' names."""
    import openpyxl  # heavy, and only this needs it

    try:
        with warnings.catch_warnings(), path.open("rb") as file, zipfile.ZipFile(path) as archive:
            warnings.simplefilter("ignore")  # of features that do not touch values
            _check_contents(archive)
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            try:
                sheet = _sheet(book, wanted, rate)
                rows = _repaired(dict(_rows(sheet)), archive.read(sheet._worksheet_path))  # noqa: SLF001 - openpyxl tells it nowhere else
                return rows, sheet.title, [other.title for other in book.worksheets if other.title != sheet.title]
            finally:
                book.close()
    except (OfficeError, OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl fails in as many ways as files can be damaged
        raise BadInput(
            _("The workbook is damaged, or not one."), why=str(error)[:200], fix=_("Open it in a spreadsheet program and save it again as .xlsx.")
        ) from None


def _check_contents(archive: zipfile.ZipFile) -> None:
    """Refuse other kinds of packed file, and one that would unpack to more than a ledger can be."""
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        what = _("This is a text document, not a spreadsheet.") if "word/document.xml" in names else _("This is not an .xlsx workbook.")
        raise BadInput(what, fix=_("Put the table in a spreadsheet, and save it as .xlsx or .csv."))
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise BadInput(
            _("The workbook unpacks to more than {limit} MB.").format(limit=MAX_UNPACKED // 1024 // 1024),
            fix=_("Keep only the ledger's sheet, without pictures and blank formatted rows."),
        )


def _sheet(book: Any, wanted: str | None, rate: Rate) -> Any:
    """The sheet to read."""
    sheets = book.worksheets
    if not sheets:
        raise BadInput(_("The workbook has no sheet with cells."))
    if wanted is not None:
        for sheet in sheets:
            if sheet.title.strip() == wanted.strip():
                return sheet
        raise BadInput(
            _("The workbook has no sheet “{name}”.").format(name=wanted),
            fix=_("Its sheets are: {names}.").format(names=listed(sheet.title for sheet in sheets)),
        )
    rated = (
        [(rate([SheetRow(*row) for _place, row in zip(range(20), _rows(sheet), strict=False)]), sheet) for sheet in sheets] if len(sheets) > 1 else []
    )
    complete = [sheet for headed, sheet in rated if headed.complete]
    if complete:
        return complete[0]
    return max(rated, key=lambda pair: pair[0][:2], default=(Headed(False, 0), sheets[0]))[1]


def _rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:
    """The rows that are not blank, each with its number from 1."""
    sheet.reset_dimensions()  # what the file states of its size is often wrong
    found = 0
    for number, values in enumerate(sheet.iter_rows(max_row=_LAST_ROW, values_only=True), 1):
        row = list(values)
        while row and row[-1] is None:
            row.pop()
        if not row:
            continue
        check_width(row, number)
        yield number, row
        found += 1
        if found > MAX_ROWS:
            raise too_many_rows()


def _repaired(rows: dict[int, list[Cell]], xml: bytes) -> list[SheetRow]:
    """The rows with what plain values do not tell: formulas never computed, and cells merged downwards."""
    for letters, number in _UNCALCULATED.findall(xml):
        _put(rows.setdefault(int(number), []), _place(letters), not_computed())
    merged = 0
    for letters, first, last in _MERGED.findall(xml):
        place = _place(letters)
        top = rows.get(int(first), [])
        merged += int(last) - int(first)
        if place >= len(top) or merged > _MOST_MERGED:
            continue
        for number in range(int(first) + 1, int(last) + 1):
            if number in rows:
                _put(rows[number], place, top[place])
    return [SheetRow(number, rows[number]) for number in sorted(rows)]


def _put(row: list[Cell], place: int, value: Cell) -> None:
    row.extend([None] * (place + 1 - len(row)))
    row[place] = value


def _place(letters: bytes) -> int:
    """Column letters as a place from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
