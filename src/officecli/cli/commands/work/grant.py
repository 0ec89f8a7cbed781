"""Grant the extensions asked for, to the day asked for or another.

officecli grant 31 --to 2026-12-18
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform_each
from officecli.cli.options import ItemFormat, Numbers, Reason, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    numbers: Numbers,
    to: Annotated[str, typer.Option(metavar="WHEN", help=_("Another day than the one asked for."))] = "",
    reason: Reason = "",
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.extension import grant

    perform_each(
        "grant",
        numbers,
        lambda act, number: grant(act, number, to, reason),
        waive=waive,
        waived_by=waived_by,
        waived_until=waived_until,
        format_=format_,
    )
