"""Return a submission to be done again, with the reason.

It counts against first-pass acceptance.
  officecli return 31 --reason "two figures are missing"
"""

from __future__ import annotations

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Reason, Waive, WaivedBy, WaivedUntil


def run(
    number: Number, reason: Reason = "", waive: Waive = [], waived_by: WaivedBy = "", waived_until: WaivedUntil = "", format_: ItemFormat = "text"
) -> None:
    from officecli.actions.items.review import return_

    perform("return", lambda act: return_(act, number, reason), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
