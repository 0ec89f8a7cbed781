"""A page and a Word document hold what they were given, obey none of it, and are laid out for paper."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.sheets.texts.web_page import read_page
from officecli.formats import as_docx, as_html
from officecli.formats.out.output import deliver
from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.out.whole_file import Named
from officecli.reports.shape.document import Chapter, Document, Table
from officecli.reports.shape.report import Column, Report

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("<>&'\"\ufffe\uffff\x00]]>{{督"), min_size=1)
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "p", "nav", "ol", "li", "a", "main", "section", "table"),
    *("tbody", "thead", "tr", "th", "td", "br", "div", "colgroup", "col", "b", "footer"),
}


class Seen(HTMLParser):
    """What a browser would find: the tags, their attributes, the text outside the style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "style" and not self.style:
            self.style = data
        else:
            self.text.append(data)


def paper_of(text: str) -> Document:
    column = Column("title", text)
    table = Table("t", text, (column,), ({"title": text},), (text,), (text,))
    chapter = Chapter(text, 2, (column, Column("gap", text)), {"title": text}, {"gap": text}, (table,))
    return Document("handbook", text, "2026-11-23", (chapter, chapter), headline=text, notes=(text,))


def page_of(drawable: Report | Document) -> str:
    stream = io.StringIO()
    as_html.write(drawable, stream, Page()) if isinstance(drawable, Report) else as_html.write_document(drawable, stream, Page())
    return stream.getvalue()


def bytes_of(drawable: Report | Document) -> bytes:
    stream = io.BytesIO()
    as_docx.write(drawable, stream, Page()) if isinstance(drawable, Report) else as_docx.write_document(drawable, stream, Page())
    return stream.getvalue()


def word_of(drawable: Report | Document) -> Any:
    return docx.Document(io.BytesIO(bytes_of(drawable)))


@settings(max_examples=50, deadline=None)
@given(ANY)
@example("</title></style><script>alert(1)</script><b onclick='x'>")
def test_whatever_people_write_is_text_on_a_page(text: str) -> None:
    seen = Seen(page_of(paper_of(text)))
    assert {tag for tag, _attributes in seen.tags} <= TAGS
    assert not any(name.startswith("on") or name == "style" for _tag, attributes in seen.tags for name in attributes)
    assert re.sub(r"\s", "", safe(text)) in re.sub(r"\s", "", "".join(seen.text))


@settings(max_examples=8, deadline=None)
@given(ANY)
@example("<w:p/>&amp;\x00\x1b\ufffe\uffff\ud800")
def test_whatever_people_write_is_text_in_word(text: str) -> None:
    read = word_of(paper_of(text))
    shown = safe(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert read.paragraphs[1].text == shown
    assert [[cell.text for cell in row.cells] for row in read.tables[1].rows] == [[shown], [shown]]


def test_a_spreadsheet_that_opens_a_page_finds_no_formula_and_an_import_what_was_written() -> None:
    texts = ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)"]
    report = Report(
        "list", "Items", "", (Column("number", "number", "number"), Column("title", "matter")), [{"number": -1, "title": one} for one in texts]
    )
    page = page_of(report)
    assert re.findall("<td[^>]*>(.)", page) == ["−", "\u2060"] * len(texts)
    assert [row.cells for row in read_page(page.encode()).tables[0].rows[1:]] == [["−1", one] for one in texts]


def test_a_page_allows_its_own_style_and_nothing_else(sample: Callable[..., Report]) -> None:
    seen = Seen(page_of(sample("en")))
    policy = next(attributes["content"] for tag, attributes in seen.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(seen.style.encode()).digest()).decode()
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


@pytest.mark.usefixtures("chinese")
def test_a_chinese_page_says_so(sample: Callable[..., Report]) -> None:
    assert Seen(page_of(sample("zh"))).tags[0] == ("html", {"lang": "zh-CN"})


def test_contents_lead_to_their_chapters(paper: Callable[..., Document]) -> None:
    tags = Seen(page_of(paper("en"))).tags
    goals = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert goals == ["#" + str(attributes["id"]) for tag, attributes in tags if tag == "section"]


