"""The lists of the dashboard: items, folded, as many as a page has room for."""

from __future__ import annotations

from collections.abc import Collection

from officecli.i18n import ngettext
from officecli.reports.items.item_rows import columns
from officecli.reports.office.gathered import Gathered, Rows
from officecli.reports.shape.document import Table
from officecli.reports.shape.report import Column, Report

COMING = ("number", "light", "title", "lead", "body", "due", "working_days_left")
"""The columns of items that are under way."""

ALL_ROWS = 800
"""Rows of items on a page, over all its lists; a page of so many stays under half a megabyte."""
LEAST, MOST = 5, 50
"""Rows of a list."""
MOST_PEOPLE = 100


class ItemLists:
    """Lists of items, folded, each with as many rows as the page has room for and a word on where the others are."""

    def __init__(self, found: Gathered, typed: str) -> None:
        self._typed = typed
        count = len({row["unit"] for row in found.overdue.rows}) + len({row["body"] for row in found.overdue.rows}) + len(found.by_body.rows) + 14
        self._most = max(LEAST, min(MOST, ALL_ROWS // count))

    def table(self, key: str, title: str, rows: Rows, keys: tuple[str, ...], command: str) -> Table:
        over = len(rows) - self._most
        of_one_unit = "--unit" in command and "--unit" in self._typed  # the narrower of the two: together they would mean either
        said = f"officecli {command}{'' if of_one_unit else self._typed}"
        notes = (ngettext("… {n} more: {command}", "… {n} more: {command}", over).format(n=over, command=said),) if over > 0 else ()
        return Table(key, f"{title} ({len(rows)})", columns(*keys), tuple(rows[: self._most]), notes, folded=True)


def picked(report: Report, keys: Collection[str]) -> tuple[Column, ...]:
    """The columns of these keys, in the report's order."""
    return tuple(column for column in report.columns if column.key in keys)


def with_rows(table: Table) -> tuple[Table, ...]:
    """The table, unless it is empty."""
    return (table,) if table.rows else ()
