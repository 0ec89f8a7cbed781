"""Which items stand behind what is no item itself: work, a waiver, a request; as far as a filter asks for items at all."""

from __future__ import annotations

from dataclasses import replace

from officecli.reports.items.item_rows import sift
from officecli.reports.shape.filters import Filters, choose
from officecli.store.read.reader import Reader

OF_ITEMS = ("status", "urgency", "source", "body", "label", "text", "where")
"""The filters that are of items, whatever the report is about; of units and people each report has its own."""


def fitting_items(read: Reader, filters: Filters, *conditions: str, by: tuple[str, ...] = OF_ITEMS) -> dict[int, int] | None:
    """The items that fit those of the filters that are named, as id → id of the lead; None where none of them was given, and any item is meant.

    Raises BadInput or NotFound for what cannot be understood.
    """
    given = {name: getattr(filters, name) for name in by if getattr(filters, name)}
    if not given:
        return None
    chosen = choose(read, replace(Filters(), **given))
    return {row["id"]: row["lead_id"] for row in sift(read, chosen, *conditions, columns="id, lead_id")}
