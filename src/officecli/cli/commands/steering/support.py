"""Add somebody to an item's supporters, with a part, or take one off.

officecli support 31 add "Ben:search the vault"
officecli support 31 remove Ben
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    change: Annotated[str, typer.Argument(metavar="add|remove", help=_("Add or remove."))],
    name: Annotated[str, typer.Argument(metavar="NAME[:PART]", help=_("The supporter, with the part."))],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.supporting import support_add, support_remove

    does = {"add": support_add, "remove": support_remove}.get(change)
    if does is None:
        raise BadInput(_("“{word}” is neither add nor remove.").format(word=change[:40]), fix=_("Write: officecli support NUMBER add NAME:PART"))
    perform("support", lambda act: does(act, number, name), format_, waived)
