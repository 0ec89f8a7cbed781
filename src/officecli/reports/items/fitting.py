"""Which items stand behind what is no item itself: work, a waiver, a request, a decision; as far as a filter asks for items at all."""

from __future__ import annotations

from officecli.hints import TYPE_CHECKING
from officecli.light import replace
from officecli.reports.items.item_rows import sift
from officecli.reports.shape.filters import Filters, choose
from officecli.store.read.reader import Reader
from officecli.typed.filters import more_than_words

if TYPE_CHECKING:
    from officecli.typed.filters.tree import Node

OF_ITEMS = ("status", "urgency", "source", "body", "label", "text", "where")
"""The filters that are of items, whatever the report is about; of units and people each report has its own."""


def fitting_items(
    read: Reader, filters: Filters, *conditions: str, by: tuple[str, ...] = OF_ITEMS, asked: Node | None = None
) -> dict[int, int] | None:
    """The items that fit those of the filters that are named, and what else is `asked`, as id → id of the lead; None where any item is meant.

    Raises BadInput or NotFound for what cannot be understood.
    """
    given = {name: getattr(filters, name) for name in by if getattr(filters, name)}
    if not given and asked is None:
        return None
    chosen = choose(read, replace(Filters(), **given))
    if asked is not None:
        from officecli.reports.shape.filter_sql import narrow_to  # who asks for no items needs none of it

        narrow_to(read, chosen, asked)
    return {row["id"]: row["lead_id"] for row in sift(read, chosen, *conditions, columns="id, lead_id")}


def words_apart(typed: str) -> tuple[tuple[str, ...], Node | None]:
    """Of a filter of what is about items: the words to be found in its own text, and what is asked of the items, None for nothing.

    Raises BadInput with the place of what cannot be understood.
    """
    if not more_than_words(typed):
        return ((typed,) if typed.strip() else ()), None
    from officecli.typed.filters.parsing import parse
    from officecli.typed.filters.tree import All, Text
    from officecli.typed.filters.views import kept

    tree = parse(typed, kept)
    parts = tree.of if isinstance(tree, All) else (tree,)
    asked = tuple(part for part in parts if not isinstance(part, Text))
    return tuple(part.text for part in parts if isinstance(part, Text)), All(asked) if asked else None
