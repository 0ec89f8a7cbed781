"""Items as rows of a report: the columns that exist, and how they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from officecli.hints import Any
from officecli.i18n import _
from officecli.light import replace
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.reports.items.hanging import JOINED, OF_SEVERAL, SAID, lists
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.report import WHEN_ASKED_FOR, Column, Kind
from officecli.reports.shape.sorting import Sort, sorted_by
from officecli.store import items
from officecli.store.read.among import AT_ONCE, among
from officecli.store.read.reader import Reader, Row
from officecli.store.schema.view_columns import MEANINGS

_SHOWN_AS: dict[str, Kind] = {
    "line": "text", "text": "text", "id": "text", "word": "word", "period": "word", "hours": "number", "integer": "integer", "count": "count",
    "date": "date", "names": "names", "light": "light",
}  # fmt: skip


def column(key: str) -> Column:
    """The column a field of an item has in reports, its label untranslated."""
    field = FIELDS[key]
    return Column(key, field.label, _SHOWN_AS[field.kind], field.weight, field.wide, field.sparse)


COLUMNS: dict[str, Column] = {
    key: column(key)
    for key in (
        "number", "title", "source", "goal", "targets", *PLAIN, "originator", "ordered_by", "lead", "unit", "body", "supports", "urgency", "importance", "kind",
        "status", "issued", "signed", "original_due", "due", "working_days_left", "working_days_late", "feedback_every", "progress", "problem", "next_step",
        "light", "evidence", "submitted", "result", "rating", "closed", "labels", "remarks",
    )
}  # fmt: skip

NO_SERIAL = "CASE WHEN serial IS NULL THEN 1 ELSE 0 END"  # the engines disagree on where NULL stands
_OF_A_DAY = ("state", "overdue", "working_days_left", "working_days_late", "light")
"""What is shown of what a day adds; the rest is worked out only for what counts."""

_SHOWN = ", ".join(f"{SAID.get(name) or f'i.{name}'} AS {name}" for name in dict.fromkeys((*MEANINGS["v_item"], *_OF_A_DAY, *SAID)))

BY_NUMBER = f"year, {NO_SERIAL}, serial, number"


def columns(*keys: str) -> tuple[Column, ...]:
    """These columns, labelled in the reader's language."""
    return tuple(replace(COLUMNS[key], label=_(COLUMNS[key].label)) for key in keys)


def when_asked_for(key: str) -> Column:
    """The column, labelled, for whoever asks for it."""
    return replace(columns(key)[0], weight=WHEN_ASKED_FOR)


def headed(column: Column) -> Column:
    """The column under the heading a ledger gives it, which the import knows again."""
    return replace(column, label=heading(column.key)[0])


def heading(key: str) -> tuple[str, ...]:
    """The heading of a ledger for this column; () where a ledger has no such column."""
    field = FIELDS.get(key)
    return (_(field.ledger.label),) if field and field.ledger else ()


def fetch(read: Reader, chosen: Chosen, *conditions: str, order_by: str, sorts: Sequence[Sort] = (), limit: int) -> tuple[list[Row], int]:
    """The items that fit, at most `limit` of them (0: all), and how many there are in all; rows by column key, codes untranslated.

    The `conditions` name columns of the table `item` only, which they may call `i`. What is to be sorted in Python stands in `sorts`, as SQL over `items.seen`;
    among equals, and where there is none, the order is that of `order_by`.
    """
    rows, total = _of_the_office(read, chosen, *conditions, order_by=order_by, sorts=sorts, limit=limit)
    if found := sift(read, chosen, *conditions, columns="id", of=chosen.own) if chosen.own else []:
        own = _seen(read, [row["id"] for row in found], chosen.own)
        rows, total = in_order(read, chosen, [*rows, *own], *conditions, order_by=order_by, sorts=sorts)[: limit or None], total + len(own)
    return _completed(read, rows), total


def _of_the_office(read: Reader, chosen: Chosen, *conditions: str, order_by: str, sorts: Sequence[Sort], limit: int) -> tuple[list[Row], int]:
    if chosen.by_row or sorts or not limit:
        found = ids(read, chosen, *conditions, order_by=order_by, sorts=sorts)
        return _seen(read, found[: limit or None]), len(found)
    rows = _seen(read, ids(read, chosen, *conditions, order_by=order_by, most=limit))
    return rows, count(read, chosen, *conditions) if len(rows) == limit else len(rows)


