"""The steps of a procedure as a table: who does each, to what standard, what to look out for, how long it may take."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.reports.shape.report import Column
from officecli.store.procedures import ProcedureOnRecord, Step
from officecli.typed.procedures.limits import say_limit


def step_columns() -> tuple[Column, ...]:
    """The columns of a step."""
    return (
        Column("position", _("no."), "integer"),
        Column("title", _("step"), wide=True),
        Column("who", _("who does it"), beside=("post",)),
        Column("standard", _("standard"), wide=True),
        Column("check_point", _("check-point"), wide=True),
        Column("limit", _("limit"), beside=("limit_amount", "limit_unit")),
        Column("needs", _("needs"), weight=2, sparse=True, beside=("needed",)),
    )


def step_rows(found: ProcedureOnRecord, posts: Mapping[int, str]) -> list[dict[str, Any]]:
    """The steps in their order; `posts` are the names of posts by id."""
    return [
        {
            "position": position,
            "title": step.title,
            "who": posts.get(step.post_id, "–") if step.post_id else _("whoever leads it"),
            "post": posts.get(step.post_id) if step.post_id else None,
            "standard": step.standard or None,
            "check_point": step.check_point or None,
            "limit": say_limit(step.limit_amount, step.limit_unit) or None,
            "limit_amount": step.limit_amount,
            "limit_unit": step.limit_unit,
            "needs": listed(map(str, step.needs)) or None,
            "needed": list(step.needs),
        }
        for position, step in enumerate(found.steps, 1)
    ]


def unsaid(step: Step) -> list[str]:
    """What is not written of a step, in words: its standard, its check-point, its limit."""
    there = ((_("standard"), step.standard), (_("check-point"), step.check_point), (_("limit"), step.limit_amount))
    return [name for name, said in there if not said]
