"""What a command lacks is said at once, with one example of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from typer._click.globals import get_current_context

from officecli.cli import metavars
from officecli.cli.marks import NEEDED
from officecli.cli.numbers_typed import is_number, numbers_then_text, text_begins
from officecli.cli.words_as_options import option_of
from officecli.errors import BadInput
from officecli.i18n import N_, _, apart, listed
from officecli.shell import as_word


def everything_missing(command: Any, ctx: Any, args: Sequence[str]) -> BadInput:
    """The error of a command line that lacks something: all it lacks, and an example in which the numbers are those that were typed."""
    with command.make_context(ctx.info_name, list(args), parent=ctx.parent, resilient_parsing=True) as whole:
        given = whole.params
    numbers, text = numbers_then_text(given["words"]) if given.get("words") else ([], "")
    lacking = [name for parameter in command.params if (name := _lacking(parameter, given, text, ctx.command_path))]
    meant = _as_meant(whole, given["words"], text) if text and len(lacking) == 1 and lacking[0].startswith("--") else ""
    return _missing(lacking, _("Did you mean {name}?").format(name=meant) if meant else for_example(ctx, numbers))


def _as_meant(ctx: Any, words: Sequence[str], text: str) -> str:
    """The command in which the first word of the text is what the option that is missing takes, as `ruth` in `copy 31 ruth`; "" where it is not."""
    first = text_begins(words, text)
    option = option_of(ctx.command, words[first])
    return " ".join((ctx.command_path, *words[:first], option, *map(as_word, words[first:]))) if option else ""


def need(wanted: Mapping[str, object], **ruled: object) -> None:
    """Raise BadInput for all that is missing of what a command wants together: what is typed → what was given for it.

    Where nothing else is missing, the options `ruled` are left to the rule that asks for them.
    """
    ctx = get_current_context()
    people = any(name in ctx.command_path.split() for name in ("away", "back", "person"))
    lacking = [metavars.in_words(name, ctx.command_path, of_people=people) for name, given in wanted.items() if not given]
    if lacking:
        lacking += [f"--{name}" for name, given in ruled.items() if not given]
        raise _missing(lacking, for_example(ctx, ()))


def _missing(lacking: Sequence[str], example: str) -> BadInput:
    what = _("{name} is missing.").format(name=apart(lacking[0])) if len(lacking) == 1 else _("Missing: {names}.").format(names=listed(lacking))
    return BadInput(what, fix=example)


def for_example(ctx: Any, numbers: Sequence[str]) -> str:
    """Advice to write a whole command, with these numbers."""
    return _("For example: {command}").format(command=_example(ctx, numbers))


def _lacking(parameter: Any, given: dict[str, Any], text: str, path: str) -> str:
    """What of a parameter is missing, as it is typed; "" where nothing is."""
    if given.get(parameter.name) not in (None, "", (), []):
        return ""
    if getattr(parameter, "rich_help_panel", None) == NEEDED:
        return "" if text else _("the text")
    if not parameter.required:
        return ""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else metavars.shown(parameter, path).partition(" ")[0].removesuffix("…")


def _metavar(parameter: Any) -> str:
    return str(parameter.human_readable_name.upper()).partition(" ")[0]


def _example(ctx: Any, numbers: Sequence[str]) -> str:
    """A whole command: the first that its help or its group's gives, else one made of what it needs."""
    helps = "\n".join(one.command.help or "" for one in (ctx, ctx.parent) if one)
    told = re.search(rf"^ *({re.escape(ctx.command_path)} .*)$", helps, re.MULTILINE)
    if told is None:
        return " ".join((ctx.command_path, *_needs(ctx.command, ctx.parent.info_name if ctx.parent else "")))
    words = told[1].split(" ")
    place = next((place for place, word in enumerate(words) if is_number(word)), None)
    if place is not None and numbers:
        words[place] = " ".join(numbers)
    return " ".join(words)


_SAMPLES = {
    "DATE": N_("fri"), "DECISION": "D2026-012", "ITEM": "31", "NOTE": "N-002", "NUMBER": "31", "NUMBER…": "31", "RATING": "4", "RESULT": "V-031",
    "RESULT…": "V-031", "TARGET": "T-012", "WAIVER": "W-004", "POST": N_("Records/Clerk"), "TEXT": N_('"two replies are missing"'),
    "TITLE": N_('"Survey of lifts"'), "NAME": N_("Ana"), "FILE": "office.toml",
}  # fmt: skip
"""What stands for an argument in an example, so that it runs as it is."""
_NAMED = {
    "unit": N_("Records"), "rank": N_("Supervisor"), "body": N_('"County Water Bureau"'), "procedure": N_('"Monthly return"'), "config": "sign.urgent_hours",
    "duty": N_('"Keep the action log"'),
}  # fmt: skip
"""What stands for a name, by what it is the name of."""


def _needs(command: Any, group: str) -> Iterator[str]:
    text = next((parameter for parameter in command.params if getattr(parameter, "rich_help_panel", None) == NEEDED), None)
    for parameter in command.params:
        if parameter.required:
            name = _metavar(parameter)
            sample = _NAMED[group] if name in ("NAME", "TITLE") and group in _NAMED else _SAMPLES.get(name, name)
            shown = _(sample)
            yield shown if parameter.param_type_name == "argument" else f"{parameter.opts[0]} {shown}"
    if text:
        sample = _SAMPLES["TEXT"]
        yield _(sample)
