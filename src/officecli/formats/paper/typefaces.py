"""The typefaces of Word files, and which stand in where one of them is not installed."""

from __future__ import annotations

from typing import NamedTuple

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Typefaces(NamedTuple):
    """One for Latin and one for Chinese."""

    latin: str
    chinese: str


BODY = Typefaces("Times New Roman", "宋体")
HEADING = Typefaces("Arial", "黑体")
TITLE = Typefaces("Times New Roman", "方正小标宋简体")
SAID = Typefaces("Times New Roman", "仿宋")
SUBHEADING = Typefaces("Times New Roman", "楷体")
FORM = {"zh": SAID, "en": BODY}
"""By language, the typefaces of what is filled in."""

_INSTEAD = {
    "Times New Roman": ("roman", "00", "Liberation Serif;Nimbus Roman;Noto Serif;Noto Serif CJK SC"),
    "Arial": ("swiss", "00", "Liberation Sans;Nimbus Sans;Noto Sans;Noto Sans CJK SC"),
    "宋体": ("roman", "86", "SimSun;Songti SC;Noto Serif CJK SC;Source Han Serif SC"),
    "黑体": ("swiss", "86", "SimHei;Heiti SC;Noto Sans CJK SC;Source Han Sans SC"),
    "仿宋": ("roman", "86", "仿宋_GB2312;FangSong;STFangsong;Noto Serif CJK SC;Source Han Serif SC"),
    "楷体": ("roman", "86", "楷体_GB2312;KaiTi;Kaiti SC;Noto Serif CJK SC;Source Han Serif SC"),
    "方正小标宋简体": ("roman", "86", "方正小标宋_GBK;华文中宋;STZhongsong;Noto Serif CJK SC;Source Han Serif SC"),
}
"""Typeface → the family of its shapes, its character set (86 is Chinese), and what may stand in for it, the best first."""


def font_table() -> bytes:
    """The part of a Word file that names them."""
    fonts = (
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (family, charset, instead) in _INSTEAD.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{_NAMESPACE}">{"".join(fonts)}</w:fonts>'.encode()
