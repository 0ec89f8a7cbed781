"""The units: their heads, posts, people, vacancies and duties.

Units are changed in the office file (officecli setup FILE). What one is also called is said here too, by a registrar:
officecli unit set "Public Works" --alias DPW --alias "Works Dept"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.command_classes import OfficeCommand
from officecli.cli.office_lists import listing
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _

app = listing("units", _("All units."), _("One unit: head, posts, people, vacancies, duties."), _("The unit's name."), offer=completing.units)


@app.command("set", cls=OfficeCommand, help=_("Say what a unit is also called, in commands and in ledgers."))
def set_(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.units, help=_("The unit's name."))],
    alias: Annotated[
        list[str],
        typer.Option(
            "--alias", metavar="NAME", help=_('Also called this, in commands and ledgers (repeat for several); "" takes all such names away.')
        ),
    ] = [],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.units import set_unit

    carry_out("unit-set", lambda act: set_unit(act, name, alias), format_)
