"""What a command lacks is said at once, with one example of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from officecli.cli.numbers_and_text import NEEDED, is_number, numbers_then_text
from officecli.errors import BadInput
from officecli.i18n import _, listed


def everything_missing(command: Any, ctx: Any, args: Sequence[str]) -> BadInput:
    """The error of a command line that lacks something: all it lacks, and an example in which the numbers are those that were typed."""
    with command.make_context(ctx.info_name, list(args), parent=ctx.parent, resilient_parsing=True) as whole:
        given = whole.params
    numbers, text = numbers_then_text(given["words"]) if given.get("words") else ([], "")
    lacking = [name for parameter in command.params if (name := _lacking(parameter, given, text))]
    what = _("{name} is missing.").format(name=lacking[0]) if len(lacking) == 1 else _("Missing: {names}.").format(names=listed(lacking))
    return BadInput(what, fix=for_example(ctx, numbers))


def for_example(ctx: Any, numbers: Sequence[str]) -> str:
    """Advice to write a whole command, with these numbers."""
    return _("For example: {command}").format(command=_example(ctx, numbers))


def _lacking(parameter: Any, given: dict[str, Any], text: str) -> str:
    """What of a parameter is missing, as it is typed; "" where nothing is."""
    if given.get(parameter.name) not in (None, "", (), []):
        return ""
    if getattr(parameter, "rich_help_panel", None) == NEEDED:
        return "" if text else _("the text")
    if not parameter.required:
        return ""
    return str(parameter.opts[0] if parameter.param_type_name == "option" else _metavar(parameter))


def _metavar(parameter: Any) -> str:
    return str(parameter.human_readable_name.upper()).partition(" ")[0]


def _example(ctx: Any, numbers: Sequence[str]) -> str:
    """A whole command: the first that its help or its group's gives, else one made of what it needs."""
    helps = "\n".join(one.command.help or "" for one in (ctx, ctx.parent) if one)
    told = re.search(rf"^ *({re.escape(ctx.command_path)} .*)$", helps, re.MULTILINE)
    if told is None:
        return " ".join((ctx.command_path, *_needs(ctx.command)))
    words = told[1].split(" ")
    place = next((place for place, word in enumerate(words) if is_number(word)), None)
    if place is not None and numbers:
        words[place] = " ".join(numbers)
    return " ".join(words)


def _needs(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.required:
            yield _metavar(parameter) if parameter.param_type_name == "argument" else f"{parameter.opts[0]} {parameter.metavar or 'TEXT'}"
