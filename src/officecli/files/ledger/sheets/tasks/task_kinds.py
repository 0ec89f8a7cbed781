"""Tells the lists of tasks that other tools keep by what they hold: JSON, a calendar, todo.txt."""

from __future__ import annotations

from pathlib import Path

from officecli.patterns import pattern

_MARKS = b"\xef\xbb\xbf \r\n\t"
_TODO_NAMES = frozenset({"todo", "done"})
TODO_LINE = pattern(
    r"(?:x (?:\d{4}-\d\d-\d\d )+|\([A-Z]\) |\d{4}-\d\d-\d\d )\S.*|[^\t,;|]*\S (?:\+[^\s+]\S*|@[^\s@]\S*|due:\d{4}-\d\d-\d\d)(?:\s.*)?"
)
"""A line of todo.txt that can hardly be anything else: ended, with a priority or its day, or with a project, a context or a deadline."""


def is_task_list(path: Path, start: bytes) -> bool:
    """Whether a file of text, by its first bytes, is a list of tasks of another tool and no table."""
    begun = start.lstrip(_MARKS)
    kind = path.suffix.lower()
    if begun.startswith(b"BEGIN:VCALENDAR") or (
        begun.startswith((b"[", b"{")) and kind not in {".csv", ".tsv"} and (kind == ".json" or _is_json(begun))
    ):
        return True
    return kind == ".txt" and b"\0" not in start and is_todo_txt(path.stem, start.decode("utf-8", "replace").splitlines()[:40])


def _is_json(begun: bytes) -> bool:
    """Whether what begins with a bracket may be JSON; [ ] and [x] before a line are boxes to be ticked, [7/1 09:03] is when somebody wrote."""
    return begun.startswith(b"{") or begun[1:].lstrip()[:1] in b'[{"'


def is_todo_txt(name: str, lines: list[str]) -> bool:
    """Whether most lines can be those of todo.txt and of nothing else, or the file is called so and has no tabs."""
    filled = [line for line in lines if line.strip()]
    fitting = sum(1 for line in filled if TODO_LINE.fullmatch(line.strip()))
    called = name.casefold() in _TODO_NAMES and not any("\t" in line for line in filled)
    return bool(filled) and (called or 2 * fitting > len(filled))
