"""The meeting: its sheet before it, what was decided read back after it, and its minutes.

officecli meeting sheet -o meeting.xlsx
officecli meeting read meeting.xlsx "Morning meeting" --dry-run
officecli meeting minutes "Morning meeting" -o minutes.docx
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from officecli.cli import completing, report_commands, session
from officecli.cli.asking import answered, may_ask
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.file_given import file_given
from officecli.cli.look import show
from officecli.cli.named_file import ready_to_write
from officecli.cli.options import Force, Format, Output
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.reports.chain import meeting_sheet

app = group()

_READ_BACK = ("csv", "json", "xlsx")
"""Formats in which a sheet has its marks: the others are looked at, and not read back."""


def _shown(found: Any, format_: str) -> Any:
    return found if format_ in _READ_BACK else meeting_sheet.to_read(found)


app.command("sheet", cls=OfficeCommand, help=_("The ledger of what is open, with columns to write into what the meeting decides."))(
    report_commands.asking(meeting_sheet.sheet, meeting_sheet.TAKES, _shown)
)


@app.command(
    "read", cls=OfficeCommand, help=_("Record what was written into the sheet: each decision as the act it is, under the rules, as one command.")
)
def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The sheet as it came back, in any kind of file; - for the standard input."))],
    named: Annotated[str, typer.Argument(metavar="MEETING", help=_("Which meeting it was: puts what it decided on record, for its minutes."))] = "",
    meeting: Annotated[str, typer.Option("--meeting", metavar="MEETING", help=_("The same as an option."))] = "",
    date: Annotated[str, typer.Option("--date", metavar="DAY", help=_("The day of the meeting; today if not given."))] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="LEADER", autocompletion=completing.people, help=_("Who decided; else whoever stands at the top of the office.")
        ),
    ] = "",
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help=_("Which sheet of the workbook to read."))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))] = False,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.cli.answers.ledgers.meeting import report
    from officecli.cli.answers.ledgers.warnings import warnings
    from officecli.files.meeting.plan import Meeting
    from officecli.files.meeting.recording import read_meeting
    from officecli.formats.out.output import deliver
    from officecli.formats.terminal.message import show_warnings

    current = session.current
    to = ready_to_write(output, format_, force=force)
    if named and meeting:
        raise BadInput(_("The meeting is named twice."), fix=_("Give it once."))
    meeting = named or meeting
    if (date or by) and not meeting.strip():
        raise BadInput(
            _("--date and --by are of the meeting, and no meeting is named."),
            fix=_('Name it: officecli meeting read {file} "Morning meeting"').format(file=file),
        )
    if not meeting and not dry_run and may_ask():
        meeting = answered(_("Which meeting it was, for its minutes (Enter for none)"), "")
    with file_given(file) as path:
        came = read_meeting(current.place(), path, current.who(), meeting=Meeting(meeting, date, by), sheet=sheet, dry_run=dry_run)
        found = report(path, came, for_people=format_ not in ("json", "csv"))
    show_warnings(warnings(came.warned), color=current.color)
    deliver(found, format_, to=to, showing=current.showing)
    if came.problems or came.conflict:
        raise typer.Exit(1)


@app.command("minutes", cls=OfficeCommand, help=_("What a meeting decided: on which matter, by when it is to be done now, and by whom."))
def minutes(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The meeting, or the number of its decision; the last one if not given."))] = "",
    date: Annotated[str, typer.Option("--date", metavar="DAY", help=_("The day of the meeting."))] = "",
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.reports.chain.minutes import minutes as minutes_of

    show(lambda read: minutes_of(read, name, date), format_, output, force=force)
