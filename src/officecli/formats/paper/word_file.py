"""The Word file around the paragraphs and tables: styles, paper, page numbers, properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from officecli import i18n
from officecli.formats.paper.a4 import MARGIN, Paper
from officecli.formats.paper.sheet import Sheet
from officecli.formats.paper.typefaces import BODY, HEADING, Typefaces, font_table
from officecli.formats.paper.word_parts import holdable, paragraph

_INK = RGBColor(0x1C, 0x1E, 0x21)
_FAINT = RGBColor(0x5B, 0x61, 0x69)
_HEADINGS = {"Title": 18.0, "Heading 1": 15.0, "Heading 2": 12.5, "Heading 3": 10.5}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a zip file


def write(sheet: Sheet, blocks: Iterable[str], paper: Paper, stream: BinaryIO) -> None:
    """The sheet as a document of these `blocks` of WordprocessingML, dated its day within, so that equal content makes equal bytes."""
    document = docx.Document()
    _dress(document, paper)
    _lay(document, paper, sheet.office)
    _describe(document, sheet)
    made = io.BytesIO()
    document.save(made)
    _pack(made, "".join(_parted(blocks)).encode(), stream)


def _parted(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks with a line between two tables that meet, or Word would make them one."""
    before = ""
    for block in blocks:
        if before.startswith("<w:tbl>") and block.startswith("<w:tbl>"):
            yield paragraph("", "Cell")
        yield block
        before = block


def _dress(document: Any, paper: Paper) -> None:
    """The styles: every typeface named for Latin and for Chinese, none left to a theme."""
    styles = document.styles
    for names in styles.element.iter(qn("w:rFonts")):
        _name_typefaces(names, BODY)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, points in _HEADINGS.items():
        style = styles[name]
        style.font.size, style.font.color.rgb, style.font.bold = Pt(points), _INK, True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(points * 0.8), Pt(points * 0.35)
        style.paragraph_format.keep_with_next = True
        _name_typefaces(style.element.get_or_add_rPr().get_or_add_rFonts(), HEADING)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    styles["Title"].element.pPr.remove(border)
    for name, points, bold, color in (
        ("Cell", paper.points, False, _INK),
        ("CellHead", paper.points, True, _INK),
        ("Fact", 9.0, False, _INK),
        ("FactHead", 9.0, True, _INK),
        ("Note", 9.0, False, _FAINT),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(points), bold, color
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)
        style.paragraph_format.line_spacing = 1.0


def _name_typefaces(names: Any, typefaces: Typefaces) -> None:
    latin = typefaces.latin
    names.attrib.clear()
    for script, typeface in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", typefaces.chinese)):
        names.set(qn(f"w:{script}"), typeface)


def _lay(document: Any, paper: Paper, office: str) -> None:
    """The paper with its margins, the office in the head and `3 / 12` at the foot of each page."""
    section, size = document.sections[0], paper.size
    section.orientation = WD_ORIENT.LANDSCAPE if paper.across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = map(Mm, (size.long, size.short) if paper.across else (size.short, size.long))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(MARGIN / 2)
    if office:
        head = section.header.paragraphs[0]
        head.style, head.text = document.styles["Note"], holdable(office)
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            foot.add_run(" / ")
        foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))  # noqa: SLF001 - python-docx knows no fields


def _describe(document: Any, sheet: Sheet) -> None:
    about, day = document.core_properties, sheet.day
    about.title, about.author, about.last_modified_by, about.comments = holdable(sheet.title)[:255], holdable(sheet.office)[:255], "officecli", ""
    about.language = {"en": "en-US", "zh": "zh-CN"}.get(i18n.language(), i18n.language())
    about.created = about.modified = datetime.fromisoformat(day).replace(tzinfo=None) if day else datetime(*_EARLIEST[:3], tzinfo=UTC)
    about.revision = 1


def _pack(made: BinaryIO, body: bytes, stream: BinaryIO) -> None:
    """Write the archive again with its body, and without the time and the system it was made on.

    The body goes in as text, since a parser takes a minute to move ten thousand rows from one tree to another.
    """
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/fontTable.xml":
                content = font_table()
            if name == "word/document.xml":
                before, section, after = content.partition(b"<w:sectPr")
                content = before + body + section + after
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, content)
