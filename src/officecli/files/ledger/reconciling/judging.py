"""Finds what forbids the rows of a sheet as they are carried out: first the acts themselves, then the rules, which also warn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from officecli.actions.acting import Acting
from officecli.actions.judging import by_title
from officecli.errors import BadInput, NotFound, Overtaken, Refused
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.i18n import sentences
from officecli.model.rule import Finding, Rule
from officecli.rules import watching_rules
from officecli.rules.wording import fix, label, message

TOLD = 3
"""Rows of which a warning says what it found."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that warns of some rows, and what it says of the first of them."""

    rule: Rule
    rows: list[int]
    told: list[str]


def tried(act: Acting, row: int, number: str, do: Callable[[], object]) -> list[RowProblem]:
    """Do what one row asks for, and return what forbids it: nothing may then be kept of the whole."""
    try:
        do()
    except Refused as refused:
        act.take_forbidden()
        told = refused.reasons or [("", sentences([refused.what, refused.why]), refused.fix)]
        return [RowProblem(row, about, number, why, what_to_do, refused.codes) for about, why, what_to_do in told]
    except (BadInput, NotFound, Overtaken) as refused:
        act.take_forbidden()
        return [RowProblem(row, "", number, sentences([refused.what, refused.why]), refused.fix)]
    return [RowProblem(row, "", about, why, what_to_do) for about, why, what_to_do in act.take_forbidden()]


def judged(
    act: Acting,
    row_of: Callable[[int], int | None],
    warned: list[Warned],
    others: list[Finding] | None = None,
    *,
    beside: str = "",
    fixes: Mapping[str, str] | None = None,
) -> dict[int, list[RowProblem]]:
    """Ask the rules: what they refuse is a problem of its row (`row_of` tells that of an item, by its id), what they warn of is put under `warned`, by rule.

    What they refuse of no row's item is put under `others`; it is about the office as a whole, which `check` reports. What they say of the act
    `beside` the others of a row is left out where they refuse one of those. `fixes` says by rule what to do in the file, where no command is to be typed.
    """
    refused: dict[int, list[Finding]] = {}
    by_rule: dict[str, Warned] = {}
    for found in act.change.each_finding(watching_rules()):
        row = row_of(found.item_id or 0)
        if row is None:
            if others is not None and found.severity == "refuse" and not found.waived:
                others.append(found)
        elif found.severity == "refuse" and not found.waived:
            refused.setdefault(row, []).append(found)
        else:
            rule = by_rule.setdefault(found.rule.code, Warned(found.rule, [], []))
            if row not in rule.rows[-1:]:
                rule.rows.append(row)
                if len(rule.told) < TOLD:
                    rule.told.append(message(found))
    warned[:] = list(by_rule.values())
    return {
        row: [_as_problem(row, by_title(act.change, one), fixes or {}) for one in [one for one in every if one.values.get("act") != beside] or every]
        for row, every in refused.items()
    }


def _as_problem(row: int, found: Finding, fixes: Mapping[str, str]) -> RowProblem:
    return RowProblem(
        row, label(found.rule), str(found.values.get("number", "")), message(found), fixes.get(found.rule.code) or fix(found), found.rule.code
    )
