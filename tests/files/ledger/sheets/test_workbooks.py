from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from officecli.files.ledger.rows.reading import read_ledger
from officecli.files.ledger.sheets.cells import Cell, Unclear, not_computed
from officecli.files.ledger.sheets.merging import is_ditto
from officecli.files.ledger.sheets.sheet_rows import Sheet
from officecli.typed.dates import Almanac
from stage import ledger_files
from stage.ledger_files import WRITERS, xlsx
from stage.sheets_read import DAY, HEADS, ROWS, read

MERGED = [(1, 1, 1, 6), (3, 2, 4, 2), (4, 4, 5, 4)]


def told(found: Sheet) -> list[tuple[int, list[Cell]]]:
    return [(row.number, list(row.cells)) for row in found.rows]


def as_seen(cell: Cell) -> str:
    return "" if cell is None else cell.isoformat()[:10] if isinstance(cell, date) else f"{cell:g}" if isinstance(cell, (int, float)) else str(cell)


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_table_reads_the_same_from_every_kind_of_file(tmp_path: Path, name: str) -> None:
    found = read(WRITERS[name](tmp_path / name, {"台账": ROWS}, MERGED))
    assert [(row.number, "|".join(map(as_seen, row.cells)).rstrip("|"), sorted(row.inferred)) for row in found.rows] == [
        (1, "督办台账", []),
        (2, "序号|来源|事项|责任人|时限|备注", []),
        (3, "1|常务会议|甲\n乙|张三|2026-07-05", []),
        (4, "2|常务会议|丙|李四|2026-12-01|〃", [1]),
        (5, "3|来信|丁|李四|8月底|见附件", [3]),
        (7, "4|来信|戊|王五||见附件", [5]),
    ]
    assert "Cells are filled from merged ones or from what stands above (同上, ditto): rows 4, 5, 7." in found.notes
    assert (found.around.lines, found.around.file) == (("督办台账",), name.split(".", maxsplit=1)[0])


def test_a_workbook_keeps_types_and_numbers(tmp_path: Path) -> None:
    row = ["调研", "张三", datetime(2026, 7, 5, 17, 30), time(14, 30), timedelta(hours=30), True, 2.5]  # noqa: DTZ001 - a spreadsheet's dates have no zone
    path = xlsx(tmp_path / "a.xlsx", {"台账": [["督办台账"], [], ["事项", "责任人", "时限"], row, [None, None], []]})
    assert told(read(path)) == [(1, ["督办台账"]), (3, ["事项", "责任人", "时限"]), (4, row)]


def test_what_an_ods_keeps_as_text_or_short_of_a_moment_is_what_it_shows(tmp_path: Path) -> None:
    told_of = {
        (2, 2): ("date", "date-value", "2026-07-05T23:59:59.999999991"),
        (2, 3): ("date", "date-value", "2026-07-05T23:59:59"),
        (2, 4): ("time", "time-value", "PT30H15M00S"),
        (2, 5): ("time", "time-value", "PT02H30M00S"),
    }
    marks = {at: f' office:value-type="{kind}" office:{name}="{value}"' for at, (kind, name, value) in told_of.items()}
    found = read(ledger_files.ods(tmp_path / "a.ods", {"a": [["事项", "责任人"], ["甲", 0, 0, 0, 0]]}, cell_marks=marks))
    late = datetime(2026, 7, 5, 23, 59, 59)  # noqa: DTZ001 - a spreadsheet's dates have no zone
    assert told(found)[1] == (2, ["甲", datetime(2026, 7, 6), late, timedelta(hours=30, minutes=15), time(2, 30)])  # noqa: DTZ001


def test_a_text_that_an_ods_does_not_call_one_is_read(tmp_path: Path) -> None:
    path = ledger_files.ods(tmp_path / "a.ods", {"a": [["●完成（当月底前）"], ["事项", "责任人"], ["甲\n乙", "张三"]]})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).replace(b' office:value-type="string"', b"") for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert told(read(path)) == [(1, ["●完成（当月底前）"]), (2, ["事项", "责任人"]), (3, ["甲\n乙", "张三"])]


def test_a_table_far_from_the_corner_keeps_its_place(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"台账": [[], [], [None, "事项", "责任人"], [None, "甲", "张三"]]})
    assert told(read(path)) == [(3, [None, "事项", "责任人"]), (4, [None, "甲", "张三"])]


