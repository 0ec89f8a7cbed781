"""Rate the result of items that were closed without a rating.

officecli rate 31 4
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    rating: Annotated[int, typer.Argument(metavar="RATING", min=1, max=5, help=_("How good the result is, 1 to 5."))],
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.review import rate

    perform("rate", lambda act: rate(act, number, rating), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
