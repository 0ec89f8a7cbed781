"""A list of tasks as the table that the ledger's reader reads like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import islice

from officecli.errors import BadInput
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import Table
from officecli.i18n import _

MOST = 100_000
"""Tasks of a list: more than anybody keeps in one."""


@dataclass(slots=True)
class Task:
    """One task in its tool's words, each "" where it says nothing; a field is called as its column is headed. Several `lead` or `labels` stand apart by `;`.

    `more` is what a task of our own says besides, by the keys of the columns.
    """

    number: str = ""
    title: str = ""
    lead: str = ""
    source: str = ""
    issued: str = ""
    due: str = ""
    status: str = ""
    closed: str = ""
    percent: str = ""
    urgency: str = ""
    labels: str = ""
    remarks: str = ""
    more: dict[str, str] = field(default_factory=dict)


_COLUMNS = tuple(one.name for one in fields(Task) if one.name != "more")


def table_of(name: str, tasks: Iterable[Task]) -> Table:
    """The tasks as a table called `name`, headed by the columns' own keys."""
    tasks = list(islice(tasks, MOST + 1))
    more = [key for key in dict.fromkeys(key for task in tasks for key in task.more) if key not in _COLUMNS]
    rows = [SheetRow(1, [*_COLUMNS, *more])]
    for number, task in enumerate(tasks, 1):
        if number > MOST:
            raise BadInput(_("The list has more than {limit} tasks.").format(limit=MOST), fix=_("Export fewer projects at a time, or as .csv."))
        rows.append(
            SheetRow(number + 1, [*((task.more.get(key) or getattr(task, key) or None) for key in _COLUMNS), *(task.more.get(key) for key in more)])
        )
    return Table(name, rows)
