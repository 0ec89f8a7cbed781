"""Every item that fits, for files: the rows come a few hundred at a time, in their order."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from officecli.reports.items.item_rows import completed, each_id, fetch
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.streamed import Streamed
from officecli.store.read.among import AT_ONCE
from officecli.store.read.reader import Reader, Row


def every(read: Reader, filters: Filters, chosen: Chosen, *conditions: str, order_by: str, limit: int) -> tuple[Sequence[Row], int]:
    """As `fetch` does it, but `Streamed` where all are asked for by what writes row by row, and nothing must be looked at in Python before."""
    if limit or not filters.row_by_row or chosen.by_row or chosen.own:
        return fetch(read, chosen, *conditions, order_by=order_by, limit=limit)
    ids = array("q", each_id(read, chosen, *conditions, order_by=order_by))

    def make() -> Iterator[Row]:
        for start in range(0, len(ids), AT_ONCE):
            yield from completed(read, ids[start : start + AT_ONCE])

    return Streamed(len(ids), make), len(ids)
