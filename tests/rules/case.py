"""A case of a rule: command lines, who types them and when, and what comes of them.

cases/<name>.yaml holds a list of cases: `name`, `steps`, and perhaps `check`. A step is

  at: 2026-07-06 (from 09:00, or 2026-07-06T16:30) and as: NAME — both hold for the steps that follow
  do: the command line without "officecli"
  change: TABLE NAME COLUMN=VALUE … — a row changed directly, judged like any change; NAME "new" makes one, post_id=post/NAME refers to one
  expect: clean · warned CODES · waived CODES · refused CODES · misused   (steps without it must merely succeed)

`check` is what `officecli check` finds of the file's rule at the end: found, waived or nothing.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from sqlmodel import SQLModel

from officecli import clock
from officecli.actions import acting as acting_
from officecli.cli import main
from officecli.errors import Refused
from officecli.model.items import Item
from officecli.model.office.absences import Roster
from officecli.model.office.organisation import Duty, OfficeDay, OfficeFunction, Person, Post, Rank, Unit
from officecli.model.procedures.procedures import Emergency, Procedure, ProcedureVersion
from officecli.model.procedures.steps import ProcedureStep, StepNeed
from officecli.model.record import Waiver
from officecli.model.rule import Rule
from officecli.model.targets import Target
from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.read.reader import Reader, reading

CASES = Path(__file__).parent / "cases"
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


@dataclass(frozen=True)
class Case:
    """One case of the rule `code`."""

    code: str
    name: str
    steps: Sequence[dict[str, Any]]
    check: str = ""

    @property
    def expected(self) -> str:
        """What is expected of the last step."""
        return str(self.steps[-1].get("expect", "clean"))

    def play(self, url: str, tell: Callable[[dict[str, Any], Outcome], None] | None = None) -> Outcome:
        """Take the steps one after the other; returns what came of the last."""
        who, outcome = "周海", Outcome("clean", frozenset(), "")
        for step in self.steps:
            if "at" in step:
                clock.pretend(_moment(str(step["at"])))
            who = step.get("as", who)
            outcome = type_(url, who, step["do"]) if "do" in step else change(url, step["change"])
            if tell:
                tell(step, outcome)
        return outcome

    def found(self, url: str) -> str:
        """What a check finds of the rule now: found, waived or nothing."""
        rule = next(rule for rule in every_rule() if rule.code == self.code)
        with reading(place(url)) as read:
            findings = judge.findings(read, rule)
        return "found" if any(not finding.waived for finding in findings) else "waived" if findings else "nothing"


def every_case() -> list[Case]:
    """All cases of all rules."""
    codes = {rule.name: rule.code for rule in every_rule()}
    return [
        Case(codes[file.stem], f"{file.stem}: {one['name']}", one["steps"], one.get("check", ""))
        for file in sorted(CASES.glob("*.yaml"))
        for one in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def type_(url: str, who: str, line: str) -> Outcome:
    """Type a command line as somebody."""
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()):
        code = main.run([*shlex.split(line), "--db", url, "--as", who])
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
        with acting_.acting(place(url), "change", "孙丽") as act:
            fields = {column: _value(act.read, value) for column, _equals, value in (setting.partition("=") for setting in settings)}
            if name == "new":
                act.change.add(model, "change", **fields)
            else:
                row = act.change.get(model, _row_id(act.read, table, name))
                act.change.set(row, "change", **type(row).model_validate({**row.model_dump(), **fields}).model_dump(include=set(fields)))
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


def softened(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules with their refusals turned into warnings."""
    return tuple(replace(rule, severity="warn", sql=rule.sql.replace("'refuse'", "'warn'")) for rule in rules)


def _moment(text: str) -> datetime:
    then = datetime.fromisoformat(text if "T" in text else text + "T09:00")
    return then.replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
