"""The terms of a target as one reads them."""

from __future__ import annotations

from decimal import Decimal

from officecli.actions.targets.amounts import kept, with_unit
from officecli.i18n import _, phrases
from officecli.model.words import word


def goal_said(direction: str, goal: Decimal, unit: str) -> str:
    """`at least 98%`, `at most 2 working days`."""
    amount = with_unit(goal, unit)
    return _("at most {amount}").format(amount=amount) if direction == "at-most" else _("at least {amount}").format(amount=amount)


def terms_said(
    direction: str,
    goal: Decimal,
    unit: str,
    *,
    threshold: Decimal | None,
    bonus: Decimal | None,
    weight: Decimal | None,
    computed: str | None,
) -> str:
    """All the terms on one line: goal, threshold, bonus, weight, and what the ledger is asked."""
    said = [goal_said(direction, goal, unit)]
    if threshold is not None:
        said.append(_("counts from {amount}").format(amount=with_unit(threshold, unit)))
    if bonus is not None:
        said.append(_("bonus up to {points}").format(points=kept(bonus)))
    said.append(_("no weight") if weight is None else _("weight {weight}").format(weight=kept(weight)))
    if computed:
        said.append(_("worked out from the ledger: {measure}").format(measure=word("computed", computed)))
    return phrases(said)
