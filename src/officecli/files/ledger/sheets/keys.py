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
_STANDS_FOR = pattern(
    r"[A-Z]{1,4}|[^\w\s]|[A-Z](?:\.[A-Z]){1,3}\.?"
    r"|(?i:(?:light |dark )?(?:red|green|amber|yellow|blue|gr[ae]y|black|white|orange|purple|teal|navy|pink|brown|gold|silver|violet|lime|cyan))"
)
"""Letters, a mark or a colour, and no word: Low beside Closed, in the lists from which whoever fills in a cell chooses, is no key."""


def key_lines(tables: Iterable[Table]) -> Iterator[str]:
    """Each row of letters, or a mark, and what they stand for as a line: `RM = Rosa Miller`, `Blue = complete`."""
    for table in tables:
        rows = [[text for text in map(cell_text, row.cells) if text] for row in table.rows[:_MOST]]
        if len(table.rows) <= _MOST and all(len(texts) <= _WIDE for texts in rows):
            yield from (f"{texts[0]} = {texts[1]}" for texts in rows if len(texts) > 1 and _STANDS_FOR.fullmatch(texts[0]))
