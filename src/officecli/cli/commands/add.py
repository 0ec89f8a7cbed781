"""Register an item and hand it to its one lead.

A deadline may be written as people say it: 2026-12-01, 1 Dec, fri, eom, +3wd, in 2 weeks, 12月1日, 下周五, 月底, 3个工作日.
  officecli add "Records request 114" --lead Ana --support "Ben:search the vault" --due +10wd --target "1 answer"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Waive, WaivedBy
from officecli.i18n import _
from officecli.model import codes


def run(
    title: Annotated[str, typer.Argument(help=_("The matter, in a few words."))],
    lead: Annotated[str, typer.Option(metavar="NAME", autocompletion=completing.people, help=_("Who leads it; “me” for yourself."))],
    due: Annotated[str, typer.Option(metavar="WHEN", help=_("By when, counted from the issue day."))] = "",
    support: Annotated[list[str], typer.Option(metavar="NAME:PART", help=_("Who supports it, and with which part."))] = [],
    source: Annotated[str, typer.Option("--from", metavar="SOURCE", help=_("The instruction, meeting or document it comes from."))] = "",
    by: Annotated[str, typer.Option(metavar="LEADER", help=_("Who gives the order, if not you."))] = "",
    responsible: Annotated[str, typer.Option(metavar="LEADER", help=_("The responsible leader, for the ledger."))] = "",
    kind: Annotated[str, typer.Option(metavar="|".join(codes.KINDS), help=_("What kind of work it is."))] = "adhoc",
    urgency: Annotated[str, typer.Option(metavar="|".join(codes.URGENCIES), help=_("How urgent it is."))] = "ordinary",
    importance: Annotated[str, typer.Option(metavar="|".join(codes.IMPORTANCES), help=_("How important it is."))] = "normal",
    goal: Annotated[str, typer.Option(metavar="TEXT", help=_("What counts as done."))] = "",
    target: Annotated[list[str], typer.Option(metavar="AMOUNT", help=_("A number with its unit: “12 articles”, 100%."))] = [],
    issued: Annotated[str, typer.Option(metavar="DATE", help=_("The day it is handed out: past, today or ahead."))] = "",
    hours: Annotated[float | None, typer.Option(metavar="N", min=0, help=_("The effort it takes."))] = None,
    feedback_every: Annotated[str, typer.Option(metavar="weekly|monthly|10d", help=_("How often feedback is due."))] = "",
    waive: Waive = [],
    waived_by: WaivedBy = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.register import Order, register

    order = Order(title, lead, due, support, source, by, responsible, kind, urgency, importance, goal, target, issued, hours, feedback_every)

    def do(act: Acting) -> None:
        register(act, order)

    perform("add", do, waive=waive, waived_by=waived_by, format_=format_)
