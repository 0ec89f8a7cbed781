"""The page of a Word file: its size, its margins, and what stands in its head and at its foot."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from officecli.formats.paper.a4 import Paper
from officecli.formats.paper.sheet import Sheet
from officecli.formats.paper.word_parts import holdable
from officecli.i18n import language

_PAGE_NUMBER = 14  # points, by GB/T 9704: size 4


def lay(document: Any, sheet: Sheet, paper: Paper) -> None:
    """The paper with its margins; the office in the head and `3 / 12` at the foot of each page, on an official one its number alone."""
    section, size, margins = document.sections[0], paper.size, paper.margins
    section.orientation = WD_ORIENT.LANDSCAPE if paper.across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = map(Mm, (size.long, size.short) if paper.across else (size.short, size.long))
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, margins)
    section.header_distance = section.footer_distance = Mm(min(margins.top, margins.bottom) / 2)
    if sheet.official:
        _number_official(document, section, sheet)
        return
    if sheet.office:
        head = section.header.paragraphs[0]
        head.style, head.text = document.styles["Note"], holdable(sheet.office)
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _number_official(document: Any, section: Any, sheet: Sheet) -> None:
    """Pages of their own for each paper; in Chinese `— 3 —` outside, on odd pages at the right, and a character from the margin."""
    start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    section._sectPr.find(qn("w:cols")).addprevious(start)  # noqa: SLF001 - python-docx knows no such thing
    chinese = language() == "zh"
    document.settings.odd_and_even_pages_header_footer = chinese
    for foot, right in ((section.footer, True), (section.even_page_footer, False)):
        if not right and not chinese:
            break
        number = foot.paragraphs[0]
        manner = number.paragraph_format
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER if not chinese else WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
        if chinese:
            manner.right_indent = manner.left_indent = Pt(_PAGE_NUMBER)
        points = _PAGE_NUMBER if chinese else 9
        for piece in ("— ", "PAGE", " —") if chinese else ("PAGE",):
            _field(number, piece, points) if piece == "PAGE" else number.add_run(piece)
        for run in number.runs:
            run.font.size = Pt(points)
        trail = foot.add_paragraph(holdable(sheet.trail), style=document.styles["Note"])
        trail.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in trail.runs:
            run.font.size = Pt(7)


def _field(paragraph: Any, name: str, points: float = 10.5) -> None:
    look = f'<w:rPr><w:sz w:val="{points * 2:.0f}"/></w:rPr>'
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields
