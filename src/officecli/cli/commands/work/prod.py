"""Prod a lead to get on with it.

The text goes to every item named: officecli prod 31 32 --text "the mayor asks on Monday"
A last word that is no number is the text too: officecli prod 31 "the mayor asks on Monday"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    numbers: Numbers,
    text: Annotated[str, typer.Option(metavar="TEXT", help=_("What to say."))] = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.prodding import prod

    if not text and len(numbers) > 1 and not any(char.isdecimal() for char in numbers[-1].split(" ")[0]):
        *numbers, text = numbers
    perform_each("prod", numbers, lambda act, number: prod(act, number, text), format_, waived)
