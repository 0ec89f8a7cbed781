"""Procedures from a file: `[[procedure]]` with its `[[procedure.step]]`s, all or none; what is wrong is said with its line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.procedures.writing import same_name, save
from officecli.errors import BadInput, OfficeError
from officecli.files.toml.lines import Lines
from officecli.files.toml.problems import Problems
from officecli.files.toml.text import tables_of, text_of
from officecli.i18n import _, ngettext
from officecli.model.names import name_key
from officecli.near import did_you_mean
from officecli.store.procedures import Kept, every_kept
from officecli.typed.procedures.as_typed import Said, SaidStep
from officecli.typed.procedures.settled import Settling, Wanted
from officecli.typed.text import shown, tidy

DATES = ("start", "until")
NUMBERS = ("hours", "ahead", "due_in")
KEYS = (
    "name", "kind", "post", "every", "start", "until", "days_off", "title", "source", "goal", "urgency", "importance", "hours",
    "ahead", "due_in", "duty", "emergency",
)  # fmt: skip
"""The keys of a `[[procedure]]` besides its steps; they are the options of `procedure add`."""
STEP_KEYS = ("title", "who", "standard", "check", "limit", "needs")


def write_from_file(act: Acting, path: Path, reason: str = "") -> None:
    """Make the procedures of the file what it says; those it does not name stay. Raises BadInput with everything that is wrong in it."""
    text = text_of(path, _("Give the TOML file that describes the procedures; begin with one from: officecli procedure template"))
    found = tables_of(text, path.name)
    problems = Problems(path.name, Lines(text))
    for table in found:
        if table != "procedure":
            problems.add((table,), _("There is no table “{table}”.").format(table=shown(table)), did_you_mean(table, ("procedure",)))
    tables = _tables(found, "procedure", (), problems)
    wanted = _settled(act, tables, problems)
    problems.stop()
    if not tables:
        raise BadInput(_("{path} has no procedure.").format(path=path.name), fix=_("Begin with one from: officecli procedure template documents"))
    act.change.reason = tidy(reason)
    same = sum(not save(act, one, before) for one, before in wanted)
    if same:
        text = ngettext("{n} procedure is on record as the file says.", "{n} procedures are on record as the file says.", same)
        act.said.append(text.format(n=same))


def _settled(act: Acting, tables: list[dict[str, Any]], problems: Problems) -> list[tuple[Wanted, Kept | None]]:
    """What each table asks for, with what is on record of it; what is wrong is noted."""
    settling, there = Settling(act.read), every_kept(act.read)
    first: dict[str, int] = {}
    wanted = []
    for index, table in enumerate(tables):
        name = table.get("name", "")
        if not isinstance(name, str) or not name_key(name):
            problems.add(("procedure", index, "name"), _("The procedure has no name."), _("Add the line: {line}").format(line='name = "…"'))
            name = ""
        elif first.setdefault(name_key(name), index) != index:
            line = problems.line(("procedure", first[name_key(name)], "name"))
            what = _("“{name}” stands in line {line} already.").format(name=shown(name), line=line)
            problems.add(("procedure", index, "name"), what, _("Take one out, or write names that tell them apart."))
        said = _said(index, table, problems)
        before = same_name(there, name) if name else None

        def take(path: tuple[str | int, ...], error: OfficeError, at: int = index) -> None:
            problems.take(("procedure", at, *path), BadInput(error.what, why=error.why, fix=error.fix))

        if said and name:
            wanted.append((settling.settle(name, said, None, take, start=before.schedule["start"] if before else None), before))
    return wanted


def _said(index: int, table: Mapping[str, Any], problems: Problems) -> Said | None:
    """What one table says, where every key is known and of its kind."""
    path = ("procedure", index)
    values = _values(path, "procedure", {name: value for name, value in table.items() if name != "step"}, KEYS, problems)
    steps = []
    for number, step in enumerate(_tables(table, "step", path, problems)):
        written = _values((*path, "step", number), "procedure.step", step, STEP_KEYS, problems)
        if written is None:
            return None
        needs = written.pop("needs", ())
        steps.append(SaidStep(**{"title": "", **written}, needs=tuple(needs)))
    if values is None:
        return None
    values.pop("name", None)
    return Said(**values, steps=tuple(steps))


def _values(path: tuple[str | int, ...], table: str, found: Mapping[str, Any], known: tuple[str, ...], problems: Problems) -> dict[str, Any] | None:
    """The values as text; None where one is not understood."""
    values: dict[str, Any] = {}
    wrong = False
    for name, value in found.items():
        if name not in known:
            problems.add((*path, name), _("[{table}] has no key “{key}”.").format(table=table, key=shown(name)), did_you_mean(name, known))
        elif name == "needs" and isinstance(value, list) and all(_is_text(one) or _is_number(one) for one in value):
            values[name] = [str(one) for one in value]
            continue
        elif (
            (name != "needs" and _is_text(value))
            or (name in NUMBERS and _is_number(value))
            or (name in DATES and isinstance(value, date) and not isinstance(value, datetime))
        ):
            values[name] = str(value)
            continue
        else:
            problems.add((*path, name), _("“{key}” does not take {value}.").format(key=name, value=shown(repr(value))), _example(name))
        wrong = True
    return None if wrong else values


def _tables(found: Mapping[str, Any], name: str, path: tuple[str | int, ...], problems: Problems) -> list[dict[str, Any]]:
    tables = found.get(name, [])
    if isinstance(tables, list) and all(isinstance(one, dict) for one in tables):
        return tables
    full = f"{path[0]}.{name}" if path else name
    problems.add((*path, name), _("“{table}” is a list of tables, each in double brackets: [[{table}]].").format(table=full))
    return []


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _example(name: str) -> str:
    lines = {"needs": "needs = [1, 2]", "start": "start = 2026-07-01", "until": "until = 2026-12-31"}
    return _("Write: {line}").format(line=lines.get(name) or (f"{name} = 3" if name in NUMBERS else f'{name} = "…"'))
