"""Numbers that count the rows of each of several sheets from 1 (编号 1, 2, 3 on 后勤科, and again on 信息科): they name no matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, sheet_of
from officecli.files.ledger.words.sums import sums_up
from officecli.i18n import _
from officecli.typed.text import is_nothing

_Numbers = tuple[str, list[SheetRow], int]
"""A heading of numbers, the rows below it, and the place where it stands."""


def without_numbers_anew(found: Sheet, mapping: Mapping[str, str]) -> list[str]:
    """Empty the columns of numbers that begin with 1 again on each sheet, and return what is said of it."""
    if len(found.arounds) < 2:
        return []
    said = {normal(heading) for heading in mapping}
    counted = [one for rows in _sheets(found) for one in _numbered(rows) if normal(one[0]) not in said and _is_counted(one)]
    if len(counted) < 2:
        return []
    for _heading, rows, place in counted:
        for row in rows:
            if place < len(row.cells) and not sums_up(cell_text(row.cells[place])):
                row.cells[place] = None
    headings = dict.fromkeys(heading for heading, _rows, _place in counted)
    return [_("“{heading}” counts the rows of each sheet from 1, and is the number of none.").format(heading=heading) for heading in headings]


def _sheets(found: Sheet) -> list[list[SheetRow]]:
    """The rows of each sheet, those of a further one after the headings of the first where it has none of its own."""
    first = found.rows[: heading_row(found.rows, {})[0] + 1]
    by_sheet: dict[str, list[SheetRow]] = {}
    for row in found.rows:
        by_sheet.setdefault(sheet_of(row.number), []).append(row)
    heads = {id(row) for row in found.heads}
    return [rows if any(row is first[-1] or id(row) in heads for row in rows) else [*first, *rows] for rows in by_sheet.values()] if first else []


def _numbered(rows: Sequence[SheetRow]) -> list[_Numbers]:
    """The columns of numbers of one sheet."""
    index, texts = heading_row(rows, {})
    if index < 0:
        return []
    return [(text, [*rows[index + 1 :]], place) for place, text in enumerate(texts) if first_key(text) == "number"]


def _is_counted(one: _Numbers) -> bool:
    """Whether nothing but 1, 2, 3 and so on stands under a heading, over the word of a sum at most."""
    _heading, rows, place = one
    texts = [text for row in rows if place < len(row.cells) and not is_nothing(text := cell_text(row.cells[place])) and not sums_up(text)]
    return bool(texts) and texts == [str(at) for at in range(1, len(texts) + 1)]
