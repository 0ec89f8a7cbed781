"""Words too many that are a person, a unit or a day: the command line as it is written, with the option before each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from officecli.cli import session
from officecli.cli.marks import SHORT
from officecli.errors import OfficeError
from officecli.shell import as_word

BETWEEN = frozenset(
    ["to", "by", "for", "due", "until", "on", "before", "and", "the", "lead", "with", "由", "给", "交", "在", "到", "于", "前", "时限", "牵头"]
)
"""Words that only join what is meant."""
_OPTIONS = {"day": ("--due", "--to"), "somebody": ("--to", "--lead", "--person"), "unit": ("--unit",)}
"""What a word may mean → the options that take it, the first that a command has."""


def with_options(ctx: Any, extra: Sequence[str]) -> str:
    """The whole command in which each of the `extra` words follows the option it is for; "" where one of them is for none, or for one that is given."""
    found = [(option_of(ctx.command, word), word) for word in extra if word.casefold() not in BETWEEN]
    wanted = [option for option, _word in found]
    if not found or "" in wanted or len(set(wanted)) < len(wanted):
        return ""
    typed: list[str] = []
    given: list[str] = []
    for parameter in ctx.command.params:
        value = ctx.params.get(parameter.name)
        if parameter.param_type_name == "argument":
            typed += map(as_word, _typed(value))
        elif ctx.get_parameter_source(parameter.name).name == "COMMANDLINE":
            if not set(wanted).isdisjoint(parameter.opts):
                return ""
            option = min(parameter.opts, key=len)
            given += [option] if value is True else [f"{option} {as_word(one)}" for one in _typed(value)]
    return " ".join((ctx.command_path, *typed, *given, *(f"{option} {as_word(word)}" for option, word in found)))


def option_of(command: Any, word: str) -> str:
    """The option, in short, that a word is for: a day's, somebody's or a unit's; "" for none, and where there is no office to ask."""
    options = {option for parameter in command.params for option in parameter.opts}
    taken = {kind: option for kind, those in _OPTIONS.items() if (option := next((one for one in those if one in options), ""))}
    option = taken.get(_means(word, taken), "")
    return SHORT.get(option, option)


def is_day_or_somebody(text: str) -> bool:
    """Whether a text is one day, or names one person; not where there is no office to ask."""
    return bool(_means(text, ("day", "somebody")))


def _means(text: str, kinds: Iterable[str]) -> str:
    """Which of these kinds of `_OPTIONS` a text is, the first of them; "" for none, and where there is no office to ask."""
    from officecli.typed.dates import almanac, read_date
    from officecli.typed.office.people import find_person
    from officecli.typed.office.units import find_unit

    with suppress(OfficeError), session.current.read() as read:
        reading: dict[str, Callable[[], object]] = {
            "day": lambda: read_date(text, base=read.today, by=almanac(read)),
            "somebody": lambda: find_person(read, text),
            "unit": lambda: find_unit(read, text),
        }
        for kind in kinds:
            with suppress(OfficeError):
                if reading[kind]():
                    return kind
    return ""


def _typed(value: Any) -> list[str]:
    return [] if value is None else [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
