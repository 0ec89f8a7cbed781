"""The targets that are in force, as the office file has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from officecli.model.exact import HUNDRED
from officecli.model.names import name_key
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.office.duties import every_duty
from officecli.typed.targets.amounts import PERCENT, number_text, with_unit
from officecli.typed.targets.checks import LESS_IS_BETTER


def targets_in_force(read: Reader, names: Mapping[tuple[str, int], str]) -> Iterator[dict[str, Any]]:
    """The values of each `[[target]]`; `names` says how the posts and people in use are written, what belongs to no such is left out."""
    titles = [name_key(duty["title"]) for duty in every_duty(read) if not duty["retired"]]
    whose = {key: name for key, name in names.items() if key[0] in {"post", "person"}}
    for duty in every_duty(read):
        if ("duty", duty["id"]) in names:
            whose["duty", duty["id"]] = duty["title"] if titles.count(name_key(duty["title"])) == 1 else duty["label"]
    there = [one for one in every_terms(read) if one.until is None and one.owner in whose]
    metrics = [name_key(one.metric) for one in there]
    known = {one.family_id: one.metric if metrics.count(name_key(one.metric)) == 1 else f"{whose[one.owner]}/{one.metric}" for one in there}
    for one in there:
        yield {one.owner[0]: whose[one.owner], "under": known.get(one.parent_id or 0), **_terms(one)}


def _terms(one: TargetTerms) -> dict[str, Any]:
    return {
        "metric": one.metric,
        "class": None if one.computed else one.target_class,
        "goal": None if one.target_class == "norm" and (one.goal, one.unit) == (HUNDRED, PERCENT) else with_unit(one.goal, one.unit),
        "at_most": (one.direction == "at-most" and one.computed not in LESS_IS_BETTER) or None,
        "threshold": _number(one.threshold),
        "bonus": _number(one.bonus),
        "weight": _number(one.weight),
        "period": None if one.period == "month" else one.period,
        "points": list(one.points),
        "computed": one.computed,
    }


def _number(number: Decimal | None) -> int | str | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else number_text(number)
