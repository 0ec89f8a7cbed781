"""Say that somebody who was away is here again, from today.

officecli back
officecli back priya
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _


def run(
    name: Annotated[
        str, typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("Who is here again; without a name yourself."))
    ] = "me",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office import absences

    carry_out("back", lambda act: absences.back(act, name), format_)
