"""Open items again that were closed wrongly, with the reason.

The first submission still decides whether they were in time, and its acceptance whether it passed at once.
Of a closing nothing was built on, undo leaves no trace in any figure.
officecli reopen 31 "the figures of the third quarter are missing"
"""

from __future__ import annotations

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import N_


@takes_waivers
@takes_numbers_and("reason", needed=N_("closed by mistake"))
def run(numbers: Numbers, reason: Reason, waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.reopening import reopen

    perform_each("reopen", numbers, lambda act, number: reopen(act, number, reason), format_, waived)
