"""List the reports, or show one: officecli report NAME is the same as officecli NAME."""

from __future__ import annotations

from typing import Any

import typer

from officecli.cli import catalogue, report_commands, session
from officecli.cli.command_classes import HELP_NAMES, OfficeGroup
from officecli.cli.options import Format
from officecli.errors import NotFound
from officecli.i18n import _
from officecli.near import perhaps_meant


class Reports(OfficeGroup):
    """Every report as a command of its own, imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(catalogue.reports())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return report_commands.build(cmd_name) if catalogue.is_report(cmd_name) else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not catalogue.is_report(args[0]):
            from officecli.cli.words_tried import commands_tried  # only who names none waits for it

            tried = [name for name in commands_tried(args[0]) if catalogue.is_report(name)]
            named = {name: f"officecli report {name}" for name in catalogue.reports()}
            fix = perhaps_meant(tried[0] if tried else args[0], named, _("See them with: officecli report"))
            raise NotFound(_("There is no report “{name}”.").format(name=args[0][:60]), fix=fix)
        return super().resolve_command(ctx, args)


app = typer.Typer(cls=Reports, rich_markup_mode=None, context_settings=HELP_NAMES, add_completion=False, invoke_without_command=True)


@app.callback()
def run(ctx: typer.Context, format_: Format = "table") -> None:
    if ctx.invoked_subcommand is not None:
        return
    from officecli.formats.out.output import deliver
    from officecli.reports.shape.report import Column, Report

    rows = tuple({"report": name, "shows": _(catalogue.summary(name))} for name in catalogue.reports())
    columns = (Column("report", _("report")), Column("shows", _("what it shows"), wide=True, sentence=True))
    note = _("What one can be limited to, and how it is shown: officecli report NAME --help")
    deliver(Report("report", _("Reports"), "", columns, rows, notes=(note,), total=len(rows)), format_, look=session.current.look)