def test_a_form_left_out_in_part_says_on_which_sheet(tmp_path: Path, almanac: Almanac) -> None:
    form = [["督办事项", "清点档案", "责任人", "张三"], ["办理时限", "2026-12-01", "办理情况", "清点中"], ["另见", "乙三", "两把"]]
    path = xlsx(tmp_path / "forms.xlsx", {"一": form, "二": form})
    notes = read_ledger(path, almanac=almanac, today=date(2026, 11, 23)).notes
    assert [note.split(" of the form")[0] for note in notes if "none of its words" in note] == ["Row 一!3", "Row 二!3"]


def test_numbers_are_read_as_their_format_shows_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    formats: list[tuple[str, Any]] = [("0%", 0.6), ("0.00%", 0.625), (r"0.0\%", 60), ('yyyy"年"m"月"', date(2026, 8, 1)),
        ("mmm-yy", date(2026, 8, 1)), ("yyyy-mm-dd", date(2026, 8, 1)), ("General", 123456789012345678)]  # fmt: skip
    page.append(["事项", "责任人"])
    for at, (form, value) in enumerate(formats, 3):
        cell = page.cell(2, at, value)
        cell.number_format = form
    book.save(tmp_path / "a.xlsx")
    cells = read(tmp_path / "a.xlsx").rows[1].cells[2:]
    assert cells[:6] == ["60%", "62.5%", 60, "2026年8月", "Aug 2026", date(2026, 8, 1)]
    assert isinstance(cells[6], Unclear)
    assert cells[6].text.startswith("12345678901234")


