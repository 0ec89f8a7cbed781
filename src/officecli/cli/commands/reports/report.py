"""List the reports, or show one: officecli report NAME is the same as officecli NAME."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import typer

from officecli.cli import catalogue, report_commands, session
from officecli.cli.command_classes import HELP_NAMES, OfficeGroup
from officecli.cli.options import Format
from officecli.errors import NotFound
from officecli.i18n import _
from officecli.near import asked_back, slip_of
from officecli.shell import as_word


class Reports(OfficeGroup):
    """Every report as a command of its own, imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(catalogue.reports())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return report_commands.build(cmd_name) if catalogue.is_report(cmd_name) else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not catalogue.is_report(args[0]):
            from officecli.cli.meant.words_tried import commands_tried  # only who names none waits for it

            tried = [name for name in commands_tried(args[0]) if catalogue.is_report(name)]
            words = [args[0], *takewhile(lambda word: not word.startswith("-"), args[1:])]
            raise NotFound(_("There is no report “{name}”.").format(name=" ".join(words)[:60]), fix=_instead(words, tried))
        return super().resolve_command(ctx, args)


def _instead(words: Sequence[str], tried: Sequence[str]) -> str:
    """What to type instead of these words: the report they are tried for, what else shows what they name, or the nearest."""
    from officecli.cli.meant.words_asked import report_meant

    if not tried and (line := report_meant(words)):
        return asked_back(line)
    near = tried[:1] or slip_of(words[0], catalogue.reports())
    find = _("To find items: {command}").format(command=f"officecli list {as_word(' '.join(words))}")
    return asked_back(f"officecli report {near[0]}") if near else "\n".join([_("See them with: officecli report"), find])


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
    deliver(Report("report", _("Reports"), "", columns, rows, notes=(note,), total=len(rows)), format_, showing=session.current.showing)
