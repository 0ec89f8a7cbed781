"""A case of a rule: command lines, who types them and when, and what comes of them.

cases/<name>.yaml holds a list of cases: `name`, `steps`, and perhaps `check` and `by`. A step is

  at: 2026-07-06 (from 09:00, or 2026-07-06T16:30), as: NAME and login: LOGIN (whose keys are used) — they hold for the steps that follow
  do: the command line without "officecli"; CASES/ is the folder of the cases
  change: TABLE NAME COLUMN=VALUE … — a row changed directly, judged like any change; NAME "new" makes one, post_id=post/NAME refers to one
  expect: clean · warned CODES · waived CODES · refused CODES · misused   (steps without it must merely succeed)

`check` is what `officecli check` finds of the file's rule at the end: found, waived or
nothing; `since` the day, or days, since which it stands; `severity` how grave it is then.
`by: act` is said where the act itself refuses the last step, as what was typed cannot be put on record for the rule's query to judge: no check can
find it then, and the refusal stands whatever becomes of the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from officecli import clock
from officecli.model.rule import Finding, Rule
from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.command_lines import Outcome, change, type_
from stage.keys import at_the_keys

CASES = Path(__file__).parent / "cases"
LAST = slice(-1, None)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Several times as fast where PyYAML was built with it."""


@dataclass(frozen=True)
class Case:
    """One case of the rule `code`."""

    code: str
    name: str
    steps: Sequence[dict[str, Any]]
    check: str = ""
    by: str = ""
    since: Sequence[str] = ()
    severity: str = ""

    @property
    def expected(self) -> str:
        """What is expected of the last step."""
        return str(self.steps[-1].get("expect", "clean"))

    def play(self, url: str, tell: Callable[[dict[str, Any], Outcome], None] | None = None, *, only: slice = slice(None)) -> Outcome:
        """Take the steps one after the other, or some of them; returns what came of the last one taken."""
        taken = range(len(self.steps))[only]
        who, login, outcome = "周海", "", Outcome("clean", frozenset(), "")
        for number, step in enumerate(self.steps):
            if "at" in step:
                clock.pretend(moment(str(step["at"])))
            who, login = step.get("as", who), step.get("login", login)
            if number in taken:
                with at_the_keys(login):
                    outcome = type_(url, who, step["do"].replace("CASES/", f"{CASES}/")) if "do" in step else change(url, step["change"])
                if tell:
                    tell(step, outcome)
        return outcome

    def found(self, url: str) -> str:
        """What a check finds of the rule now: found, waived or nothing."""
        rule = next(rule for rule in every_rule() if rule.code == self.code)
        with reading(place(url)) as read:
            findings = judge.findings(read, rule)
        return _as_said(findings)

    def severities(self, url: str) -> set[str]:
        """How grave a check finds it now."""
        rule = next(rule for rule in every_rule() if rule.code == self.code)
        with reading(place(url)) as read:
            return {str(finding.severity) for finding in judge.findings(read, rule)}

    def stands_since(self, url: str) -> list[str]:
        """The days since which the findings of the rule stand, in order, as a check tells."""
        rule = next(rule for rule in every_rule() if rule.code == self.code)
        with reading(place(url)) as read:
            return sorted({judge.since(read, finding) for finding in judge.findings(read, rule) if not finding.waived})


def _as_said(findings: Sequence[Finding]) -> str:
    return "found" if any(not finding.waived for finding in findings) else "waived" if findings else "nothing"


def every_case() -> list[Case]:
    """All cases of all rules."""
    codes = {rule.name: rule.code for rule in every_rule()}
    return [
        Case(
            codes[file.stem],
            f"{file.stem}: {one['name']}",
            one["steps"],
            one.get("check", ""),
            one.get("by", ""),
            str(one.get("since", "")).split(),
            one.get("severity", ""),
        )
        for file in sorted(CASES.glob("*.yaml"))
        for one in yaml.load(file.read_text(encoding="utf-8"), LOADER)
    ]


def softened(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules with their refusals turned into warnings."""
    return tuple(replace(rule, severity="warn", sql=rule.sql.replace("'refuse'", "'warn'")) for rule in rules)


def moment(text: str) -> datetime:
    """The moment a step's `at` says, in UTC."""
    then = datetime.fromisoformat(text if "T" in text else text + "T09:00")
    return then.replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
