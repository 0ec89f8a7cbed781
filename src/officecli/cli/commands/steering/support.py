"""Add somebody to an item's supporters, with a part, or take one off.

officecli support 31 add "Ben:search the vault"
officecli support 31 remove Ben
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Number, Waive, WaivedBy, WaivedUntil
from officecli.errors import BadInput
from officecli.i18n import _


def run(
    number: Number,
    change: Annotated[str, typer.Argument(metavar="add|remove", help=_("Add or remove."))],
    name: Annotated[str, typer.Argument(metavar="NAME[:PART]", help=_("The supporter, with the part."))],
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.supporting import support_add, support_remove

    does = {"add": support_add, "remove": support_remove}.get(change)
    if does is None:
        raise BadInput(_("“{word}” is neither add nor remove.").format(word=change[:40]), fix=_("Write: officecli support NUMBER add NAME:PART"))
    perform("support", lambda act: does(act, number, name), waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_)
