"""The one number that a command takes which is done to one thing only, or that of the one item that fits a filter."""

from __future__ import annotations

import typer

from officecli.cli.numbers_typed import every_number, is_filter
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.typed.text import shown


def only_one_number(ctx: typer.Context, typed: str) -> str:
    """The number as it was typed, or that of the one item that fits a filter; raises BadInput where it means several."""
    if is_filter(typed) and not ctx.resilient_parsing:
        return only_item(ctx.info_name or "", typed)
    if len(every_number([typed])) > 1:
        raise _several(ctx.info_name or "", typed, _("Do one after the other."))
    return typed


def only_item(command: str, word: str) -> str:
    """The number of the one item that fits a filter, or any other word as it is; raises BadInput for a filter that several fit."""
    if not is_filter(word):
        return word
    from officecli.cli.items_meant import items_meant  # which asks the office

    first, *more = numbers = items_meant([word])
    if more:
        raise _several(command, word, _("They are: {numbers}.").format(numbers=listed(numbers[:12]) + (" …" if len(numbers) > 12 else "")))
    return first


def _several(command: str, typed: str, fix: str) -> BadInput:
    return BadInput(_("“{command}” takes one number, and {typed} means several.").format(command=command, typed=shown(typed)), fix=fix)
