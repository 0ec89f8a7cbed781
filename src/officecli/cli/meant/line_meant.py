"""The command line that somebody means by the words they typed: each word where
it belongs, a day, somebody, a unit or a code behind the option that takes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer._click import exceptions

from officecli.cli import session
from officecli.cli.marks import EACH, NEEDED, SHORT, is_typed, takes_numbers
from officecli.cli.meant.everything import all_meant
from officecli.cli.meant.examples import example, sample_text
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.meant.numbers_behind import numbers_first
from officecli.cli.meant.options_meant import is_day, is_somebody, option_of
from officecli.cli.meant.torn import mend_torn
from officecli.cli.meant.words_apart import apart, without_key
from officecli.cli.metavars import metavar
from officecli.cli.numbers_typed import is_filter, is_number, numbers_then_text, text_begins
from officecli.errors import OfficeError
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.typed.meant import EVERYTHING

_TO_A_DAY = pattern(r"^(?:申请)?(?:延期|延|推迟|顺延)?[到至]")
_COMMAS = pattern(r"[，；：、,;:]+(?=\s|[\u3400-\u9fff]|$)|(?<=[\u3400-\u9fff])[,;:]")
_LONGEST_DAY = 10
"""So many Chinese characters a day may take before the text that is written on to it."""
OF_THE_REST = {"edit": "--title", "init": "--name"}
"""Command → the option that takes a text for which no argument is."""


def refuse_out_of_place(what: str) -> None:
    """Raise NotWhole for a command whose words are for options, saying `what` is wrong; nothing where they stand where they belong."""
    if meant := as_meant(session.context()):
        raise NotWhole(what, meant)


def line_meant(name: str, words: Sequence[str]) -> str:
    """The line of this command with these words after it; with an example of what it lacks, and without what it does not take."""
    group = name.partition(" ")[0]
    if len(words) == 1 and words[0].casefold() in EVERYTHING:
        words = all_meant(name)
    words = (numbers_first(words, name) if takes_numbers(command_named(name.split(maxsplit=1)[0])) else []) or words
    numbers = [word for word in words if is_number(word)]
    tried = ((name, words), (group, words) if words else (name, ()), (name, numbers), (name, ()))
    return next(line for one, these in tried if (line := _line_of(one, these)))


def command_named(name: str) -> Any:
    """The command of this name; None for none."""
    root: Any = session.context().find_root()
    return root.command.get_command(root, name)


def _line_of(name: str, words: Sequence[str]) -> str:
    """The same, where it takes these words; "" where it does not, unless there are none."""
    first, *rest = [*name.split(), *words]
    root = session.context().find_root()
    ctx: Any = typer.Context(root.command, info_name="officecli", help_option_names=root.help_option_names)
    command = ctx.command.get_command(ctx, first)
    try:
        while hasattr(command, "list_commands"):
            ctx = typer.Context(command, info_name=first, parent=ctx)
            if not rest:
                return str(ctx.command_path)
            named, command, rest = command.resolve_command(ctx, rest)
            first = str(named)
        whole = command.make_context(first, list(rest), parent=ctx)
    except NotWhole as error:
        return error.line
    except (OfficeError, exceptions.UsageError, typer.Exit):
        return "" if words else f"officecli {name} --help"
    numbers, text = numbers_then_text(whole.params["words"]) if whole.params.get("words") else ([], "")
    if not text and _lacks_text(whole):
        return example(whole, numbers)
    return as_meant(whole) or " ".join((whole.command_path, *map(as_word, rest)))


def as_meant(ctx: Any, extra: Sequence[str] = ()) -> str:
    """The whole line, in which what the command was given and the `extra` words stand
    where they belong; "" where one of them belongs nowhere, or all do already.
    """
    loose = [*(typed_words(ctx) if _takes_title(ctx) else ()), *extra]
    torn = mend_torn(ctx, loose)
    words = loose if _takes_title(ctx) else typed_words(ctx) + loose
    if ordered := numbers_first(words, ctx.info_name) if takes_numbers(ctx.command) else []:
        words, torn = ordered, True
    as_they_are = _as_they_are(ctx, words)
    given = [option for parameter in ctx.command.params if _is_given(ctx, parameter) for option in parameter.opts]
    if as_they_are > 1 and option_of(ctx.command, " ".join(words[as_they_are - 1 : as_they_are + 1])):
        as_they_are -= 1  # the 28 of 28 aug is no number of an item
    rest, found = apart(ctx.command, words[as_they_are:], given)
    if (
        not found
        and len(rest) == 1
        and any(parameter.required and "--to" in parameter.opts for parameter in ctx.command.params)
        and "--to" not in given
    ):
        rest, found = _day_at_an_end(ctx.command, rest[0])
    text = " ".join(rest).rstrip(",，、;；") if found else " ".join(rest)
    for_text = _takes_title(ctx) or any(parameter.name == "words" for parameter in _arguments(ctx))
    option = OF_THE_REST.get(ctx.info_name, "")
    if not found and not torn and (len(rest) < 2 if for_text else not option or not rest):
        return ""
    if text and not for_text:
        part, named = without_key(ctx.command, rest)
        if named:
            option, text = named, " ".join(part)
        if not option or option in given:
            return ""
        if ctx.info_name == "edit" and is_somebody(text):
            return _line_of("assign", [*words[:as_they_are], text])
        found, text = [*found, (option, text)], ""
    if _takes_title(ctx) and not text:
        return ""
    said = [*map(as_word, rest)] if ctx.info_name == "support" else [as_word(text)] if text else []
    if found and not said and _lacks_text(ctx):
        said = [sample_text(ctx.command)]
    options = [*options_given(ctx), *(f"{SHORT.get(option, option)} {as_word(word)}" for option, word in found)]
    behind = [*said, *options] if _takes_title(ctx) else [*options, *said]
    return " ".join((ctx.command_path, *map(as_word, words[:as_they_are]), *behind))


def typed_words(ctx: Any) -> list[str]:
    """What the arguments of a command were given, in their order."""
    return [word for parameter in _arguments(ctx) if is_typed(ctx, parameter) for word in _typed(ctx.params.get(parameter.name))]


def _day_at_an_end(command: Any, text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The same as `apart`, of one text in quotes that begins or ends with a day, “next friday data not in”, “下周五数据未到”."""
    left, found = apart(command, [word for word in _COMMAS.sub(" ", text).split() if word])
    if found and left:
        return left, found
    plain = _TO_A_DAY.sub("", text)
    for many in range(min(_LONGEST_DAY, len(plain) - 2), 1, -1):
        if option := option_of(command, plain[:many]) if "\u3400" <= plain[many - 1] <= "\u9fff" else "":
            return [plain[many:].lstrip("，,：: ")], [(option, plain[:many])]
    return [text], []


