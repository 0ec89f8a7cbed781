"""Register an item and hand it to its one lead.

A deadline may be written as people say it: 2026-12-01, 1 Dec, fri, eom, +3wd, in 2 weeks, 12月1日, 下周五, 月底, 3个工作日.
  officecli add "Records request 114" --lead Ana --support "Ben:search the vault" --due +10wd --target "1 answer"
  officecli add "Workshop survey" --lead me --due "in 8 weeks" --depth in-depth --focus hard-point --duty "Surveys"
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from officecli.cli import order_options
from officecli.cli.verb import ItemFormat, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
@order_options.takes_fields(unsaid="")
def run(
    title: order_options.Title,
    lead: order_options.Lead,
    due: order_options.Due = "",
    support: order_options.Support = [],
    source: order_options.Source = "",
    by: Annotated[str, typer.Option(metavar="LEADER", help=_("Who gives the order, if not you."))] = "",
    fields: dict[str, Any] = {},
    kind: order_options.Kind = "",
    urgency: order_options.Urgency = "ordinary",
    importance: order_options.Importance = "normal",
    goal: order_options.Goal = "",
    target: order_options.TargetAmount = [],
    issued: order_options.Issued = "",
    hours: order_options.Hours = None,
    feedback_every: order_options.FeedbackEvery = "",
    began: order_options.Began = "",
    origin: order_options.Origin = None,
    lead_time: order_options.LeadTime = None,
    depth: order_options.Depth = None,
    focus: order_options.Focus = None,
    duty: order_options.Duty = None,
    procedure: order_options.Procedure = None,
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.items.register import Order, register
    from officecli.typed.items.tags import Tags

    tags = Tags(origin, lead_time, depth, focus, duty, procedure)
    order = Order(
        title, lead, due, support, source, by, kind, urgency, importance, target, issued, began,
        tags=tags, fields={**fields, "goal": goal, "hours": hours, "feedback_every": feedback_every},
    )  # fmt: skip

    def do(act: Acting) -> None:
        register(act, order)

    perform("add", do, format_, waived)
