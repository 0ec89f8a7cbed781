"""Decline the extensions asked for; the deadlines stay."""

from __future__ import annotations

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers


@takes_waivers
@takes_numbers_and("reason")
def run(numbers: Numbers, reason: Reason = "", waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.extension import decline

    perform_each("decline", numbers, lambda act, number: decline(act, number, reason), format_, waived)
