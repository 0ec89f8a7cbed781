"""Paragraphs and tables as WordprocessingML; written as text, since python-docx takes a millisecond for each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from officecli import i18n
from officecli.formats.paper.a4 import SHORT, Paper
from officecli.formats.paper.sheet import Fact, Grid
from officecli.formats.terminal.layout import a_person_a_line
from officecli.formats.value import LIT, NUMERIC
from officecli.reports.shape.report import Column

COLORS = {"red": "B3141D", "yellow": "8A6100", "green": "1D6F35", "blue": "1D56A8"}
NEW_PAPER = "<!-- new paper -->"
"""Where the next of several papers in a file begins, with pages of its own."""
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # the controls and surrogates that XML cannot hold either are already made visible
_TWIPS = 1440 / 25.4  # in a mm
_LABELS = 0.24  # of the width


def paragraph(text: str, style: str, *, color: str = "", begins_page: bool = False, right: float = 0, together: bool = False) -> str:
    """One paragraph in a style of `word_file`; `color` is a light's, `right` how many
    characters it stays away from the margin, `together`: on the page of what follows.
    """
    manner = ("<w:keepNext/>" if together else "") + ("<w:pageBreakBefore/>" if begins_page else "")
    manner += f'<w:ind w:rightChars="{right * 100:.0f}" w:right="{right * 320:.0f}"/>' if right else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{manner}</w:pPr>{run(text, color)}</w:p>'


def facts(told: Sequence[Fact], paper: Paper) -> str:
    """Labels and what they tell, side by side; red where something is missing."""
    widths = twips([_LABELS, 1 - _LABELS], paper)
    rows = (
        cell([run(fact.label)], widths[0], "FactHead", shaded=True)
        + cell([run(line, "red" if fact.lacking else "") for line in fact.lines], widths[1], "Fact")
        for fact in told
    )
    return table_of(widths, (row(cells) for cells in rows))


def table(grid: Grid, paper: Paper) -> str:
    """The table, its headings on every page it takes; a short one takes no two pages, and what is noted under it stands with its last row."""
    widths = twips(paper.shares[grid.columns], paper)
    columns = list(zip(grid.columns, widths, strict=True))
    short, last = len(grid.rows) <= SHORT, len(grid.rows)
    head = "".join(cell([run(column.label)], wide, "CellHead", right=column.kind in NUMERIC, shaded=True, together=True) for column, wide in columns)
    noted = bool(grid.notes or grid.lacks)
    rows = (
        row(
            "".join(
                _drawn(column, values, text, wide, together=noted if number == last else short)
                for (column, wide), text in zip(columns, texts, strict=True)
            )
        )
        for number, (values, texts) in enumerate(grid.rows, 1)
    )
    return table_of(widths, (row(head, heads=True), *rows))


def holdable(text: str) -> str:
    """`text` (already safe) with what no XML can hold as its number."""
    return _NO_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _drawn(column: Column, values: dict[str, Any], text: str, wide: int, *, together: bool) -> str:
    value = values.get(column.key)
    if column.kind == "light" and value in LIT:
        return cell([run(text[0], value) + run(text[1:])], wide, together=together)
    if column.kind == "missing" and value:
        return cell([run(text, "red")], wide, together=together)
    if column.kind == "names":
        return cell([run(person) for person in a_person_a_line(text)], wide, together=together)
    return cell([run(text)], wide, right=column.kind in NUMERIC, together=together)


def table_of(widths: Sequence[int], rows: Iterable[str]) -> str:
    """A table of these rows, its columns so many twips wide."""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    look = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    look += '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: str, *, heads: bool = False, high: int = 0) -> str:
    """A row that no page parts, of these cells; `heads`: on every page, `high`: at least so many twips."""
    height = f'<w:trHeight w:val="{high}"/>' if high else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' if heads else ''}</w:trPr>{cells}</w:tr>"


def cell(
    lines: Sequence[str], wide: int, style: str = "Cell", *, right: bool = False, shaded: bool = False, span: int = 1, together: bool = False
) -> str:
    """A cell of lines of runs, so many twips wide and over `span` columns; `together` keeps it on the page of what follows."""
    look = f'<w:tcW w:w="{wide}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    look += '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/>' if shaded else ""
    look += '<w:vAlign w:val="center"/>' if style.startswith("Form") else ""
    manner = f'<w:pPr><w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if together else "") + ('<w:jc w:val="right"/>' if right else "") + "</w:pPr>"
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(f'<w:p>{manner}{line}</w:p>' for line in lines)}</w:tc>"


def run(text: str, color: str = "") -> str:
    """A run of text; in Chinese, what Latin and Chinese typefaces both have (“ ” … —) is taken from the Chinese one."""
    look = '<w:rFonts w:hint="eastAsia"/>' if i18n.language() == "zh" else ""
    look += f'<w:b/><w:color w:val="{COLORS[color]}"/>' if color else ""
    shown = escape(holdable(text), quote=False)
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def twips(parts: Iterable[float], paper: Paper) -> list[int]:
    """These parts of the paper's width in twips."""
    return [int(part * paper.room * _TWIPS) for part in parts]
