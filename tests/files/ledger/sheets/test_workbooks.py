from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from officecli.errors import BadInput
from officecli.files.ledger.columns.heading_rows import rate
from officecli.files.ledger.rows.reading import read_ledger
from officecli.files.ledger.sheets import calamine_values, limits, ods_parts, workbook
from officecli.files.ledger.sheets.cells import Cell, Unclear, not_computed
from officecli.files.ledger.sheets.merging import is_ditto
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow
from officecli.typed.dates import Almanac
from stage import ledger_files
from stage.ledger_files import WRITERS, xlsx

DAY = date(2026, 7, 5)
ROWS: list[list[Any]] = [
    ["督办台账"],
    ["序号", "来源", "事项", "责任人", "时限", "备注"],
    [1, "常务会议", "甲\n乙", "张三", DAY, None],
    [2, None, "丙", "李四", date(2026, 12, 1), "〃"],
    [3, "来信", "丁", None, "8月底", "见附件"],
    [],
    [4, "来信", "戊", "王五", None, "同上"],
]
MERGED = [(1, 1, 1, 6), (3, 2, 4, 2), (4, 4, 5, 4)]


def by_headings(rows: Sequence[SheetRow]) -> Headed:
    return rate(rows, {})


def read(path: Path, name: str | None = None) -> Sheet:
    return read_sheet(path, name, by_headings)


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


def test_a_table_far_from_the_corner_keeps_its_place(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"台账": [[], [], [None, "事项", "责任人"], [None, "甲", "张三"]]})
    assert told(read(path)) == [(3, [None, "事项", "责任人"]), (4, [None, "甲", "张三"])]


def test_a_form_left_out_in_part_says_on_which_sheet(tmp_path: Path, almanac: Almanac) -> None:
    form = [["督办事项", "清点档案", "责任人", "张三"], ["办理时限", "2026-12-01", "办理情况", "清点中"], ["另见", "乙三", "两把"]]
    path = xlsx(tmp_path / "forms.xlsx", {"一": form, "二": form})
    notes = read_ledger(path, sheet=None, mapping={}, almanac=almanac, today=date(2026, 11, 23)).notes
    assert [note.split(" of the form")[0] for note in notes if "none of its words" in note] == ["Row 一!3", "Row 二!3"]


def test_numbers_are_read_as_their_format_shows_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    formats: list[tuple[str, Any]] = [("0%", 0.6), ("0.00%", 0.625), (r"0.0\%", 60), ('yyyy"年"m"月"', date(2026, 8, 1)), ("mmm-yy", date(2026, 8, 1)), ("yyyy-mm-dd", date(2026, 8, 1)), ("General", 123456789012345678)]  # fmt: skip
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
    assert found.notes == ["In this kind of file hidden rows, text struck through and percentages cannot be told; what can be read is read."]


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
HEADS = ["事项", "责任人"]


def months(**sheets: list[str]) -> dict[str, list[list[Any]]]:
    return {name: [HEADS, *([matter, "张三"] for matter in matters)] for name, matters in sheets.items()}


def matters(found: Sheet) -> list[object]:
    return [row.cells[0] for row in found.rows[1:]]


def test_sheets_of_months_are_read_together_and_their_rows_named(tmp_path: Path) -> None:
    found = read(xlsx(tmp_path / "a.xlsx", {**months(六月=["甲", "乙"], 七月=["丙"]), "填表说明": [["请如实填报"]]}))
    assert matters(found) == ["甲", "乙", "丙"]
    assert [(str(row.number), row.number) for row in found.rows[1:3]] == [("六月!2", 2), ("六月!3", 3)]
    assert str(found.rows[3].number) == "七月!2"
    assert found.notes == ["Read together, as they have the same headings and different matters: 六月, 七月."]
    assert found.at_top == ["Read: 六月, 七月. Left out: 填表说明. To read one, name it with --sheet."]


