"""Every item that fits, for files: a few hundred at a time, in their order, with the columns that are asked for and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from officecli.reports.items.hanging import JOINED, OF_A_PART, OF_SEVERAL, SAID, lists
from officecli.reports.items.item_rows import count, fetch, ids
from officecli.reports.shape.chosen import Chosen, one_of_ids
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import VERSION
from officecli.reports.shape.streamed import AT_ONCE, Portion, Streamed
from officecli.store import items
from officecli.store.read.reader import Reader, Row

_TOLD = SAID | OF_A_PART


def every(
    read: Reader, filters: Filters, chosen: Chosen, *conditions: str, keys: Sequence[str], order_by: str, limit: int
) -> tuple[Sequence[Row], int]:
    """As `fetch` does it, but `streamed` where all are asked for by what writes row by row, and nothing must be looked at in Python before."""
    if limit or not filters.row_by_row or chosen.by_row:
        return fetch(read, chosen, *conditions, order_by=order_by, limit=limit)
    found = streamed(read, chosen, *conditions, keys=keys, order_by=order_by)
    return found, len(found)


def streamed(read: Reader, chosen: Chosen, *conditions: str, keys: Sequence[str], order_by: str) -> Streamed:
    """The items that fit, with the columns of these keys, and beside them `no`, the place in the list, `id` and the version."""
    if not chosen.by_row:
        return Streamed(count(read, chosen, *conditions), lambda: _portions(read, chosen, chosen.where(*conditions), keys, order_by))
    wanted = ids(read, chosen, *conditions, order_by=order_by)
    these = [f"WHERE id IN {one_of_ids(wanted[start : start + AT_ONCE])}" for start in range(0, len(wanted), AT_ONCE)]
    return Streamed(len(wanted), lambda: (portion for where in these for portion in _portions(read, chosen, where, keys, order_by)))


def _portions(read: Reader, chosen: Chosen, where: str, keys: Sequence[str], order_by: str) -> Iterator[Portion]:
    fetched = tuple(dict.fromkeys(("id", VERSION, *(OF_SEVERAL.get(key, key) for key in keys))))
    said = ", ".join(f"{_TOLD.get(key) or f'i.{key}'} AS {key}" for key in fetched)
    source = f"(SELECT * FROM {items.seen(read, asks=f'state {said} {where} {order_by}')} i {where})"
    rows = read.each(f"SELECT {said} FROM {source} i {JOINED} ORDER BY {order_by}", {**items.values(read), **chosen.values})
    begun = 1
    while portion := list(islice(rows, AT_ONCE)):
        columns: dict[str, Sequence[object]] = dict(zip(fetched, zip(*portion, strict=True), strict=True))
        yield columns | {"no": range(begun, begun + len(portion))} | lists(read, keys, columns)
        begun += len(portion)
