"""The marks of web pages in the cells of exports: <p>, <br>, &amp;."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from officecli.files.ledger.columns.contents import SAMPLE
from officecli.files.ledger.sheets.cells import Cell, clean_text
from officecli.files.ledger.sheets.markup import BREAK, MARKS
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern

_TAG = pattern(rf"</?(?:{MARKS}|li|table|tbody|tr|td)\b[^<>]*>", re.IGNORECASE)
_NAMED = pattern(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5});")


def without_markup(rows: Sequence[SheetRow]) -> list[str]:
    """Leave the marks of web pages out of the cells, where some of the first rows have them, and return what is said of it."""
    if not any(_is_marked(cell) for row in rows[:SAMPLE] for cell in row.cells):
        return []
    for row in rows:
        row.cells[:] = [_plain(cell) if isinstance(cell, str) and _is_marked(cell) else cell for cell in row.cells]
    return [_("The marks of a web page in the cells (<p>, &amp;) are left out.")]


def as_read(text: str) -> str:
    """A text as a ledger's cell with it is read."""
    return _plain(text) if _is_marked(text) else text


def _is_marked(cell: Cell) -> bool:
    return isinstance(cell, str) and ("<" in cell or "&" in cell) and (_TAG.search(cell) or _NAMED.search(cell)) is not None


def _plain(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", clean_text(html.unescape(_TAG.sub("", BREAK.sub("\n", text)))))
