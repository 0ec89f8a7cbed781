"""What the look of words tells: struck through, set high, ticked, still to be filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from officecli.files.ledger.sheets.cells import is_sheet_error
from stage import ledger_files
from stage.sheets_read import read

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOXES = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HEADS = ["事项", "责任人", "时限"]
ROWS = [
    ["清淤~并护坡~", "张三", "7月2日"],
    ["修桥", "张三", "July 2^1^"],
    ["~购泵~", "~张三~", "~8月3日~"],
    ["铺 9 m^2^ 地砖", "张三", "~9月1日~ 9月9日"],
]
"""Between ~ struck through, between ^ set high."""


def parts(text: str) -> list[tuple[str, str]]:
    """The parts of a text, each with its look: "", "struck" or "high"."""
    found, look = [], ""
    for part in text.replace("~", "\0~\0").replace("^", "\0^\0").split("\0"):
        if part in ("~", "^"):
            look = "" if look else {"~": "struck", "^": "high"}[part]
        elif part:
            found.append((part, look))
    return found


def inline(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    fonts = {"": InlineFont(), "struck": InlineFont(strike=True), "high": InlineFont(vertAlign="superscript")}
    for row in [HEADS, *ROWS]:
        sheet.append([CellRichText(*(TextBlock(fonts[look], part) for part, look in parts(text))) for text in row])
    for cell in sheet[4]:
        cell.font = Font(strike=True)
    book.save(path)


def shared(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        looks = {"": book.add_format(), "struck": book.add_format({"font_strikeout": True}), "high": book.add_format({"font_script": 1})}
        for down, row in enumerate([HEADS, *ROWS]):
            for across, text in enumerate(row):
                told = parts(text)
                if len(told) == 1:
                    sheet.write_string(down, across, told[0][0], looks[told[0][1]])
                else:
                    sheet.write_rich_string(down, across, *(piece for part, look in told for piece in (looks[look], part)))


def word(path: Path) -> None:
    paper = docx.Document()
    table = paper.add_table(len(ROWS) + 1, 3)
    for down, row in enumerate([HEADS, *ROWS]):
        for across, text in enumerate(row):
            for part, look in parts(text):
                run = table.cell(down, across).paragraphs[0].add_run(part)
                run.font.strike, run.font.superscript = look == "struck" or None, look == "high" or None
    paper.save(str(path))


def page(path: Path) -> None:
    tags = {"": "{}", "struck": "<s>{}</s>", "high": "<sup>{}</sup>"}
    rows = ("".join(f"<td>{''.join(tags[look].format(part) for part, look in parts(text))}</td>" for text in row) for row in [HEADS, *ROWS])
    path.write_text(f"<html><meta charset=utf-8><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></html>", "utf-8")


def sheet_of_calc(path: Path) -> None:
    marks = {(4, at): ' table:style-name="gone"' for at in (1, 2, 3)}
    ledger_files.ods(path, {"a": [HEADS, *ROWS[:2], [text.strip("~") for text in ROWS[2]], ROWS[3]]}, cell_marks=marks)
    style = (
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style></office:automatic-styles>'
    )
    ledger_files.change(path, "content.xml", lambda text: spans(spans(text, "~", "T1"), "^", "T2"))
    ledger_files.change(path, "content.xml", lambda text: text.replace("</office:automatic-styles>", style))


def spans(text: str, mark: str, name: str) -> str:
    opens, closes = f'<text:span text:style-name="{name}">', "</text:span>"
    pieces = text.split(mark)
    return "".join(
        piece + (("", closes)[at % 2] if at else "") + (opens if at % 2 == 0 and at + 1 < len(pieces) else "") for at, piece in enumerate(pieces)
    )


@pytest.mark.parametrize(("write", "name"), [(inline, "a.xlsx"), (shared, "a.xlsx"), (word, "a.docx"), (page, "a.xls"), (sheet_of_calc, "a.ods")])
def test_words_struck_through_are_left_out_and_high_digits_are_no_digits_of_a_day(tmp_path: Path, write: Callable[[Path], None], name: str) -> None:
    write(tmp_path / name)
    found = read(tmp_path / name)
    assert [[str(cell).strip() for cell in row.cells] for row in found.rows] == [
        HEADS,
        ["清淤", "张三", "7月2日"],
        ["修桥", "张三", "July 2¹"],
        ["铺 9 m² 地砖", "张三", "9月9日"],
    ]
    assert [(one.row, one.reason) for one in found.skipped] == [(4, "struck")]
    assert "Words struck through inside a cell are left out: rows 2, 5." in found.notes


def test_what_is_struck_through_in_markdown_is_left_out_too(tmp_path: Path) -> None:
    lines = [
        "| 事项 | 责任人 | 时限 |",
        "|---|---|---|",
        r"| 清淤 ~~并护坡 | x~~ \~~好\~~ | 张三 | 7月2日 |".replace(" | x", ""),
        "| ~~购泵~~ | ~~张三~~ | |",
    ]
    (tmp_path / "a.md").write_text("\n".join([*lines, "| 修桥 | 张三 | ~~8月3日~~ 8月9日 |"]), "utf-8")
    found = read(tmp_path / "a.md")
    assert [row.cells for row in found.rows[1:]] == [["清淤  ~~好~~", "张三", "7月2日"], ["修桥", "张三", "8月9日"]]
    assert [(one.row, one.reason) for one in found.skipped] == [(4, "struck")]
    assert "Words struck through inside a cell are left out: rows 3, 5." in found.notes


def test_boxes_and_fields_of_a_form_in_word_are_read_as_they_are_filled_in(tmp_path: Path) -> None:
    """A box of an old form, ticked, not ticked and ticked at first; a field in which only the request to fill it in stands."""
    paper = docx.Document()
    table = paper.add_table(5, 3)
    for cell, text in zip(table.rows[0].cells, ["事项", "责任人", "是否完成"], strict=True):
        cell.text = text
    boxes = ('<w:checked w:val="1"/>', '<w:checked w:val="0"/>', '<w:default w:val="1"/>')
    for row, box in zip(table.rows[1:4], boxes, strict=True):
        row.cells[0].text, row.cells[1].text = "修桥", "张三"
        xml = f'<w:r {WORDS}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{box}</w:checkBox></w:ffData></w:fldChar></w:r>'
        row.cells[2].paragraphs[0]._p.append(parse_xml(xml))
    for cell, asks in zip(table.rows[4].cells, ("", "", "<w:showingPlcHdr/>"), strict=True):
        xml = f"<w:sdt {WORDS}><w:sdtPr>{asks}</w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt>"
        cell.paragraphs[0]._p.append(parse_xml(xml))
    paper.save(str(tmp_path / "a.docx"))
    assert [row.cells[2] for row in read(tmp_path / "a.docx").rows[1:]] == ["☑", "☐", "☑", ""]
    assert read(tmp_path / "a.docx").rows[-1].cells[0] == "单击此处输入"


def test_a_form_on_a_page_is_read_as_it_is_filled_in(tmp_path: Path) -> None:
    cells = (
        '<input type="text" value="清淤"><input type="hidden" value="x">',
        "<select><option>李四</option><option selected>张三</option></select>",
        '<input type="radio" checked>是 <input type="radio">否',
        "<select><option>未办结</option><option>已办结</option></select>",
    )
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    head = "<tr><th>事项</th><th>责任人</th><th>是否完成</th><th>状态</th></tr>"
    (tmp_path / "a.xls").write_text(f'<html><table>{head}<tr>{row}</tr><tr style="text-decoration:line-through"><td>修桥</td></tr></table>', "utf-8")
    found = read(tmp_path / "a.xls")
    assert found.rows[1].cells == ["清淤", "张三", "☑是 ☐否", "未办结"]
    assert [(one.row, one.reason) for one in found.skipped] == [(3, "struck")]


def test_a_sheet_of_calc_tells_errors_and_days_shown_as_months(tmp_path: Path) -> None:
    """The look of a cell may be that of its column, and its format may stand among the styles of all sheets."""
    error = ' xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" c:value-type="error"'
    rows: list[list[Any]] = [
        ["事项", "责任人", "时限"],
        ["修桥", "张三", date(2026, 8, 1)],
        ["清淤", "张三", date(2026, 8, 3)],
        ["购泵", "张三", "Err:502"],
        ["铺砖", "张三", ""],
    ]
    ledger_files.ods(tmp_path / "a.ods", {"a": rows}, cell_marks={(4, 3): error, (5, 3): error})
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/><table:table-row>'
    ledger_files.change(tmp_path / "a.ods", "content.xml", lambda text: text.replace("<table:table-row>", columns, 1))
    with zipfile.ZipFile(tmp_path / "a.ods", "a") as archive:
        archive.writestr(
            "styles.xml",
            '<s xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">'
            '<number:date-style style:name="N1"><number:year/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>'
            '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></s>',
        )
    assert [row.cells[2] for row in read(tmp_path / "a.ods").rows[1:]] == ["2026年8月", date(2026, 8, 3), "Err:502", "#VALUE!"]
    ledger_files.xlsb(tmp_path / "a.xlsb", {"a": [*rows[:2], ["清淤", "张三", "#REF!"]]})
    assert read(tmp_path / "a.xlsb").rows[2].cells == ["清淤", "张三", "#REF!"]
    assert all(map(is_sheet_error, ("Err:502", "#VALUE!", "#ERROR!", "#BEZUG!", "########")))
    assert not any(map(is_sheet_error, ("#12", "Err:5", "#urgent!")))
