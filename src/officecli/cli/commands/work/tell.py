"""Record that the lead's superior was told of an order that came from above them.

officecli tell 31 "Deputy Mei"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _


def run(
    number: Number,
    name: Annotated[str, typer.Argument(autocompletion=completing.people, help=_("The superior who was told."))],
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.prodding import tell

    perform("tell", lambda act: tell(act, number, name), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
