"""Submit an item's result for review.

The first submission decides whether the item was on time.
  officecli submit 31 --result "12 articles placed" --achieved "12 articles"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came of it."))],
    achieved: Annotated[str, typer.Option(metavar="AMOUNT", help=_("The number reached, with its unit."))] = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.submitting import submit

    perform("submit", lambda act: submit(act, number, result, achieved), format_, waived)
