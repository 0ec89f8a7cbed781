"""Commands and groups that draw their own help, by display width and in the reader's language, and read a format off a file's name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from officecli.cli import help as help_
from officecli.errors import BadInput
from officecli.i18n import _, listed

ENDINGS = ("csv", "doc", "docx", "html", "json", "md", "pdf", "toml", "xls", "xlsx")
"""Endings by which whoever opens a file knows what is in it."""

HELP_NAMES = {"help_option_names": ["--help", "-h"]}


class OfficeCommand(TyperCommand):
    """A command that draws its own help; without --format, the ending of the file it writes says the format."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        ending = Path(ctx.params.get("output") or "").suffix.removeprefix(".").lower()
        offered = next((parameter.metavar or "" for parameter in self.params if parameter.name == "format_"), "").split("|")
        if ending in ENDINGS and "format_" in ctx.params and ctx.get_parameter_source("format_").name == "DEFAULT":
            if ending not in offered:
                raise BadInput(_("There is no format “{name}”.").format(name=ending), fix=_("Use one of: {formats}.").format(formats=listed(offered)))
            ctx.params["format_"] = ending
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


class OfficeGroup(TyperGroup):
    """A group of commands, drawn likewise; `whole` marks the program itself, whose commands are listed under headings."""

    whole = False

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


def as_command(name: str, function: Any) -> Any:
    """A function as a command that draws its own help."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_NAMES)
    alone.command(name, cls=OfficeCommand)(function)
    return typer.main.get_command(alone)


def group() -> typer.Typer:
    """An empty group of subcommands; its functions carry their help as `help=`."""
    return typer.Typer(cls=OfficeGroup, rich_markup_mode=None, no_args_is_help=True, context_settings=HELP_NAMES, add_completion=False)
