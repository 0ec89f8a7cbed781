"""Give an item another lead, who signs for it anew.

officecli assign 31 --to Ben "Ana is away until the 20th"
officecli assign 31 --to Bea --correct "Bea was meant, not Ben"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.correcting import Correct, alone
from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import _


@takes_waivers
@takes_numbers_and("reason")
def run(
    numbers: Numbers,
    lead: Annotated[str, typer.Option("--to", "--lead", metavar="NAME", autocompletion=completing.people, help=_("Who leads it from now on."))],
    reason: Reason = "",
    correct: Correct = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.correcting import correct_lead
    from officecli.actions.items.handing_on import assign

    if correct:
        alone("--correct", _("What was mistyped is corrected by itself; change the rest with another command."), reason=reason)
        perform_each("correct", numbers, lambda act, number: correct_lead(act, number, lead, correct), format_, waived)
        return
    perform_each("assign", numbers, lambda act, number: assign(act, number, lead, reason), format_, waived)
