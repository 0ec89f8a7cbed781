"""Refuses numbers that stand behind their words, `note "all is in" 31`, or run into them, with the line that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from officecli.cli import session
from officecli.cli.meant.numbers_behind import is_item, number_apart, numbers_first
from officecli.cli.meant.options_meant import is_day, is_somebody
from officecli.cli.numbers_typed import every_number, filters_together, is_filter, is_number, is_of_an_item
from officecli.errors import NotFound
from officecli.i18n import _
from officecli.near import asked_back
from officecli.shell import as_word
from officecli.typed.text import shown


def refuse_out_of_order(name: str, words: Sequence[str]) -> None:
    """Raise NotWhole, with the line that is meant, where the numbers of a command
    stand behind its text: each word before them would be looked up as an item.
    """
    from officecli.cli.meant.line_meant import line_meant
    from officecli.cli.meant.not_whole import NotWhole

    if ordered := numbers_first(words, name):
        raise NotWhole(_("The number comes first, then the text."), line_meant(name, ordered))


def refuse_reason_among(numbers: Sequence[str], reason: str) -> None:
    """Raise NotWhole, with the line that is meant, where the last of the words that
    stand for items is none, and may be the reason of what is done to the others.
    """
    if len(numbers) < len(("31", "reason")) or reason or is_number(numbers[-1]) or is_filter(numbers[-1]) or is_item(numbers[-1]):
        return
    from officecli.cli.meant.line_meant import options_given, typed_words
    from officecli.cli.meant.not_whole import NotWhole

    ctx = session.context()
    words = [ctx.command_path, *map(as_word, typed_words(ctx)[:-1]), *options_given(ctx), "--reason", as_word(numbers[-1])]
    raise NotWhole(_("There is no item “{number}”.").format(number=shown(numbers[-1])), " ".join(words))


def refuse_words_among(numbers: Sequence[str]) -> None:
    """Raise NotWhole where words stand among the numbers of items that are none, before anything is done to the others: for whom it is done, or the day."""
    numbers = filters_together(numbers)
    strange = [
        word for word in numbers if word.strip() and not all(map(is_number, every_number([word]))) and not is_filter(word) and not is_item(word)
    ]
    if not strange or len(strange) == len(numbers):
        return
    from officecli.cli.meant.line_meant import options_given
    from officecli.cli.meant.not_whole import NotWhole

    ctx = session.context()
    rest = [word for word in numbers if word not in strange]
    joined = strange[0].casefold() in _FOR_WHOM
    text = " ".join(strange[1:] if joined else strange)
    taken = next((option for option, fits in (("--as", joined and is_somebody(text)), ("--on", _takes(ctx, "--on") and is_day(text))) if fits), "")
    line = " ".join([ctx.command_path, *map(as_word, rest), *options_given(ctx), *([taken, as_word(text)] if taken else ())])
    raise NotWhole(_("There is no item “{number}”.").format(number=shown(" ".join(strange))), line)


def _takes(ctx: Any, option: str) -> bool:
    return any(option in parameter.opts for parameter in ctx.command.params)


def _takes_text(ctx: Any) -> bool:
    """Whether a command takes a text behind its numbers, or a new matter."""
    return any(parameter.name in ("words", "title") for parameter in ctx.command.params)


_FOR_WHOM = frozenset("as for 以 代 替 代表".split())
"""Words before whoever it is done as."""


def advise(error: NotFound, ctx: Any) -> None:
    """Let the error of a command that found no item say what is meant: numbers behind the words or run into them, or whose items to see."""
    from officecli.cli.meant.line_meant import line_meant, typed_words
    from officecli.cli.meant.words_asked import listing

    words = typed_words(ctx)
    if ordered := number_apart(words, text=_takes_text(ctx)) or numbers_first(words):
        error.fix = asked_back(line_meant(ctx.info_name, ordered))
    elif words and not is_of_an_item(words[0]) and not is_filter(words[0]) and (line := listing(words[:1])):
        error.fix = _("To see which are meant: {command}").format(command=line)
