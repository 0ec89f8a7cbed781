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
from typing import TYPE_CHECKING, Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.file_given import file_given
from officecli.cli.options import DASH, Force, Output, ready_to_write
from officecli.errors import BadInput
from officecli.formats import choices
from officecli.i18n import _, listed, ngettext, phrases, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from officecli.files.ledger.columns.remembered import Kept
    from officecli.files.ledger.imported import Imported
    from officecli.reports.shape.report import Report


def run(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help=_("The ledger: a workbook of any program, a Word file, a web page called .xls, or text; - for the standard input.")
        ),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("The sheet to read; else those that are the ledger, the one the workbook opens on first."))
    ] = None,
    map_: Annotated[
        list[str],
        typer.Option(
            "--map",
            metavar="HEADING=COLUMN",
            help=_("What a heading means: a column, “label” or “ignore”; HEADING:WORD=STATE says what a word means."),
        ),
    ] = [],
    save_map: Annotated[
        str, typer.Option("--save-map", metavar="NAME", help=_("Keep what --map says, to be used again where the same headings come back."))
    ] = "",
    maps: Annotated[bool, typer.Option("--maps", help=_("List the maps kept, and import nothing."))] = False,
    dates: Annotated[
        str,
        typer.Option(metavar="dmy|mdy|ymd", help=_("In which order day, month and year stand in numbers; else as the columns show, or the region.")),
    ] = "",
    due_rule: Annotated[
        str,
        typer.Option(
            "--due-rule",
            metavar="TEXT",
            help=_("The deadline of rows that have none, from their issue day: “10 working days from receipt”; else what stands above the table."),
        ),
    ] = "",
    follow_up: Annotated[
        str,
        typer.Option(
            "--follow-up",
            metavar="PERSON",
            autocompletion=completing.people,
            help=_("Who here leads what an outside body does, where nothing else says it."),
        ),
    ] = "",
    lead: Annotated[
        str,
        typer.Option(
            "--lead",
            metavar="PERSON",
            autocompletion=completing.people,
            help=_("Who leads what names nobody: whose list of tasks it is."),
        ),
    ] = "",
    add_bodies: Annotated[bool, typer.Option("--add-bodies", help=_("Enter the outside bodies that are not on record yet."))] = False,
    update: Annotated[
        bool, typer.Option("--update", help=_("Bring the items on record in line with the rows that differ, unless they were changed here since."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help=_("Import the good rows, whatever the others are."))] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=choices(),
            help=_(
                "How to show what came of it; -o checked.xlsx or checked.csv is the ledger itself, with a column that says how each row was read."
            ),
        ),
    ] = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.cli.import_checked import told
    from officecli.cli.import_warnings import warnings
    from officecli.files.ledger.checked import checked
    from officecli.files.ledger.columns.heading_meaning import mapping_example, parse_mapping
    from officecli.files.ledger.columns.remembered import keep, kept_maps
    from officecli.files.ledger.imported import ReadAs
    from officecli.files.ledger.importing import import_ledger
    from officecli.files.ledger.people.bodies import BodyOptions
    from officecli.formats.out.checked_file import write_checked
    from officecli.formats.out.output import deliver
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.message import show_warnings
    from officecli.formats.terminal.progress import progress
    from officecli.typed.dates.orders import order_typed

    current = session.current
    in_a_file = output not in (None, DASH)
    by_ending = getattr(ctx.get_parameter_source("format_"), "name", "") == "DEFAULT"
    gives_back = format_ == "xlsx" or (format_ == "csv" and in_a_file and by_ending)
    if format_ == "xlsx" and not in_a_file:
        raise BadInput(_("A {format} file is no text for a window.").format(format=format_), fix=_("Write it to a file with -o."))
    to = ready_to_write(output, "table" if gives_back else format_, force=force)
    if maps:
        deliver(_maps(kept_maps()), format_, to=to, look=current.look)
        return
    if file is None:
        raise BadInput(_("No ledger is named."), fix=_("Name its file: officecli import ledger.xlsx"))
    if save_map and not map_:
        raise BadInput(_("There is nothing to keep: --save-map keeps what --map says of the headings."), fix=mapping_example(_("Main task")))
    asked = ReadAs(parse_mapping(map_), sheet, order_typed(dates), due_rule, () if map_ else kept_maps(), lead, gives_back)
    with file_given(file) as named_file, progress(_("Importing"), threshold=3000) as tick:
        came = import_ledger(
            current.place(),
            named_file,
            current.who(),
            asked=asked,
            bodies=BodyOptions(follow_up, add_bodies),
            dry_run=dry_run,
            skip_bad=skip_bad,
            update=update,
            tick=tick,
        )
        given_back = checked(named_file, asked, came, told(came)) if gives_back else None
    if save_map:
        came.notes.append(_("The map is kept as “{name}” in {path}.").format(name=save_map, path=keep(save_map, came.headings, map_)))
    show_warnings(warnings(came.warned), color=current.color)
    report = _report(named_file, came, dry_run=dry_run, for_people=format_ not in ("json", "csv"))
    if given_back is not None and to is not None:
        write_checked(given_back, to, workbook=format_ == "xlsx")
    else:
        deliver(report, format_, to=to, look=current.look)
    if to is not None:
        with standard_output() as stream:
            stream.write(report.headline + "\n")
    if (came.problems or (update and came.conflict)) and not skip_bad:
        raise typer.Exit(1)


