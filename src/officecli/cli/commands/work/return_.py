"""Return a submission to be done again, with the reason.

It counts against first-pass acceptance.
  officecli return 31 "two figures are missing"
"""

from __future__ import annotations

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, On, Reason, Waived, perform_each, takes_waivers


@takes_waivers
@takes_numbers_and("reason")
def run(numbers: Numbers, reason: Reason = "", on: On = "", waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.review import return_

    perform_each("return", numbers, lambda act, number: return_(act, number, reason), format_, waived, on=on)