def test_what_is_struck_through_or_hidden_is_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in (["事项", "责任人", "时限"], ["甲", "张三", DAY], ["乙", "张三", DAY], ["丙", "张三", DAY], ["丁", "张三", DAY]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    for cell in page[4]:
        cell.font = Font(strike=True)
    page["C5"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [row.cells[0] for row in found.rows] == ["事项", "甲", "乙", "丁"]
    assert [(one.row, one.reason) for one in found.skipped] == [(4, "struck")]
    assert found.notes == ["Hidden in the sheet (by a filter, perhaps), and read all the same: row 3."]
    marks = {(4, at): ' table:style-name="gone"' for at in (1, 2, 3)}
    path = ledger_files.ods(tmp_path / "a.ods", {"a": [["事项", "责任人", "完成"], ["甲", "张三", 0.4], ["乙", "张三"], ["丙", "张三", 1]]},
                            row_marks={3: ' table:visibility="filter"'}, cell_marks={**marks, (2, 3): ' office:value-type="percentage"'})  # fmt: skip
    found = read(path)
    assert told(found) == [(1, ["事项", "责任人", "完成"]), (2, ["甲", "张三", "40%"]), (3, ["乙", "张三"])]
    assert [(one.row, one.reason) for one in found.skipped] == [(4, "struck")]
    assert "row 3" in found.notes[0]


def test_what_is_merged_over_several_rows_does_not_tell_which_are_struck_through(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in (["序号", "问题", "办法", "责任人"], [1, "台账不全", "补登", "张三"], [None, None, "复核", "张三"], [None, None, "归档", "张三"]):
        page.append(row)
    page.merge_cells("A2:A4")
    page.merge_cells("B2:B4")
    for cell in (*page[3][2:], page["D4"]):
        cell.font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [row.cells[2] for row in found.rows] == ["办法", "补登", "归档"]
    assert [(one.row, one.reason) for one in found.skipped] == [(3, "struck")]


def test_comments_and_hidden_columns_are_said(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"台账": [["事项", "责任人", "时限"], ["调研", "张三", DAY]], "二": [["事项", "责任人"]]})
    book = openpyxl.load_workbook(path)
    sheet = book["台账"]
    for cell in ("A2", "C2"):
        sheet[cell].comment = Comment("moved by the board", "Ana")
    sheet.column_dimensions["C"].hidden = True
    book.save(path)
    notes = read(path).notes
    assert "Comments on cells are not read: A2, C2." in notes
    assert "Hidden columns are read all the same: 时限." in notes


def test_words_struck_through_inside_a_cell_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    inline = xlsx(tmp_path / "a.xlsx", {"台账": [["事项", "责任人", "时限"], ["调研", "张三", ""], ["修桥", "李四", "10月2日"]]})
    book = openpyxl.load_workbook(inline)
    book["台账"]["C2"] = CellRichText(TextBlock(InlineFont(strike=True), "10月1日"), TextBlock(InlineFont(strike=False), " 12月4日"))
    book.save(inline)
    shared = tmp_path / "b.xlsx"  # spreadsheet programs keep texts in a part of their own
    with xlsxwriter.Workbook(shared) as written:
        sheet, struck = written.add_worksheet(), written.add_format({"font_strikeout": True})
        for at, row in enumerate((["事项", "责任人"], ["调研", "张三"], ["修桥", "李四", "10月2日"])):
            sheet.write_row(at, 0, row)
        sheet.write_string(0, 2, "时限")
        sheet.write_rich_string(1, 2, struck, "10月1日", " 12月4日")
    for path in (inline, shared):
        found = read(path)
        assert [row.cells[2] for row in found.rows] == ["时限", " 12月4日", "10月2日"]
        assert "Words struck through inside a cell are left out: row 2." in found.notes


def test_what_is_said_of_rows_names_their_sheet_where_several_are_read(tmp_path: Path) -> None:
    heads = ["事项", "责任人", "时限"]
    path = xlsx(tmp_path / "a.xlsx", {"七月": [heads, ["调研", "张三", ""]], "八月": [heads, ["修桥", "李四", ""], ["清淤", "王五", ""]]})
    book = openpyxl.load_workbook(path)
    book["八月"]["C2"] = CellRichText(TextBlock(InlineFont(strike=True), "10月1日"), TextBlock(InlineFont(strike=False), " 12月4日"))
    book["八月"].row_dimensions[3].hidden = True
    book.save(path)
    notes = read(path).notes
    assert "Words struck through inside a cell are left out: row 八月!2." in notes
    assert "Hidden in the sheet (by a filter, perhaps), and read all the same: row 八月!3." in notes


def test_an_old_kind_of_file_says_what_it_cannot_tell(tmp_path: Path) -> None:
    found = read(ledger_files.xls(tmp_path / "a.xls", {"a": [["事项", "责任人"], ["甲", "张三"]]}))
    assert found.notes == [
        "In this kind of file hidden rows, text struck through, percentages, months, and in .xls errors, cannot be told; what can be read is read."
    ]


def test_an_old_workbook_with_a_packed_file_inside_is_an_old_workbook(tmp_path: Path) -> None:
    """Excel puts the theme of an .xls into it as a packed file."""
    path = ledger_files.xls(tmp_path / "a.xls", {"a": [["事项", "责任人"], ["甲", "张三"]]})
    with zipfile.ZipFile(path, "a") as inside:
        inside.writestr("theme/theme/theme1.xml", "<theme/>")
    assert zipfile.is_zipfile(path)
    assert [row.cells for row in read(path).rows] == [["事项", "责任人"], ["甲", "张三"]]


def test_a_formula_never_computed_and_an_error_are_marked(tmp_path: Path) -> None:
    rows = [["事项", "责任人"], ["=A1&B1", "张三"], ["text = sum", "=B2"], ["#REF!", "张三"]]
    found = read(xlsx(tmp_path / "a.xlsx", {"台账": rows}))
    assert told(found)[1:] == [(2, [not_computed(), "张三"]), (3, ["text = sum", not_computed()]), (4, ["#REF!", "张三"])]


def test_a_mac_workbook_counts_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append(["事项", "责任人", DAY])
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert (found.since_1904, found.rows[0].cells[2]) == (True, DAY)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize(("row", "cell", "seen"), [(" hidden=Q1Q", "", "Hidden"), ("", " t=QeQ", "#REF!"), ("", "", "Unclear")])
def test_what_a_sheet_tells_is_seen_however_its_xml_is_written(tmp_path: Path, quote: str, prefix: str, row: str, cell: str, seen: str) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"a": [HEADS, ["甲", "张三"]]})
    space = f'xmlns:x="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    value = "<v>#REF!</v>" if cell else "<f>A1</f>" if seen == "Unclear" else "<v>7</v>"
    rows = f"<row r=Q1Q><c r=QA1Q t=QstrQ><v>Matter</v></c><c r=QB1Q t=QstrQ><v>Lead</v></c></row><row r=Q2Q{row}><c r=QA2Q{cell}>{value}</c></row>"
    text = f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".replace("Q", quote)
    if prefix:
        text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = text.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    found = read(path)
    assert seen in " ".join([*found.notes, *(type(one).__name__ if isinstance(one, Unclear) else str(one) for one in found.rows[-1].cells)])


@pytest.mark.parametrize("text", ["同上", "（同上）", "〃", '"', "″", "Ditto", "same as above", "- 〃 -"])
def test_what_means_as_above(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", "'", "同上级沟通", "上", "do it", "-", "()"])
def test_what_does_not_mean_as_above(text: str) -> None:
    assert not is_ditto(text)


def test_a_ditto_in_the_first_row_stays(tmp_path: Path) -> None:
    found = read(xlsx(tmp_path / "a.xlsx", {"a": [HEADS, ["甲", "同上"], ["乙", "张三"], ["丙", "同上"], ["丁", "〃"]]}))
    assert [row.cells[1] for row in found.rows[1:]] == ["同上", "张三", "张三", "张三"]