def test_of_sheets_that_repeat_their_matters_the_active_or_the_latest_is_read(tmp_path: Path) -> None:
    sheets = months(**{"Week 26": ["a", "b", "c"], "Week 27": ["a", "b", "d"], "Week 9": ["a", "c"]})
    path = xlsx(tmp_path / "a.xlsx", sheets)
    assert matters(read(path)) == ["a", "b", "c"]  # the workbook opens on its first sheet
    found = read(ledger_files.xls(tmp_path / "a.xls", sheets))
    assert matters(found) == ["a", "b", "d"]
    assert found.at_top == [
        "Read: Week 27. The others hold the same matters at other times and are left out: Week 26, Week 9. To read one, name it with --sheet."
    ]


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


def test_links_and_macros_are_left_alone_and_that_is_said(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsm", {"台账": [HEADS, ["甲", "张三"]]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0" * 100)
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert read(path).notes == ["Links to other files are not followed and macros are not run: the values are those last saved."]


def test_what_is_beyond_any_ledger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"台账": [HEADS]})
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    with pytest.raises(BadInput, match="unpacks to more than"):
        read(path)


def test_more_sheets_than_anybody_keeps_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SHEETS", 2)
    for name in ("a.xlsx", "a.ods", "a.xls", "a.xlsb", "2003.xls"):
        with pytest.raises(BadInput, match="3 sheets, more than 2"):
            read(WRITERS[name](tmp_path / name, {one: [HEADS, ["甲", "张三"]] for one in "abc"}))


def test_a_cell_far_from_all_others_is_refused_before_the_area_between_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_AREA", 1000)
    rows: list[list[Any]] = [HEADS, ["甲", "张三"], *([] for _row in range(900)), ["x"]]
    for name in ("a.xlsx", "a.ods", "a.xlsb"):
        with pytest.raises(BadInput, match="down to row 903"):
            read(WRITERS[name](tmp_path / name, {"a": rows}))
    for name in ("a.xlsx", "a.ods", "a.xlsb", "2003.xls", "page.xls"):
        with pytest.raises(BadInput, match="more than 500 columns"):
            read(WRITERS[name](tmp_path / name, {"a": [HEADS, ["甲"] + [None] * 600 + ["x"]]}))


