"""Difficulties of the staff: confided to the one who sees to them, and answered by a date.

Shown are text and answer to the person, to who sees to it, and to the person's direct superior; to everybody else only how many there are.
The office's file keeps them as it keeps everything: whoever may read the file itself may read them there.
officecli difficulty add "School place for my daughter" --owner "Ben Cole" --due +10wd
officecli difficulty answer H-003 "Place found at the Third School"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, completing_numbers, session
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.office_lists import show
from officecli.cli.options import Force, Format, Output
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _

app = group()

Number = Annotated[str, typer.Argument(metavar="NUMBER", autocompletion=completing_numbers.difficulties, help=_("The difficulty's number, H-003."))]


@app.command("add", cls=OfficeCommand, help=_("Record a difficulty, your own if not said whose."))
def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What the difficulty is."))],
    owner: Annotated[str, typer.Option("--owner", metavar="NAME", autocompletion=completing.people, help=_("Who sees to it."))],
    due: Annotated[str, typer.Option("--due", metavar="WHEN", help=_("By when it is to be answered."))],
    whose: Annotated[str, typer.Option("--for", metavar="NAME", autocompletion=completing.people, help=_("Whose difficulty it is."))] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.difficulties import Confided, confide

    carry_out("difficulty-add", lambda act: confide(act, Confided(text, whose, owner, due)), format_)


@app.command("list", cls=OfficeCommand, help=_("Those you may read, and how many there are in each unit."))
def list_(
    all_: Annotated[bool, typer.Option("--all", help=_("The answered ones too."))] = False,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.reports.office import difficulties
    from officecli.standing.office.confidants import who_reads

    show(lambda read: difficulties.every(read, who_reads(read, session.current.who()), answered=all_), format_, output, force=force)


@app.command("show", cls=OfficeCommand, help=_("One difficulty, for those who may read it."))
def show_(number: Number, format_: Format = "table", output: Output = None, force: Force = False) -> None:
    from officecli.reports.office import difficulties
    from officecli.standing.office.confidants import who_reads

    show(lambda read: difficulties.one(read, who_reads(read, session.current.who()), number), format_, output, force=force)


@app.command("answer", cls=OfficeCommand, help=_("Say what came of a difficulty that you see to."))
def answer(number: Number, text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What was done."))], format_: AnswerFormat = "text") -> None:
    from officecli.actions.office import difficulties

    carry_out("difficulty-answer", lambda act: difficulties.answer(act, number, text), format_)
