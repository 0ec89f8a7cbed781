"""List the steps of an item, or record that one is done.

A step is named by its number or its title; what follows says what proves it. It is done by whoever holds the step's post, or by the item's lead.
  officecli step 31
  officecli step 31 2 "checked against the register"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.printing import check_text_or_json
from officecli.cli.verb import ItemFormat, Number, On, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    step: Annotated[str, typer.Argument(metavar="STEP", help=_("The step that is done: its number, or its title."))] = "",
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What proves it."))] = "",
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    if on and not step.strip():
        raise BadInput(_("Which step was done on that day is missing."), fix=_("Write: officecli step NUMBER STEP --on DATE"))
    if not step.strip():
        _list(number, format_)
        return
    from officecli.actions.procedures.doing_steps import do_step

    perform("step", lambda act: do_step(act, number, step, text), format_, waived, on=on)


def _list(number: str, format_: str) -> None:
    from officecli.formats.out.output import deliver
    from officecli.reports.items.item_steps import report_of
    from officecli.typed.items.numbers import find_item

    check_text_or_json(format_)
    with session.current.read() as read:
        found = report_of(read, find_item(read, number))
    deliver(found, "table" if format_ == "text" else "json", showing=session.current.showing)
