"""The tasks of a todo.txt: `x 2026-06-24 2026-06-01 (A) Call the county +permits @phone due:2026-07-17 owner:Ana`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from officecli.files.ledger.sheets.tasks.task_table import Task
from officecli.patterns import pattern

_DAY = r"\d{4}-\d\d-\d\d"
_LINE = pattern(
    rf"(?P<done>x\s+)?(?:\((?P<priority>[A-Z])\)\s+)?(?:(?P<first>{_DAY})\s+)?(?(done)(?:\((?P<kept>[A-Z])\)\s+)?)(?:(?P<second>{_DAY})\s+)?(?P<text>.*)"
)
"""What is ended keeps its priority before the day of the end, or behind it, as tools will have it."""
_PAIR = pattern(r"(?:^|(?<=\s))(?P<key>[A-Za-z][\w-]*):(?P<value>[^\s:/]\S*)")
_TAG = pattern(r"(?:^|(?<=\s))(?P<sign>[+@])(?P<word>\S+)")
_READ = frozenset({"due", "pri"})
_OWNERS = frozenset({"owner", "assignee", "assigned", "lead", "to", "who"})
_URGENCY = {"A": "urgent", "B": "urgent"}


def todo_tasks(text: str) -> Iterator[Task]:
    """The tasks, a line each."""
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        if found and found["text"].strip():
            yield _task(found)


def _task(found: re.Match[str]) -> Task:
    """One line: with two days the first is that of the end, alone it is that of the end where it is ended, else that on which it was written."""
    told = {pair["key"].casefold(): pair["value"] for pair in _PAIR.finditer(found["text"])}
    tags = [(tag["sign"], tag["word"]) for tag in _TAG.finditer(found["text"])]
    closed, issued = (found["first"], found["second"]) if found["done"] else ("", found["second"] or found["first"])
    title = " ".join(_TAG.sub("", _PAIR.sub("", found["text"])).split())
    priority = found["priority"] or found["kept"] or told.get("pri", "").upper()
    return Task(
        title=title or found["text"].strip(),
        lead="; ".join(value.replace("_", " ") for key, value in told.items() if key in _OWNERS),
        source=" ".join(word for sign, word in tags if sign == "+"),
        issued=issued or "",
        due=told.get("due", ""),
        status="closed" if found["done"] else "open",
        closed=closed or "",
        urgency=_URGENCY.get(priority, ""),
        labels="; ".join(word for sign, word in tags if sign == "@"),
        remarks=" ".join(pair[0] for pair in _PAIR.finditer(found["text"]) if pair["key"].casefold() not in _READ | _OWNERS),
    )
