"""A checked ledger as a file, to be mended and imported again: a workbook with the faults coloured, or text for spreadsheets."""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import Any, BinaryIO, TextIO

from officecli.files.ledger.checked import Checked, CheckedRow
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.formats.as_csv import guard
from officecli.formats.out.whole_file import Named, whole_file

COLOURS = {"bad": "#F4B6B6", "conflict": "#F7CFA0", "differs": "#FFF2B3", "inferred": "#D9E8F6"}
"""What is said of a row, by its standing; of a bad row the cells at fault are coloured too."""

_WIDTH = 60
_LONGEST = 32_000


def write_checked(found: Checked, to: Named, *, workbook: bool) -> None:
    """Write it to a file, as a workbook or as text; whole or not at all."""
    if workbook:
        with whole_file(to, binary=True) as stream:
            _write_workbook(found, stream)
    else:
        with whole_file(to) as text:
            _write_text(found, text)


def _write_text(found: Checked, stream: TextIO) -> None:
    """Rows at their numbers, with the mark by which Excel knows UTF-8; formulas are disarmed as in every such file, and the import takes that off."""
    stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    at = 0
    for row in found.rows:
        for _blank in range(at, row.at):
            table.writerow([])
        cells = [guard(cell_text(cell)) for cell in row.cells]
        table.writerow(cells + ([""] * (found.place - len(cells)) + [guard(row.said)] if row.said else []))
        at = row.at + 1


def _write_workbook(found: Checked, stream: BinaryIO) -> None:
    """Rows at their numbers, each cell as it was: text stays text, and a day a day."""
    import xlsxwriter

    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    page = book.add_worksheet()
    looks = _Looks(book)
    for row in found.rows:
        for place, cell in enumerate(row.cells):
            _write(page, row, place, cell, looks)
        if row.said:
            page.write_string(row.at, found.place, row.said[:_LONGEST], looks.of(row.standing, wrap=True))
    page.set_column(found.place, found.place, _WIDTH)
    book.close()


class _Looks:
    """How cells look, each look made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool], Any] = {}

    def of(self, standing: str, *, day: bool = False, wrap: bool = False) -> Any:
        key = (standing, day, wrap)
        if key not in self._made:
            colour = {"bg_color": COLOURS[standing]} if standing else {}
            self._made[key] = self._book.add_format(
                {**colour, **({"num_format": "yyyy-mm-dd"} if day else {}), **({"text_wrap": True} if wrap else {})}
            )
        return self._made[key]


def _write(page: Any, row: CheckedRow, place: int, cell: Cell, looks: _Looks) -> None:
    look = looks.of("bad" if place in row.faults else "", day=isinstance(cell, date))
    if isinstance(cell, bool):
        page.write_boolean(row.at, place, cell, look)
    elif isinstance(cell, (datetime, date)):
        page.write_datetime(row.at, place, cell, look)
    elif isinstance(cell, (int, float)):
        page.write_number(row.at, place, cell, look)
    elif text := cell_text(cell):
        page.write_string(row.at, place, text[:_LONGEST], look)
    elif place in row.faults:
        page.write_blank(row.at, place, None, look)
