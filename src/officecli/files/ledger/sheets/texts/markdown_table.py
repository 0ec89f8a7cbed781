"""Tables in Markdown: a line of dashes under the headings, cells between bars, and marks that only dress the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from officecli.files.ledger.sheets.cells import with_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import MAX_ROWS, Table, check_width, too_many_rows

_DASHES = re.compile(r"(?=.*(?:-{3}|={3}))[ \t]*\|?[ \t]*:?[-=]+:?[ \t]*(?:\|[ \t]*:?[-=]+:?[ \t]*)+\|?[ \t]*")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_TITLE = re.compile(r" {0,3}#{1,6} ")
_BAR = re.compile(r"(?<!\\)\|")
_DRESSED = re.compile(
    r"(?<![A-Za-z0-9*\\])(?P<mark>\*{1,3})(?=[^\s*])(?P<text>(?:[^*]|(?<=\s)\*(?=\s))*[^\s*\\])(?P=mark)(?![A-Za-z0-9*])"
    r"|(?<![\w\\])(?P<line>__?)(?=[^\s_])(?P<lined>[^_]*[^\s_\\])(?P=line)(?!\w)|(?<!\\)`(?P<code>.+?)(?<!\\)`"
)
"""What stands between two marks that only dress it, which begin and end words."""
_STRUCK = re.compile(r"(?<!\\)~~(?=[^\s~])(?:.*?[^\s\\])?~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r" *<br ?/?> *", re.IGNORECASE)
_LOOKED_AT = 2_000
"""Lines within which a table begins; no separated text has such a line."""


def is_markdown(lines: list[str]) -> bool:
    """Whether a table in Markdown stands in the text: headings with bars, and a line of dashes under them."""
    return any("|" in above and _DASHES.fullmatch(line) for above, line in pairwise(lines[:_LOOKED_AT]))


def markdown_table(lines: list[str]) -> Table:
    """All tables of a text as one, numbered by their lines: what stands above the first is a row of
    one cell, the titles below it run across, and other lines between or behind tables are no rows.
    """
    table = Table("", [])
    inside = False
    for row in _rows(lines, table):
        headed = row.number < len(lines) and _DASHES.fullmatch(lines[row.number]) is not None
        follows = row.number > 1 and lines[row.number - 2].strip() != ""
        inside = headed or (inside and (follows or len(row.cells) > 1))
        if headed:
            table.heads.append(row.number)
        (table.rows if inside or row.banner or not table.heads else table.others).append(row)
    return table


def _rows(lines: list[str], table: Table) -> Iterator[SheetRow]:
    """The lines that are not blank as rows of cells, but for those of dashes; what is struck through in a row of several is taken down of the `table`."""
    for number, line in enumerate(lines, 1):
        if _DASHES.fullmatch(line) or _RULE.fullmatch(line):
            continue
        parts = _parts(line)
        cells = [_plain(part) for part in parts]
        if "~~" in line and len(parts) > 1:
            left = [_plain(_STRUCK.sub("", part)).strip() for part in parts]
            if struck := {place for place, cell in enumerate(cells) if cell and not left[place]}:
                table.struck[number] = struck
            if any(kept and kept != cell for cell, kept in zip(cells, left, strict=True)):
                table.partly.add(number)
            cells = [kept or cell for cell, kept in zip(cells, left, strict=True)]
        if any(cells):
            check_width(cells, number)
            if number > MAX_ROWS:
                raise too_many_rows()
            yield SheetRow(number, list(cells), banner=_TITLE.match(line) is not None)


def _parts(line: str) -> list[str]:
    """What stands between the bars of a line, its marks as they are."""
    text = line.strip()
    if "|" not in text:
        return [text.lstrip("#> ")]
    cells = _BAR.split(text.removeprefix("|"))
    if not cells[-1].strip() and len(cells) > 1:
        cells.pop()
    return [cell.strip() for cell in cells]


def _plain(text: str) -> str:
    """The text as a reader of the page sees it."""
    plain = _DRESSED.sub(lambda dressed: dressed["text"] or dressed["lined"] or dressed["code"], text)
    return _ESCAPED.sub(r"\1", with_lines(_BREAK.sub("\n", plain)))
