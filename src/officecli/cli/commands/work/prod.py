"""Prod a lead to get on with it.

The text goes to every item named: officecli prod 31 32 "the mayor asks on Monday"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("text")
def run(
    numbers: Numbers,
    text: Annotated[str, typer.Option(metavar="TEXT", help=_("What to say."))] = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.prodding import prod

    perform_each("prod", numbers, lambda act, number: prod(act, number, text), format_, waived)
