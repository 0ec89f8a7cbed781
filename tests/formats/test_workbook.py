"""A workbook holds what it was given as what it is, obeys none of it, and is the same file for the same report."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.sheets.workbooks.workbook import read_workbook
from officecli.formats import as_xlsx
from officecli.formats.out.output import deliver
from officecli.formats.out.page import Page
from officecli.formats.out.whole_file import Named
from officecli.formats.paper.workbook import workbook
from officecli.formats.paper.workbook_table import MOST_ROWS, Face, Printed, put_table
from officecli.formats.value import Counted, counted
from officecli.reports.shape.document import Chapter, Document, Letter, Table
from officecli.reports.shape.report import Column, Kind, Report
from officecli.reports.shape.streamed import Streamed

TYPED = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("'=+-@＝＋－＠<>&_x督\n"), min_size=1)
FORMULAS = [
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1",
    '=HYPERLINK("http://x")',
    "http://x.example",
    "1.50",
    "007",
]


def bytes_of(report: Report) -> bytes:
    stream = io.BytesIO()
    as_xlsx.write(report, stream, Page())
    return stream.getvalue()


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def table(*rows: dict[str, Any], columns: tuple[Column, ...] = (Column("number", "number"), Column("title", "matter")), **more: Any) -> Report:
    return Report("list", "Items", "2026-11-23", columns, rows, **more)


@pytest.mark.parametrize("text", [*FORMULAS, "<r><t>x</t></r>", "_x0041_", "a\nb", "&lt;", " x ", "督"])
def test_what_people_wrote_is_text_and_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    data = bytes_of(table({"number": "1", "title": text}))
    cell = opened(data).worksheets[0]["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", text[0] in "'=+-@＝＋－＠")
    assert cell.value == text.replace("_x", "_x005F_x")  # which openpyxl leaves as it is written
    (tmp_path / "a.xlsx").write_bytes(data)
    assert read_workbook(tmp_path / "a.xlsx", None).tables[0].rows[1].cells == ["1", text]


@settings(max_examples=40, deadline=None)
@given(TYPED)
@example("\u202e\ufffe\x00\ud800\x1b\r\n\t=1")
def test_nothing_that_people_wrote_breaks_a_sheet(text: str) -> None:
    cell = opened(bytes_of(table({"number": "1", "title": text}))).worksheets[0]["B2"]
    assert cell.data_type == "s"
    assert not set(cell.value) & set("\u202e\ufffe\x00\ud800\x1b\r\t")


@pytest.mark.parametrize(
    ("kind", "value", "held"),
    [
        ("integer", 5, 5),
        ("number", 2.5, 2.5),
        ("amount", "-8.50", -8.5),
        ("amount", "1234567890.123456", "1234567890.123456"),
        ("percent", 62.5, 0.625),
        ("bar", 212.5, 2.125),
        ("date", "2026-11-23", date(2026, 11, 23)),
        ("date", "2026-11", "2026-11"),
        ("moment", "2026-11-23T08:30:15Z", datetime.fromisoformat("2026-11-23T16:30")),
        ("light", "red", "red"),
        ("names", [], None),
        ("text", "", None),
        ("text", "=1", "=1"),
        ("count", None, None),
    ],
)
def test_a_value_as_a_spreadsheet_counts_with_it(kind: Kind, value: Any, held: Counted) -> None:
    found = counted(Column("x", "x", kind), value, "Asia/Shanghai")
    assert (found, type(found)) == (held, type(held))


def test_exact_amounts_show_the_decimals_they_were_written_with_and_no_day_is_miscounted() -> None:
    columns = (Column("a", "a", "amount"), Column("d", "d", "date"), Column("m", "m", "moment"))
    rows = ({"a": "-8.50", "d": "1900-02-28", "m": "2026-11-23T08:30:00Z"}, {"a": "12", "d": "2026-02-28", "m": None})
    page = opened(bytes_of(table(*rows, columns=columns))).worksheets[0]
    assert [(cell.value, cell.number_format) for cell in (page["A2"], page["A3"])] == [(-8.5, "0.00"), (12, "0")]
    assert (page["B2"].value, page["B3"].value, page["C2"].value) == (
        "1900-02-28",
        datetime.fromisoformat("2026-02-28"),
        datetime.fromisoformat("2026-11-23T08:30"),
    )


def test_the_same_report_is_the_same_file_wherever_it_goes(
    sample: Callable[..., Report], at: Callable[[str], None], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    at("2026-11-23T08:00")
    first = bytes_of(sample("en"))
    at("2027-01-01T00:00")
    deliver(sample("en"), "xlsx", to=Named(tmp_path / "a.xlsx", store=None))
    deliver(sample("en"), "xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == capfdbinary.readouterr().out == first
    about = opened(first).properties
    assert (about.creator, about.title, about.created) == ("officecli", "Overdue items", datetime.fromisoformat("2026-11-23"))


def test_every_table_has_a_sheet_of_a_name_that_workbooks_allow() -> None:
    titles = ["a/b:c*d?[e]\\f", "A b c d e f", "History", "督查" * 20, "督查" * 20, "", "'", "lists", "😀" * 20]
    report = table(also=tuple(Report(f"n{number}", title, "", (Column("x", "x"),), ()) for number, title in enumerate(titles)))
    names = opened(bytes_of(report)).sheetnames
    assert names[1:-1] == [
        *("a b c d e f", "A b c d e f (2)", "History_", ("督查" * 20)[:31], ("督查" * 20)[:27] + " (2)", "n5", "-", "lists (2)", "😀" * 15)
    ]


def test_a_page_says_whose_it_is_and_is_as_large_as_paper_there() -> None:
    pages = [opened(bytes_of(table(office="R&D 1", region=region, head="12:" + "ab" * 32))).worksheets[0] for region in ("CN", "US")]
    assert [page.page_setup.paperSize for page in pages] == ["9", "1"] or [page.page_setup.paperSize for page in pages] == [9, 1]
    foot = pages[0].oddFooter
    assert (foot.left.text.split("\n"), foot.left.size, foot.right.text) == (["R&&D 1", "trail 12:" + "ab" * 16], 8, "&P / &N")


def test_columns_are_chosen_from_hidden_and_shaded_and_silent_ones_are_out_of_sight() -> None:
    columns = (Column("a", "a"), Column("b", "b"), Column("c", "c"), Column("silent", "s", sparse=True), Column("said", "t", "count", sparse=True))
    rows = [{"a": "1", "silent": None, "said": 0}, {"a": None, "b": "=x", "silent": "", "said": 2}]
    people = tuple(f"某某{number}, 组长" for number in range(100))
    stream = io.BytesIO()
    with workbook(stream) as book:
        faces = {"a": Face(shaded=True), "b": Face(choose=people), "c": Face(hidden=True)}
        put_table(book, "x", columns, rows, timezone="UTC", printed=Printed(), faces=faces)
    made = opened(stream.getvalue())
    page, lists = made.worksheets
    assert lists.sheet_state == "hidden"
    assert [cell.value for cell in lists["A"]] == list(people)
    validation = page.data_validations.dataValidation[0]
    assert (str(validation.sqref), validation.formula1, validation.errorStyle) == ("B2:B503", "lists!$A$1:$A$100", "warning")
    assert [(shape.min, shape.max) for shape in page.column_dimensions.values() if shape.hidden] == [(3, 4)]
    assert [page[place].fill.fgColor.rgb for place in ("A2", "A3", "B3")] == ["FFECEEF1", "FFECEEF1", "00000000"]


def test_figures_stand_under_their_heading_and_apart_from_the_words_beside_them() -> None:
    """A heading stood at the left of its figures, and 18 ran into the word in the next column."""
    kinds: tuple[tuple[Kind, Any], ...] = (("text", "x"), ("count", 18), ("amount", "2.50"), ("percent", 50.0), ("date", "2026-11-23"))
    columns = tuple(Column(kind, kind, kind) for kind, _value in kinds)
    page = opened(bytes_of(table(dict(kinds), columns=columns))).worksheets[0]
    sides = [[(cell.alignment.horizontal, cell.alignment.indent) for cell in row] for row in page.iter_rows(max_row=2)]
    assert sides == [[(None, 0), *[("right", 1)] * 3, ("left", 0)]] * 2


def test_a_row_is_no_higher_than_a_spreadsheet_allows() -> None:
    book = opened(bytes_of(table({"number": "2026-001", "title": "逐户核对" * 900}, {"number": "2026-002", "title": "核对"})))
    heights = [book.worksheets[0].row_dimensions[row].height for row in (2, 3)]
    assert 390 < heights[0] <= 409
    assert heights[1] is None


def test_more_rows_than_a_sheet_has_are_refused_with_what_to_do() -> None:
    with pytest.raises(BadInput, match="holds 1,048,575 rows") as refused:
        bytes_of(Report("list", "Items", "", (Column("x", "x"),), Streamed(MOST_ROWS + 1, lambda: iter(()))))
    assert "csv" in refused.value.fix


def test_a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "place"
    (folder / "temporary").mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "temporary"))
    (folder / "a.xlsx").write_text("old")

    def rows() -> Iterator[dict[str, Any]]:
        yield {"x": "1"}
        raise RuntimeError

    report = Report("list", "Items", "", (Column("x", "x"),), Streamed(2, rows))
    with pytest.raises(RuntimeError):
        deliver(report, "xlsx", to=Named(folder / "a.xlsx", store=None, force=True))
    assert (folder / "a.xlsx").read_text() == "old"
    assert sorted(path.name for path in folder.rglob("*")) == ["a.xlsx", "temporary"]


def test_a_paper_of_several_parts_is_its_sentences_and_a_sheet_for_what_is_alike() -> None:
    late, seats, unit = Column("due", "deadline", "date"), Column("seats", "seats", "integer"), Column("unit", "unit", "names")
    who, figures = Column("lead", "lead"), (Column("a", "a", "integer"), Column("b", "b", "integer"))
    said = Letter(to="各科室：", said=("＝1+1 逾期九项。",), closing=("请抓紧办理。",), by="办公室", on="2026-08-03")
    document = Document(
        "paper",
        "通报",
        "2026-08-03",
        (
            Chapter("通报", letter=said, tables=(Table("a", "滞后", (who, late), ({"lead": "=cmd|'/c calc'!A0", "due": "2026-07-31"},)),)),
            Chapter("", tables=(Table("b", "滞后", (who, late), ({"lead": "李娜", "due": None},), ("… 3 more",)), Table("c", "空", (who,), ()))),
            Chapter("秘书科", level=2, facts=(seats, unit), values={"seats": 2, "unit": [{"name": "王强", "part": ""}]}),
            Chapter("督查室", level=2, facts=(seats, unit), values={"seats": 3}, lacks={"unit": "空缺"}),
            Chapter("亮灯", facts=figures, values={"a": 1, "b": 2, "links": {"a": "#a"}}, key="lights"),
            Chapter("四象限", facts=figures[:1], values={"a": 4}, key="quadrants"),
        ),
        notes=("核对",),
        head="838:d7cd6e565b39",
    )
    stream = io.BytesIO()
    as_xlsx.write_document(document, stream, Page())
    again = io.BytesIO()
    as_xlsx.write_document(document, again, Page())
    assert stream.getvalue() == again.getvalue()
    sheets = {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in opened(stream.getvalue())}
    text = [row[0] for row in sheets.pop("Text")]
    assert text[0].startswith("通报")
    assert text[1:6] == ["各科室：", "＝1+1 逾期九项。", "请抓紧办理。", "办公室", text[5]]
    assert text[6:] == ["… 3 more", "四象限", "4", "核对", "trail 838:d7cd6e565b39"]
    day = datetime.combine(date(2026, 7, 31), datetime.min.time())
    assert sheets == {
        "通报": [["which part", "seats", "unit"], ["秘书科", 2, "王强"], ["督查室", 3, "空缺"]],
        "亮灯": [["a", "b"], [1, 2]],
        "滞后": [["which part", "lead", "deadline"], ["通报 · 滞后", "=cmd|'/c calc'!A0", day], ["滞后", "李娜", None]],
    }
    lead = opened(stream.getvalue())["滞后"]["B2"]
    assert (lead.data_type, lead.quotePrefix) == ("s", True)
