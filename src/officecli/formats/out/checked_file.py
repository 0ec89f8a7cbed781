"""A checked ledger as a file, to be mended and imported again: a workbook with the faults coloured, or text for spreadsheets."""

from __future__ import annotations

import csv
from datetime import date
from typing import BinaryIO, TextIO

from officecli.files.ledger.checked import Checked
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.formats.as_csv import guard
from officecli.formats.out.whole_file import Named, whole_file
from officecli.formats.value import Counted
from officecli.i18n import _

COLOURS = {"bad": "#F4B6B6", "conflict": "#F7CFA0", "differs": "#FFF2B3", "inferred": "#D9E8F6"}
"""What is said of a row, by its standing; of a bad row the cells at fault are coloured too."""


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
    from officecli.formats.paper.workbook import workbook

    with workbook(stream, title=found.heading) as book:
        sheet = book.sheet(_("Ledger"))
        for row in found.rows:
            sheet.measure(found.place, row.said)
            if sum(cell not in (None, "") for cell in row.cells) > 1:  # a title runs across the columns
                for place, cell in enumerate(row.cells):
                    sheet.measure(place, _held(cell))
        for row in found.rows:
            for place, cell in enumerate(row.cells):
                is_fault = place in row.faults
                shape = {"num_format": "yyyy-mm-dd"} if isinstance(cell, date) else {}
                colour = {"bg_color": COLOURS["bad"]} if is_fault else {}
                value = _held(cell)
                if value is not None or is_fault:
                    sheet.put(row.at, place, value, book.style(**shape, **colour))
            if row.said:
                colour = {"bg_color": COLOURS[row.standing]} if row.standing else {}
                sheet.put(row.at, found.place, row.said, book.style(text_wrap=True, **colour))


def _held(cell: Cell) -> Counted:
    return cell if isinstance(cell, (int, float, date)) else cell_text(cell) or None
