"""The one grammar of verbs: NUMBER… [TEXT]. What begins with numbers goes on with words, which are the note, the result or the reason."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Any, get_args

import typer

from officecli.cli import completing, completing_numbers, session
from officecli.cli.marks import EACH, NEEDED
from officecli.cli.meant.requests_meant import requests_meant
from officecli.cli.numbers_typed import JOINS, OF_A_REQUEST, OF_AN_ITEM, every_number, is_filter, is_number, numbers_then_text, put_together
from officecli.cli.options import Command
from officecli.cli.options_of_a_line import BEGINS_MORE, OF_ONE_WORD
from officecli.errors import BadInput
from officecli.i18n import _, sentences
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.typed.text import shown


def takes_numbers_and(option: str, *, needed: str = "", of_requests: bool = False) -> Callable[[Command], Command]:
    """A command that takes NUMBER… [TEXT], and for the text also -m or its longer `option`, where it takes `numbers` and the parameter of that name.

    `needed` is an example of the text of a command that is not done without one. The numbers are those of items, or `of_requests`.
    """
    number = OF_A_REQUEST if of_requests else OF_AN_ITEM

    def decorate(run: Command) -> Command:
        own = list(inspect.signature(run, eval_str=True).parameters.values())
        words = inspect.Parameter("words", inspect.Parameter.KEYWORD_ONLY, annotation=_words(of_requests=of_requests))
        taken = [words if one.name == "numbers" else _as_option(one, needed=bool(needed)) if one.name == option else _keyword(one) for one in own]

        @wraps(run)
        def command(words: list[str], **typed: Any) -> None:
            if number is OF_AN_ITEM and len(words) > 1 and not all(map(is_number, every_number(words[:1]))) and any(map(is_number, words)):
                from officecli.cli.meant.out_of_order import refuse_out_of_order  # few type it

                refuse_out_of_order(session.context().info_name or "", words)
            numbers, text = numbers_then_text(put_together(words, number) if typed[option] else words, number)
            several = len(words) > _NUMBERS_AND_TEXT and option != "to"  # nobody's name begins with a number
            if text and not typed[option] and (several or words[1].casefold() in JOINS):
                from officecli.cli.meant.number_or_text import refuse_number_or_text  # most quote their text, or name one item

                refuse_number_or_text(words, number)
            if text and typed.get("on") == "" and not typed[option]:
                _refuse_day_alone(numbers, text, example=_(needed), may_be_deadline=typed.get("to") == "")
            flag = f"--{option.replace('_', '-')}"
            if text and typed[option]:
                _refuse_strange_number(text)
                raise BadInput(
                    _("The text is given twice: “{text}”, and after {option}.").format(text=shown(text), option=flag), fix=_("Give it once.")
                )
            if text and any(BEGINS_MORE.fullmatch(str(typed.get(one) or "")) for one in OF_ONE_WORD):
                from officecli.cli.meant.torn import refuse_torn_value  # few values begin another

                refuse_torn_value(session.context())
            if needed and not text and typed[option] is None:
                raise _without_text(numbers, _(needed), of_items=not of_requests)
            if of_requests:
                numbers = requests_meant(numbers)
            run(**{**typed, "numbers": numbers, option: text or typed[option] or ""})

        command.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in taken}
        return command

    return decorate


def _refuse_strange_number(text: str) -> None:
    """Raise NotFound where the text of a verb that has another is a number of a form of its own that no item has, A-06."""
    from officecli.typed.items.numbers import find_item

    if len(text.split()) == 1 and any(map(str.isdecimal, text)):
        with session.current.read() as read:
            find_item(read, text)


def _refuse_day_alone(numbers: Sequence[str], text: str, *, example: str, may_be_deadline: bool) -> None:
    """Raise NotWhole where the text is a day and nothing else: the day it was done, or another deadline, may be meant."""
    if len(text) > _LONGEST_DAY or len(text.split()) > _WORDS_OF_A_DAY or not _MAY_BE_A_DAY.search(text):
        return
    from officecli.cli.meant.not_whole import NotWhole
    from officecli.cli.meant.options_meant import is_day

    if is_day(text):
        path = session.context().command_path
        begun = " ".join([path, *map(as_word, numbers)])
        line = " ".join([begun, "--on", as_word(text), *([as_word(example)] if example else [])])
        as_deadline = [_("If it is the new deadline: {command}").format(command=f"{begun} --to {as_word(text)}")] if may_be_deadline else []
        done_then = _("If it was done on that day: {command}").format(command="{command}")
        as_text = _("If it is the text: {command}").format(command=f"{begun} -m {as_word(text)}")
        raise NotWhole(_("“{text}” is a day: is it the text?").format(text=text), line, "\n".join([*as_deadline, done_then, as_text]))


_NUMBERS_AND_TEXT = 3
"""So many words are two numbers and a text in quotation marks."""
_LONGEST_DAY, _WORDS_OF_A_DAY = 20, 3
_MAY_BE_A_DAY = pattern(
    r"\d|\b(?:to|yester|tomorr|last|next|this|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[今昨明前后周日月号旬]",
    re.IGNORECASE,
)
"""What each day has that is typed: few texts do, and no other waits for the grammar of days."""


def _without_text(numbers: Sequence[str], example: str, *, of_items: bool) -> BadInput:
    ctx = session.context()
    verb = ctx.command_path.partition(" ")[2]
    if len(numbers) > 1:
        return BadInput(
            _("{word}: an item, or the text?").format(word=numbers[-1]),
            fix=_('For the text, write: officecli {verb} {numbers} -m "{word}"').format(verb=verb, numbers=" ".join(numbers[:-1]), word=numbers[-1]),
        )
    if whole := any(parameter.required for parameter in ctx.command.params if parameter.param_type_name == "option"):
        from officecli.cli.meant.examples import for_example  # only who left something away waits for it
    from officecli.cli.meant.numbers_behind import is_item, number_apart

    if of_items and not (is_number(numbers[0]) or is_filter(numbers[0]) or is_item(numbers[0])):
        first = _("The number comes first, then the text.")
        number, text = number_apart(numbers) or ("31", example)
        typed = for_example(ctx, ()) if whole else _like(verb, number, text)
        return BadInput(_("There is no item “{number}”.").format(number=shown(numbers[0])), fix=sentences([first, typed]))
    return BadInput(_("The text is missing."), fix=for_example(ctx, numbers) if whole else _like(verb, numbers[0], example))


def _like(verb: str, number: str, example: str) -> str:
    return _('For example: officecli {verb} {number} "{text}"').format(verb=verb, number=number, text=example)


def _words(*, of_requests: bool) -> Any:
    return Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER… [TEXT]",
            autocompletion=completing.requests if of_requests else completing_numbers.numbers,
            help=_("Requests' numbers (Q2026-003, 3), words of one, or a filter of the items they are about; what follows is the text.")
            if of_requests
            else _("Items' numbers (2026-031, 031, 31, 31-35) or a filter ('is:overdue lead:me', @view); what follows is the text."),
            rich_help_panel=EACH,
        ),
    ]


def _as_option(one: inspect.Parameter, *, needed: bool) -> inspect.Parameter:
    """The text as an option that may be left out, with its short letter."""
    option = get_args(one.annotation)[1]
    flag = f"--{one.name.replace('_', '-')}"
    return one.replace(
        kind=inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[str | None, typer.Option(flag, "-m", metavar="TEXT", help=option.help, rich_help_panel=NEEDED if needed else None)],
    )


def _keyword(one: inspect.Parameter) -> inspect.Parameter:
    return one.replace(kind=inspect.Parameter.KEYWORD_ONLY)
