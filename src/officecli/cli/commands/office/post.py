"""The posts: their place in the chain of command, who holds them, what they answer for, and their norms.

Posts are made in the office file (officecli setup FILE); a registrar writes their norms here, each point an option of its own.

officecli post set "Records/Clerk" --may "retrieve any open file" --may-not "release a file" --how "by the retention schedule" --degree "within the day"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.post import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _

app = group()
add_looks(app, LOOKS)


@app.command("set", cls=OfficeCommand, help=_('Write a post\'s norms; what is not named stays, "" takes it away.'))
def set_(
    post: Annotated[str, described(NAME)],
    may: Annotated[list[str], typer.Option("--may", metavar="TEXT", help=_("What it may do."))] = [],
    may_not: Annotated[list[str], typer.Option("--may-not", metavar="TEXT", help=_("What it may not do."))] = [],
    how: Annotated[list[str], typer.Option("--how", metavar="TEXT", help=_("How it is to work."))] = [],
    degree: Annotated[list[str], typer.Option("--degree", metavar="TEXT", help=_("To what degree."))] = [],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.norms import Norms, set_norms

    carry_out("post-norms", lambda act: set_norms(act, post, Norms(may, may_not, how, degree)), format_)
