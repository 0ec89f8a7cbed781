"""Command lines as somebody types them, and rows changed directly but judged like any change; with what came of each."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from dataclasses import dataclass
from typing import Any
from unittest import mock

from officecli.actions import acting as acting_
from officecli.cli import main
from officecli.errors import Refused
from officecli.model.declaring import SQLModel
from officecli.model.items import Item
from officecli.model.office.absences import Roster
from officecli.model.office.organisation import Duty, OfficeDay, OfficeFunction, Person, Post, Rank, Unit
from officecli.model.procedures.procedures import Emergency, Procedure, ProcedureVersion
from officecli.model.procedures.steps import ProcedureStep, StepNeed
from officecli.model.record import Waiver
from officecli.model.targets import Target
from officecli.standing.standing import Standing
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.read.reader import Reader

TABLES: dict[str, tuple[type[SQLModel], str]] = {
    "person": (Person, "name"), "duty": (Duty, "title"), "unit": (Unit, "name"), "rank": (Rank, "name"), "post": (Post, "title"),
    "item": (Item, "number"), "office_day": (OfficeDay, "day"), "waiver": (Waiver, "id"), "office_function": (OfficeFunction, "name"),
    "emergency": (Emergency, "name"), "procedure": (Procedure, "name"), "procedure_version": (ProcedureVersion, "title"),
    "procedure_step": (ProcedureStep, "title"), "step_need": (StepNeed, "id"), "roster": (Roster, "day"),
    "target": (Target, "metric"),
}  # fmt: skip
LABEL = re.compile(r"^(?:  |Warning: )([A-Z]\d{3}) [a-z-]+$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What came of a step: `codes` are the rules that spoke."""

    verdict: str
    codes: frozenset[str]
    said: str

    def fits(self, expected: str) -> bool:
        """Whether this is what a case expects, `refused R102 R104`."""
        verdict, *codes = expected.split()
        return (self.verdict, self.codes) == (verdict, frozenset(codes))


def type_(url: str, who: str, line: str) -> Outcome:
    """Type a command line as somebody."""
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()), mock.patch.dict(os.environ, OFFICECLI_DB=url):
        code = main.run([*shlex.split(line), "--as", who])
    said = err.getvalue()
    verdict = {0: "clean", 1: "refused", 2: "misused"}.get(code, f"exit {code}")
    if code == 0 and LABEL.search(said):
        verdict = "waived" if "Waived: " in said else "warned"
    return Outcome(verdict, frozenset(LABEL.findall(said)), said)


def change(url: str, text: str) -> Outcome:
    """Change or make a row directly, as a command of the registrar's."""
    table, name, *settings = shlex.split(text)
    model, _by = TABLES[table]
    try:
        with acting_.acting(place(url), "setup", "孙丽") as act:
            act.sign(Standing("registrar"))
            fields = {column: _value(act.read, value) for column, _equals, value in (setting.partition("=") for setting in settings)}
            if name == "new":
                act.change.add(model, "setup", **fields)
            else:
                row = act.change.get(model, _row_id(act.read, table, name))
                whole = act.change.writer.checked(type(row), {**row.model_dump(), **fields})  # what is typed here is text
                act.change.set(row, "setup", **{name: whole[name] for name in fields})
            if table == "office_day":
                rebuild(act.change)
    except Refused as refusal:
        return Outcome("refused", frozenset(label[:4] for label, _what, _fix in refusal.reasons), str(refusal.reasons))
    codes = frozenset(finding.rule.code for finding in act.warnings)
    return Outcome("warned" if codes else "clean", codes, "")


def _value(read: Reader, text: str) -> Any:
    table, slash, name = text.partition("/")
    return _row_id(read, table, name) if slash else text or None


def _row_id(read: Reader, table: str, name: str) -> int:
    return int(read.value(f"SELECT id FROM {table} WHERE {TABLES[table][1]} = :name", name=name))
