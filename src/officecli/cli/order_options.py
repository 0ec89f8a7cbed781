"""What is said of an item when it is registered; `add` and `decision items` take the same."""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.i18n import _
from officecli.model import codes

Title = Annotated[str, typer.Argument(help=_("The matter, in a few words."))]
Lead = Annotated[str, typer.Option(metavar="NAME", autocompletion=completing.people, help=_("Who leads it; “me” for yourself."))]
Due = Annotated[str, typer.Option(metavar="WHEN", help=_("By when, counted from the issue day."))]
Support = Annotated[list[str], typer.Option(metavar="NAME:PART", help=_("Who supports it, and with which part."))]
Source = Annotated[str, typer.Option("--from", metavar="SOURCE", help=_("The instruction, meeting or document it comes from."))]
Responsible = Annotated[str, typer.Option(metavar="LEADER", help=_("The responsible leader, for the ledger."))]
Kind = Annotated[str, typer.Option(metavar="|".join(codes.KINDS), help=_("What kind of work it is: ad hoc if not said, routine with a procedure."))]
Urgency = Annotated[str, typer.Option(metavar="|".join(codes.URGENCIES), help=_("How urgent it is."))]
Importance = Annotated[str, typer.Option(metavar="|".join(codes.IMPORTANCES), help=_("How important it is."))]
Goal = Annotated[str, typer.Option(metavar="TEXT", help=_("What counts as done."))]
TargetAmount = Annotated[list[str], typer.Option(metavar="AMOUNT", help=_("A number with its unit: “12 articles”, 100%."))]
Issued = Annotated[str, typer.Option(metavar="DATE", help=_("The day it is handed out: past, today or ahead."))]
Hours = Annotated[float | None, typer.Option(metavar="N", min=0, max=100_000, help=_("The effort it takes."))]
FeedbackEvery = Annotated[str, typer.Option(metavar="weekly|monthly|10d", help=_("How often feedback is due."))]
Began = Annotated[str, typer.Option(metavar="DATE", help=_("The day work on it began, if that was before it was registered."))]
Origin = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(codes.ORIGINS),
        autocompletion=completing.codes("origin"),
        help=_("Assigned, or one's own initiative; derived where not said."),
    ),
]
LeadTime = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(codes.LEAD_TIMES),
        autocompletion=completing.codes("lead_time"),
        help=_("Needed now, or begun ahead; derived where not said."),
    ),
]
Depth = Annotated[
    str | None, typer.Option(metavar="|".join(codes.DEPTHS), autocompletion=completing.codes("depth"), help=_("General advice, or in-depth work."))
]
Focus = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(codes.FOCUSES), autocompletion=completing.codes("focus"), help=_("The leader's focus, a hard point, or a hot issue.")
    ),
]
Duty = Annotated[str | None, typer.Option(metavar="TITLE", autocompletion=completing.duties, help=_("The duty it falls under."))]
Procedure = Annotated[str | None, typer.Option(metavar="NAME", autocompletion=completing.procedures, help=_("The procedure it follows."))]