def test_many_folded_tables_are_opened_together_first() -> None:
    """Below the accountability of 37 people stood a wall of 54 lines to open, before the next chapter."""
    said = Table("a", "a", (Column("x", "x"),), ({"x": "1"},))
    for many, together, alike in ((8, 0, False), (9, 1, False), (9, 1, True)):
        names = ["t" if alike else f"t{number}" for number in range(many)]
        folded = tuple(Table(name, name, said.columns, said.rows, folded=True) for name in names)
        tags = Seen(page_of(Document("dashboard", "d", "", (Chapter("c", 1, tables=(said, *folded)),)))).tags
        assert [tag for tag, attributes in tags if tag in ("details", "table")] == ["table", *["details"] * together, *["details", "table"] * many]


def test_no_typeface_in_word_is_left_to_a_theme(sample: Callable[..., Report]) -> None:
    read = word_of(sample("zh"))
    names = list(read.styles.element.iter(qn("w:rFonts")))
    assert names
    assert all(name.get(qn("w:eastAsia")) in {"宋体", "黑体"} and name.get(qn("w:ascii")) for name in names)
    assert not any("Theme" in key for name in names for key in name.attrib)


def test_headings_of_a_table_stand_on_every_page(sample: Callable[..., Report]) -> None:
    read = word_of(sample("en", group_by=None))
    rows = read.tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * 4
    assert len(read.tables[0].columns) == len(sample("en").columns)


@pytest.mark.parametrize(
    ("many", "notes", "kept"), [(2, (), [1, 1, 0]), (2, ("so",), [1, 1, 1]), (13, (), [1, *[0] * 13]), (13, ("so",), [1, *[0] * 12, 1])]
)
def test_a_short_table_is_not_parted_and_a_note_stands_with_its_last_row(many: int, notes: tuple[str, ...], kept: list[int]) -> None:
    """A page of a handbook held one line: the note to a table on the page before."""
    table = Table("t", "T", (Column("x", "x"),), tuple({"x": str(number)} for number in range(many)), notes)
    rows = word_of(Document("handbook", "d", "", (Chapter("c", 1, tables=(table,)),))).tables[0].rows
    assert [len(row.cells[0].paragraphs[0]._p.pPr.findall(qn("w:keepNext"))) for row in rows] == kept


def test_a_wide_report_lies_across_and_a_narrow_one_stands(sample: Callable[..., Report]) -> None:
    wide, narrow = word_of(sample("en")).sections[0], word_of(sample("en", columns=sample("en").columns[:3])).sections[0]
    assert (wide.orientation, narrow.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)
    assert (round(narrow.page_width.mm), round(narrow.page_height.mm)) == (210, 297)
    assert "A4 landscape" in page_of(sample("en"))
    assert "A4 portrait" in page_of(sample("en", columns=sample("en").columns[:3]))


def test_columns_too_many_for_any_paper_are_all_there() -> None:
    columns = tuple(Column(f"c{number}", f"heading {number}") for number in range(60))
    rows = ({column.key: "incomprehensible" for column in columns},)
    report = Report("list", "Items", "", columns, rows)
    assert len(word_of(report).tables[0].columns) == 60
    assert page_of(report).count("incomprehensible") == 60


def test_the_same_report_is_the_same_file(sample: Callable[..., Report], at: Callable[[str], None]) -> None:
    at("2026-11-23T08:00")
    first = bytes_of(sample("en"))
    at("2027-01-01T00:00")
    assert bytes_of(sample("en")) == first
    about = word_of(sample("en")).core_properties
    assert (about.author, about.created.isoformat()[:10], about.modified) == ("Office of the <Clerk>", "2026-11-23", about.created)


def test_word_goes_to_a_file_or_a_pipe_but_to_no_window(
    sample: Callable[..., Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    deliver(sample("en"), "docx", to=Named(tmp_path / "a.docx", store=None))
    assert (tmp_path / "a.docx").read_bytes() == bytes_of(sample("en"))
    deliver(sample("en"), "docx")
    assert capfdbinary.readouterr().out == bytes_of(sample("en"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(BadInput, match="no text for a window") as refused:
        deliver(sample("en"), "docx")
    assert "-o" in refused.value.fix


def test_a_paper_does_not_fit_into_one_table(paper: Callable[..., Document]) -> None:
    with pytest.raises(BadInput, match="csv holds one table") as refused:
        deliver(paper("en"), "csv")
    assert refused.value.fix == "Use one of: docx, html, json, md, table, xlsx."


def test_an_empty_paper_says_so() -> None:
    assert "Nothing yet." in page_of(Document("handbook", "Handbook", "", (), empty="Nothing yet."))
