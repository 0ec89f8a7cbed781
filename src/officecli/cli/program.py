"""The program: its commands are imported only when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer

from officecli import __version__
from officecli.cli import catalogue
from officecli.cli.command_classes import HELP_NAMES, OfficeGroup, as_command
from officecli.cli.options import parameter, taking
from officecli.errors import BadInput
from officecli.i18n import LANGUAGES, _


class Program(OfficeGroup):
    """The root: every file of `commands` and every report is a command."""

    whole = True

    def list_commands(self, ctx: Any) -> list[str]:
        return catalogue.names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return load(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and not catalogue.is_command(args[0]):
            from officecli.cli.meant.commands_meant import hint  # only who mistyped waits for it

            raise BadInput(_("There is no command “{name}”.").format(name=args[0][:60]), fix=hint(args[0], args[1:]))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=help_) for name, help_ in catalogue.begun(incomplete)]
        return found or super().shell_complete(ctx, incomplete)


def load(name: str) -> Any:
    """The command of this name, imported; None if there is none."""
    if catalogue.is_report(name):
        from officecli.cli import report_commands

        return report_commands.build(name)
    if not catalogue.is_command(name):
        return None
    module = import_module(catalogue.module_of(name))
    if hasattr(module, "app"):
        command: Any = typer.main.get_group(module.app)
    else:
        command = as_command(name, taking([*map(parameter, module.FLAGS)], module.run) if hasattr(module, "FLAGS") else module.run)
    command.name = name
    command.help = catalogue.help_text(module.__doc__ or "")
    return command


def program() -> Any:
    """The whole program as one command."""
    app = typer.Typer(
        cls=Program,
        rich_markup_mode=None,
        add_completion=False,
        context_settings=HELP_NAMES,
        help=_("Who answers for what, by when, and whether it was done."),
    )

    @app.callback()
    def everywhere(
        *,
        db: str = typer.Option("", "--db", metavar="PLACE", help=_("Where the office is kept: a path, or postgresql://…")),
        as_name: str = typer.Option("", "--as", metavar="NAME", help=_("Act as this person.")),
        lang: str = typer.Option("", "--lang", metavar="|".join(LANGUAGES), help=_("Speak English or Chinese.")),
        no_color: bool = typer.Option(False, "--no-color", help=_("No colours.")),
        no_pager: bool = typer.Option(False, "--no-pager", help=_("Show everything at once, however long it is.")),
        plain: bool = typer.Option(False, "--plain", help=_("No lines, blocks or signs: words only.")),
        version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help=_("Print the version and stop.")),
    ) -> None:
        """Only described here: `session` has taken them before."""

    return typer.main.get_command(app)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"officecli {__version__}")
        raise typer.Exit
