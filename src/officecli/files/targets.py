"""Targets from a file: `[[target]]` tables, set all or not at all; what is wrong is said with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.targets.setting import add_target
from officecli.errors import BadInput, NotFound
from officecli.files.toml.lines import Lines
from officecli.files.toml.problems import Problems
from officecli.files.toml.text import tables_of, text_of
from officecli.i18n import _, ngettext
from officecli.near import did_you_mean
from officecli.typed.targets.terms import NewTarget
from officecli.typed.text import shown

KEYS = {
    "metric": "metric", "post": "post", "duty": "duty", "item": "item", "class": "class_", "goal": "goal", "at_most": "at_most",
    "threshold": "threshold", "bonus": "bonus", "weight": "weight", "period": "period", "points": "points", "computed": "computed",
    "under": "under", "from": "since",
}  # fmt: skip
"""Each key of a `[[target]]`, and what it says of a new target; they are the options of `target add`."""

_NUMBERS = ("threshold", "bonus", "weight", "item", "from")


def add_from_file(act: Acting, path: Path) -> None:
    """Set every target of the file; raises BadInput with everything that is wrong in it."""
    text = text_of(path, _("Give the TOML file that describes the targets, a [[target]] for each."))
    found = tables_of(text, path.name)
    problems = Problems(path.name, Lines(text))
    for table in found:
        if table != "target":
            problems.add((table,), _("There is no table “{table}”.").format(table=shown(table)), did_you_mean(table, ("target",)))
    tables = found.get("target", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        problems.add(("target",), _("“{table}” is a list of tables, each in double brackets: [[{table}]].").format(table="target"))
        problems.stop()
    if not tables:
        raise BadInput(
            _("{path} has no target.").format(path=path.name), fix=_('Begin each with [[target]], then metric = "…", post = "…" and its terms.')
        )
    said = len(act.said)
    for index, table in enumerate(tables):
        _add(act, ("target", index), table, problems)
    problems.stop()
    del act.said[said:]
    act.said.append(ngettext("{n} target set.", "{n} targets set.", len(tables)).format(n=len(tables)))


def _add(act: Acting, path: tuple[str, int], table: Mapping[str, Any], problems: Problems) -> None:
    """Set one target; what is wrong with it is noted."""
    wrong = False
    for name, value in table.items():
        if name not in KEYS:
            problems.add((*path, name), _("[{table}] has no key “{key}”.").format(table="target", key=shown(name)), did_you_mean(name, KEYS))
        elif not _fits(name, value):
            problems.add((*path, name), _("“{key}” does not take {value}.").format(key=name, value=shown(repr(value))), _example(name))
        else:
            continue
        wrong = True
    if wrong:
        return
    values: dict[str, Any] = {KEYS[name]: str(value) if name in _NUMBERS else value for name, value in table.items()}
    try:
        add_target(act, NewTarget(**{"metric": "", **values}))
    except (BadInput, NotFound) as error:
        problems.take(path, BadInput(error.what, why=error.why, fix=error.fix))


def _fits(name: str, value: Any) -> bool:
    if name == "at_most":
        return isinstance(value, bool)
    if name == "points":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str) or (name in _NUMBERS and isinstance(value, int) and not isinstance(value, bool))


def _example(name: str) -> str:
    lines = {"at_most": "at_most = true", "points": 'points = ["…", "…"]', "goal": 'goal = "98%"'}
    return _("Write: {line}").format(line=lines.get(name, f'{name} = "…"'))
