"""Suspend items: their clock stands still until they are resumed."""

from __future__ import annotations

from officecli.cli.acts import perform_each
from officecli.cli.options import ItemFormat, Numbers, Reason, Waive, WaivedBy, WaivedUntil


def run(
    numbers: Numbers, reason: Reason, waive: Waive = [], waived_by: WaivedBy = "", waived_until: WaivedUntil = "", format_: ItemFormat = "text"
) -> None:
    from officecli.actions.items.halting import suspend

    perform_each(
        "suspend",
        numbers,
        lambda act, number: suspend(act, number, reason),
        waive=waive,
        waived_by=waived_by,
        waived_until=waived_until,
        format_=format_,
    )
