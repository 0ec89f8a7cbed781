"""A whole command to go by, where one lacks something: from its help, else made of what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from officecli.cli.marks import NEEDED
from officecli.cli.meant import not_whole
from officecli.cli.metavars import metavar
from officecli.cli.numbers_typed import is_number
from officecli.hints import Any
from officecli.i18n import N_, _
from officecli.shell import as_word


def for_example(ctx: Any, numbers: Sequence[str]) -> str:
    """Advice to write a whole command, with these numbers."""
    return not_whole.for_example().format(command=example(ctx, numbers))


def example(ctx: Any, numbers: Sequence[str]) -> str:
    """A whole command: the first that its help or its group's gives, else one made of what it needs."""
    helps = "\n".join(one.command.help or "" for one in (ctx, ctx.parent) if one)
    path = f"{ctx.parent.command.path(ctx.parent)} {ctx.info_name}" if hasattr(ctx.parent and ctx.parent.command, "path") else ctx.command_path
    told = re.search(rf"^ *({re.escape(path)} .*)$", helps, re.MULTILINE)
    needed = _needs(ctx.command, path.removeprefix("officecli ").removesuffix(f" {ctx.info_name}"))
    words = told[1].split(" ") if told else [*path.split(" "), *needed]
    place = next((place for place, word in enumerate(words) if is_number(word)), None)
    if place is not None and numbers:
        words[place] = " ".join(map(as_word, numbers))
    return " ".join(words)


_SAMPLES = {
    "DATE": N_("fri"), "DATE|NAME": N_("fri"), "DECISION": "D2026-012", "ITEM": "31", "NOTE": "N-002", "NUMBER": "31", "NUMBER…": "31", "RATING": "4",
    "RESULT": "V-031", "RESULT…": "V-031", "TARGET": "T-012", "WAIVER": "W-004", "POST": N_("Records/Clerk"), "TEXT": N_('"two replies are missing"'),
    "TITLE": N_('"Survey of lifts"'), "NAME": N_("Ana"), "FILE": "office.toml",
}  # fmt: skip
"""What stands for an argument in an example, so that it runs as it is."""
_NAMED = {
    "unit": N_("Records"), "rank": N_("Supervisor"), "body": N_('"County Water Bureau"'), "procedure": N_('"Monthly return"'), "config": "sign.urgent_hours",
    "config --mine": "lang", "duty": N_('"Keep the action log"'),
}  # fmt: skip
"""What stands for a name, by what it is the name of."""

_TEXTS = {
    "cancel": N_('"it came twice"'), "suspend": N_('"the new rules are awaited"'), "reopen": N_('"closed by mistake"'), "submit": N_('"12 articles placed"'),
}  # fmt: skip
"""What stands for the text of a command whose reason or result would be another."""


def _needs(command: Any, group: str) -> Iterator[str]:
    text = next((parameter for parameter in command.params if getattr(parameter, "rich_help_panel", None) == NEEDED), None)
    for parameter in command.params:
        if parameter.required:
            name = metavar(parameter)
            sample = _NAMED[group] if name in ("NAME", "TITLE") and group in _NAMED else _SAMPLES.get(name, name)
            shown = _(sample)
            yield shown if parameter.param_type_name == "argument" else f"{parameter.opts[0]} {shown}"
    if text:
        yield sample_text(command)


def sample_text(command: Any) -> str:
    """An example of the text that a command needs."""
    sample = _TEXTS.get(command.name, _SAMPLES["TEXT"])
    return _(sample)
