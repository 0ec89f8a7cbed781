"""Add somebody to an item's supporters, with a part, or take one off.

officecli support 31 ben "search the vault"
officecli support 31 add "Ben:search the vault"
officecli support 31 remove Ben
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.metavars import is_word
from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME[:PART]",
            autocompletion=completing.people,
            help=_("The supporter, with the part after the name; “remove” before it takes somebody off."),
        ),
    ],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.supporting import name_and_part, support_add, support_remove

    removes = is_word(words[0], "REMOVE")
    said = words[1:] if removes or is_word(words[0], "ADD") else words
    if not said:
        raise BadInput(_("{name} is missing.").format(name=_("NAME")), fix=_('Write: officecli support {number} NAME "PART"').format(number=number))
    if removes:
        perform("support", lambda act: support_remove(act, number, " ".join(said)), format_, waived)
    else:
        perform("support", lambda act: support_add(act, number, name_and_part(act, said)), format_, waived)
