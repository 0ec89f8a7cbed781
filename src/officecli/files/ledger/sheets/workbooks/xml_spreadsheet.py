"""Reads the XML spreadsheets of Excel 2003, which some systems still export under the name of .xls."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from lxml import etree

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import Cell, clean_text
from officecli.files.ledger.sheets.limits import check_sheets
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import MAX_ROWS, Area, Book, Table, check_width, too_many_rows
from officecli.i18n import _

_S = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml_spreadsheet(text: str) -> Book:
    """The sheets of the workbook that people see."""
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(text.encode("utf-8"), parser)
    sheets = list(root.iterchildren(f"{_S}Worksheet")) if root is not None else []
    if not sheets:
        raise BadInput(_("The workbook has no sheet with cells."), fix=_("Check that this is the ledger."))
    check_sheets(len(sheets))
    hidden = [sheet.get(f"{_S}Name", "") for sheet in sheets if sheet.findtext("{*}WorksheetOptions/{*}Visible", "").startswith("SheetHidden")]
    shown = [sheet for sheet in sheets if sheet.get(f"{_S}Name", "") not in hidden]
    return Book([_table(sheet) for sheet in shown], hidden=hidden)


def _table(sheet: Any) -> Table:
    table = Table(sheet.get(f"{_S}Name", ""), [])
    number = 0
    for line in sheet.iterfind(f"{_S}Table/{_S}Row"):
        number = _index(line, number + 1)
        if number > MAX_ROWS:
            raise too_many_rows()
        if line.get(f"{_S}Hidden") == "1":
            table.hidden.add(number)
        row = SheetRow(number, _cells(table, line, number))
        check_width(row.cells, number)
        if any(cell not in (None, "") for cell in row.cells):
            table.rows.append(row)
    return table


def _cells(table: Table, line: Any, number: int) -> list[Cell]:
    """The cells of a row; their merged areas are added to the table."""
    cells: list[Cell] = []
    for cell in line.iterchildren(f"{_S}Cell"):
        place = min(_index(cell, len(cells) + 1) - 1, 20_000)
        cells += [None] * (place - len(cells))
        data = cell.find(f"{_S}Data")
        cells.append(None if data is None else _value(data.get(f"{_S}Type", ""), clean_text("".join(data.itertext()))))
        across, down = int(cell.get(f"{_S}MergeAcross", "0")), int(cell.get(f"{_S}MergeDown", "0"))
        if across or down:
            table.merged.append(Area(number, place, number + down, place + across))
            cells += [None] * min(across, 500)
    return cells


def _index(element: Any, otherwise: int) -> int:
    return int(element.get(f"{_S}Index", otherwise))


def _value(kind: str, text: str) -> Cell:
    """A cell's text as the kind of value it is said to be."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
