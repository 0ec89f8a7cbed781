"""Values without quotation marks, of which an option took the first word alone: `-l Ana de la Cruz`, `--due 10 Sep`, `--goal ten lifts seen`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from officecli.cli.marks import is_typed
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.meant.words_apart import apart, going_on
from officecli.cli.numbers_typed import is_filter, is_number
from officecli.cli.options_of_a_line import AS_TYPED, OF_ONE_WORD, given_options, takes_text
from officecli.i18n import _
from officecli.near import line_asked
from officecli.patterns import has_han
from officecli.shell import as_word
from officecli.typed.text import shown


def mend_torn(ctx: Any, loose: list[str]) -> bool:
    """Give each option those of the `loose` words that stand behind its value and go on with it, and take them from these; returns whether there were any."""
    before, options = given_options(ctx.command, ctx.meta.get(AS_TYPED, ()))
    named = [name for one in options for name in one.parameter.opts]
    torn = False
    for one in options:
        if ctx.params.get(one.parameter.name) != one.value or not is_typed(ctx, one.parameter):
            continue  # a flag, or one that may be given several times
        behind = list(one.behind)
        while Counter(behind) - Counter(loose):  # the first of two alike may be an argument's
            behind.pop()
        many = _of_a_text(ctx.command, behind, named) if takes_text(one) and before else going_on(one.value, behind)
        if many:
            ctx.params[one.parameter.name] = " ".join([one.value, *behind[:many]])
            for word in behind[:many]:
                loose.remove(word)
            torn = True
    return torn


def _of_a_text(command: Any, behind: Sequence[str], given: Sequence[str]) -> int:
    """The same of a text: all, but for what is at the end for options that are not given."""
    left, _found = apart(command, behind, given)
    return len(left) if left == list(behind[: len(left)]) else 0


def refuse_torn_text(ctx: Any) -> None:
    """Raise NotWhole, with the whole line, where a text after an option seems to go on
    without quotation marks: its first word would stand there, and the rest elsewhere.
    """
    before, options = given_options(ctx.command, ctx.meta.get(AS_TYPED, ()))
    _refuse(
        ctx, {at: len(one.behind) for at, one in enumerate(options) if takes_text(one) and one.behind and _goes_on(before, one.value, one.behind)}
    )


def refuse_torn_value(ctx: Any) -> None:
    """Raise NotWhole where a text begins with the rest of a day or a name: the Sep of --to 10 Sep would be a reason, and the day the 10th of another month."""
    _before, options = given_options(ctx.command, ctx.meta.get(AS_TYPED, ()))
    many = {at: going_on(one.value, one.behind) for at, one in enumerate(options) if one.parameter.name in OF_ONE_WORD}
    _refuse(ctx, {at: more for at, more in many.items() if more}, or_text=True)


def _refuse(ctx: Any, torn: Mapping[int, int], *, or_text: bool = False) -> None:
    """Raise NotWhole for the options at these places, each with so many words that go on with its value; what follows may be meant as the text."""
    if not torn:
        return
    before, options = given_options(ctx.command, ctx.meta.get(AS_TYPED, ()))
    said, told = [*map(as_word, before)], ""
    for at, one in enumerate(options):
        many = torn.get(at, 0)
        value = " ".join([one.value, *one.behind[:many]])
        said += [one.typed, *([as_word(value)] if value else []), *map(as_word, one.behind[many:])]
        if many and not told:
            told = _("{option} takes one word, and “{text}” is more.").format(option=one.typed, text=shown(value))
    advice = "\n".join([line_asked(), _("If it is the text, put -m before it.")]) if or_text else ""
    raise NotWhole(told, " ".join([ctx.command_path, *said]), advice)


def _goes_on(before: Sequence[str], value: str, behind: Sequence[str]) -> bool:
    """Whether the words behind a text's first word go on with it: they are words of
    a language with blanks, or the text they would make is begun before the options.
    """
    if any(not is_number(word) and not is_filter(word) for word in before):
        return True
    return value.isalpha() and not has_han(value) and not has_han(behind[0])
