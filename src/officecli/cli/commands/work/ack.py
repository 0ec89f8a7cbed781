"""Sign for an item: the lead takes it up.

The lead's first note or submission signs too.
"""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers


@takes_waivers
def run(numbers: Numbers, waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.signing import sign

    perform_each("ack", numbers, sign, format_, waived)