def count(read: Reader, chosen: Chosen, *conditions: str) -> int:
    """How many items fit; the `conditions` are as those of `fetch`."""
    if chosen.by_row:
        return len(ids(read, chosen, *conditions))
    return int(read.value(f"SELECT COUNT(*) FROM {_fitting(read, chosen, *conditions)}", {**items.values(read), **chosen.values}))


def ids(read: Reader, chosen: Chosen, *conditions: str, order_by: str = "id", sorts: Sequence[Sort] = (), most: int = 0) -> list[int]:
    """The ids of the items that fit, at most so many (0: all); conditions and order are as those of `fetch`."""
    if chosen.by_row or sorts:
        found = sift(read, chosen, *conditions, order_by=order_by, columns=_with_sorts(sorts))
        return [row["id"] for row in _sorted(found, sorts)][: most or None]
    sql, values = _ids(read, chosen, *conditions, order_by=order_by, most=most)
    return [one for one in read.ids(sql, **values) if one is not None]


def by_lead(read: Reader, chosen: Chosen, *conditions: str) -> dict[str, int]:
    """How many of the items that fit each lead has, the most first, of equally many whoever has the oldest."""
    if chosen.by_row:
        return dict(Counter(row["lead"] for row in sift(read, chosen, *conditions, order_by=items.beside("id"), columns="lead")).most_common())
    sql = f"SELECT lead_id, COUNT(*) AS n FROM {_fitting(read, chosen, *conditions)} GROUP BY lead_id ORDER BY n DESC, MIN(id)"
    counted = {row["lead_id"]: row["n"] for row in read.rows(sql, {**items.values(read), **chosen.values})}
    names = by_id(read, "person", "id, name", list(counted))
    return {names[one]["name"]: n for one, n in counted.items()}


def _ids(read: Reader, chosen: Chosen, *conditions: str, order_by: str, most: int) -> tuple[str, dict[str, Any]]:
    limited = f" LIMIT {int(most)}" if most else ""
    return f"SELECT id FROM {_fitting(read, chosen, *conditions, order_by=order_by)} ORDER BY {order_by}{limited}", {
        **items.values(read),
        **chosen.values,
    }


def _fitting(read: Reader, chosen: Chosen, *conditions: str, order_by: str = "") -> str:
    """What follows FROM; what a day adds is worked out only where somebody asks for it, or sorts by it."""
    where = chosen.where(*conditions)
    if chosen.of_a_day or order_by.startswith("CASE"):
        return f"{items.seen(read, asks=f'{where} {order_by}')} i {where}"
    return f"{items.bare(read) if chosen.of_items_alone else items.source(read)} i {where}"


def in_order(read: Reader, chosen: Chosen, rows: Sequence[Row], *conditions: str, order_by: str, sorts: Sequence[Sort] = ()) -> list[Row]:
    """These rows that fit, items and personal ones (each has its `id`), as one list in their order, as `fetch` has it."""
    from officecli.store.reminders import COLUMNS  # few have anything personal

    by_id = {row["id"]: row for row in rows}
    both = " UNION ALL ".join(f"SELECT {', '.join(COLUMNS)} FROM {one} w" for one in (items.source(read), chosen.own))
    which = f"WHERE id IN ({', '.join(map(str, by_id))})" if len(by_id) <= AT_ONCE else chosen.where(*conditions)
    values = {**items.values(read), **chosen.values}
    wanted = _with_sorts(sorts)
    ranked = read.rows(
        f"SELECT {wanted} FROM {items.seen(read, f'({both})', asks=f'{wanted} {which} {order_by}')} i {which} ORDER BY {order_by}", values
    )
    return [by_id[row["id"]] for row in _sorted(ranked, sorts) if row["id"] in by_id]


def _with_sorts(sorts: Sequence[Sort]) -> str:
    """The id, and what the rows are to be sorted by, as SQL asks for them."""
    return ", ".join(("id", *(f"{one.key} AS sort_{place}" for place, one in enumerate(sorts))))


def _sorted(rows: Sequence[Row], sorts: Sequence[Sort]) -> list[Row]:
    """Rows that were asked `_with_sorts`, so sorted."""
    return sorted_by(rows, [replace(one, key=f"sort_{place}") for place, one in enumerate(sorts)])


