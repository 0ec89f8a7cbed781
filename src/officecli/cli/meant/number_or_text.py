"""A number behind others that may begin the text, `note 1 2 lamps are broken`: both lines that may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from officecli.cli import session
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.numbers_typed import filters_together, is_filter
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
    if len(numbers) < _SEVERAL or len(text) < _SEVERAL or any(map(_LIST.search, numbers)):
        return
    from officecli.cli.meant.line_meant import options_given

    ctx = session.context()

    def line(them: Sequence[str], said: Sequence[str]) -> str:
        named = ",".join(them) if not is_filter(first) else " ".join(map(as_word, them))
        return " ".join((ctx.command_path, named, as_word(" ".join(said)), *options_given(ctx)))

    *before, last = numbers
    as_item = _("If it is an item: {command}").format(command=line(numbers, text)).replace("{", "{{").replace("}", "}}")
    as_text = _("If it begins the text: {command}").format(command="{command}")
    raise NotWhole(_("{word}: an item, or the text?").format(word=last), line(before, [last, *text]), f"{as_text}\n{as_item}")
