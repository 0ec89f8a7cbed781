"""Close items: accept the result and strike them off.

With a result the submission is recorded too, for leads who never log in.
  officecli close 31 --rate 4
  officecli close 32 "agenda published 75 hours ahead"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, On, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("result")
def run(
    numbers: Numbers,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came of it, where nothing was submitted."))] = "",
    rating: Annotated[int | None, typer.Option("--rate", "--rating", metavar="1..5", min=1, max=5, help=_("How good the result is."))] = None,
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.review import close

    perform_each("close", numbers, lambda act, number: close(act, number, result, rating), format_, waived, on=on)
