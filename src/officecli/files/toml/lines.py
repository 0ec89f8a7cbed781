"""On which line of a TOML file a table or a key stands; tomllib reads the values but keeps no lines."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
"""`("person", 3, "post")`: the key `post` of the fourth `[[person]]`."""

_ENDS = ("]", "}", '"""', "'''")  # what a value of several lines ends with


class Lines:
    """The lines of one file that tomllib has read without complaint."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        table: Path = ()
        tables: dict[Path, int] = {}
        for number, statement, found in _statements(text):
            names = list(_first_path(found))
            if statement.startswith("["):
                table = _entered(names, tables, again=statement.startswith("[["))
                self._lines.setdefault(table, number)
                self._lines.setdefault(tuple(names), number)
            else:
                for depth in range(1, len(names) + 1):
                    self._lines.setdefault(table + tuple(names[:depth]), number)

    def of(self, path: Path) -> int:
        """The line of what is nearest to `path`: the key, else its table; 1 where nothing of it is in the file."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each header and each `key = value` with its first line and what it means alone.

    A statement is over where tomllib understands it: a value cut off at a line's end is never valid.
    """
    pending: list[str] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not pending and (not line.strip() or line.lstrip().startswith("#")):
            continue
        start = start if pending else number
        pending.append(line)
        if len(pending) > 1 and not any(end in line for end in _ENDS):
            continue
        try:
            found = tomllib.loads("\n".join(pending))
        except tomllib.TOMLDecodeError:
            continue
        yield start, pending[0].lstrip(), found
        pending = []


def _first_path(found: Any) -> Iterator[str]:
    """The names on the way to a statement's value; `[[a.b]]` and `a.b = 1` both give a, b."""
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        yield name


def _entered(names: list[str], tables: dict[Path, int], *, again: bool) -> Path:
    """The path of a table whose header names these; `tables` counts how often each `[[table]]` was opened."""
    path: Path = ()
    for depth, name in enumerate(names, 1):
        path = (*path, name)
        if again and depth == len(names):
            tables[path] = tables.get(path, 0) + 1
        if path in tables:
            path = (*path, tables[path] - 1)
    return path
