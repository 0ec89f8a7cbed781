"""Decisions and instructions: recorded, split into items, followed to their result, and reported back.

officecli decision add "Lifts in old housing" --meeting "12th standing meeting" --by director --on 2026-07-03
  officecli decision "Lifts in old housing" --by me
  officecli decision items D2026-012 "Survey the buildings" --lead Ana --due +10wd
  officecli decision none D2026-012 --reason "for information only"
  officecli decision report D2026-012 "32 lifts agreed, 4 refused"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from officecli.cli import completing, order_options
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.decision import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, ItemFormat, Reason, Waived, carry_out, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _


def _usual(words: Sequence[str]) -> str:
    """Two words or more: a decision's number is followed by what is to be done, and a title is that of a decision to be recorded."""
    return "items" if _NUMBER.fullmatch(words[0]) else "add" if len(words) > 1 else ""


_NUMBER = re.compile(r"[Dd]?-?(?:\d{4}-)?\d{1,6}")

app = group(_usual)

Decision = Annotated[str, described(NAME)]


@app.command("add", cls=OfficeCommand, help=_("Record what was decided, by whom and when."))
def add(
    title: Annotated[str, typer.Argument(help=_("What was decided, in a few words."))],
    by: Annotated[
        str,
        typer.Option(
            metavar="LEADER",
            autocompletion=completing.people,
            help=_("Who decided: a person, a post, or somebody outside; yourself if you head others and name no meeting."),
        ),
    ] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help=_("The day it was decided; today if not given."))] = "",
    meeting: Annotated[str, typer.Option(metavar="MEETING", help=_("The meeting that decided it."))] = "",
    source: Annotated[str, typer.Option("--from", metavar="SOURCE", help=_("The instruction or document it stands in."))] = "",
    none_needed: Annotated[str, typer.Option("--none-needed", metavar="REASON", help=_("Why nothing needs to follow from it."))] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.chain.decisions import Decided, decide

    if meeting and source:
        raise BadInput(_("--meeting and --from say the same thing twice."), fix=_("Give one of them."))
    carry_out("decide", lambda act: decide(act, Decided(title, by, meeting or source, on, none_needed)), format_)


@app.command("items", cls=OfficeCommand, help=_("Make an item of a point of a decision: decision items D2026-012 TITLE --lead NAME …"))
@takes_waivers
@order_options.takes_terms
def items(
    decision: Decision,
    words: Annotated[list[str], typer.Argument(metavar="TITLE", help=_("The matter, in a few words."))],
    lead: order_options.Lead,
    point: Annotated[str, typer.Option(metavar="TEXT", help=_("Which point of the decision it is."))] = "",
    due: order_options.Due = "",
    support: order_options.Support = [],
    source: order_options.Source = "",
    terms: dict[str, Any] = {},
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.chain.decisions import add_item
    from officecli.actions.items.register import Order

    title = " ".join(words[1:] if words[0] == "add" and len(words) > 1 else words)
    order = Order(title, lead, due, support, source, point=point, **terms)

    perform("decide-items", lambda act: add_item(act, decision, order), format_, waived)


@app.command("none", cls=OfficeCommand, help=_("Say that nothing needs to follow from a decision, and why."))
def none(decision: Decision, reason: Reason = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain.decisions import none_needed

    carry_out("decide-none", lambda act: none_needed(act, decision, reason), format_)


@app.command("report", cls=OfficeCommand, help=_("Report to the leader what came of a decision; this ends it."))
def report(decision: Decision, text: Annotated[str, typer.Argument(help=_("What came of it."))], format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain.decisions import report_back

    carry_out("report-back", lambda act: report_back(act, decision, text), format_)


add_looks(app, LOOKS)
