"""Record that the lead's superior was told of an order that came from above them.

officecli tell 31 32 "Deputy Mei"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers
from officecli.i18n import N_, _


@takes_waivers
@takes_numbers_and("to", needed=N_("Deputy Mei"))
def run(
    numbers: Numbers,
    to: Annotated[str, typer.Option(help=_("The superior who was told; several with commas."))],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.prodding import tell

    perform_each("tell", numbers, lambda act, number: tell(act, number, to), format_, waived)
