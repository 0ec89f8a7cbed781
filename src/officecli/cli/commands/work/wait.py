"""Say for whom an item waits, and why; the clock runs on.

officecli wait 31 --for "county archive" --reason "their copy of the deed"
officecli wait 31 --over
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Reason, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    whom: Annotated[str, typer.Option("--for", metavar="NAME", help=_("For whom: somebody here or outside."))] = "",
    reason: Reason = "",
    over: Annotated[bool, typer.Option("--over", help=_("It waits no longer."))] = False,
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.items.waiting import wait_for, wait_over

    def do(act: Acting) -> None:
        if over:
            wait_over(act, number)
        else:
            wait_for(act, number, whom, reason)

    perform("wait", do, waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