def with_part(path: Path, part: str, text: bytes, start: bytes = b"") -> Path:
    """A workbook whose cell `here` holds the text, in the sheet itself or in the list of shared texts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next((name for name in parts if name.endswith(part)), "xl/sharedStrings.xml")
    if name in parts:
        parts[name] = start + parts[name].replace(b"here", text)
    else:
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(b't="inlineStr"><is><t>here</t></is>', b't="s"><v>0</v>')
        strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + text + b"</t></si></sst>"
        parts[name] = start + strings
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return path


PARTS = [("a.xlsx", "sharedStrings.xml"), ("a.xlsx", "sheet1.xml"), ("a.ods", "content.xml")]


def test_an_ods_that_repeats_its_rows_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blank = {3: ' table:number-rows-repeated="1048570"'}
    path = ledger_files.ods(tmp_path / "a.ods", {"a": [HEADS, ["甲", "张三"], [None]]}, row_marks=blank)
    assert matters(read(path)) == ["甲"]
    twice = {2: ' table:number-rows-repeated="3"'}
    assert matters(read(ledger_files.ods(path, {"a": [HEADS, ["甲", "张三"]]}, row_marks=twice))) == ["甲"] * 3
    monkeypatch.setattr(ods_parts, "MAX_REPEATED", 3)
    with pytest.raises(BadInput, match="more than 1000000 rows"):
        read(path)


def test_an_old_workbook_that_says_it_reaches_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_files.xls(tmp_path / "a.xls", {"a": [HEADS, ["甲", "张三"], *([] for _row in range(3000)), [None] * 200 + ["x"]]})
    assert len(read(path).rows) == 3
    monkeypatch.setattr(limits, "MAX_AREA", 100_000)
    with pytest.raises(BadInput, match="down to row 3003"):
        read(path)


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


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_a_cell_longer_than_any_is_refused_before_it_is_held(tmp_path: Path, name: str, part: str) -> None:
    path = WRITERS[name](tmp_path / name, {"a": [HEADS, ["here", "张三"]]})
    assert read(with_part(path, part, b"here")).rows[1].cells[0] == "here"
    with pytest.raises(BadInput, match="cell longer"):
        read(with_part(WRITERS[name](path, {"a": [HEADS, ["here", "张三"]]}), part, b"x" * 12_000_000))


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_nothing_outside_a_workbook_is_read_and_nothing_expanded(tmp_path: Path, name: str, part: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    entities = f'<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}"><!ENTITY c "{"&b;" * 1000}">'
    path = WRITERS[name](tmp_path / name, {"a": [HEADS, ["here", "张三"]]})
    with_part(path, part, b"&e;&c;", start=f"<!DOCTYPE x [{entities}]>".encode())
    try:
        cells = [str(cell) for row in read(path).rows for cell in row.cells]
    except BadInput as refused:
        cells = [refused.what]
    assert "secret" not in "".join(cells)
    assert sum(map(len, cells)) < 10_000


@pytest.mark.parametrize(
    ("inside", "what"), [("word/document.xml", "document is damaged"), ("mimetype", "not a workbook"), ("xl/workbook.xml", "damaged"), ("content.xml", "damaged"), ("xl/workbook.bin", "damaged")]
)  # fmt: skip
def test_other_packed_files_are_refused(tmp_path: Path, inside: str, what: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, "x")
    with pytest.raises(BadInput, match=what):
        read(path)


def test_a_reader_that_gives_up_is_a_damaged_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(*_arguments: object) -> None:
        raise PanicException("index out of range")

    monkeypatch.setattr(workbook, "_read", panics)
    with pytest.raises(BadInput, match="damaged") as raised:
        read(xlsx(tmp_path / "a.xlsx", {"台账": [HEADS]}))
    assert raised.value.why == "", "the words of a library are nobody's here"


@pytest.mark.parametrize("text", ["同上", "（同上）", "〃", '"', "″", "Ditto", "same as above", "- 〃 -"])
def test_what_means_as_above(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", "'", "同上级沟通", "上", "do it", "-", "()"])
def test_what_does_not_mean_as_above(text: str) -> None:
    assert not is_ditto(text)


def test_a_ditto_in_the_first_row_stays(tmp_path: Path) -> None:
    found = read(xlsx(tmp_path / "a.xlsx", {"a": [HEADS, ["甲", "同上"], ["乙", "张三"], ["丙", "同上"], ["丁", "〃"]]}))
    assert [row.cells[1] for row in found.rows[1:]] == ["同上", "张三", "张三", "张三"]


@pytest.mark.parametrize("child", ["import os; os.abort()", "raise SystemExit(0)", "import sys, time; time.sleep(60)"])
def test_a_reader_that_breaks_down_or_never_ends_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], child: str
) -> None:
    monkeypatch.setattr(calamine_values, "_CHILD", child)
    monkeypatch.setattr(calamine_values, "_PATIENCE", 0.5)
    with pytest.raises(BadInput, match="damaged"):
        read(ledger_files.xls(tmp_path / "a.xls", {"a": [HEADS, ["甲", "张三"]]}))
    assert capfd.readouterr() == ("", "")


DAMAGED = ["a.xlsx", "a.ods", "a.docx", "2003.xls", "page.xls", "a.xls", "a.xlsb"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@example("a.xlsx", [(0.0, ord("{"))], False)  # it begins as a list of tasks does
@given(st.sampled_from(DAMAGED), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6), st.booleans())
def test_a_damaged_file_is_read_or_refused_without_a_word_of_the_readers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, changes: list[tuple[float, int]], inside: bool
) -> None:
    path = WRITERS[name](tmp_path / name, {"a": ROWS})
    data = {"": path.read_bytes()}
    if inside and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            data = {one: archive.read(one) for one in archive.namelist()}
    for where, byte in changes:
        part = sorted(data)[int(where * len(data))]
        bytes_ = bytearray(data[part])
        if bytes_:
            bytes_[int((where * 997) % 1 * len(bytes_))] = byte
        data[part] = bytes(bytes_)
    if "" in data:
        path.write_bytes(data[""])
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for one, content in data.items():
                archive.writestr(one, content)
    with suppress(BadInput):
        read(path)
    assert capfd.readouterr() == ("", "")
