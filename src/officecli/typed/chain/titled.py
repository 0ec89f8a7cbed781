"""What has a number and a title, found by words of the title, and told by both where several may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.model.names import title_key
from officecli.store.read.reader import Row
from officecli.typed.meant import EVERYTHING, Several, as_settled, folded, only_one


def titled(typed: str, rows: Sequence[Row], *, code: bool = False) -> Row | None:
    """The row (columns number, title) that words of its title mean, Chinese ones wherever they stand in it; what is a `code` stands there whole.

    A word for all there is means only what is called so. Raises Several where more than one may be meant.
    """
    if as_settled(typed).strip().casefold() in EVERYTHING:
        rows = [row for row in rows if title_key(row["title"]) == title_key(typed)]
    if code:
        rows = [row for row in rows if _has_code(typed, row["title"])]
    if found := only_one(typed, rows, lambda row: row["title"], _with_title):
        return found
    said = folded(as_settled(typed))
    holding = [row for row in rows if said in folded(row["title"])] if code or re.search(r"[\u3400-\u9fff]{2}", said) else []
    if len(holding) > 1:
        raise Several(typed, [_with_title(row) for row in holding])
    return holding[0] if holding else None


def _has_code(typed: str, title: str) -> bool:
    """Whether a title has what was typed as a whole word, P1 and not P12, and between Chinese ones too, P1方案, 3号楼 and not 13号楼."""
    said, told = folded(as_settled(typed)), folded(title)
    if not said.isascii():
        return re.search(rf"(?<!\d){re.escape(said)}(?!\d)", told) is not None
    return re.search(rf"(?<![0-9a-z]){re.escape(said)}(?![0-9a-z])", told) is not None


def number_of(text: str) -> str:
    """The number of a text that tells both; any other text as it is."""
    return text.partition(" · ")[0]


def _with_title(row: Row) -> str:
    """`Q2026-003 · Subscriptions`."""
    return f"{row['number']} · {row['title']}"
