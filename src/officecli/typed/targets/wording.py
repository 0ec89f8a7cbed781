"""The terms of a target as one reads them."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, phrases
from officecli.model.words import word
from officecli.store.targets import Terms
from officecli.typed.targets.amounts import number_text, with_unit


def goal_text(terms: Terms) -> str:
    """`at least 98%`, `at most 2 working days`."""
    amount = with_unit(terms.goal, terms.unit)
    return _("at most {amount}").format(amount=amount) if terms.direction == "at-most" else _("at least {amount}").format(amount=amount)


GOAL_BESIDE = ("direction", "goal_amount", "unit")
"""Under which keys programs read what `goal_text` says."""


def goal_told(terms: Terms) -> dict[str, Any]:
    """The goal under `GOAL_BESIDE`, the amount exact."""
    return {"direction": terms.direction, "goal_amount": terms.goal, "unit": terms.unit}


def terms_told(terms: Terms) -> dict[str, Any]:
    """What `terms_text` says, the amounts exact and None where nothing was said."""
    return {**goal_told(terms), "threshold": terms.threshold, "bonus": terms.bonus, "weight": terms.weight, "computed": terms.computed}


def terms_text(terms: Terms) -> str:
    """All the terms on one line: goal, threshold, bonus, weight, and what the ledger is asked."""
    said = [goal_text(terms)]
    if terms.threshold is not None:
        said.append(_("counts from {amount}").format(amount=with_unit(terms.threshold, terms.unit)))
    if terms.bonus is not None:
        said.append(_("bonus up to {points}").format(points=number_text(terms.bonus)))
    said.append(_("no weight") if terms.weight is None else _("weight {weight}").format(weight=number_text(terms.weight)))
    if terms.computed:
        said.append(_("worked out from the ledger: {measure}").format(measure=word("computed", terms.computed)))
    return phrases(said)
