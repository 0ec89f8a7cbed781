"""Every item that fits, for files: a few hundred at a time, in their order, with the columns that are asked for and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from officecli.hints import Any
from officecli.reports.items.hanging import JOINED, OF_A_PART, OF_SEVERAL, SAID, lists
from officecli.reports.items.item_rows import count, fetch, ids
from officecli.reports.shape.chosen import Chosen, one_of_ids
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import VERSION
from officecli.reports.shape.sorting import Sort
from officecli.reports.shape.streamed import AT_ONCE, Portion, Streamed
from officecli.store import items
from officecli.store.read.reader import Reader, Row

_TOLD = SAID | OF_A_PART
Values = tuple[Any, ...]
"""Of one item, what was asked for of it."""


def every(
    read: Reader, filters: Filters, chosen: Chosen, *conditions: str, keys: Sequence[str], order_by: str, sorts: Sequence[Sort] = (), limit: int
) -> tuple[Sequence[Row], int]:
    """As `fetch` does it, but `streamed` where all are asked for by what writes row by row, and nothing must be looked at in Python before."""
    if limit or not filters.row_by_row or chosen.by_row:
        return fetch(read, chosen, *conditions, order_by=order_by, sorts=sorts, limit=limit)
    found = streamed(read, chosen, *conditions, keys=keys, order_by=order_by, sorts=sorts)
    return found, len(found)


def streamed(read: Reader, chosen: Chosen, *conditions: str, keys: Sequence[str], order_by: str, sorts: Sequence[Sort] = ()) -> Streamed:
    """The items that fit, in order as `fetch` has it, with the columns of these keys, and beside them `no`, the place in the list, `id` and the version."""
    if not (chosen.by_row or sorts):
        return Streamed(
            count(read, chosen, *conditions), lambda: _portions(read, keys, _rows(read, chosen, chosen.where(*conditions), keys, order_by))
        )
    wanted = ids(read, chosen, *conditions, order_by=order_by, sorts=sorts)
    return Streamed(len(wanted), lambda: _portions(read, keys, _of_ids(read, chosen, wanted, keys)))


def _of_ids(read: Reader, chosen: Chosen, wanted: Sequence[int], keys: Sequence[str]) -> Iterator[Values]:
    for start in range(0, len(wanted), AT_ONCE):
        these = wanted[start : start + AT_ONCE]
        found = {row[0]: row for row in _rows(read, chosen, f"WHERE id IN {one_of_ids(these)}", keys, "id")}
        yield from (found[one] for one in these if one in found)


def _rows(read: Reader, chosen: Chosen, where: str, keys: Sequence[str], order_by: str) -> Iterator[Values]:
    """Of each item what is asked for of it, as `_fetched` names it."""
    said = ", ".join(f"{_TOLD.get(key) or f'i.{key}'} AS {key}" for key in _fetched(keys))
    source = f"(SELECT * FROM {items.seen(read, asks=f'state {said} {where} {order_by}')} i {where})"
    return read.each(f"SELECT {said} FROM {source} i {JOINED} ORDER BY {order_by}", {**items.values(read), **chosen.values})


def _fetched(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("id", VERSION, *(name for key in keys for name in OF_SEVERAL.get(key, (key,))))))


def _portions(read: Reader, keys: Sequence[str], rows: Iterator[Values]) -> Iterator[Portion]:
    begun = 1
    while portion := list(islice(rows, AT_ONCE)):
        columns: dict[str, Sequence[object]] = dict(zip(_fetched(keys), zip(*portion, strict=True), strict=True))
        yield columns | {"no": range(begun, begun + len(portion))} | lists(read, keys, columns)
        begun += len(portion)
