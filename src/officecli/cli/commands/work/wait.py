"""Say for whom an item waits, and why; the clock runs on.

officecli wait 31 --to "county archive" "their copy of the deed"
officecli wait 31-33 --over
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.i18n import _
from officecli.shell import as_word


def _refuse_out_of_place(numbers: list[str], reason: str) -> None:
    """Raise NotWhole for a reason that begins with whom it waits for, as far as two words were typed, or somebody or a body is called so."""
    from officecli.cli.meant.not_whole import NotWhole
    from officecli.cli.meant.options_meant import is_body, is_somebody
    from officecli.cli.numbers_typed import text_begins

    words = session.context().params.get("words") or []
    behind = words[text_begins(words, reason) :] if reason and " ".join(words).endswith(reason) else []
    if len(behind) == 2 or (behind and (is_somebody(behind[0]) or is_body(behind[0]))):
        why = as_word(" ".join(behind[1:])) if len(behind) > 1 else _('"two replies are missing"')
        line = " ".join(("officecli wait", *map(as_word, numbers), "--to", as_word(behind[0]), why))
        raise NotWhole(_("For whom it waits is missing."), line)


@takes_waivers
@takes_numbers_and("reason")
def run(
    numbers: Numbers,
    whom: Annotated[
        str, typer.Option("--to", "--for", metavar="NAME", autocompletion=completing.people, help=_("For whom: somebody here or outside."))
    ] = "",
    reason: Reason = "",
    over: Annotated[bool, typer.Option("--over", help=_("It waits no longer."))] = False,
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.items.waiting import wait_for, wait_over

    if not over:
        from officecli.cli.meant.missing import need

        if not whom:
            _refuse_out_of_place(numbers, reason)
        need({"--to": whom, _("the text"): reason})

    def do(act: Acting, number: str) -> None:
        if over:
            wait_over(act, number)
        else:
            wait_for(act, number, whom, reason)

    perform_each("wait", numbers, do, format_, waived)
