"""Give an item another lead, who signs for it anew.

officecli assign 31 --lead Ben --reason "Ana is away until the 20th"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Reason, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    lead: Annotated[str, typer.Option(metavar="NAME", autocompletion=completing.people, help=_("Who leads it from now on."))],
    reason: Reason,
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.handing_on import assign

    perform("assign", lambda act: assign(act, number, lead, reason), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
