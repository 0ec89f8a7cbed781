"""Import a ledger from a spreadsheet: every row becomes an item, or is said to be wrong and why.

Headings may be in English or Chinese and in any order; who leads and what the matter is must be there. Nothing is recorded
unless every row is good, or --skip-bad is given. Where a row does not say who ordered it, the direct superior of its lead reviews the result.
What Planner, Jira, Kanboard, OpenProject, Redmine, Todoist, Trello, Vikunja, Taskwarrior, todo.txt and calendars (.ics) export is read as well.

The same ledger comes again next month: a row is known by its number, else by its matter, source and issue day. What it says otherwise than the
office is shown field by field, and applied with --update, each difference as the act it is; what was changed here meanwhile is left.
  officecli import ledger.xlsx --dry-run
  officecli import ledger.csv --dates dmy --map "Who does it=lead" --map "Remarks=ignore" --save-map clerk
  officecli import tasks.json --lead Ana
  officecli import august.xlsx --update --dry-run
  officecli import ledger.xlsx --dry-run -o checked.xlsx
  officecli import ledger.csv --map "Status:Mitigated=closed" --map "Ward=label"
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from officecli.cli import completing, session
from officecli.cli.file_given import file_given
from officecli.cli.named_file import DASH, ready_to_write
from officecli.cli.options import Force, Output
from officecli.errors import BadInput
from officecli.formats import choices
from officecli.i18n import _

if TYPE_CHECKING:
    from officecli.files.ledger.checked import Checked
    from officecli.files.ledger.imported import Imported
    from officecli.files.ledger.rows.read_as import ReadAs
    from officecli.formats.out.whole_file import Named

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help=_("The ledger: a workbook of any program, a Word file, a web page called .xls, or text; - for the standard input.")
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help=_(
            "The sheet to read; else those that are the ledger, the one the workbook opens on first. SHEET:6, or :6, is the table headed in row 6."
        ),
    ),
]
Map = Annotated[
    list[str],
    typer.Option(
        "--map", metavar="HEADING=COLUMN", help=_("What a heading means: a column, “label” or “ignore”; HEADING:WORD=STATE says what a word means.")
    ),
]
SaveMap = Annotated[
    str, typer.Option("--save-map", metavar="NAME", help=_("Keep what --map says, to be used again where the same headings come back."))
]
Maps = Annotated[bool, typer.Option("--maps", help=_("List the maps kept, and import nothing."))]
Dates = Annotated[
    str,
    typer.Option(metavar="dmy|mdy|ymd", help=_("In which order day, month and year stand in numbers; else as the columns show, or the region.")),
]
DueRule = Annotated[
    str,
    typer.Option(
        "--due-rule",
        metavar="TEXT",
        help=_("The deadline of rows that have none, from their issue day: “10 working days from receipt”; else what stands above the table."),
    ),
]
FollowUp = Annotated[
    str,
    typer.Option(
        "--follow-up",
        metavar="PERSON",
        autocompletion=completing.people,
        help=_("Who here leads what an outside body does, where nothing else says it."),
    ),
]
Lead = Annotated[
    str,
    typer.Option("--lead", metavar="PERSON", autocompletion=completing.people, help=_("Who leads what names nobody: whose list of tasks it is.")),
]
AddBodies = Annotated[bool, typer.Option("--add-bodies", help=_("Enter the outside bodies that are not on record yet."))]
Update = Annotated[
    bool, typer.Option("--update", help=_("Bring the items on record in line with the rows that differ, unless they were changed here since."))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help=_("Import the good rows, whatever the others are."))]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=choices(),
        help=_("How to show what came of it; -o checked.xlsx or checked.csv is the ledger itself, with a column that says how each row was read."),
    ),
]


def run(
    ctx: typer.Context,
    file: File = None,
    sheet: Sheet = None,
    map_: Map = [],
    save_map: SaveMap = "",
    maps: Maps = False,
    dates: Dates = "",
    due_rule: DueRule = "",
    follow_up: FollowUp = "",
    lead: Lead = "",
    add_bodies: AddBodies = False,
    update: Update = False,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.files.ledger.imported import How
    from officecli.files.ledger.importing import import_ledger
    from officecli.files.ledger.people.bodies import BodyOptions
    from officecli.formats.terminal.progress import progress

    gives_back = _gives_back(ctx, format_, output)
    to = ready_to_write(output, "table" if gives_back else format_, force=force)
    if maps:
        _show_maps(format_, to)
        return
    if file is None:
        raise BadInput(_("No ledger is named."), fix=_("Name its file: officecli import ledger.xlsx"))
    asked = _read_as(map_, save_map, sheet=sheet, dates=dates, due_rule=due_rule, lead=lead)
    with file_given(file) as ledger, progress(_("Importing"), threshold=3000) as tick:
        came = import_ledger(
            session.current.place(),
            ledger,
            session.current.who(),
            asked=asked,
            bodies=BodyOptions(follow_up, add_bodies),
            how=How(dry_run=dry_run, skip_bad=skip_bad, update=update, told=gives_back),
            tick=tick,
        )
        given_back = _checked(ledger, asked, came) if gives_back else None
    if save_map:
        _keep(save_map, map_, came)
    _tell(ledger, came, given_back, format_, to)
    if (came.problems or (update and came.conflict)) and not skip_bad:
        raise typer.Exit(1)


def _gives_back(ctx: typer.Context, format_: str, output: Path | None) -> bool:
    """Whether the ledger itself is given back: as a workbook, or as text for a spreadsheet that is named by nothing but the file's ending."""
    in_a_file = output not in (None, DASH)
    by_ending = getattr(ctx.get_parameter_source("format_"), "name", "") == "DEFAULT"
    if format_ == "xlsx" and not in_a_file:
        raise BadInput(_("A {format} file is no text for a window.").format(format=format_), fix=_("Write it to a file with -o."))
    return format_ == "xlsx" or (format_ == "csv" and in_a_file and by_ending)


