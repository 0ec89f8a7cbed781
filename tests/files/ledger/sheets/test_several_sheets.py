"""Which sheets of a workbook, and which tables of a document, are the ledger."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from officecli.errors import BadInput
from officecli.files.ledger.sheets.sheet_rows import shown_number
from stage import ledger_files
from stage.ledger_files import xlsx
from stage.sheets_read import HEADS, matters, read


def months(**sheets: list[str]) -> dict[str, list[list[Any]]]:
    return {name: [HEADS, *([matter, "张三"] for matter in matters)] for name, matters in sheets.items()}


def test_sheets_of_months_are_read_together_and_their_rows_named(tmp_path: Path) -> None:
    found = read(xlsx(tmp_path / "a.xlsx", {**months(六月=["甲", "乙"], 七月=["丙"]), "填表说明": [["请如实填报"]]}))
    assert matters(found) == ["甲", "乙", "丙"]
    assert [(str(row.number), shown_number(row.number)) for row in found.rows[1:3]] == [("六月!2", 2), ("六月!3", 3)]
    assert str(found.rows[3].number) == "七月!2"
    assert found.notes == ["Read together, as they have the same headings and different matters: 六月, 七月."]
    assert found.at_top == ["Read: 六月, 七月. Left out: 填表说明. To read one, name it with --sheet."]


@pytest.mark.parametrize(("second", "wanted"), [("Door sticks", ["Fan rattles", "Door sticks"]), ("Fan rattles", ["Fan rattles"])])
def test_sheets_whose_matter_no_heading_names_are_read_together_unless_they_repeat_it(tmp_path: Path, second: str, wanted: list[str]) -> None:
    heads = ["Address", "Repair", "Surveyor"]
    sheets: dict[str, list[list[Any]]] = {"June": [heads, ["4 Mill Row", "Fan rattles", "Ana"]], "July": [heads, ["4 Mill Row", second, "Ana"]]}
    found = read(xlsx(tmp_path / "a.xlsx", sheets))
    assert [row.cells[1] for row in found.rows[1:]] == wanted


def test_of_sheets_that_repeat_their_matters_the_active_or_the_latest_is_read(tmp_path: Path) -> None:
    sheets = months(**{"Week 26": ["a", "b", "c"], "Week 27": ["a", "b", "d"], "Week 9": ["a", "c"]})
    path = xlsx(tmp_path / "a.xlsx", sheets)
    first = read(path)
    assert matters(first) == ["a", "b", "c"]  # the workbook opens on its first sheet
    assert first.at_top[0].endswith('left out: Week 27, Week 9. The latest is Week 27, which --sheet "Week 27" reads.')
    found = read(ledger_files.xls(tmp_path / "a.xls", sheets))
    assert matters(found) == ["a", "b", "d"]
    assert found.at_top == [
        "Read: Week 27. The others hold the same matters at other times and are left out: Week 26, Week 9. To read one, name it with --sheet."
    ]


@pytest.mark.parametrize("later", ["August", "Aug 2026", "8月", "January 2027"])
def test_the_latest_of_sheets_called_after_months_is_known_by_its_month(tmp_path: Path, later: str) -> None:
    sheets = months(**{later: ["a", "b", "d"], "July 2026" if "20" in later else "7月" if "月" in later else "July": ["a", "b", "c"]})
    assert matters(read(ledger_files.xls(tmp_path / "a.xls", dict(reversed(sheets.items()))))) == ["a", "b", "d"]


@pytest.mark.parametrize(("active", "wanted"), [(0, ["old"]), (1, ["new"])])
def test_last_years_sheet_is_not_read_with_this_years(tmp_path: Path, active: int, wanted: list[str]) -> None:
    path = xlsx(tmp_path / "a.xlsx", months(**{"2025": ["old"], "2026": ["new"]}))
    book = openpyxl.load_workbook(path)
    book.active = active
    book.save(path)
    assert matters(read(path)) == wanted


def test_a_hidden_or_archived_sheet_is_read_only_when_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", months(存档=["旧"], 台账=["新"], 已归档=["更旧"]))
    book = openpyxl.load_workbook(path)
    book["存档"].sheet_state = "hidden"
    book.active = 1
    book.save(path)
    found = read(path)
    assert matters(found) == ["新"]
    assert found.at_top == [
        "Read: 台账. Left out: 已归档. To read one, name it with --sheet.",
        "Hidden sheets are not read: 存档. To read one, name it with --sheet.",
    ]
    assert matters(read(path, "存档")) == ["旧"]
    with pytest.raises(BadInput, match="no sheet “新表”") as refused:
        read(path, "新表")
    assert "存档, 台账, 已归档" in refused.value.fix


def test_all_tables_of_a_document_with_the_same_headings_are_the_ledger(tmp_path: Path) -> None:
    tables = {"a": [["姓名", "职务"], ["张三", "科长"]], "b": [HEADS, ["甲", "张三"]], "c": [HEADS, ["乙", "李四"]]}
    found = read(ledger_files.word(tmp_path / "a.docx", tables, above=["会议纪要", "会议时间：2026年7月3日"]))
    assert matters(found) == ["甲", "乙"]
    assert (found.around.day, found.around.year) == (date(2026, 7, 3), 2026)
    assert found.at_top == ["Read: table 2, table 3. Left out: table 1. To read one, name it with --sheet."]
    assert matters(read(tmp_path / "a.docx", "table 3")) == ["乙"]
    with pytest.raises(BadInput, match="no table “x”"):
        read(tmp_path / "a.docx", "x")


def test_of_a_document_what_a_reader_sees_is_read_whatever_stands_around_it(tmp_path: Path) -> None:
    ledger_files.word(tmp_path / "a.docx", {"a": [HEADS, ["甲", "张三"], ["乙", "李四"], ["丙", "张三"]]})

    def change(xml: str) -> str:
        rows = xml.split("<w:tr>")
        rows[2] = (
            rows[2]
            .replace("甲</w:t></w:r>", "甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>")
            .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
        )
        rows[3] = '<w:trPr><w:del w:id="9" w:author="a"/></w:trPr>' + rows[3]
        return "<w:tr>".join((rows[0], rows[1] + "<w:sdt><w:sdtContent>", *rows[2:]))

    rewritten(
        tmp_path / "a.docx", tmp_path / "b.docx", lambda name, data: (name, change(data.decode()).encode() if name == "word/document.xml" else data)
    )
    assert matters(read(tmp_path / "b.docx")) == ["甲", "丙"]


def test_a_workbook_whose_parts_are_named_as_in_windows_is_read(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"台账": [HEADS, ["甲", "张三"]]})
    rewritten(tmp_path / "a.xlsx", tmp_path / "b.xlsx", lambda name, data: (name.replace("/", "\\") if name.startswith("xl/") else name, data))
    assert matters(read(tmp_path / "b.xlsx")) == ["甲"]


def rewritten(old: Path, new: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """A packed file with its parts changed."""
    with zipfile.ZipFile(old) as archive, zipfile.ZipFile(new, "w") as other:
        for name in archive.namelist():
            other.writestr(*change(name, archive.read(name)))


def test_a_document_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no table"):
        read(ledger_files.word(tmp_path / "a.docx", {}, above=["只有文字"]))
