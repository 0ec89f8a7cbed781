"""A list of tasks as the table that the ledger's reader reads like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from officecli.errors import BadInput
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import Table
from officecli.i18n import _

MOST = 100_000
"""Tasks of a list: more than anybody keeps in one."""


@dataclass(slots=True)
class Task:
    """One task in its tool's words, each "" where it says nothing; a field is called as its column is headed. Several `lead` or `labels` stand apart by `;`."""

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


def table_of(name: str, tasks: Iterable[Task]) -> Table:
    """The tasks as a table called `name`, headed by the columns' own keys."""
    rows = [SheetRow(1, [field.name for field in fields(Task)])]
    for number, task in enumerate(tasks, 1):
        if number > MOST:
            raise BadInput(_("The list has more than {limit} tasks.").format(limit=MOST), fix=_("Export fewer projects at a time, or as .csv."))
        rows.append(SheetRow(number + 1, [text or None for text in astuple(task)]))
    return Table(name, rows)
