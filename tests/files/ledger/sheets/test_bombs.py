"""Files made to fill the memory, or so long that a parser would leave something out: refused before they are unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from officecli.errors import BadInput
from officecli.files.ledger.sheets import limits
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.files.ledger.sheets.workbooks import xml_parts
from stage.ledger_files import ods, word

ROWS = [["事项", "责任人"], ["调研", "李明"]]


def rate(_rows: Sequence[SheetRow]) -> Headed:
    return Headed(complete=True, known=2, first=1, matter=0)


def with_part(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The packed file with one of its parts changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def xlsx(path: Path, more: str) -> Path:
    """A workbook with a hidden row, so that it is looked at row by row, and `more` behind its rows."""
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)  # type: ignore[union-attr]  # a new book has a sheet
    book.active.row_dimensions[2].hidden = True  # type: ignore[union-attr]
    book.save(path)
    return with_part(path, "xl/worksheets/sheet1.xml", lambda text: text.replace("</sheetData>", f"{more}</sheetData>"))


def test_millions_of_rows_that_hold_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "MAX_ROWS", 500)
    books = [
        xlsx(tmp_path / "a.xlsx", "<row/>" * 600),
        with_part(
            ods(tmp_path / "a.ods", {"a": ROWS}),
            "content.xml",
            lambda text: text.replace("</table:table>", "<table:table-row/>" * 1200 + "</table:table>"),
        ),
    ]
    for path in books:
        with pytest.raises(BadInput, match="more than 1000000 rows"):
            read_sheet(path, None, rate)


def test_a_row_of_more_cells_than_a_sheet_has_columns(tmp_path: Path) -> None:
    books = [
        xlsx(tmp_path / "a.xlsx", f"<row>{'<c/>' * 90_000}</row>"),
        with_part(
            ods(tmp_path / "a.ods", {"a": ROWS}),
            "content.xml",
            lambda text: text.replace("</table:table-row>", "<table:table-cell/>" * 130_000 + "</table:table-row>", 1),
        ),
    ]
    for path in books:
        with pytest.raises(BadInput, match="more than 500 columns"):
            read_sheet(path, None, rate)


def test_a_document_of_more_elements_than_can_be_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MARKS", 2_000)
    page = tmp_path / "page.xls"
    page.write_text("<table>" + "<tr><td>x</td></tr>" * 700 + "</table>", "utf-8")
    paper = with_part(
        word(tmp_path / "a.docx", {"a": ROWS}), "word/document.xml", lambda text: text.replace("</w:body>", "<w:p/>" * 2_000 + "</w:body>")
    )
    for path in (page, paper):
        with pytest.raises(BadInput, match="holds more than any ledger"):
            read_sheet(path, None, rate)


@pytest.mark.parametrize(
    ("name", "row", "what"), [("a.xls", "<tr><td>{}</td><td>李明</td></tr>", "longer than any"), ("a.csv", "{},李明", "row 2 on")]
)
def test_one_endless_cell_never_takes_its_row_away(tmp_path: Path, name: str, row: str, what: str) -> None:
    path = tmp_path / name
    lines = "\n".join(row.format(text) for text in ("事项", "x" * 9_000_000, "调研"))
    path.write_text(f"<table>{lines}</table>" if name == "a.xls" else lines, "utf-8")
    with pytest.raises(BadInput, match=what):
        read_sheet(path, None, rate)
