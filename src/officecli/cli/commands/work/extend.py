"""Ask for a later deadline, before the present one has passed.

officecli extend 31 --to +2wd --reason "two replies missing"
officecli extend 31 --to "next fri" --reason "the survey came in late"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Number, On, Reason, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    to: Annotated[str, typer.Option(metavar="WHEN", help=_("The new deadline; +2wd counts from the present one, other words from today."))],
    reason: Reason,
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.extension import extend

    perform("extend", lambda act: extend(act, number, to, reason), format_, waived, on=on)
