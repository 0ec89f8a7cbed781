"""Setting a rule aside for an item: with the reason, by a superior of its lead, perhaps until a day.

A registrar records what a superior allows and names that superior with --by.
  officecli waiver add R102 31 --reason "flood duty needs both" --until 31.12
  officecli waiver list
  officecli waiver end W-004 --reason "the water has gone down"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, completing_numbers
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.waiver import LOOKS
from officecli.cli.meant.items_meant import items_meant
from officecli.cli.meant.out_of_order import refuse_reason_among
from officecli.cli.verb import AnswerFormat, Numbers, Reason, carry_out, carry_out_each
from officecli.i18n import _

app = group()


@app.command("add", cls=OfficeCommand, help=_("Set a rule aside for items that are on record."))
def add(
    rule: Annotated[str, typer.Argument(metavar="CODE", autocompletion=completing.rules, help=_("The rule's code or name."))],
    numbers: Numbers,
    reason: Reason = "",
    by: Annotated[
        str,
        typer.Option(
            "--by", "--waived-by", metavar="NAME", autocompletion=completing.people, help=_("Who allows it, if not you: a superior of the lead.")
        ),
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help=_("The last day it is set aside; without one, for good."))] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.record.waivers import add_waiver

    refuse_reason_among(numbers, reason)
    carry_out_each("waive", items_meant(numbers), lambda act, number: add_waiver(act, rule, number, reason, by=by, until=until), format_)


add_looks(app, LOOKS)


@app.command("end", cls=OfficeCommand, help=_("End a waiver: the rule holds again from today."))
def end(
    waiver: Annotated[str, typer.Argument(metavar="WAIVER", autocompletion=completing_numbers.waivers, help=_("Its number, W-004."))],
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.record.waivers import end_waiver

    carry_out("unwaive", lambda act: end_waiver(act, waiver, reason), format_)
