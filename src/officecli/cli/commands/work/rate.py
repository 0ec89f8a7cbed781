"""Rate the result of items that were closed without a rating.

officecli rate 31 4
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    rating: Annotated[int, typer.Argument(metavar="RATING", min=1, max=5, help=_("How good the result is, 1 to 5."))],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.review import rate

    perform("rate", lambda act: rate(act, number, rating), format_, waived)
