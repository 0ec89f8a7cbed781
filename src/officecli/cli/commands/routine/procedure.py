"""Procedures of routine work: their steps, when they come round, and the items they make.

A file says it best; write one to start from, change it, and add it. Running it again changes only what differs, and items made stay as they are.
A procedure is written by a registrar, by whoever stands above its post, or by the head of the post's unit.

officecli procedure template meetings --post "Agendas/Supervisor" -o meetings.toml
  officecli procedure add meetings.toml
  officecli procedure add "Monthly return" --post Clerk --every "last working day of the month" --step "Collect | limit: 2 days" --step "Check | needs: 1"
  officecli procedure set "Monthly return" --every "monthly on the 25th"
  officecli procedure run "Monthly return"
  officecli procedure show "Monthly return"
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from officecli.cli import completing, completing_numbers, session
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.file_given import file_given
from officecli.cli.looks.procedure import LOOKS, NAME, write
from officecli.cli.options import Force, Output, described, unfolds
from officecli.cli.printing import check_text_or_json
from officecli.cli.verb import AnswerFormat, ItemFormat, Reason, carry_out, perform
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model import codes

app = group()

Name = Annotated[str, described(NAME)]
Kind = Annotated[str | None, typer.Option("--kind", metavar="|".join(codes.PROCEDURE_KINDS), help=_("What kind of work it is; other if not said."))]
Post = Annotated[str | None, typer.Option("--post", metavar="POST", help=_("The post whose holder leads its items: its title, or unit/title."))]
Every = Annotated[
    str | None,
    typer.Option(
        "--every", metavar="TEXT", help=_('When it comes round: “every Monday”, “monthly on the 25th”, RRULE:…; "" for only when it is run.')
    ),
]
Start = Annotated[str | None, typer.Option("--start", metavar="DATE", help=_("The first day it counts from; today if not given."))]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help=_('The last day it comes round; "" for no end.'))]
DaysOff = Annotated[
    str | None,
    typer.Option("--days-off", metavar="before|after|skip", help=_("What becomes of a day off: the working day before it, after it, or nothing.")),
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="TITLE", help=_("What its items are called; may hold {date}, {year}, {month}, {quarter}, {week}."))
]
Goal = Annotated[str | None, typer.Option("--goal", metavar="TEXT", help=_("What counts as done."))]
Source = Annotated[str | None, typer.Option("--source", metavar="SOURCE", help=_("The rule or document it rests on."))]
Urgency = Annotated[str | None, typer.Option("--urgency", metavar="|".join(codes.URGENCIES), help=_("How urgent its items are."))]
Importance = Annotated[str | None, typer.Option("--importance", metavar="|".join(codes.IMPORTANCES), help=_("How important they are."))]
Hours = Annotated[str | None, typer.Option("--hours", metavar="N", help=_("The effort each takes."))]
Ahead = Annotated[str | None, typer.Option("--ahead", metavar="N", help=_("Handed out so many working days before its day."))]
DueIn = Annotated[str | None, typer.Option("--due-in", metavar="N", help=_("Due so many working days after its day."))]
Duty = Annotated[
    str | None, typer.Option("--duty", metavar="DUTY", autocompletion=completing.duties, help=_('The duty it falls under; "" for none.'))
]
Emergency = Annotated[str | None, typer.Option("--emergency", metavar="NAME", help=_("The kind of emergency it is the plan for."))]
Step = Annotated[
    list[str] | None,
    typer.Option(
        "--step",
        metavar="STEP",
        help=_("A step: “TITLE | who: POST | standard: … | check: … | limit: 2 days | needs: 1,2”."),
    ),
]


takes_terms = unfolds(
    "terms",
    {
        "post": (Post, None),
        "kind": (Kind, None),
        "every": (Every, None),
        "start": (Start, None),
        "until": (Until, None),
        "days_off": (DaysOff, None),
        "title": (Title, None),
        "goal": (Goal, None),
        "source": (Source, None),
        "urgency": (Urgency, None),
        "importance": (Importance, None),
        "hours": (Hours, None),
        "ahead": (Ahead, None),
        "due_in": (DueIn, None),
        "duty": (Duty, None),
        "emergency": (Emergency, None),
    },
    dict,
)
"""A command that takes what may be said of a procedure, None where it is not, where it takes `terms`."""


@app.command("add", cls=OfficeCommand, help=_("Write a procedure, or all those of a TOML file."))
@takes_terms
def add(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE.toml", help=_("What the procedure is called, or the file that describes procedures."))],
    terms: dict[str, Any] = {},
    step: Step = None,
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.procedures.writing import add_procedure
    from officecli.cli.meant.missing import need
    from officecli.files.procedures.reading import write_from_file
    from officecli.typed.procedures.as_typed import TypedProcedure, read_step

    if name == "-" or name.casefold().endswith(".toml"):
        if step or any(one is not None for one in terms.values()):
            raise BadInput(_("A file says all of its procedures; the options are for one that is typed."), fix=_("Write them into the file."))
        with file_given(Path(name)) as named_file:
            carry_out("procedure-add", lambda act: write_from_file(act, named_file, reason), format_)
        return
    need({"--post": terms["post"]})
    said = TypedProcedure(**terms, steps=[read_step(one) for one in step or ()])
    carry_out("procedure-add", lambda act: add_procedure(act, name, said), format_)


@app.command("template", cls=OfficeCommand, help=_("Print a ready procedure to start from; of every kind of routine work, if none is named."))
def template(
    kind: Annotated[str, typer.Argument(metavar="|".join(codes.PROCEDURE_KINDS[:5]), help=_("Which kind of routine work."))] = "",
    post: Annotated[str, typer.Option("--post", metavar="POST", help=_("The post it is for, as the file is to name it."))] = "",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.files.procedures.templates import template as text_of

    write(text_of(kind, post), output, force=force)


add_looks(app, LOOKS)


@app.command("export", cls=OfficeCommand, help=_("Write all procedures in use as one TOML file; adding it again changes nothing."))
def export(output: Output = None, force: Force = False) -> None:
    from officecli.files.procedures.export import procedures_as_toml
    from officecli.store.procedures import every_procedure

    with session.current.read() as read:
        text = procedures_as_toml(read, [one for one in every_procedure(read) if not one.retired])
    write(text, output, force=force)


@app.command("set", cls=OfficeCommand, help=_("Change a procedure: its schedule in place, what its items are like as a new version, with --reason."))
@takes_terms
def set_(
    name: Name,
    new_name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=_("Call it this from now on."))] = None,
    terms: dict[str, Any] = {},
    step: Step = None,
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.procedures.writing import set_procedure
    from officecli.typed.procedures.as_typed import TypedProcedure, read_step

    said = TypedProcedure(**terms, steps=[read_step(one) for one in step] if step else None)
    carry_out("procedure-set", lambda act: set_procedure(act, name, said, name=new_name, reason=reason), format_)


@app.command("retire", cls=OfficeCommand, help=_("Retire a procedure; items made by it stay as they are."))
def retire(name: Name, reason: Reason = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.procedures.writing import retire_procedure

    carry_out("procedure-retire", lambda act: retire_procedure(act, name, reason), format_)


@app.command("pause", cls=OfficeCommand, help=_("Let a procedure rest for a time."))
def pause(
    name: Name,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The first day it rests; today if not given."))] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=_("The day it comes round again; without one, until it is resumed."))] = "",
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.procedures import pausing

    carry_out("procedure-pause", lambda act: pausing.pause(act, name, since, until, reason), format_)


@app.command("resume", cls=OfficeCommand, help=_("Let a procedure that rests come round again from today."))
def resume(name: Name, format_: AnswerFormat = "text") -> None:
    from officecli.actions.procedures import pausing

    carry_out("procedure-resume", lambda act: pausing.resume(act, name), format_)


@app.command("run", cls=OfficeCommand, help=_("Make one item of a procedure now."))
def run(
    name: Name,
    lead: Annotated[
        str, typer.Option("--lead", metavar="NAME", autocompletion=completing.people, help=_("Who leads it, if not the holder of its post."))
    ] = "",
    due: Annotated[str, typer.Option("--due", metavar="WHEN", help=_("By when, if not as the procedure says."))] = "",
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help=_("What this one is called."))] = "",
    format_: ItemFormat = "text",
) -> None:
    check_text_or_json(format_)
    from officecli.actions.procedures.making import run as run_

    def once(act: Any) -> None:
        run_(act, name, lead=lead, due=due, title=title)

    perform("procedure-run", once, format_)


@app.command("learn", cls=OfficeCommand, help=_("Draft a procedure from how an item was really done; what only people know is left to fill in."))
def learn(
    number: Annotated[
        str, typer.Argument(metavar="ITEM", autocompletion=completing_numbers.numbers, help=_("The item's number: 2026-031, 031 or 31."))
    ],
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.files.procedures.learning import drafted_from_item

    with session.current.read() as read:
        text = drafted_from_item(read, number)
    write(text, output, force=force)
