"""Targets from a file: `[[target]]` tables, set all or not at all; what is wrong is said with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.targets.setting import add_target
from officecli.errors import BadInput, NotFound, Refused
from officecli.files.toml.keys import Key
from officecli.files.toml.kinds import TYPED, TYPED_NUMBER, TYPED_TEXTS, YES_NO
from officecli.files.toml.tables import FoundTable, Table, read_tables
from officecli.files.toml.text import text_of
from officecli.i18n import _
from officecli.typed.targets.terms import NewTarget

_TEXT = Key(TYPED)
_NUMBER = Key(TYPED_NUMBER, example='"…"')

TARGET: Mapping[str, Key] = {
    "metric": _TEXT,
    "post": _TEXT,
    "duty": _TEXT,
    "item": _NUMBER,
    "person": _TEXT,
    "class": _TEXT,
    "goal": Key(TYPED, example='"98%"'),
    "at_most": Key(YES_NO, example="true"),
    "threshold": _NUMBER,
    "bonus": _NUMBER,
    "weight": _NUMBER,
    "period": _TEXT,
    "points": Key(TYPED_TEXTS),
    "computed": _TEXT,
    "under": _TEXT,
    "from": Key(TYPED_NUMBER, example='"2026-07"'),
}
"""The keys of a `[[target]]`; they are the options of `target add`."""

FILE: Mapping[str, Table] = {"target": Table(TARGET)}

_FIELDS = {"class": "class_", "from": "since"}
"""What a new target calls the keys whose words Python keeps for itself."""


@dataclass(frozen=True)
class TargetsSet(Answer):
    """So many targets of a file are set."""

    count: int


def add_from_file(act: Acting, path: Path) -> None:
    """Set every target of the file; raises BadInput with everything that is wrong in it."""
    text = text_of(path, _("Give the TOML file that describes the targets, a [[target]] for each."))
    tables, problems = read_tables(text, path.name, FILE)
    targets = tables["target"]
    before = len(act.done)
    for target in targets:
        try:
            if target.whole:
                add_target(act, new_target(target))
        except (BadInput, NotFound) as error:
            problems.take(target.path, error)
        except Refused as error:
            for _label, what, fix in error.reasons:
                problems.take(target.path, BadInput(what, fix=fix))
    problems.stop()
    if not targets:
        raise BadInput(
            _("{path} has no target.").format(path=path.name), fix=_('Begin each with [[target]], then metric = "…", post = "…" and its terms.')
        )
    act.done[before:] = [TargetsSet(len(targets))]


def new_target(target: FoundTable) -> NewTarget:
    """What a `[[target]]` asks for, as if it had been typed."""
    return NewTarget(**{"metric": "", **{_FIELDS.get(key, key): value for key, value in target.values.items()}})
