"""Fills what a sheet leaves to the eye: cells merged down and across, and 同上."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow, texts_of
from officecli.files.ledger.sheets.table import Area, Table
from officecli.patterns import pattern

_DITTO = pattern(
    r"""[(（]?(?:同上行?|上同|同前|〃|″|”|"|''|""|ditto|do\.|-do-|--do--|as above|same as above|see above|[-–—]+ ?["〃″”] ?[-–—]+)[)）]?[。.]?""",
    re.IGNORECASE,
)

_BEGINS = frozenset("(（同上〃″”\"'dDaAsS-–— \t\u3000")  # so that not every text of a large ledger is looked at
_LONGEST = 20


def fill_merged(table: Table) -> None:
    """Let merged cells hold for every row and column of their area; a banner across most of a table stays one cell."""
    rows = {row.number: row for row in table.rows}
    wide = max((len(row.cells) for row in table.rows), default=0)
    for area in table.merged:
        top = rows.get(area.top)
        if top is None or area.left >= len(top.cells):
            continue
        if is_banner(area.right - area.left + 1, wide):
            top.banner = True
            continue
        value = top.cells[area.left]
        if value in (None, ""):
            continue
        for number in range(area.top, area.bottom + 1):
            if number in rows:
                _fill(rows[number], area, value, first=number == area.top)


def is_banner(across: int, wide: int) -> bool:
    """Whether a cell over so many columns of a table is a title or a section, and no value of each of them."""
    return across >= 3 and across * 2 > wide


def _fill(row: SheetRow, area: Area, value: Cell, *, first: bool) -> None:
    """Give the value to the blank cells of a row inside the area."""
    filled = set()
    for place in range(area.left, area.right + 1):
        if first and place == area.left:
            continue
        row.cells.extend([None] * (place + 1 - len(row.cells)))
        if row.cells[place] in (None, ""):
            row.cells[place] = value
            filled.add(place)
    row.inferred |= filled


def fill_dittos(rows: Sequence[SheetRow]) -> list[int]:
    """Put what stands above in the place of 同上, 〃 and ditto below the headings; returns the numbers of the rows filled."""
    dittos = {text for text in texts_of(rows) if text[:1] in _BEGINS and len(text) < _LONGEST and is_ditto(text)}
    above: dict[int, Cell] = {}
    changed = []
    for row in rows if dittos else ():
        filled = set()
        for place, cell in enumerate(row.cells):
            if cell is None or cell == "":
                continue
            if cell in dittos:
                if place in above:
                    row.cells[place] = above[place]
                    filled.add(place)
            else:
                above[place] = cell
        if filled:
            row.inferred |= filled
            changed.append(row.number)
    return changed


def is_ditto(text: str) -> bool:
    """Whether a cell says no more than that it is as above."""
    return _DITTO.fullmatch(text.strip()) is not None


def filled_down(above: Sequence[str], said: Sequence[str]) -> list[str]:
    """What several levels say in a row, the widest first: a blank means what stands above, unless a wider level begins anew."""
    first = next((at for at, text in enumerate(said) if text), len(said))
    return [text or (before if at <= first else "") for at, (text, before) in enumerate(zip(said, above, strict=True))]
