"""Ask every rule about everything on record: what is wrong, who answers for it, and what to do.

Exits 1 when something is found that would be refused today and is not waived; with --strict, when anything is found that is not waived.
  officecli check
  officecli check --rule R102
  officecli check --severity refuse --format csv -o findings.csv
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.options import MOST_ROWS, Force, Format, Output
from officecli.i18n import _


def run(
    rule: Annotated[str, typer.Option(metavar="CODE|NAME", autocompletion=completing.rules, help=_("Only this rule."))] = "",
    severity: Annotated[str, typer.Option(metavar="refuse|warn|audit|advice", help=_("Only findings of this severity."))] = "",
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit 1 for any finding that is not waived."))] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, max=MOST_ROWS, help=_("At most so many rows; 0 for all."))] = None,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.formats.output import deliver
    from officecli.reports.office.findings import SEVERITIES, found

    with session.current.read() as read:
        report = found(read, rule=rule, severity=severity, limit=0 if limit is None and format_ != "table" else limit)
    deliver(report, format_, path=output, force=force, color=session.current.color)
    grave = SEVERITIES if strict else ("refuse",)
    if any(report.summary[kind] for kind in grave):
        raise typer.Exit(1)