def day_apart(text: str) -> list[str]:
    """A Chinese text that begins with a day as its two parts, 周五 and 给水利局打电话; any other text as it is."""
    many = next((many for many in range(min(_LONGEST_DAY, len(text) - 1), 1, -1) if not text.isascii() and is_day(text[:many])), 0)
    return [text[:many], text[many:]] if many else [text]


def _arguments(ctx: Any) -> list[Any]:
    return [parameter for parameter in ctx.command.params if parameter.param_type_name == "argument"]


def _lacks_text(ctx: Any) -> bool:
    """Whether a command needs a text, and no option gives it."""
    return any(getattr(one, "rich_help_panel", None) == NEEDED and ctx.params.get(one.name) is None for one in ctx.command.params)


def _takes_title(ctx: Any) -> bool:
    """Whether the one thing it takes without an option is a matter, of however many words."""
    return [metavar(parameter) for parameter in _arguments(ctx)] == ["TITLE"]


def _as_they_are(ctx: Any, words: Sequence[str]) -> int:
    """How many of the words stand where they belong: the numbers before a text, else what the arguments took."""
    arguments = _arguments(ctx)
    if _takes_title(ctx):
        return 0
    if any(parameter.name == "words" for parameter in arguments):
        _numbers, text = numbers_then_text(words) if words else ([], "")
        return text_begins(words, text) if text else len(words)
    if any(getattr(parameter, "rich_help_panel", None) == EACH for parameter in arguments):
        return next(
            (place for place, word in enumerate(words) if place and not (is_number(word) or (is_filter(word) and word[-1] not in ":："))), len(words)
        )
    return sum(len(_typed(ctx.params.get(parameter.name))) for parameter in arguments)


def options_given(ctx: Any) -> Iterator[str]:
    """The options that were given, as they are typed."""
    for parameter in ctx.command.params:
        if _is_given(ctx, parameter):
            option, value = min(parameter.opts, key=len), ctx.params.get(parameter.name)
            yield from [option] if value is True else [f"{option} {as_word(one)}" for one in _typed(value)]


def _is_given(ctx: Any, parameter: Any) -> bool:
    return parameter.param_type_name == "option" and is_typed(ctx, parameter)


def _typed(value: Any) -> list[str]:
    return [] if value is None or value == "" else [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
