"""Say that somebody is away until a day, and who acts meanwhile; without a name, who is away or soon will be.

officecli away priya fri
officecli away me "10 July" "training" --stand-in walter
officecli away
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.office_lists import show
from officecli.cli.printing import check_text_or_json
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("Who is away; “me” for yourself."))] = "",
    until: Annotated[str, typer.Argument(metavar="DATE", help=_("The last day away."))] = "",
    reason: Annotated[list[str] | None, typer.Argument(metavar="REASON", help=_("The reason."))] = None,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The first day away; today if not said."))] = "",
    stand_in: Annotated[
        str,
        typer.Option(
            "--stand-in", metavar="NAME", autocompletion=completing.people, help=_("Who acts meanwhile, if not whoever holds the stand-in post.")
        ),
    ] = "",
    format_: AnswerFormat = "text",
) -> None:
    if not (name or since or stand_in):
        from officecli.reports.office import absences as report

        check_text_or_json(format_)
        show(report.every, "json" if format_ == "json" else "table", None, force=False)
        return
    from officecli.actions.office import absences
    from officecli.cli.missing import need

    need({"NAME": name, "DATE": until})
    carry_out("absent", lambda act: absences.absent(act, name, absences.leave_said(act, [until, *(reason or ())], since, stand_in)), format_)
