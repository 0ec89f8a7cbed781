"""Submit an item's result for review.

The first submission decides whether the item was on time.
  officecli submit 31 --result "12 articles placed" --achieved "12 articles"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came of it."))],
    achieved: Annotated[str, typer.Option(metavar="AMOUNT", help=_("The number reached, with its unit."))] = "",
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.submitting import submit

    perform("submit", lambda act: submit(act, number, result, achieved), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
