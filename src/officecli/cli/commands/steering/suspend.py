"""Suspend items: their clock stands still until they are resumed."""

from __future__ import annotations

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import N_


@takes_waivers
@takes_numbers_and("reason", needed=N_("the new rules are awaited"))
def run(numbers: Numbers, reason: Reason, waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.halting import suspend

    perform_each("suspend", numbers, lambda act, number: suspend(act, number, reason), format_, waived)
