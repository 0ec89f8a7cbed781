"""Ask for a later deadline, before the present one has passed.

officecli extend 31 --to "next fri" --reason "the survey came in late"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Reason, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    to: Annotated[str, typer.Option(metavar="WHEN", help=_("The new deadline, counted from today."))],
    reason: Reason,
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.extension import extend

    perform("extend", lambda act: extend(act, number, to, reason), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
