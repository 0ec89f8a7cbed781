"""Procedures from a file: `[[procedure]]` with its `[[procedure.step]]`s, all or none; what is wrong is said with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.procedures.writing import same_name, save
from officecli.errors import BadInput, OfficeError
from officecli.files.procedures.shapes import FILE
from officecli.files.toml.lines import Path as TomlPath
from officecli.files.toml.problems import Problems
from officecli.files.toml.tables import FoundTable, read_tables
from officecli.files.toml.text import text_of
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.store.procedures import ProcedureOnRecord, every_procedure
from officecli.typed.procedures.as_typed import TypedProcedure, TypedStep
from officecli.typed.procedures.checked import ProcedureChecks, ProcedureToBe
from officecli.typed.text import shown, tidy


@dataclass(frozen=True)
class ProceduresUnchanged(Answer):
    """So many procedures of a file were on record as it says."""

    count: int


def write_from_file(act: Acting, path: Path, reason: str = "") -> None:
    """Make the procedures of the file what it says; those it does not name stay. Raises BadInput with everything that is wrong in it."""
    text = text_of(path, _("Give the TOML file that describes the procedures; begin with one from: officecli procedure template"))
    tables, problems = read_tables(text, path.name, FILE)
    wanted = _to_be(act, tables["procedure"], problems)
    problems.stop()
    if not wanted:
        raise BadInput(_("{path} has no procedure.").format(path=path.name), fix=_("Begin with one from: officecli procedure template documents"))
    act.change.reason = tidy(reason)
    same = sum(not save(act, one, before) for one, before in wanted)
    if same:
        act.done.append(ProceduresUnchanged(same))


def _to_be(act: Acting, tables: Sequence[FoundTable], problems: Problems) -> list[tuple[ProcedureToBe, ProcedureOnRecord | None]]:
    """What each table asks for, with what is on record of it; what is wrong is noted."""
    checks, there = ProcedureChecks(act.read), every_procedure(act.read)
    wanted = []
    for table, name in zip(tables, _names(tables, problems), strict=True):

        def complain(path: TomlPath, error: OfficeError, at: TomlPath = table.path) -> None:
            problems.take((*at, *path), error)

        if table.whole and name:
            before = same_name(there, name)
            wanted.append((checks.checked(name, _typed(table), before, complain, start=before.schedule["start"] if before else None), before))
    return wanted


def _names(tables: Sequence[FoundTable], problems: Problems) -> list[str]:
    """The name of each procedure, "" where it has none; what is missing or stands twice is noted."""
    first: dict[str, TomlPath] = {}
    names = []
    for table in tables:
        name, path = table.values.get("name", ""), (*table.path, "name")
        if not name_key(name):
            problems.add(path, _("The procedure has no name."), _("Add the line: {line}").format(line='name = "…"'))
            name = ""
        elif first.setdefault(name_key(name), path) != path:
            what = _("“{name}” stands in line {line} already.").format(name=shown(name), line=problems.line(first[name_key(name)]))
            problems.add(path, what, _("Take one out, or write names that tell them apart."))
        names.append(name)
    return names


def _typed(table: FoundTable) -> TypedProcedure:
    steps = tuple(TypedStep(**{"title": "", **step.values}) for step in table.tables["step"])
    return TypedProcedure(**{key: value for key, value in table.values.items() if key != "name"}, steps=steps)