def _maps(kept: Sequence[Kept]) -> Report:
    """The maps of this account."""
    from officecli.reports.shape.report import Column, Report

    return Report(
        name="maps",
        title=_("Maps of headings"),
        as_of="",
        columns=(
            Column("name", _("name")),
            Column("map", _("what it says"), wide=True, beside=("options",)),
            Column("headings", _("headings"), wide=True, beside=("texts",)),
        ),
        rows=tuple(
            {
                "name": one.name,
                "map": listed(one.options),
                "options": list(one.options),
                "headings": listed(one.headings),
                "texts": list(one.headings),
            }
            for one in kept
        ),
        empty=_("No map is kept yet: --map and --save-map NAME keep one."),
        total=len(kept),
    )


def _report(file: Path, came: Imported, *, dry_run: bool, for_people: bool) -> Report:
    """The rows that cannot be imported as they stand, and what came of the others."""
    from officecli.cli import import_differences, import_problems
    from officecli.cli.import_readings import readings
    from officecli.files.ledger.sheets.sheet_rows import row_list
    from officecli.reports.shape.report import Report

    rows = import_problems.rows(came.problems[: import_problems.SHOWN] if for_people else came.problems)
    gone = import_differences.gone(came, for_people=for_people)
    return Report(
        name="import",
        title=_("Import of {file}").format(file=file.name),
        as_of=came.day,
        columns=import_problems.columns(),
        rows=rows,
        summary={
            "rows": came.read,
            "good": came.good,
            "already_here": len(came.here),
            "differing": len(came.differing),
            "in_conflict": len(came.conflict),
            "bad": came.bad,
            "skipped": len(came.skipped),
            "gone": len(came.gone),
            "written": came.written,
        },
        headline=_headline(came, dry_run=dry_run),
        notes=(
            *came.notes,
            *([_("Already here, and not doubled: {rows}.").format(rows=row_list([row for row, _number in came.here]))] if came.here else []),
            *import_differences.notes(came),
            *import_problems.left_out(len(came.problems) - len(rows)),
            *([_("Headings that are not used: {headings}.").format(headings=listed(came.unused))] if came.unused else []),
        ),
        empty=_("Every row is understood."),
        total=len(rows),
        head=came.head,
        also=(
            *((import_differences.differences(came, for_people=for_people),) if came.differing or came.conflict or came.blank else ()),
            *((gone,) if gone.rows else ()),
            *((readings(came, for_people=for_people),) if came.trial and came.readings else ()),
        ),
    )


def _headline(came: Imported, *, dry_run: bool) -> str:
    """What was read and what was done, in two or three short sentences."""
    rows = ngettext("{n} row read", "{n} rows read", came.read).format(n=came.read)
    counted = (
        (_("{n} good"), came.good, True),
        (_("{n} already here"), len(came.here), True),
        (_("{n} differing"), len(came.differing), False),
        (_("{n} in conflict"), len(came.conflict), False),
        (_("{n} bad"), came.bad, True),
        (_("{n} skipped"), len(came.skipped), True),
    )
    told = _("{rows}: {counted}.").format(rows=rows, counted=phrases(text.format(n=count) for text, count, always in counted if count or always))
    updated = len(came.differing) if came.update else 0
    if came.written:
        done = sentences(
            [
                ngettext("{n} item is imported.", "{n} items are imported.", came.good).format(n=came.good) if came.good or not updated else "",
                ngettext("{n} item is brought in line.", "{n} items are brought in line.", updated).format(n=updated) if updated else "",
            ]
        )
    elif dry_run:
        done = _("This was a trial; nothing was recorded.")
    elif came.bad and (came.good or updated):
        done = _("Nothing was recorded: mend the bad rows, or import the good ones with --skip-bad.")
    else:
        done = _("Nothing was recorded.")
    return sentences([*came.at_top, told, done])
