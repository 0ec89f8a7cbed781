"""Difficulties of the staff: confided to the one who sees to them, and answered by a date.

Shown are text and answer to the person, to who sees to it, and to the person's direct superior; to everybody else only how many there are.
The office's file keeps them as it keeps everything: whoever may read the file itself may read them there.
officecli difficulty add "School place for my daughter" --owner "Ben Cole" --due +10wd
officecli difficulty answer H-003 "Place found at the Third School"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.difficulty import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _

app = group()

Number = Annotated[str, described(NAME)]


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


add_looks(app, LOOKS)


@app.command("answer", cls=OfficeCommand, help=_("Say what came of a difficulty that you see to."))
def answer(number: Number, text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What was done."))], format_: AnswerFormat = "text") -> None:
    from officecli.actions.office import difficulties

    carry_out("difficulty-answer", lambda act: difficulties.answer(act, number, text), format_)
