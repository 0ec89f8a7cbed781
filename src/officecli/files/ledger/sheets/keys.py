"""What the tables that are no ledger say their letters and colours stand for: a key on a sheet of its own, or beside the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.table import Table
from officecli.patterns import pattern

_WIDE = 3
"""Columns of a key at most: the letters, what they stand for, and a word on it."""
_MOST = 200
"""Rows of a key at most."""
_SHORT = pattern(r"[A-Za-z]{1,8}|[^\w\s]|[A-Z](?:\.[A-Z]){1,3}\.?")


def key_lines(tables: Iterable[Table]) -> Iterator[str]:
    """Each row of letters, or a mark, and what they stand for as a line: `RM = Rosa Miller`, `Blue = complete`."""
    for table in tables:
        rows = [[text for text in map(cell_text, row.cells) if text] for row in table.rows[:_MOST]]
        if len(table.rows) <= _MOST and all(len(texts) <= _WIDE for texts in rows):
            yield from (f"{texts[0]} = {texts[1]}" for texts in rows if len(texts) > 1 and _SHORT.fullmatch(texts[0]))
