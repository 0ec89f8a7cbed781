"""Papers that go out in the office's name: in Word by the conventions of the language, each with pages of its own, and the same on a page and in Markdown."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from officecli import i18n
from officecli.formats import as_docx, as_html, as_json, as_md, as_table
from officecli.formats.out.page import Page
from officecli.reports.shape.document import Chapter, Document, Letter
from officecli.reports.shape.report import Column

HOSTILE = "<b>&amp; # 1. *x*"


def paper_of(office: str = "青禾县人民政府办公室", region: str = "CN") -> Document:
    facts = (Column("number", "编号"), Column("due", "时限", "date"), Column("title", "事项", wide=True), Column("who", "签收人"))
    slip = Chapter("回执", facts=(facts[0], facts[3]), values={"number": "2026-031"}, blanks=frozenset({"who"}))
    letter = Letter("县水利局", (f"{HOSTILE} 2026-07-15",), ("特此通知。",), office, "2026-07-15", slip)
    one = Chapter(
        "督办通知单", facts=facts, values={"number": "2026-031", "due": "2026-07-15", "title": HOSTILE}, blanks=frozenset({"who"}), letter=letter
    )
    return Document(
        "paper-notice",
        "督办通知单",
        "2026-07-20",
        (one, Chapter("督办通知单", letter=letter, begins_page=True)),
        head="9:abcd",
        office=office,
        region=region,
    )


def word_of(paper: Document) -> Any:
    stream = io.BytesIO()
    as_docx.write_document(paper, stream, Page())
    return docx.Document(stream)


@pytest.fixture
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_language", "zh")


def _style(read: Any, name: str) -> tuple[str, float, Any]:
    style = read.styles[name]
    return style.element.rPr.rFonts.get(qn("w:eastAsia")), style.font.size.pt, style.paragraph_format.line_spacing


@pytest.mark.usefixtures("in_chinese")
def test_a_chinese_paper_is_laid_out_as_the_standard_has_it() -> None:
    read = word_of(paper_of())
    section = read.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert _style(read, "Title")[:2] == ("方正小标宋简体", 22)
    assert _style(read, "Said")[:2] == ("仿宋", 16)
    assert [_style(read, f"Heading {level}")[:2] for level in (1, 2)] == [("黑体", 16), ("楷体", 16)]
    assert round(_style(read, "Said")[2].pt, 1) == 28.9
    assert read.styles["Said"].element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    assert [foot.paragraphs[0].text.replace("1", "") for foot in (section.footer, section.even_page_footer)] == ["—  —"] * 2
    assert section.footer.paragraphs[0].alignment != section.even_page_footer.paragraphs[0].alignment
    assert [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in read.sections] == ["1", "1"]

    assert [paragraph.text for paragraph in read.paragraphs[:3]] == ["青禾县人民政府办公室", "督办通知单", "县水利局:"]
    office, day = (next(one for one in read.paragraphs if one.style.name == "Signed" and text in one.text) for text in ("青禾县", "2026"))
    assert [one._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) for one in (office, day)] == ["200", "350"]
    form, slip, _slip_of_the_other = read.tables
    assert [[cell.text for cell in row.cells] for row in form.rows] == [
        ["编号", "2026-031", "时限", "15 Jul 2026"], ["事项", *[HOSTILE] * 3], ["签收人", "", "", ""],
    ]  # fmt: skip
    assert [cell.text for cell in slip.rows[0].cells] == ["编号", "2026-031", "签收人", ""]


def test_an_english_paper_lies_on_the_paper_of_its_region() -> None:
    read = word_of(paper_of("Office of the City Clerk", "US"))
    section = read.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm), round(section.left_margin.mm)) == (216, 279, 25)
    assert section.footer.paragraphs[0].text in ("", "1")
    assert [one.text for one in read.paragraphs if one.style.name == "Signed"] == ["Office of the City Clerk", "15 Jul 2026"] * 2


def test_the_same_stands_on_a_page_in_markdown_on_a_screen_and_in_json() -> None:
    drawn = {}
    for format_ in (as_html, as_md, as_table, as_json):
        stream = io.StringIO()
        format_.write_document(paper_of(), stream, Page())
        drawn[format_.__name__.rpartition("_")[2]] = stream.getvalue()
    assert all(text in drawn[name] for name in ("html", "md", "table") for text in ("县水利局", "特此通知。", "回执", "签收人"))
    assert "15 Jul 2026" in drawn["html"]
    assert "<b>" not in drawn["html"] + drawn["md"]
    assert "2026-07-15" in drawn["table"]
    assert drawn["md"].startswith("# 青禾县人民政府办公室 督办通知单\n")
    assert '"slip": {"number": "2026-031", "who": null}' in drawn["json"]
