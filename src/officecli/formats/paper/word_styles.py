"""The styles of Word files: every typeface named for Latin and for Chinese, none left to a theme."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from officecli.formats.paper.a4 import Paper
from officecli.formats.paper.typefaces import BODY, FORM, HEADING, SAID, SUBHEADING, TITLE, Typefaces
from officecli.i18n import of_language

_INK = RGBColor(0x1C, 0x1E, 0x21)
_FAINT = RGBColor(0x5B, 0x61, 0x69)
_BLACK = RGBColor(0, 0, 0)
_HEADINGS = {"Title": 18.0, "Heading 1": 15.0, "Heading 2": 12.5, "Heading 3": 10.5}
_LEFT, _CENTER, _RIGHT, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


class Style(NamedTuple):
    """A style of official papers: points of type, how far lines are apart (0: as they fall), characters the first line is set in, points before and after."""

    typefaces: Typefaces
    points: float
    bold: bool = False
    aligned: Any = _LEFT
    apart: float = 0
    indent: float = 0
    before: float = 0
    after: float = 0


_OFFICIAL: dict[str, dict[str, Style]] = {
    "zh": {  # GB/T 9704: 22 lines of 28 characters; the title of size 2, the text of size 3
        "Title": Style(TITLE, 22, aligned=_CENTER, apart=35),
        "Heading 1": Style(HEADING, 16, apart=28.95, indent=2, before=6),
        "Heading 2": Style(SUBHEADING, 16, apart=28.95, indent=2),
        "To": Style(SAID, 16, apart=28.95, before=12),
        "Said": Style(SAID, 16, aligned=_BOTH, apart=28.95, indent=2),
        "Signed": Style(SAID, 16, aligned=_RIGHT, apart=28.95),
        "SlipTitle": Style(TITLE, 16, aligned=_CENTER, apart=24, after=3),
    },
    "en": {
        "Title": Style(HEADING, 16, bold=True, aligned=_CENTER, after=4),
        "Heading 1": Style(HEADING, 12, bold=True, before=10, after=4),
        "Heading 2": Style(HEADING, 11, bold=True, before=8, after=3),
        "To": Style(BODY, 11.5, before=12, after=6),
        "Said": Style(BODY, 11.5, after=6),
        "Signed": Style(BODY, 11.5, aligned=_RIGHT, before=2),
        "SlipTitle": Style(HEADING, 13, bold=True, aligned=_CENTER, after=4),
    },
}


def dress(document: Any, paper: Paper, *, official: bool) -> None:
    """Give the document its styles."""
    styles = document.styles
    for names in styles.element.iter(qn("w:rFonts")):
        name_typefaces(names, BODY)
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
        name_typefaces(style.element.get_or_add_rPr().get_or_add_rFonts(), HEADING)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    styles["Title"].element.pPr.remove(border)
    for name, points, bold, color in (
        ("Cell", paper.points, False, _INK),
        ("CellHead", paper.points, True, _INK),
        ("Fact", 9.0, False, _INK),
        ("FactHead", 9.0, True, _INK),
        ("Note", 9.0, False, _FAINT),
    ):
        _small(styles, name, points, bold=bold, color=color)
    if official:
        _dress_official(styles)


def name_typefaces(names: Any, typefaces: Typefaces) -> None:
    """Let the element w:rFonts name these."""
    latin = typefaces.latin
    names.attrib.clear()
    for script, typeface in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", typefaces.chinese)):
        names.set(qn(f"w:{script}"), typeface)


def _small(styles: Any, name: str, points: float, *, bold: bool, color: RGBColor) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.font.size, style.font.bold, style.font.color.rgb = Pt(points), bold, color
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)
    style.paragraph_format.line_spacing = 1.0
    return style


def _dress_official(styles: Any) -> None:
    for name, look in of_language(_OFFICIAL).items():
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(look.points), look.bold, _BLACK
        name_typefaces(style.element.get_or_add_rPr().get_or_add_rFonts(), look.typefaces)
        manner = style.paragraph_format
        manner.alignment, manner.space_before, manner.space_after = look.aligned, Pt(look.before), Pt(look.after)
        if look.apart:
            manner.line_spacing_rule, manner.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.apart)
        if look.indent:
            manner.first_line_indent = Pt(look.indent * look.points)
            style.element.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), str(round(look.indent * 100)))
        manner.keep_with_next = name not in ("To", "Said", "Signed")
    for name, typefaces, bold in (("Form", of_language(FORM), False), ("FormHead", HEADING, False)):
        style = _small(styles, name, of_language({"zh": 12.0, "en": 10.0}), bold=bold, color=_BLACK)
        name_typefaces(style.element.get_or_add_rPr().get_or_add_rFonts(), typefaces)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
    gap = _small(styles, "Gap", 5, bold=False, color=_INK)
    gap.paragraph_format.space_before = gap.paragraph_format.space_after = Pt(0)
    tear = _small(styles, "Tear", 9, bold=False, color=_FAINT)
    tear.paragraph_format.space_before, tear.paragraph_format.alignment, tear.paragraph_format.keep_with_next = Pt(9), _CENTER, True
    tear.element.get_or_add_pPr().insert_element_before(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="dashed" w:sz="6" w:space="3" w:color="808080"/></w:pBdr>'), "w:spacing", "w:jc"
    )