def by_ids(read: Reader, wanted: Sequence[int], of: str = "") -> dict[int, Row]:
    """The items of these ids by id, of those there are or of others in their columns; rows by column key, codes untranslated."""
    return {row["id"]: row for row in _completed(read, _seen(read, wanted, of))}


def _seen(read: Reader, wanted: Sequence[int], of: str = "") -> list[Row]:
    """The items of these ids in their order, with what is shown of them."""
    columns, asks = _SHOWN, ", ".join(_OF_A_DAY)
    found: dict[int, Row] = {}
    for these, held in among(wanted):
        if held:  # one of many portions: their question is prepared once, whatever is in it
            sql = f"SELECT {columns} FROM {items.seen(read, of or _then(read, these), asks=asks)} i {JOINED} WHERE i.id IN {these}"
            rows = read.rows(sql, {**items.values(read), **held})
        else:
            source = items.seen(read, of or _then(read, these), asks=f"{asks}, once", once=True)
            rows = _late_or_not(read, read.rows(f"SELECT {columns}, once FROM {source} i {JOINED} WHERE i.id IN {these}", items.values(read)))
        found |= {row["id"]: row for row in rows}
    return [found[one] for one in wanted if one in found]


def some_columns(read: Reader, wanted: Sequence[int], *keys: str) -> dict[int, Row]:
    """These columns of `items.seen` of the items of these ids, by id; of what turns on lateness no more than `items.SHOWN_LATE`."""
    found: dict[int, Row] = {}
    asks = ", ".join(("id", *keys, "once"))
    for these, held in among(wanted):
        source = items.seen(read, _then(read, these), asks=asks, once=True)
        rows = read.rows(f"SELECT {asks} FROM {source} i WHERE id IN {these}", {**items.values(read), **held})
        found |= {row["id"]: row for row in _late_or_not(read, rows)}
    return found


def _then(read: Reader, these: str) -> str:
    """Of a past day the items of these ids, each column worked out by itself; "" for today, of which most columns are the table's."""
    return "" if read.as_of == read.today else items.worked_out(read, f"id IN {these}")


def _late_or_not(read: Reader, rows: list[Row]) -> list[Row]:
    """Rows that were asked for with `once`, in their order: those of which more is to be said than one subtraction tells are asked again."""
    others = [row["id"] for row in rows if not row.pop("once")]
    if not others:
        return rows
    exact: dict[int, Row] = {}
    for these, held in among(others):
        exact |= {row["id"]: row for row in read.rows(items.late_in_full(read, these), {**items.values(read), **held})}
    return [{**row, **exact.get(row["id"], {})} for row in rows]


def sift(read: Reader, chosen: Chosen, *conditions: str, order_by: str = "id", columns: str = "*", of: str = "") -> list[Row]:
    """Every item that fits, of those there are or of others in their columns, as rows
    of `items.seen` with these `columns` only: what is not asked for is not worked out.
    """
    wanted = f"{columns}, {chosen.asked_of_rows}" if chosen.by_row else columns
    rest = f"{chosen.where(*conditions)} ORDER BY {order_by}"
    asks = "" if columns == "*" else f"{wanted} {rest}"
    found = read.rows(f"SELECT {wanted} FROM {items.seen(read, of, asks=asks)} i {rest}", {**items.values(read), **chosen.values})
    return [row for row in found if chosen.keeps(row)] if chosen.by_row else found


def _completed(read: Reader, rows: list[Row]) -> list[Row]:
    """The rows with what is put together of several."""
    found = lists(read, tuple(OF_SEVERAL), {key: [row[key] for row in rows] for key in ("id", *chain.from_iterable(OF_SEVERAL.values()))})
    return [{**row, **dict(zip(found, values, strict=True))} for row, values in zip(rows, zip(*found.values(), strict=True), strict=True)]


def by_id(read: Reader, table: str, names: str, ids: list[int | None]) -> dict[int | None, Row]:
    """Rows of a table by id; None among the `ids` is passed over."""
    found: dict[int | None, Row] = {}
    for these, values in among([one for one in dict.fromkeys(ids) if one is not None]):
        found |= {row["id"]: row for row in read.rows(f"SELECT {names} FROM {table} WHERE id IN {these}", values)}
    return found
