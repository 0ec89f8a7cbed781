"""Reads the lists of tasks that other tools export as something else than a table: Taskwarrior, Trello, Vikunja, iCalendar, todo.txt."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from itertools import islice
from pathlib import Path
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.sheets.kinds import ZIP
from officecli.files.ledger.sheets.table import Book, Table
from officecli.files.ledger.sheets.tasks.calendar import calendar_tasks
from officecli.files.ledger.sheets.tasks.json_table import json_table
from officecli.files.ledger.sheets.tasks.own_json import own_table
from officecli.files.ledger.sheets.tasks.task_json import recurring, tasks_in
from officecli.files.ledger.sheets.tasks.task_table import MOST as TASKS
from officecli.files.ledger.sheets.tasks.task_table import table_of
from officecli.files.ledger.sheets.tasks.todo_txt import todo_tasks
from officecli.files.ledger.sheets.texts.encodings import decode
from officecli.i18n import _, listed, ngettext

MOST = 20 * 1024 * 1024
"""Bytes of a list; unpacked into objects it takes ten times as much."""


def read_tasks(path: Path) -> Book:
    """The tasks as one table, and whose they are; BadInput where the file is of no tool that is known."""
    text = decode(_data(path))[0].lstrip("\ufeff")
    notes = []
    if text.lstrip().startswith("BEGIN:VCALENDAR"):
        tool, tasks = "iCalendar", list(islice(calendar_tasks(text), TASKS + 1))
        if events := len(re.findall("(?m)^BEGIN:VEVENT\\s*$", text)):
            notes.append(ngettext("{n} event is no task, and left out.", "{n} events are no tasks, and left out.", events).format(n=events))
    elif text.lstrip().startswith(("[", "{")):
        data = _loaded(text, path)
        if own := own_table(data):
            return Book([own])
        if (found := tasks_in(data)) is None:
            return Book([_any_table(data)], notes=[_("Read as a table: each object of the JSON is a row, headed by its keys.")])
        tool, tasks = found
        if patterns := recurring(data):
            notes.append(
                ngettext("{n} pattern of a recurring task is left out.", "{n} patterns of recurring tasks are left out.", patterns).format(n=patterns)
            )
    else:
        tool, tasks = "todo.txt", list(islice(todo_tasks(text), TASKS + 1))
    if not tasks:
        raise BadInput(
            _("There is no task in {path}.").format(path=path), fix=_("Check that the tasks themselves were exported, not only events or settings.")
        )
    return Book([table_of("", tasks)], notes=[_("Read as a list of tasks of {tool}.").format(tool=tool), *notes])


def _data(path: Path) -> bytes:
    """The bytes of the list, out of its archive where it is in one; BadInput where they are more than a list of tasks can be."""
    with path.open("rb") as file:
        packed = file.read(len(ZIP)) == ZIP  # one whose first letters are broken is none, whatever the rest of it says
    archive = zipfile.ZipFile(path) if packed else None
    if (archive.getinfo("data.json").file_size if archive else path.stat().st_size) > MOST:
        raise BadInput(
            _("The list of tasks has more than {limit} MB.").format(limit=MOST // 1024 // 1024),
            fix=_("Export fewer projects at a time, or as .csv."),
        )
    if archive is None:
        return path.read_bytes()
    with archive:
        try:
            return archive.read("data.json")
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error):
            raise BadInput(
                _("{path} is damaged, or locked with a password.").format(path=path), fix=_("Export it again, without a password.")
            ) from None


def _any_table(data: Any) -> Table:
    """The objects of no tool that is known as a table; BadInput where there are none."""
    if data in ([], {}):
        raise BadInput(_("There is nothing in this JSON."), fix=_("Check that the tasks themselves were exported, not only events or settings."))
    if table := json_table(data):
        return table
    tools = listed(("Taskwarrior", "Trello", "Vikunja"))
    raise BadInput(
        _("This JSON is of no tool that is known here: {tools}.").format(tools=tools), fix=_("Export the tasks as .csv or .xlsx, and import that.")
    )


def _loaded(text: str, path: Path) -> Any:
    try:
        lines = text.strip().splitlines()
        if len(lines) > 1 and all(line.startswith("{") and line.endswith("}") for line in lines):
            return [json.loads(line) for line in lines]  # an object a line
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput(
            _("{path} is no JSON that can be read.").format(path=path), fix=_("Export it again, or save the ledger as .xlsx or .csv.")
        ) from None
