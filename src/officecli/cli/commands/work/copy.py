"""Send a copy of an item to somebody, for their information.

They find it in their digest, under “For your information”, until they have seen it:
  officecli copy 31 --to "Ben Cole"
  officecli copy 31 32 --to "Ben Cole, Ana" --text "before Monday's meeting"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("text")
def run(
    numbers: Numbers,
    to: Annotated[list[str], typer.Option("--to", metavar="NAME", autocompletion=completing.people, help=_("Who gets the copy."))],
    text: Annotated[str, typer.Option(metavar="TEXT", help=_("What to say with it."))] = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.copying import copy

    perform_each("copy", numbers, lambda act, number: copy(act, number, to, text), format_, waived)
