"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from officecli.cli.flags import FORCE, FORMAT, OUTPUT, Flag
from officecli.i18n import _

_TYPES: dict[str, Any] = {
    "text": str,
    "texts": list[str],
    "number": int | None,
    "switch": bool,
    "file": Path | None,
    "word": str,
    "words": list[str] | None,
}


def described(flag: Flag) -> Any:
    """What a flag, or words without one, says of itself, as Typer takes it."""
    module, _dot, function = flag.offer.partition(".")
    offer = getattr(import_module(f"officecli.cli.{module}"), function) if function else None
    shared: dict[str, Any] = {"metavar": flag.metavar or None, "help": _(flag.help), "autocompletion": offer}
    return typer.Option(flag.typed, min=flag.least, max=flag.most, **shared) if flag.typed else typer.Argument(**shared)


def parameter(flag: Flag) -> inspect.Parameter:
    """A flag as a parameter of the function that is made a command."""
    default: Any = inspect.Parameter.empty if flag.needed else [] if flag.kind == "texts" else flag.default
    kind = list[str] if flag.needed and flag.kind == "words" else _TYPES[flag.kind]
    return inspect.Parameter(flag.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, described(flag)])


def taking(parameters: Sequence[inspect.Parameter], run: Callable[..., Any]) -> Callable[..., Any]:
    """A function that takes these by name, as one that Typer makes a command."""

    def command(**typed: Any) -> Any:
        return run(**typed)

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


Format = Annotated[str, described(FORMAT)]
Output = Annotated[Path | None, described(OUTPUT)]
Force = Annotated[bool, described(FORCE)]

Command = Callable[..., None]


def unfolds(name: str, options: Mapping[str, tuple[Any, Any]], fold: Callable[[dict[str, Any]], Any]) -> Callable[[Command], Command]:
    """A command that takes `options` (annotation and default by name) in place of its parameter `name`, and gets what `fold` makes of them."""

    def decorate(run: Command) -> Command:
        own = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in inspect.signature(run, eval_str=True).parameters.values()]
        place = next(place for place, one in enumerate(own) if one.name == name)
        own[place : place + 1] = [
            inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for key, (annotation, default) in options.items()
        ]

        @wraps(run)
        def command(**typed: Any) -> None:
            run(**{key: said for key, said in typed.items() if key not in options}, **{name: fold({key: typed[key] for key in options})})

        command.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in own}
        return command

    return decorate
