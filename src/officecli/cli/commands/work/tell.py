"""Record that the lead's superior was told of an order that came from above them.

officecli tell 31 "Deputy Mei"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    name: Annotated[str, typer.Argument(autocompletion=completing.people, help=_("The superior who was told."))],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.prodding import tell

    perform("tell", lambda act: tell(act, number, name), format_, waived)
