"""Puts the numbers of a line before its words, where they were typed behind them: `note "all is in" 31`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from officecli.cli import session
from officecli.cli.meant.options_meant import is_somebody
from officecli.cli.numbers_typed import is_filter, is_number
from officecli.errors import OfficeError
from officecli.patterns import pattern

_RUN_INTO = pattern(r"(?P<number>#?(?:\d{4}-)?\d{1,9})[号项]?[\s:：,，、.。]*(?P<text>(?:(?![至到]\d|[号项]$)[\u3400-\u9fff]|[A-Za-z]{3}).*)")
"""A number and the text behind it, with no blank between them; 31a is a slip of a number, and 3至1 no text."""
_JOINING = frozenset("to for with about on of at 把 将 给".split())
_OF_ITS_LEAD = ("prod",)
"""Commands that are done to the lead, whose name says nothing more."""


def numbers_first(words: Sequence[str], name: str = "") -> list[str]:
    """The words of a command with their numbers before them, without what joined
    them; none where numbers stand first, there are none, or an item is called so.
    """
    if len(words) < 2 or is_number(words[0]) or is_filter(words[0]) or not any(map(is_number, words)) or is_item(words[0]):
        return []
    numbers = [word for word in words if is_number(word)]
    rest = [word for word in words if not is_number(word) and not (name in _OF_ITS_LEAD and (is_somebody(word) or word.casefold() in _JOINING))]
    while rest and rest[-1].casefold() in _JOINING:
        rest.pop()
    while rest and rest[0].casefold() in _JOINING:
        rest.pop(0)
    return [*numbers, *rest]


def number_apart(words: Sequence[str], *, text: bool = True) -> list[str]:
    """The words of a command with the number set apart that runs into the first, `31已办完`, and what stands behind it if a `text` is taken; else none."""
    run = _RUN_INTO.fullmatch(words[0]) if words else None
    if run is None:
        return []
    return [run["number"], run["text"], *words[1:]] if text else [run["number"], *words[1:]]


def is_item(word: str) -> bool:
    """Whether a word stands for the number of an item, being of its matter."""
    from officecli.typed.items.numbers import find_item

    with suppress(OfficeError), session.current.read() as read:
        return bool(find_item(read, word))
    return False
