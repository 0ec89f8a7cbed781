"""Rate the result of items that were closed without a rating, or anew; the last number is the rating.

officecli rate 31 4
officecli rate 31-34 5
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    numbers: Numbers,
    rating: Annotated[int, typer.Argument(metavar="RATING", min=1, max=5, help=_("How good the result is, 1 to 5."))],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.review import rate

    perform_each("rate", numbers, lambda act, number: rate(act, number, rating), format_, waived)
