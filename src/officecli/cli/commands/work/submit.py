"""Submit an item's result for review.

The first submission decides whether the item was on time. One dated back (--on) across the deadline counts as late until the originator's side confirms its
day by closing the item; what a registrar records for somebody counts by its day.
  officecli submit 31 "12 articles placed"
  officecli submit 31 "12 articles placed" --achieved "12 articles"
  officecli submit 31 --result "12 articles placed" --on yesterday
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, On, Waived, perform_each, takes_waivers
from officecli.i18n import N_, _


@takes_waivers
@takes_numbers_and("result", needed=N_("12 articles placed"))
def run(
    numbers: Numbers,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came of it."))],
    achieved: Annotated[str, typer.Option(metavar="AMOUNT", help=_("The number reached, with its unit."))] = "",
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.submitting import submit

    perform_each("submit", numbers, lambda act, number: submit(act, number, result, achieved), format_, waived, on=on)
