"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from officecli.cli import session
from officecli.formats import choices
from officecli.i18n import _

if TYPE_CHECKING:
    from officecli.formats.out.whole_file import Named

MOST_ROWS = 1_000_000_000
"""More than any office has, and few enough for both engines."""

DASH = Path("-")
"""What stands for the standard input or output where a file is named."""

Format = Annotated[str, typer.Option("--format", metavar=choices(), help=_("How to show it."))]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help=_("Write it to this file."))]
Force = Annotated[bool, typer.Option("--force", help=_("Write over a file that is there."))]

Command = Callable[..., None]


def named(output: Path | None, *, force: bool, private: bool = False) -> Named | None:
    """The file to write, as -o and --force say, a `private` one for its owner alone; None, for `-` too, is the standard output."""
    from officecli.formats.out.whole_file import Named

    return None if output in (None, DASH) else Named(output, session.current.file(), force, private)


def ready_to_write(output: Path | None, format_: str, *, force: bool) -> Named | None:
    """The file as `named`; a format or file that will not do is refused now, before anything is recorded."""
    from officecli.formats.out.output import format_for
    from officecli.formats.out.whole_file import refuse_early

    to = named(output, force=force)
    format_for(format_, output)
    if to is not None:
        refuse_early(to)
    return to


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
