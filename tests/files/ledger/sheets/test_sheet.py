from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from officecli.errors import BadInput, NotFound, StorageTrouble
from officecli.files.ledger.columns.headings import rate
from officecli.files.ledger.sheets import csv_sheet, sheet, xlsx_sheet
from officecli.files.ledger.sheets.cells import not_computed
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow


def by_headings(rows: Sequence[SheetRow]) -> Headed:
    return rate(rows, {})


def read(path: Path, name: str | None = None) -> Sheet:
    return read_sheet(path, name, by_headings)


def told(found: Sheet) -> list[tuple[int, list[object]]]:
    return [(row.number, list(row.cells)) for row in found.rows]


def written(tmp_path: Path, data: str | bytes, name: str = "ledger.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "事项,责任人\n关于学位问题的答复,张三\n".encode(encoding))
    assert told(read(path)) == [(1, ["事项", "责任人"]), (2, ["关于学位问题的答复", "张三"])]


@pytest.mark.parametrize("matter", ["The clerk’s minutes", "The café – report"])
def test_western_quotes_are_not_taken_for_chinese(tmp_path: Path, matter: str) -> None:
    found = read(written(tmp_path, f"Matter,Owner\n{matter},Ana\n".encode("cp1252")))
    assert found.rows[1].cells == [matter, "Ana"]
    assert found.encoding == "cp1252"


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "|"])
def test_separators_are_found_by_the_headings(tmp_path: Path, separator: str) -> None:
    text = f'督办台账，2026；第一期,a,b,c\n事项{separator}责任人{separator}办结时限\n"甲,乙;丙\n，丁"{separator}张三{separator}7月5日\n'
    assert told(read(written(tmp_path, text)))[1:] == [(2, ["事项", "责任人", "办结时限"]), (3, ["甲,乙;丙\n，丁", "张三", "7月5日"])]


def test_the_separator_a_spreadsheet_declares_is_taken(tmp_path: Path) -> None:
    assert told(read(written(tmp_path, "sep=;\nMatter;Owner\na,b;c\n")))[1:] == [(2, ["Matter", "Owner"]), (3, ["a,b", "c"])]


def test_the_guard_against_formulas_is_undone(tmp_path: Path) -> None:
    path = written(tmp_path, "Matter,Owner\n'=1+1,'@ana\n'-5,''=x\n'tis,O'Neil\n")
    assert [row for _number, row in told(read(path))[1:]] == [["=1+1", "@ana"], ["-5", "'=x"], ["'tis", "O'Neil"]]


def test_rows_keep_the_numbers_a_spreadsheet_shows(tmp_path: Path) -> None:
    assert [number for number, _row in told(read(written(tmp_path, 'Matter,Owner\r\n\r\n"a\nb",c\r\n,\r\nd,e\r\n')))] == [1, 3, 5]


def test_an_unclosed_quotation_mark_is_said_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"From row 2 on"):
        read(written(tmp_path, 'Matter,Owner\n"' + "x" * 200_000))


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "a.csv", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "old format"),
        (b"PK\x03\x04 nothing more", "a.xlsx", "damaged"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"\xef\xbb\xbf<html><table>", "a.xls", "web page"),
        (b"\x7fELF\x00\x00", "a.bin", "not a table"),
        (b"\xff\xfe\x00\xd8", "a.csv", "encoding"),
        (b"\x81\x00\x8d\x00", "a.csv", "encoding"),
    ],
)
def test_other_files_are_refused_with_what_to_do(tmp_path: Path, data: bytes, name: str, what: str) -> None:
    with pytest.raises(BadInput, match=what) as refused:
        read(written(tmp_path, data, name))
    assert refused.value.fix


def test_places_without_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no file"):
        read(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="not a file"):
        read(tmp_path)


def test_an_unreadable_file_is_a_trouble_of_storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Matter,Owner\n")

    def denied(*_arguments: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(StorageTrouble) as refused:
        read(path)
    assert refused.value.why == "Permission denied"


def test_text_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Only a workbook has sheets"):
        read(written(tmp_path, "Matter,Owner\n"), "台账")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Matter,Owner\na,b\nc,d\n")
    with pytest.raises(BadInput, match="more than 500 columns"):
        read(written(tmp_path, "Matter,Owner\n" + "," * 500 + "x\n", "wide.csv"))
    assert len(told(read(written(tmp_path, "Matter,Owner\na,b" + "," * 900 + "\n", "blank.csv")))) == 2
    monkeypatch.setattr(csv_sheet, "MAX_ROWS", 2)
    with pytest.raises(BadInput, match="more than 2 rows"):
        read(path)
    monkeypatch.setattr(sheet, "MAX_TEXT", 5)
    with pytest.raises(BadInput, match="larger than"):
        read(path)


def workbook(path: Path, sheets: dict[str, list[list[object]]], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        for area in merged:
            page.merge_cells(area)
    book.save(path)
    return path


def test_a_workbook_keeps_types_and_numbers(tmp_path: Path) -> None:
    day = datetime(2026, 7, 5)  # noqa: DTZ001 - a spreadsheet's dates have no zone
    path = workbook(tmp_path / "a.xlsx", {"台账": [["督办台账"], [], ["事项", "责任人", "时限"], ["调研", "张三", day], [None, None], []]})
    found = read(path)
    assert told(found) == [(1, ["督办台账"]), (3, ["事项", "责任人", "时限"]), (4, ["调研", "张三", day])]
    assert found.around.sheet == "台账"


def test_the_first_sheet_with_a_ledgers_headings_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"说明": [["填报说明", "事项"]], "台账": [["事项", "责任人"], ["a", "b"]], "旧": [["事项", "责任人"]]})
    found = read(path)
    assert (found.around.sheet, found.left_out) == ("台账", ["The sheet “台账” is read; the others are 说明, 旧."])
    assert read(path, "旧").around.sheet == "旧"
    with pytest.raises(BadInput, match="no sheet “新”") as refused:
        read(path, "新")
    assert "说明, 台账, 旧" in refused.value.fix


def test_cells_merged_downwards_hold_for_every_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [["台账"], ["来源", "事项", "责任人"], ["常务会议", "甲", "张三"], [None, "乙", "李四"], [None, "丙", "王五"]]
    found = read(workbook(tmp_path / "a.xlsx", {"台账": rows}, merged=["A1:C1", "A3:A5"]))
    assert [row for _number, row in told(found)[2:]] == [["常务会议", "甲", "张三"], ["常务会议", "乙", "李四"], ["常务会议", "丙", "王五"]]


def test_a_formula_never_computed_is_marked(tmp_path: Path) -> None:
    found = read(workbook(tmp_path / "a.xlsx", {"台账": [["事项", "责任人"], ["=A1&B1", "张三"], ["text = sum", "=B2"]]}))
    assert told(found)[1:] == [(2, [not_computed(), "张三"]), (3, ["text = sum", not_computed()])]


def test_a_workbook_that_unpacks_beyond_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", {"台账": [["事项", "责任人"]]})
    monkeypatch.setattr(xlsx_sheet, "MAX_UNPACKED", 1000)
    with pytest.raises(BadInput, match="unpacks to more than"):
        read(path)


@pytest.mark.parametrize(
    ("inside", "what"), [("word/document.xml", "text document"), ("mimetype", "not an .xlsx workbook"), ("xl/workbook.xml", "damaged")]
)
def test_other_packed_files_are_refused(tmp_path: Path, inside: str, what: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, "x")
    with pytest.raises(BadInput, match=what):
        read(path)
