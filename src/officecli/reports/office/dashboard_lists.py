"""The lists of the dashboard: items, folded, as many as a page has room for."""

from __future__ import annotations

from collections.abc import Collection

from officecli.i18n import in_brackets, ngettext
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
    """Lists of items, folded, each with as many rows as the page has room for and a word on where the others are.

    `typed` is the option that limits a command to what the page is of, `day` the one that makes it look at its day.
    `of_each_person`: the page has room for lists of each of the people, too.
    """

    def __init__(self, found: Gathered, typed: str, day: str = "", *, people: int = 0) -> None:
        self._typed, self.day = typed, day
        count = len({row["unit"] for row in found.overdue.rows}) + len({row["body"] for row in found.overdue.rows}) + len(found.by_body.rows) + 14
        self.of_each_person = count + 2 * people <= ALL_ROWS // LEAST
        self._most = max(LEAST, min(MOST, ALL_ROWS // (count + 2 * people * self.of_each_person)))

    def table(self, key: str, title: str, rows: Rows, keys: tuple[str, ...], command: str, *notes: str) -> Table:
        over = len(rows) - self._most
        narrower = ("--unit" in command and "--unit" in self._typed) or "--person" in command  # together they would mean either
        said = f"officecli {command}{'' if narrower else self._typed}{self.day}"
        more = (ngettext("… {n} more: {command}", "… {n} more: {command}", over).format(n=over, command=said),) if over > 0 else ()
        return Table(key, title + in_brackets(str(len(rows))), columns(*keys), tuple(rows[: self._most]), (*more, *notes), folded=True)


def picked(report: Report, keys: Collection[str]) -> tuple[Column, ...]:
    """The columns of these keys, in the report's order."""
    return tuple(column for column in report.columns if column.key in keys)


def with_rows(table: Table) -> tuple[Table, ...]:
    """The table, unless it is empty."""
    return (table,) if table.rows else ()
