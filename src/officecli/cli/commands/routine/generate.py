"""Make the items of the procedures that come round, each occurrence once.

It may be run from cron as often as one likes: what was made is not made again. Without --until everything is made that is to be
handed out within a week. What nobody can lead is said, and tried again the next time.
  officecli generate --quiet
  officecli generate --until 2027-12-31 --dry-run
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from officecli.cli import session
from officecli.cli.named_file import ready_to_write
from officecli.cli.options import Force, Format, Output
from officecli.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from officecli.actions.procedures.generating import Generated, Made
    from officecli.reports.shape.report import Report


def run(
    until: Annotated[str, typer.Option(metavar="DATE", help=_("Make what is to be handed out by this day; else within a week."))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be made."))] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help=_("Print nothing where there is nothing."))] = False,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.actions.procedures.generating import generate
    from officecli.formats.out.output import deliver
    from officecli.formats.terminal.message import show_warnings
    from officecli.formats.terminal.progress import progress

    current = session.current
    to = ready_to_write(output, format_, force=force)
    with progress(_("Making what comes round"), threshold=1000) as tick:
        came = generate(current.place(), current.who(), until=until, dry_run=dry_run, tick=tick)
    show_warnings(came.warnings, color=current.color)
    if quiet and not came.made:
        return
    deliver(_report(came), format_, to=to, showing=current.showing)


def _report(came: Generated) -> Report:
    """What was made, by procedure."""
    from officecli.reports.shape.report import Column, Report

    columns = (
        Column("procedure", _("procedure"), wide=True),
        Column("items", _("items"), "integer"),
        Column("first", _("first for"), "date"),
        Column("last", _("last for"), "date", weight=2),
        Column("leads", _("lead"), weight=2, wide=True, beside=("led",)),
    )
    rows = tuple(
        {
            "procedure": one.procedure,
            "items": one.items,
            "first": f"{one.first}",
            "last": f"{one.last}",
            "leads": _leads(one),
            "led": [{"name": name, "items": n} for name, n in one.leads.most_common()],
        }
        for one in came.made
    )
    return Report(
        name="generate",
        title=_("What comes round until {day}").format(day=came.until.isoformat()),
        as_of=came.day,
        columns=columns,
        rows=rows,
        summary={"items": came.items, "procedures": len(came.made), "until": came.until.isoformat(), "written": came.written},
        headline=_headline(came) if rows else "",
        notes=tuple(came.notes),
        empty=_("Nothing new comes round until then."),
        total=len(rows),
        head=came.head,
    )


def _leads(one: Made) -> str:
    return listed(name if len(one.leads) == 1 else f"{name} {n}" for name, n in one.leads.most_common())


def _headline(came: Generated) -> str:
    if came.written:
        return ngettext("{n} item made.", "{n} items made.", came.items).format(n=came.items)
    return ngettext("{n} item would be made; nothing was recorded.", "{n} items would be made; nothing was recorded.", came.items).format(
        n=came.items
    )
