"""The one number that a command takes which is done to one thing only, or that of the one item that fits a filter."""

from __future__ import annotations

from officecli.cli.numbers_typed import is_filter
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.typed.text import shown


def only_item(command: str, word: str) -> str:
    """The number of the one item that fits a filter, or any other word as it is; raises BadInput for a filter that several fit."""
    if not is_filter(word):
        return word
    from officecli.cli.meant.items_meant import items_meant  # which asks the office

    first, *more = numbers = items_meant([word])
    if more:
        raise several(command, word, _("They are: {numbers}.").format(numbers=listed(numbers[:12]) + (" …" if len(numbers) > 12 else "")))
    return first


def several(command: str, typed: str, fix: str) -> BadInput:
    """What is wrong with words that mean several where one is taken."""
    return BadInput(_("“{command}” takes one number, and {typed} means several.").format(command=command, typed=shown(typed)), fix=fix)
