"""Change what items say, and tag them.

Goal, targets and deadline belong to the originator's side; tags, duty and procedure to the lead as well. A tag is taken away with “”.
  officecli edit 31 --due "fri" --reason "the council moved its meeting"
  officecli edit 31 32 33 --depth in-depth --focus hot-issue
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import order_options
from officecli.cli.acts import perform
from officecli.cli.options import ItemFormat, Numbers, Reason, Waive, WaivedBy, WaivedUntil
from officecli.i18n import _
from officecli.model import codes


def run(
    numbers: Numbers,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help=_("The matter."))] = None,
    goal: Annotated[str | None, typer.Option(metavar="TEXT", help=_("What counts as done."))] = None,
    due: Annotated[str | None, typer.Option(metavar="WHEN", help=_("The deadline, counted from the issue day."))] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="SOURCE", help=_("The instruction, meeting or document it comes from."))] = None,
    kind: Annotated[str | None, typer.Option(metavar="|".join(codes.KINDS), help=_("What kind of work it is."))] = None,
    urgency: Annotated[str | None, typer.Option(metavar="|".join(codes.URGENCIES), help=_("How urgent it is."))] = None,
    importance: Annotated[str | None, typer.Option(metavar="|".join(codes.IMPORTANCES), help=_("How important it is."))] = None,
    responsible: Annotated[str | None, typer.Option(metavar="LEADER", help=_("The responsible leader, for the ledger."))] = None,
    hours: Annotated[float | None, typer.Option(metavar="N", min=0, max=100_000, help=_("The effort it takes."))] = None,
    feedback_every: Annotated[str | None, typer.Option(metavar="weekly|monthly|10d", help=_("How often feedback is due."))] = None,
    target: Annotated[list[str], typer.Option(metavar="AMOUNT", help=_("The targets, in place of the old ones."))] = [],
    origin: order_options.Origin = None,
    lead_time: order_options.LeadTime = None,
    depth: order_options.Depth = None,
    focus: order_options.Focus = None,
    duty: order_options.Duty = None,
    procedure: order_options.Procedure = None,
    reason: Reason = "",
    waive: Waive = [],
    waived_by: WaivedBy = "",
    waived_until: WaivedUntil = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.items.steering import Edit, edit_each
    from officecli.typed.items.tags import Tags

    tags = Tags(origin, lead_time, depth, focus, duty, procedure)
    wanted = Edit(title, goal, due, source, kind, urgency, importance, responsible, hours, feedback_every, target, reason, tags)

    def do(act: Acting) -> None:
        edit_each(act, numbers, wanted)

    perform("edit", do, waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_, one=len(numbers) == 1)
