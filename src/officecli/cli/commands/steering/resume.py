"""Resume suspended items; their deadlines move by the working days they stood still."""

from __future__ import annotations

from officecli.cli.acts import perform_each
from officecli.cli.options import ItemFormat, Numbers, Reason, Waive, WaivedBy, WaivedUntil


def run(
    numbers: Numbers, reason: Reason = "", waive: Waive = [], waived_by: WaivedBy = "", waived_until: WaivedUntil = "", format_: ItemFormat = "text"
) -> None:
    from officecli.actions.items.halting import resume

    perform_each(
        "resume",
        numbers,
        lambda act, number: resume(act, number, reason),
        waive=waive,
        waived_by=waived_by,
        waived_until=waived_until,
        format_=format_,
    )
