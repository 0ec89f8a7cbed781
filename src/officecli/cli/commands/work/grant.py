"""Grant the extensions asked for, to the day asked for or another.

officecli grant 31 --to 2026-12-18
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, On, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("reason")
def run(
    numbers: Numbers,
    to: Annotated[str, typer.Option(metavar="WHEN", help=_("Another day than the one asked for; +2wd counts from the present deadline."))] = "",
    reason: Reason = "",
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.extension import grant

    perform_each("grant", numbers, lambda act, number: grant(act, number, to, reason), format_, waived, on=on)