def _show_maps(format_: str, to: Named | None) -> None:
    from officecli.cli.answers.ledgers.maps import report
    from officecli.files.ledger.columns.remembered import kept_maps
    from officecli.formats.out.output import deliver

    deliver(report(kept_maps()), format_, to=to, showing=session.current.showing)


def _read_as(map_: list[str], save_map: str, *, dates: str, **more: Any) -> ReadAs:
    """How the file is to be read; maps that are kept serve where none is typed."""
    from officecli.files.ledger.columns.by_heading.mapping import mapping_example, parse_mapping
    from officecli.files.ledger.columns.remembered import kept_maps
    from officecli.files.ledger.rows.read_as import ReadAs
    from officecli.typed.dates.orders import order_typed

    if save_map and not map_:
        raise BadInput(_("There is nothing to keep: --save-map keeps what --map says of the headings."), fix=mapping_example(_("Main task")))
    return ReadAs(mapping=parse_mapping(map_), dates=order_typed(dates), maps=() if map_ else kept_maps(), **more)


def _checked(ledger: Path, asked: ReadAs, came: Imported) -> Checked:
    """The ledger with what is said of each row."""
    from officecli.cli.answers.ledgers.checked import told
    from officecli.files.ledger.checked import checked

    return checked(ledger, asked, came, told(came))


def _keep(name: str, map_: list[str], came: Imported) -> None:
    """Keep what --map said, and tell where; a trial only says that it would be kept."""
    from officecli.files.ledger.columns.remembered import keep, keepable

    if came.trial:
        keepable(name, came.headings, map_)
        came.notes.append(_("Without --dry-run the map is kept as “{name}”.").format(name=name))
        return
    came.notes.append(_("The map is kept as “{name}” in {path}.").format(name=name, path=keep(name, came.headings, map_)))


def _tell(ledger: Path, came: Imported, given_back: Checked | None, format_: str, to: Named | None) -> None:
    """What is warned of, and what came of it or the ledger given back; what goes into a file leaves its headline to the window."""
    from officecli.cli.answers.ledgers.imported import report
    from officecli.cli.answers.ledgers.warnings import warnings
    from officecli.formats.out.checked_file import write_checked
    from officecli.formats.out.output import deliver, say_written
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.message import show_warnings

    show_warnings(warnings(came.warned), color=session.current.color)
    found = report(ledger, came, for_people=format_ not in ("json", "csv"))
    if given_back is not None and to is not None:
        write_checked(given_back, to, workbook=format_ == "xlsx")
        say_written(to.path)
    else:
        deliver(found, format_, to=to, showing=session.current.showing)
    if to is not None:
        with standard_output() as stream:
            stream.write(found.headline + "\n")
