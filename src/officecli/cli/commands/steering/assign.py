"""Give an item another lead, who signs for it anew.

officecli assign 31 --lead Ben --reason "Ana is away until the 20th"
officecli assign 31 --lead Bea --correct "Bea was meant, not Ben"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.correcting import Correct, alone
from officecli.cli.verb import ItemFormat, Number, Reason, Waived, perform, takes_waivers
from officecli.i18n import _


@takes_waivers
def run(
    number: Number,
    lead: Annotated[str, typer.Option(metavar="NAME", autocompletion=completing.people, help=_("Who leads it from now on."))],
    reason: Reason = "",
    correct: Correct = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.correcting import correct_lead
    from officecli.actions.items.handing_on import assign

    if correct:
        alone("--correct", reason=reason)
        perform("correct", lambda act: correct_lead(act, number, lead, correct), format_, waived)
        return
    perform("assign", lambda act: assign(act, number, lead, reason), format_, waived)
