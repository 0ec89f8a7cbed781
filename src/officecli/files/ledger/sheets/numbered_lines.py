"""Rows of several things to do, numbered alike in their cells, as minutes have them: 1. Order flags 2. Rent a stage, and beside it 1. Ana 2. Ben."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.row_parts import put_parts
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes, Sheet, SheetRow, row_list
from officecli.i18n import _
from officecli.patterns import pattern

_LABEL = pattern(
    r"\s*(?:[(（]?(?P<label>\d{1,2}|[a-z]|[一二三四五六七八九十])(?:[)）]|[.．](?!\d)|[、:：])|(?P<ring>[①②③④⑤⑥⑦⑧⑨⑩]))\s*(?=\S)", re.IGNORECASE
)
"""What stands before each of several lines."""
_ORDERS = ("123456789", "abcdefghi", "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨")
_FOR_ALL = pattern(r"\s*+(?:[,，(（]\s*+)?(?:for (?:both|all|each|all (?:of )?(?:them|these|three|four))|both|each|均|都)\s*[)）]?$", re.IGNORECASE)
"""Behind what holds for all of the lines: July 10 for both."""
_WHO_OR_WHEN = frozenset({"lead", "unit", "due", "original_due"})
_LOOKED_AT = 25  # rows in which headings are looked for
_FEWEST = 2


def part_numbered_lines(found: Sheet, rate: Rate, shapes: Shapes) -> None:
    """Make a row of each line of rows that number who or by when as they number the matters, and say so."""
    heads = {id(row) for row in found.heads}
    headed = rate(found.rows[:_LOOKED_AT])
    parted: dict[int, list[SheetRow]] = {}
    for at, row in enumerate(found.rows):
        if id(row) in heads:
            headed = rate(found.rows[at : at + _LOOKED_AT])
        elif not row.banner and row.fault is None and (parts := _parts(row, headed, shapes)):
            parted[id(row)] = parts
    if not parted:
        return
    first = put_parts(found, parted)
    found.notes.append(
        _("Several things are to be done in one row, numbered as who does them or by when: each is read as a matter: {rows}.").format(
            rows=row_list(first)
        )
    )


def _parts(row: SheetRow, headed: Headed, shapes: Shapes) -> list[SheetRow]:
    """The rows of the lines of a row; none where they are not told apart."""
    lines = {place: told for place, cell in enumerate(row.cells) if (told := _lines(cell))}
    if not lines:
        return []  # most rows
    keys = {place: shapes.key(text) for place, text in enumerate(headed.texts)}
    matter = next((place for place in lines if keys.get(place) == "title"), None)
    if matter is None:
        return []
    labels = [label for label, _text in lines[matter]]
    alike = {place: [text for _label, text in told] for place, told in lines.items() if [label for label, _text in told] == labels}
    if not any(keys.get(place) in _WHO_OR_WHEN for place in alike):
        return []
    return [_part(row, part, alike, keys) for part in range(len(labels))]


def _part(row: SheetRow, part: int, alike: Mapping[int, Sequence[str]], keys: Mapping[int, str]) -> SheetRow:
    """One line as a row, with what holds for all of them."""
    cells: list[Cell] = [
        alike[place][part] if place in alike else _FOR_ALL.sub("", cell) if isinstance(cell, str) and keys.get(place) in _WHO_OR_WHEN else cell
        for place, cell in enumerate(row.cells)
    ]
    if part:
        cells = [None if keys.get(place) == "number" else cell for place, cell in enumerate(cells)]  # which is the number of one matter alone
    shared = frozenset(place for place in range(len(cells)) if place not in alike and keys.get(place) in _WHO_OR_WHEN)
    return replace(row, cells=cells, inferred=row.inferred | (shared if part else frozenset()))


def _lines(cell: Cell) -> list[tuple[str, str]]:
    """The labels and the texts of numbered lines, in their order; none of any other cell."""
    if not isinstance(cell, str) or "\n" not in cell:
        return []
    found: list[tuple[str, str]] = []
    for line in filter(None, map(str.strip, cell.split("\n"))):
        if label := _LABEL.match(line):
            found.append(((label["label"] or label["ring"]).casefold(), line[label.end() :].strip()))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
        else:
            return []
    labels = "".join(label for label, _text in found)
    return found if len(found) >= _FEWEST and labels.startswith(tuple(order[: len(found)] for order in _ORDERS)) else []
