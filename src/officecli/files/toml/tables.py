"""The tables a TOML file may hold, declared once; a file is read by the declaration, and everything wrong in it is noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from officecli.errors import BadInput
from officecli.files.toml.keys import Key, checked
from officecli.files.toml.lines import Lines, Path
from officecli.files.toml.problems import Problems
from officecli.files.toml.text import tables_of
from officecli.i18n import _
from officecli.near import asked_back, did_you_mean, nearest
from officecli.typed.text import shown


@dataclass(frozen=True, slots=True)
class Table:
    """What a `[[table]]` takes, or with `once` a `[table]`: its keys, or any at all with whatever value, and the tables inside it."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    once: bool = False
    any_key: bool = False


_CALLED = {"name": "title", "title": "name"}
"""What a thing is called stands under the one key in some tables and under the other in others: whoever writes one may mean the other."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table of a file: the `values` that are right, as they are kept, the `tables` inside it by name; `whole` if nothing in it is wrong."""

    path: Path
    values: dict[str, Any]
    tables: dict[str, list[FoundTable]]
    whole: bool


def read_tables(text: str, name: str, declared: Mapping[str, Table]) -> tuple[dict[str, list[FoundTable]], Problems]:
    """What the text of the file called `name` holds, by each table declared, with what is wrong in it; raises BadInput for what is no TOML."""
    found = tables_of(text, name)
    problems = Problems(name, Lines(text))
    for table in found:
        if table not in declared:
            problems.add((table,), _("There is no table “{table}”.").format(table=shown(table)), did_you_mean(table, declared))
    return {table: _tables((table,), found.get(table), takes, problems) for table, takes in declared.items()}, problems


def _tables(path: Path, found: Any, takes: Table, problems: Problems) -> list[FoundTable]:
    """Every table of one name; `found` is None where there is none."""
    if found is None:
        return []
    if takes.once:
        if isinstance(found, dict):
            return [_table(path, found, takes, problems)]
        problems.add(path, _("“{table}” stands once, in single brackets: [{table}].").format(table=_header(path)))
    elif isinstance(found, list) and all(isinstance(one, dict) for one in found):
        return [_table((*path, index), one, takes, problems) for index, one in enumerate(found)]
    else:
        problems.add(path, _("“{table}” is a list of tables, each in double brackets: [[{table}]].").format(table=_header(path)))
    return []


def _table(path: Path, found: Mapping[str, Any], takes: Table, problems: Problems) -> FoundTable:
    before = problems.count
    values = dict(found) if takes.any_key else _values(path, found, takes, problems)
    inside = {name: _tables((*path, name), found.get(name), table, problems) for name, table in takes.tables.items()}
    return FoundTable(path, values, inside, whole=problems.count == before)


def _values(path: Path, found: Mapping[str, Any], takes: Table, problems: Problems) -> dict[str, Any]:
    """The values that are right; what is wrong with the others is noted."""
    keys, good, misnamed = takes.keys, {}, set[str]()
    for name, value in found.items():
        if name in takes.tables:
            continue
        if name not in keys:
            what = _("[{table}] has no key “{key}”.").format(table=_header(path), key=shown(name))
            free = [one for one in (*keys, *takes.tables) if one not in found]
            meant = [other] if (other := _CALLED.get(name, "")) in free else nearest(name, free)
            misnamed.update(meant)
            problems.add((*path, name), what, asked_back(meant[0]) if meant else did_you_mean(name, [*keys, *takes.tables]))
            continue
        try:
            good[name] = checked(name, value, keys[name])
        except BadInput as error:
            problems.take((*path, name), error)
    for name, key in ((name, key) for name, key in keys.items() if key.required and name not in found and name not in misnamed):
        what = _("This [{table}] has no “{key}”.").format(table=_header(path), key=name)
        line = f"{name} = " + (" | ".join(f'"{choice}"' for choice in key.choices) or "…")
        problems.add(path, what, _("Add the line: {line}").format(line=line))
    return good


def _header(path: Path) -> str:
    """How the table is headed in the file: `procedure.step`."""
    return ".".join(str(name) for name in path if not isinstance(name, int))
