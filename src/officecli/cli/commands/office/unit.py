"""The units: their heads, posts, people, vacancies and duties.

Units are changed in the office file (officecli setup FILE). What one is called, and also called, is said here, by a registrar:
officecli unit set "Public Works" --name "Public Works and Parks" --alias "Public Works" --alias DPW
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.unit import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _

app = group()
add_looks(app, LOOKS)


@app.command("set", cls=OfficeCommand, help=_("Give a unit another name, or say what it is also called, in commands and in ledgers."))
def set_(
    name: Annotated[str, described(NAME)],
    new_name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=_("Call it this from now on."))] = None,
    alias: Annotated[
        list[str],
        typer.Option(
            "--alias", metavar="NAME", help=_('Also called this, in commands and ledgers (repeat for several); "" takes all such names away.')
        ),
    ] = [],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.units import set_unit

    carry_out("unit-set", lambda act: set_unit(act, name, alias, new_name), format_)
