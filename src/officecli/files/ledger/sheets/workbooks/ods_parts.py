"""What an OpenDocument spreadsheet tells besides its values: merged cells, hidden rows, struck cells, percentages, months, errors, its epoch."""

from __future__ import annotations

import zipfile
from typing import Any

from officecli.files.ledger.sheets.cells import is_sheet_error
from officecli.files.ledger.sheets.limits import MAX_REPEATED, check_scattered, check_sheets
from officecli.files.ledger.sheets.table import MAX_COLUMNS, Area, too_many_rows, too_wide
from officecli.files.ledger.sheets.workbooks.book_parts import Parts, SheetParts
from officecli.files.ledger.sheets.workbooks.ods_styles import STYLES, Styles
from officecli.files.ledger.sheets.workbooks.xml_parts import check_rows, check_runs, elements, whole_part

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_READ = tuple(f"{_TABLE}{name}" for name in ("null-date", "table-column", "table-row", "table"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


class OdsParts(Parts):
    """The parts of an open .ods, read in one pass; BadInput where they are beyond any ledger."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        super().__init__()
        self.tells_all = self.is_trusted = True
        check_runs(archive, "content.xml")
        check_rows(archive, "content.xml", b"table-row", b"table-cell", each=2)  # whatever their prefix, where they begin and where they end
        self._sheets: dict[str, SheetParts] = {}
        self._styles = Styles()
        self._columns: list[str] = []
        if "styles.xml" in archive.namelist():
            check_runs(archive, "styles.xml")
            with archive.open("styles.xml") as stream:
                for style in elements(stream, *STYLES):
                    self._styles.note(style)
        with archive.open("content.xml") as stream:
            self._read(stream)
        check_sheets(len(self._sheets))
        if "settings.xml" in archive.namelist():
            items = whole_part(archive, "settings.xml").iter("{*}config-item")
            self.active = next((item.text or "" for item in items if "ActiveTable" in item.attrib.values()), "")

    def sheet(self, name: str) -> SheetParts:
        """What one sheet tells."""
        return self._sheets.get(name, SheetParts())

    def _read(self, stream: Any) -> None:
        sheet, number, filled, widest, last, repeated = SheetParts(), 1, 0, 0, 0, 0
        for element in elements(stream, *STYLES, *_READ):
            if element.tag in STYLES:
                self._styles.note(element)
            elif element.tag == f"{_TABLE}table-column":
                times = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
                self._columns += [element.get(f"{_TABLE}default-cell-style-name", "")] * min(times, MAX_COLUMNS - len(self._columns))
            elif element.tag == f"{_TABLE}null-date":
                self.since_1904 = element.get(f"{_TABLE}date-value", "").startswith("1904")
            elif element.tag == f"{_TABLE}table":
                self._sheets[element.get(f"{_TABLE}name", "")] = sheet
                check_scattered(filled, last * (widest + 1), last)
                sheet, number, filled, widest, last = SheetParts(), 1, 0, 0, 0
                self._columns = []
            else:
                times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                end, count = self._note_row(sheet, number, element)
                if count:
                    last, widest, filled = number + times - 1, max(widest, end), filled + count
                    repeated += count * (times - 1)
                    if repeated > MAX_REPEATED:
                        raise too_many_rows()
                number += times

    def _note_row(self, sheet: SheetParts, number: int, row: Any) -> tuple[int, int]:
        """Take down what is odd of a row; returns the last place with something and how many there are."""
        if row.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
            sheet.hidden.add(number)
        place = count = end = 0
        for cell in row.iterchildren(*_CELLS):
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            kind = cell.get(f"{_OFFICE}value-type")
            if kind or len(cell):
                if place + times > MAX_COLUMNS:
                    raise too_wide(number)
                count, end = count + times, place + times - 1
                for at in range(place, place + times):
                    self._note_cell(sheet, number, at, cell)
            place += times
        return end, count

    def _note_cell(self, sheet: SheetParts, number: int, place: int, cell: Any) -> None:
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            sheet.percents.add((number, place))
        style = cell.get(f"{_TABLE}style-name") or (self._columns[place] if place < len(self._columns) else "")
        if style in self._styles.struck:
            sheet.struck.setdefault(number, set()).add(place)
        elif seen := self._styles.seen(cell):
            sheet.seen[number, place] = seen.text
            if seen.is_partly_struck:
                sheet.partly.add(number)
        if style in self._styles.months:
            sheet.months[number, place] = self._styles.months[style]
        if cell.get(_ERROR_TYPE) == "error":
            sheet.errors[number, place] = shown if is_sheet_error(shown := _untyped(cell)) else "#VALUE!"
        if cell.tag == _CELLS[0] and cell.get(f"{_OFFICE}value-type") is None and (text := _untyped(cell)):
            sheet.untyped[number, place] = text
        down, across = int(cell.get(f"{_TABLE}number-rows-spanned", "1")), int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        if down > 1 or across > 1:
            sheet.merged.append(Area(number, place, number + down - 1, place + across - 1))


def _untyped(cell: Any) -> str:
    """The text of a cell of which its program did not say that it is one: spreadsheets show it all the same."""
    return "\n".join("".join(line.itertext()) for line in cell.iterchildren(f"{_TEXT}p")).strip()
