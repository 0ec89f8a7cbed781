"""What LibreOffice makes of the files we write."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from look.conftest import ExampleOffice
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.workbooks.workbook import read_workbook


def test_a_word_document_opens_with_every_row_and_every_character(
    example_office: ExampleOffice, convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    for ending in ("docx", "json"):
        example_office.type("overdue", "--format", ending, "-o", str(tmp_path / f"overdue.{ending}"))
    said = convert(tmp_path / "overdue.docx", "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    rows = json.loads((tmp_path / "overdue.json").read_text(encoding="utf-8"))["rows"]
    assert rows
    assert [row["title"] for row in rows if row["title"] not in said] == []


def test_a_meetings_sheet_that_libreoffice_saved_is_read_back(
    example_office: ExampleOffice, convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    sheet = tmp_path / "meeting.xlsx"
    example_office.type("meeting", "sheet", "-o", str(sheet))
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    place = {key: at for at, key in enumerate(_keys(example_office, tmp_path), 1)}
    for row, code in ((2, "close"), (3, "keep"), (4, "extend")):
        page.cell(row, place["decided"]).value = code
        page.cell(row, place["said"]).value = "已办理，见纪要"
    page.cell(4, place["new_due"]).value = date(2027, 1, 15)
    page.cell(5, place["title"]).value = "另一件事"
    page.append([None] * (place["title"] - 1) + ["清理仓库"])
    page.column_dimensions[get_column_letter(place["mark"])].hidden = False
    book.save(sheet)
    said = {}
    for ending in ("xlsx", "ods", "xls"):
        folder = tmp_path / ending
        folder.mkdir()
        (folder / "given.xlsx").write_bytes(sheet.read_bytes())
        saved = convert(folder / "given.xlsx", ending)
        example_office.type("meeting", "read", str(saved), "--dry-run", "--format", "json", "-o", str(folder / "came.json"), expected=1)
        said[ending] = json.loads((folder / "came.json").read_text(encoding="utf-8"))["summary"]
    assert said["xlsx"] == said["ods"] == said["xls"]
    assert (said["xlsx"]["overwritten"], said["xlsx"]["missing"], said["xlsx"]["changed"], said["xlsx"]["bad"]) == (1, 0, 3, 1)


def _keys(office: ExampleOffice, folder: Path) -> list[str]:
    office.type("meeting", "sheet", "--limit", "1", "-o", str(folder / "keys.json"))
    return [column["key"] for column in json.loads((folder / "keys.json").read_text(encoding="utf-8"))["columns"]]


def test_csv_and_a_workbook_open_with_their_chinese_their_days_and_their_figures(
    example_office: ExampleOffice, convert: Callable[..., Path], tmp_path: Path
) -> None:
    for ending in ("csv", "xlsx", "json"):
        example_office.type("ledger", "--format", ending, "-o", str(tmp_path / f"ledger.{ending}"))
    rows = json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["rows"]
    texts = {row[key] for row in rows for key in ("title", "lead", "issued") if row[key]}
    assert len(texts) > len(rows)
    as_its_window_offers = "CSV:44,34,76"  # commas and quotation marks; UTF-8, which it takes from the mark at the beginning
    for ending, read_as in (("csv", as_its_window_offers), ("xlsx", "")):
        (tmp_path / ending).mkdir()
        source = (tmp_path / f"ledger.{ending}").rename(tmp_path / ending / f"ledger.{ending}")
        again = convert(source, "ods", read_as=read_as)
        cells = {cell_text(cell) for table in read_workbook(again, None).tables for row in table.rows for cell in row.cells}
        assert texts - cells == set(), ending
