"""What a command lacks is said at once, with one example of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from typer._click.globals import get_current_context

from officecli.cli import metavars
from officecli.cli.line_meant import NotWhole, as_meant, did_you_mean, metavar
from officecli.cli.marks import NEEDED, SHORT
from officecli.cli.numbers_typed import is_number, numbers_then_text
from officecli.errors import BadInput
from officecli.i18n import N_, _, apart, listed
from officecli.shell import as_word


def everything_missing(command: Any, ctx: Any, args: Sequence[str]) -> BadInput:
    """The error of a command line that lacks something: all it lacks, and the line that is meant, or an example in which the numbers are those that were typed."""
    with command.make_context(ctx.info_name, list(args), parent=ctx.parent, resilient_parsing=True) as whole:
        given = whole.params
    numbers, text = numbers_then_text(given["words"]) if given.get("words") else ([], "")
    lacking = [(parameter, name) for parameter in command.params if (name := _lacking(parameter, given, text, ctx.command_path))]
    names = [name for _parameter, name in lacking]
    meant = as_meant(whole, whole.args)
    if meant and all(any(f" {option} " in meant for option in (*parameter.opts, SHORT.get(name, name))) for parameter, name in lacking):
        return NotWhole(_said(names), did_you_mean(), meant)
    return NotWhole(_said(names), _("For example: {command}"), example(ctx, numbers))


def need(wanted: Mapping[str, object], **ruled: object) -> None:
    """Raise BadInput for all that is missing of what a command wants together: what is typed → what was given for it.

    Where nothing else is missing, the options `ruled` are left to the rule that asks for them.
    """
    ctx = get_current_context()
    people = any(name in ctx.command_path.split() for name in ("away", "back", "person"))
    lacking = [metavars.in_words(name, ctx.command_path, of_people=people) for name, given in wanted.items() if not given]
    if lacking:
        lacking += [f"--{name}" for name, given in ruled.items() if not given]
        words = ctx.params.get("words") or ()
        numbers = numbers_then_text(words)[0] if words else ()
        raise NotWhole(_said(lacking), _("For example: {command}"), example(ctx, numbers))


def _said(lacking: Sequence[str]) -> str:
    return _("{name} is missing.").format(name=apart(lacking[0])) if len(lacking) == 1 else _("Missing: {names}.").format(names=listed(lacking))


def for_example(ctx: Any, numbers: Sequence[str]) -> str:
    """Advice to write a whole command, with these numbers."""
    return _("For example: {command}").format(command=example(ctx, numbers))


def _lacking(parameter: Any, given: dict[str, Any], text: str, path: str) -> str:
    """What of a parameter is missing, as it is typed; "" where nothing is."""
    if given.get(parameter.name) not in (None, "", (), []):
        return ""
    if getattr(parameter, "rich_help_panel", None) == NEEDED:
        return "" if text else _("the text")
    if not parameter.required:
        return ""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else metavars.shown(parameter, path).partition(" ")[0].removesuffix("…")


def example(ctx: Any, numbers: Sequence[str]) -> str:
    """A whole command: the first that its help or its group's gives, else one made of what it needs."""
    helps = "\n".join(one.command.help or "" for one in (ctx, ctx.parent) if one)
    told = re.search(rf"^ *({re.escape(ctx.command_path)} .*)$", helps, re.MULTILINE)
    needed = _needs(ctx.command, ctx.parent.info_name if ctx.parent else "")
    words = told[1].split(" ") if told else [*ctx.command_path.split(" "), *needed]
    place = next((place for place, word in enumerate(words) if is_number(word)), None)
    if place is not None and numbers:
        words[place] = " ".join(map(as_word, numbers))
    return " ".join(words)


_SAMPLES = {
    "DATE": N_("fri"), "DATE|NAME": N_("fri"), "DECISION": "D2026-012", "ITEM": "31", "NOTE": "N-002", "NUMBER": "31", "NUMBER…": "31", "RATING": "4", "RESULT": "V-031",
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
            name = metavar(parameter)
            sample = _NAMED[group] if name in ("NAME", "TITLE") and group in _NAMED else _SAMPLES.get(name, name)
            shown = _(sample)
            yield shown if parameter.param_type_name == "argument" else f"{parameter.opts[0]} {shown}"
    if text:
        sample = _SAMPLES["TEXT"]
        yield _(sample)
