"""Return a submission to be done again, with the reason.

It counts against first-pass acceptance.
  officecli return 31 --reason "two figures are missing"
"""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, Number, On, Reason, Waived, perform, takes_waivers


@takes_waivers
def run(number: Number, reason: Reason = "", on: On = "", waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.review import return_

    perform("return", lambda act: return_(act, number, reason), format_, waived, on=on)
