"""Blocks of what a matter is made of, under headings of their own right below it, as boards export them.

    Name              | Subitems        | Owner     | Status | Due date
    Replace the boiler| Drain, Fit      | Ana Cole  |        | 2026-07-17
    Subitems          | Name            | Owner     | Status | Date
                      | Drain the loop  | Ben Ruiz  | Done   | 2026-06-25
    Paint the hall    |                 | Ana Cole  |        | 2026-07-24

The row behind such a block is under the headings above it again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Rate, Shapes, SheetRow
from officecli.files.ledger.sheets.table import Table
from officecli.patterns import pattern

_SUBITEMS = pattern(r"sub[- ]?(?:items?|tasks?|issues?|actions?)|子(?:项目?|任务|事项|工作项)|下级(?:任务|事项)", re.IGNORECASE)
_FEWEST = 3
"""Headings of a block, with that of what it is made of."""


def take_subitems(table: Table, shapes: Shapes) -> list[Table]:
    """Take the blocks out of a table and return them as tables, those under the same headings as one; nearly no table has any."""
    blocks: dict[tuple[str, ...], list[SheetRow]] = {}
    left: list[SheetRow] = []
    block: list[SheetRow] | None = None
    for row, below in itertools.zip_longest(table.rows, table.rows[1:]):
        if below and not _first(below) and (head := _head(row, shapes)) and shapes.begins(left):
            block = blocks.setdefault(head, [])
            block.append(row)
        elif block is not None and not _first(row):
            block.append(row)
        else:
            block = None
            left.append(row)
    if not blocks:
        return []
    table.rows = left
    bare = replace(table, comments=[], hidden_columns=set(), below=[], aside=[])
    return [replace(bare, rows=rows) for rows in blocks.values()]


def put_below(table: Table, blocks: Sequence[Table], rate: Rate) -> None:
    """Have the blocks read with the table they stood in, but for those whose headings name neither what is to be done nor who does it."""
    for block in blocks:
        (table.below if rate(block.rows).complete else table.aside).append(block)


def _head(row: SheetRow, shapes: Shapes) -> tuple[str, ...]:
    """The headings of a block that a row is; () for any other row."""
    if not _SUBITEMS.fullmatch(_first(row)):
        return ()
    texts = tuple(map(cell_text, row.cells))
    return texts if sum(bool(text and (not at or shapes.key(text))) for at, text in enumerate(texts)) >= _FEWEST else ()


def _first(row: SheetRow) -> str:
    return cell_text(row.cells[0]).strip() if row.cells else ""
