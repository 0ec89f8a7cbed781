"""Close items: accept the result and strike them off.

With --result the submission is recorded too, for leads who never log in.
  officecli close 31 --rating 4
  officecli close 32 --result "agenda published 75 hours ahead"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Numbers, On, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    numbers: Numbers,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came of it, where nothing was submitted."))] = "",
    rating: Annotated[int | None, typer.Option(metavar="1..5", min=1, max=5, help=_("How good the result is."))] = None,
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.review import close

    perform_each("close", numbers, lambda act, number: close(act, number, result, rating), format_, waived, on=on)
