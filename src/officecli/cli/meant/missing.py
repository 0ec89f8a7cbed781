"""What a command lacks is said at once, with one example of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officecli.cli import metavars, session
from officecli.cli.marks import EACH, NEEDED, ONE, SHORT
from officecli.cli.meant.examples import example
from officecli.cli.meant.line_meant import as_meant
from officecli.cli.meant.not_whole import NotWhole, for_example
from officecli.cli.numbers_typed import is_of_an_item, numbers_then_text
from officecli.errors import BadInput
from officecli.i18n import _, apart, listed


def everything_missing(command: Any, ctx: Any, args: Sequence[str]) -> BadInput:
    """The error of a command line that lacks something: all it lacks, and the line
    that is meant, or an example in which the numbers are those that were typed.
    """
    with command.make_context(ctx.info_name, list(args), parent=ctx.parent, resilient_parsing=True) as whole:
        given = {**whole.params, **_sole_number(command, whole.params, args)}
    numbers, text = numbers_then_text(given["words"]) if given.get("words") else (_numbers(command, given), "")
    lacking = [(parameter, name) for parameter in command.params if (name := _lacking(parameter, given, text, ctx.command_path))]
    names = [name for _parameter, name in lacking]
    meant = as_meant(whole, whole.args)
    if meant and all(any(f" {option} " in meant for option in (*parameter.opts, SHORT.get(name, name))) for parameter, name in lacking):
        return NotWhole(_said(names), meant)
    return NotWhole(_said(names), example(ctx, numbers), for_example())


def _sole_number(command: Any, given: Mapping[str, Any], args: Sequence[str]) -> dict[str, Any]:
    """The one number that was typed, where the argument behind the numbers took it for itself: `rate 31` lacks the rating."""
    each, *behind = [parameter for parameter in command.params if parameter.param_type_name == "argument"] or [None]
    if getattr(each, "rich_help_panel", None) != EACH or not behind or given.get(each.name):
        return {}
    numbers = [word for word in args if is_of_an_item(word)][:1]
    return {each.name: numbers, behind[-1].name: None} if numbers else {}


def _numbers(command: Any, given: Mapping[str, Any]) -> list[str]:
    """The items' numbers that were typed, of a command that takes no text behind them."""
    named = (given.get(parameter.name) for parameter in command.params if getattr(parameter, "rich_help_panel", None) in (EACH, ONE))
    return [number for value in named if value for number in ([value] if isinstance(value, str) else value)]


def need(wanted: Mapping[str, object], **ruled: object) -> None:
    """Raise BadInput for all that is missing of what a command wants together: what is typed → what was given for it.

    Where nothing else is missing, the options `ruled` are left to the rule that asks for them.
    """
    ctx = session.context()
    people = any(name in ctx.command_path.split() for name in ("away", "back", "person"))
    lacking = [metavars.in_words(name, ctx.command_path, of_people=people) for name, given in wanted.items() if not given]
    if lacking:
        lacking += [f"--{name}" for name, given in ruled.items() if not given]
        words = ctx.params.get("words") or ()
        numbers = numbers_then_text(words)[0] if words else ()
        raise NotWhole(_said(lacking), example(ctx, numbers), for_example())


def _said(lacking: Sequence[str]) -> str:
    if len(lacking) > 1:
        return _("Missing: {names}.").format(names=listed(lacking))
    said = _("{name} is missing.").format(name=apart(lacking[0]))
    return said[:1].upper() + said[1:]


def _lacking(parameter: Any, given: dict[str, Any], text: str, path: str) -> str:
    """What of a parameter is missing, as it is typed; "" where nothing is."""
    if given.get(parameter.name) not in (None, "", (), []):
        return ""
    if getattr(parameter, "rich_help_panel", None) == NEEDED:
        return "" if text else _("the text")
    if not parameter.required:
        return ""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else metavars.shown(parameter, path).partition(" ")[0].removesuffix("…")
