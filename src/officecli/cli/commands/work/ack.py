"""Sign for an item: the lead takes it up.

The lead's first note or submission signs too.
"""

from __future__ import annotations

from officecli.cli.acts import perform_each
from officecli.cli.options import ItemFormat, Numbers, Waive, WaivedBy, WaivedUntil


def run(numbers: Numbers, waive: Waive = [], waived_by: WaivedBy = "", waived_until: WaivedUntil = "", format_: ItemFormat = "text") -> None:
    from officecli.actions.items.signing import sign

    perform_each("ack", numbers, sign, waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
