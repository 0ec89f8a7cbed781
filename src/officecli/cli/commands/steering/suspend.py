"""Suspend items: their clock stands still until they are resumed."""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers


@takes_waivers
def run(numbers: Numbers, reason: Reason, waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.halting import suspend

    perform_each("suspend", numbers, lambda act, number: suspend(act, number, reason), format_, waived)
