"""In which order items stand in a report, and under which headings: what is typed after --sort and --group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from officecli.errors import BadInput
from officecli.hints import TypedDict
from officecli.i18n import _
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.reports.items.item_rows import BY_NUMBER, COLUMNS, heading, sift
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.report import Column
from officecli.reports.shape.sorting import Sort, columns_meant, columns_said, sort_key, words_of
from officecli.store.read.reader import Reader, Row

# What is sorted by, as SQL over items.seen; by default the key itself.
_SORT = {
    "status": "state",
    "submitted": "first_submitted",
    "light": "CASE light WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 WHEN 'grey' THEN 3 ELSE 4 END",
    "urgency": "CASE urgency WHEN 'most-urgent' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END",
}
_NUMBER = ("year", "serial", "number")
_NEVER_EMPTY = ("year", "number")
_UNSORTABLE = tuple(key for key in COLUMNS if FIELDS[key].of not in ("item", ""))


class Ordered(TypedDict):
    """The order of what somebody typed, as `fetch` takes it."""

    order_by: str
    sorts: Sequence[Sort]


def order(sort: str, usual: str, group: str = "") -> Ordered:
    """The order of what somebody typed after --group and --sort: keys or headings, each after a `-` the other way round; raises BadInput for anything else.

    What people read is sorted in Python, as `by_sound` has it, which no engine does.
    """
    wanted = [one for word in words_of(sort) for one in _by(word)]
    rest = BY_NUMBER if wanted else usual
    numbered = next((place for place, one in enumerate(wanted) if one.key == "number"), None)
    if numbered is not None:  # no two items have one number: what comes after it orders nothing
        wanted, rest = wanted[: numbered + 1], ""
    if group:
        wanted = [*_by(("-" if sort_key(group, {})[1] else "") + grouped_by(group)), *wanted]
    if any(one.kind == "text" for one in wanted):
        return {"order_by": rest or "id", "sorts": wanted}
    return {"order_by": ", ".join((*map(_sql, wanted), *filter(None, [rest]))), "sorts": ()}


def sortable() -> dict[str, str]:
    """The keys items can be sorted by, whichever of them are shown, each with its heading."""
    return {key: _(column.label) for key, column in COLUMNS.items() if key not in _UNSORTABLE}


def _by(word: str) -> list[Sort]:
    """What one word sorts by, each as SQL over items.seen."""
    by = sortable()
    key, down = sort_key(word, {key: (COLUMNS[key].label, said, *heading(key)) for key, said in by.items()})
    if not key:
        raise BadInput(
            _("Items cannot be sorted by “{key}”.").format(key=word.removeprefix("-")[:40]),
            fix=columns_meant(word, by),
        )
    if key == "number":
        return [Sort(one, down, "integer") for one in _NUMBER]
    return [Sort(_SORT.get(key, key), down, COLUMNS[key].kind)]


def _sql(one: Sort) -> str:
    """One of an ORDER BY; the engines disagree on where NULL stands, which here is last."""
    way = "DESC" if one.down else "ASC"
    return f"{one.key} {way}" if one.key in _NEVER_EMPTY else f"CASE WHEN {one.key} IS NULL THEN 1 ELSE 0 END, {one.key} {way}"


class Grouped(TypedDict, total=False):
    """What a report says of its groups; each as in `Report`."""

    group_by: str | None
    headed_by: Column | None
    group_totals: dict[str, int]


GROUPS = ("unit", "lead", "body", "originator", "status", "light", "urgency", "importance", "kind", "due", "issued", "source", *PLAIN)
"""The columns by which items may stand under headings."""


def grouped_by(typed: str) -> str:
    """The column that was typed after --group; raises BadInput for one that is of no group."""
    key, _down = sort_key(typed, {key: (COLUMNS[key].label, _(COLUMNS[key].label), *heading(key)) for key in GROUPS})
    if not key:
        raise BadInput(
            _("Items cannot be grouped by “{key}”.").format(key=typed[:40]),
            fix=columns_meant(typed, {key: _(COLUMNS[key].label) for key in GROUPS}),
        )
    return key


def groups(read: Reader, chosen: Chosen, typed: str, columns: Sequence[Column], rows: Sequence[Row], total: int, *conditions: str) -> Grouped:
    """What a report says of the groups it is to have: the column, and of how many
    rows each group shows the first where not `total` are shown; nothing for none.

    The conditions are as those of `fetch`.
    """
    if not typed:
        return {}
    key = grouped_by(typed)
    by = next((column for column in columns if column.key == key), None)
    if by is None:
        raise BadInput(
            _("There is no column “{name}” here.").format(name=key),
            fix=_("It has: {columns}.").format(columns=columns_said({column.key: column.label for column in columns})),
        )
    if len(rows) == total:
        return {"group_by": key, "headed_by": by}
    said = "state" if key == "status" else key
    found = [row for of in dict.fromkeys(("", chosen.own)) for row in sift(read, chosen, *conditions, columns=f"id, {said}", of=of)]
    return {"group_by": key, "headed_by": by, "group_totals": dict(Counter(str(row[said]) for row in found))}
