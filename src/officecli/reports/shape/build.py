"""How a report is made: of which day it is, at which state of the trail it was read, and how many of its rows are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from officecli.hints import Any, TypedDict, Unpack
from officecli.i18n import _
from officecli.reports.shape.chart import Chart
from officecli.reports.shape.gone import say_gone
from officecli.reports.shape.report import VERSION, Column, Report
from officecli.reports.shape.streamed import Streamed
from officecli.store.calendar.provisional import say_provisional
from officecli.store.read.reader import Reader

COUNTED = frozenset({"due", "next", "begin", "finished", "extend_to", "by"})
"""The columns whose days are worked out in working days, so that they may change where the days off of their year are not announced yet."""


class Told(TypedDict, total=False):
    """What a report says beside its rows; each is as in `Report`. `notes` that are empty are left out.

    `as_of` is another day (ISO) than the reader's. `begin` is what to do where there are no rows, in a report that is not about items: of those it is
    told how the first is registered.
    """

    begin: str
    as_of: str | None
    filters: dict[str, Any]
    summary: dict[str, Any]
    headline: str
    notes: Iterable[str]
    empty: str
    group_by: str | None
    headed_by: Column | None
    group_totals: dict[str, int]
    gravest_first: bool
    charts: tuple[Chart, ...]


def build(
    read: Reader,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    *,
    as_row: Callable[[Any], dict[str, Any]] | None = None,
    limit: int = 0,
    total: int | None = None,
    **told: Unpack[Told],
) -> Report:
    """The report of the reader's day: the first `limit` rows (0:
    all), each made by `as_row` where that is given; `Streamed` ones are all shown, as they are.

    Only what stands in the columns, or beside their sentences, is kept of a row, and its version. `total` is how many rows there are where not all
    were fetched.
    """
    found: Sequence[Any] = rows if isinstance(rows, Streamed) else tuple(rows)
    shown = _shown(found, columns, as_row or _as_it_is, limit)
    counted = [column.key for column in columns if column.key in COUNTED and column.kind == "date"]
    begin, as_of = told.pop("begin", None), told.pop("as_of", None)
    first = "" if len(found) or "officecli " in told.get("empty", "") else _first_of_all(read) if begin is None else begin
    provisional = say_provisional(read, (row[key] for row in shown for key in counted)) if counted and isinstance(shown, tuple) else ""
    gone = say_gone(read, told.get("filters", {}))
    return Report(
        name=name,
        title=title,
        as_of=read.as_of.isoformat() if as_of is None else as_of,
        columns=tuple(columns),
        rows=shown,
        total=len(found) if total is None else total,
        head=read.head_text(),
        origin=read.origin,
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
        **{**told, "notes": tuple(note for note in (*told.get("notes", ()), *gone, first, provisional) if note)},  # type: ignore[arg-type]
    )


def _shown(found: Sequence[Any], columns: Sequence[Column], as_row: Callable[[Any], dict[str, Any]], limit: int) -> Sequence[dict[str, Any]]:
    """What is kept of the first rows, of `Streamed` ones of all."""
    keys = [key for column in columns for key in (column.key, *column.beside)]

    def kept(whole: Mapping[str, Any]) -> dict[str, Any]:
        shown = {key: whole[key] for key in keys}
        return {**shown, VERSION: whole[VERSION]} if VERSION in whole else shown

    if isinstance(found, Streamed):
        return Streamed(len(found), lambda: map(kept, found.portions()))
    return tuple(kept(as_row(row)) for row in found[: limit or None])


def _first_of_all(read: Reader) -> str:
    """What to do in an office that has nothing yet, where a report has nothing to show; "" where there is an item."""
    if read.row("SELECT id FROM item WHERE id > 0 ORDER BY id LIMIT 1"):
        return ""
    if not read.row("SELECT id FROM person WHERE account = 0 AND left_on IS NULL ORDER BY id LIMIT 1"):
        return _(
            "Nobody is here yet. The office stands in a file: officecli setup --export -o office.toml; filled in, it is read by: officecli setup office.toml"
        )
    return _(
        'No item is on record yet. Register one: officecli add "Survey of lifts" --due fri; or read the ledger there is: officecli import FILE --dry-run'
    )


def _as_it_is(row: Any) -> dict[str, Any]:
    return row  # type: ignore[no-any-return]  # a report without `as_row` gives the rows by column key


def most_rows(read: Reader, limit: int | None, own: int | None = None) -> int:
    """How many rows to show (0: all): the `limit` that was typed, else the report's `own` number, else as many as the office has set for a table."""
    if limit is not None:
        return limit
    return int(read.settings["table.rows"]) if own is None else own
