"""A number behind others that may begin the text, `note 1 2 lamps are broken` or `close 1 - 3`: both lines that may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from officecli.cli import session
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.numbers_typed import filters_together, is_filter, joined
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.shell import as_word

_LIST = pattern(r"[,，、]")
"""What says that numbers are a list, wherever it stands."""
_RANGE = pattern(r"#?\d{1,9}-\d{1,9}")
_SEVERAL = 2
"""So many words are a text that was typed without quotation marks."""


def refuse_number_or_text(words: Sequence[str], number: re.Pattern[str]) -> None:
    """Raise NotWhole where a number behind others stands before a text of several words: it may be the first of these, and nothing says whether it is."""
    first, *others = filters_together(words, before_text=True)
    numbers = [first, *takewhile(lambda word: number.fullmatch(word) or _RANGE.fullmatch(word), others)]
    text = others[len(numbers) - 1 :]
    if text and (together := joined(numbers[-1], text, number)):
        _refuse(first, (numbers, text), ([*numbers[:-1], together], text[2:]), text[1])
    if len(numbers) < _SEVERAL or len(text) < _SEVERAL or any(map(_LIST.search, numbers)):
        return
    *before, last = numbers
    _refuse(first, (before, [last, *text]), (numbers, text), last)


def _refuse(first: str, as_text: tuple[Sequence[str], Sequence[str]], as_item: tuple[Sequence[str], Sequence[str]], word: str) -> None:
    """Raise NotWhole for a `word` of two meanings, each the numbers and the text that are then meant."""
    from officecli.cli.meant.line_meant import options_given

    ctx = session.context()

    def line(them: Sequence[str], said: Sequence[str]) -> str:
        named = ",".join(one.rstrip(",") for one in them) if not is_filter(first) else " ".join(map(as_word, them))
        text = as_word(" ".join(said))
        behind = [f"-m {text}" if said[0].startswith("-") else text] if said else []  # a text that begins with - would be an option
        return " ".join((ctx.command_path, named, *behind, *options_given(ctx)))

    otherwise = _("If it is an item: {command}").format(command=line(*as_item)).replace("{", "{{").replace("}", "}}")
    advice = _("If it begins the text: {command}").format(command="{command}")
    raise NotWhole(_("{word}: an item, or the text?").format(word=word), line(*as_text), f"{advice}\n{otherwise}")
