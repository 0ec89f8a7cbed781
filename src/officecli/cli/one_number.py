"""The one number that a command takes which is done to one thing only."""

from __future__ import annotations

import typer

from officecli.cli.numbers_typed import every_number, is_filter
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.typed.text import shown


def only_one_number(ctx: typer.Context, typed: str) -> str:
    """The number as it was typed, or that of the one item that fits a filter; raises BadInput where it means several, for a command that is done to one thing only."""
    if is_filter(typed) and not ctx.resilient_parsing:
        from officecli.cli.items_meant import only_item  # which asks the office

        return only_item(ctx.info_name or "", typed)
    if len(every_number([typed])) > 1:
        raise BadInput(
            _("“{command}” takes one number, and {typed} means several.").format(command=ctx.info_name, typed=shown(typed)),
            fix=_("Do one after the other."),
        )
    return typed
