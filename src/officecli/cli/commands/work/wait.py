"""Say for whom an item waits, and why; the clock runs on.

officecli wait 31 --to "county archive" "their copy of the deed"
officecli wait 31-33 --over
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("reason")
def run(
    numbers: Numbers,
    whom: Annotated[str, typer.Option("--to", "--for", metavar="NAME", help=_("For whom: somebody here or outside."))] = "",
    reason: Reason = "",
    over: Annotated[bool, typer.Option("--over", help=_("It waits no longer."))] = False,
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.items.waiting import wait_for, wait_over

    if not over:
        from officecli.cli.missing import need

        need({"--to": whom, _("the text"): reason})

    def do(act: Acting, number: str) -> None:
        if over:
            wait_over(act, number)
        else:
            wait_for(act, number, whom, reason)

    perform_each("wait", numbers, do, format_, waived)
