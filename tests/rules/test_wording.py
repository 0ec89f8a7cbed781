"""What several findings say alike is said once."""

from __future__ import annotations

from officecli.model.rule import Finding, Rule
from officecli.rules import rule_named
from officecli.rules.wording import joined, message


def _found(rule: Rule, item: int, key: str, superior: str) -> Finding:
    return Finding(rule, "warn", item, item, key, {"originator": "Ana", "number": str(item), "lead": "Bo", "superior": superior, "key": key})


def test_findings_that_differ_in_what_their_rule_joins_are_one() -> None:
    rule = rule_named("C507")
    said = [
        message(one)
        for one in joined([_found(rule, 1, "7", "Cy"), _found(rule, 2, "7", "Cy"), _found(rule, 1, "8", "Di"), _found(rule, 1, "8", "Di")])
    ]
    assert said == ["Ana gave 1 to Bo directly, and above Bo was not told: Cy, Di.", "Ana gave 2 to Bo directly, and above Bo was not told: Cy."]


def test_what_is_found_twice_is_said_once_and_no_other_rule_joins_anything() -> None:
    rule = rule_named("D302")
    one, other = _found(rule, 1, "7", "Cy"), _found(rule, 1, "8", "Cy")
    assert joined([one, other, one]) == [one, other]
