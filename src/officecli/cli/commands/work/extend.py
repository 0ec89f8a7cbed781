"""Ask for a later deadline, before the present one has passed.

officecli extend 31 --to +2wd "two replies missing"
officecli extend 31 --to "next fri" "the survey came in late"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, On, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import N_, _


@takes_waivers
@takes_numbers_and("reason", needed=N_("the data come on Friday"))
def run(
    numbers: Numbers,
    to: Annotated[str, typer.Option(metavar="WHEN", help=_("The new deadline; +2wd counts from the present one, other words from today."))],
    reason: Reason,
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.extension import extend

    perform_each("extend", numbers, lambda act, number: extend(act, number, to, reason), format_, waived, on=on)
