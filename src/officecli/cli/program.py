"""The commands, found by folder and imported only when they are called: help and completion read the first line of each file."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from officecli import __version__
from officecli.cli import help as help_
from officecli.errors import BadInput
from officecli.i18n import N_, _

COMMANDS = Path(__file__).parent / "commands"

SECTIONS = {
    N_("The office"): ("init", "setup", "unit", "rank", "post", "duty", "person", "roster", "config", "demo"),
    N_("Work"): (
        "add",
        "list",
        "show",
        "ack",
        "note",
        "part",
        "submit",
        "close",
        "rate",
        "return",
        "extend",
        "grant",
        "decline",
        "prod",
        "tell",
        "wait",
    ),
    N_("Steering"): ("assign", "support", "edit", "suspend", "resume", "cancel", "undo"),
    N_("Ledgers"): ("import", "export"),
    N_("Discipline"): ("request", "decision", "may", "check", "rule", "waiver", "history", "verify"),
}
"""The order of the help page; a command that is in none of them comes under Reports."""


class OfficeCommand(TyperCommand):
    """A command whose help is drawn by display width, in the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


class OfficeGroup(TyperGroup):
    """A group of commands, drawn likewise."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


class Program(OfficeGroup):
    """The root: every file of `commands` and every report is a command."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for names in sections().values() for name in names]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return load(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in names():
            import difflib

            near = difflib.get_close_matches(args[0], names(), 1)
            fix = _("Did you mean {name}?").format(name="officecli " + near[0]) if near else _("See: officecli --help")
            raise BadInput(_("There is no command “{name}”.").format(name=args[0][:60]), fix=fix)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=_(summary(name))) for name in names() if name.startswith(incomplete)]
        return found or super().shell_complete(ctx, incomplete)


def names() -> list[str]:
    """Every command's name, in the order of the help page."""
    return [name for group in sections().values() for name in group]


def sections() -> dict[str, list[str]]:
    """The commands by heading."""
    files = {path.stem.strip("_").replace("_", "-") for path in COMMANDS.glob("*.py") if path.stem != "__init__"}
    from officecli.cli import report_commands

    found = {title: [name for name in listed if name in files] for title, listed in SECTIONS.items()}
    placed = {name for listed in found.values() for name in listed}
    found[N_("Reports")] = sorted((files - placed) | set(report_commands.names()))
    return found


def summary(name: str) -> str:
    """The first line of a command's help, still in English."""
    from officecli.cli import report_commands

    return docstring(_file(name)).partition("\n")[0] if _file(name).exists() else report_commands.summary(name)


def docstring(file: Path) -> str:
    """The docstring of a module, without importing it."""
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def help_text(doc: str) -> str:
    """A docstring as help in the reader's language; its first line and the rest are two messages."""
    first, _break, rest = doc.partition("\n")
    return _(first) + ("\n\n" + _(rest.strip()) if rest.strip() else "")


def load(name: str) -> Any:
    """The command of this name, imported; None if there is none."""
    from officecli.cli import report_commands

    if name in report_commands.names():
        return report_commands.build(name)
    if name not in names():
        return None
    module = import_module("officecli.cli.commands." + _file(name).stem)
    if hasattr(module, "app"):
        command: Any = typer.main.get_group(module.app)
    else:
        command = as_command(name, module.run)
    command.name = name
    command.help = help_text(module.__doc__ or "")
    return command


def as_command(name: str, function: Any) -> Any:
    """A function as a command that draws its own help."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_NAMES)
    alone.command(name, cls=OfficeCommand)(function)
    return typer.main.get_command(alone)


HELP_NAMES = {"help_option_names": ["--help", "-h"]}


def group() -> typer.Typer:
    """An empty group of subcommands; its functions carry their help as `help=`."""
    return typer.Typer(cls=OfficeGroup, rich_markup_mode=None, no_args_is_help=True, context_settings=HELP_NAMES, add_completion=False)


def _file(name: str) -> Path:
    plain = COMMANDS / (name.replace("-", "_") + ".py")
    return plain if plain.exists() else COMMANDS / (name.replace("-", "_") + "_.py")


def program() -> Any:
    """The whole program as one command."""
    app = typer.Typer(
        cls=Program,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings=HELP_NAMES,
        help=_("Who answers for what, by when, and whether it was done."),
    )

    @app.callback()
    def everywhere(
        db: str = typer.Option("", "--db", metavar="PLACE", help=_("Where the office is kept: a path, or postgresql://…")),
        as_name: str = typer.Option("", "--as", metavar="NAME", help=_("Act as this person.")),
        lang: str = typer.Option("", "--lang", metavar="en|zh", help=_("Speak English or Chinese.")),
        no_color: bool = typer.Option(False, "--no-color", help=_("No colours.")),
        version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help=_("Print the version and stop.")),
    ) -> None:
        """Only described here: `session` has taken them before."""

    return typer.main.get_command(app)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"officecli {__version__}")
        raise typer.Exit
