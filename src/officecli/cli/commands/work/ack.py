"""Sign for an item: the lead takes it up.

The lead's first note or submission signs too; what one gives oneself is signed for at once. What is signed for already stays as it is.
Signed for on an earlier day (--on), it counts as late where its limit has passed since, until the originator's side confirms the day by closing the item.
"""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, Numbers, On, Waived, perform_each, takes_waivers


@takes_waivers
def run(numbers: Numbers, on: On = "", waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.signing import sign

    perform_each("ack", numbers, sign, format_, waived, on=on)
