"""The duty roster: who is duty officer, and what one leaves to the next.

officecli roster fri Ana
officecli roster fri to sun Ana
officecli roster fri
officecli roster Ana
officecli roster handover "water back at 6, the report is missing" --to Ben
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from officecli.cli import completing, completing_numbers
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.roster import LOOKS
from officecli.cli.verb import AnswerFormat, carry_out
from officecli.i18n import _
from officecli.shell import as_word


def _usual(words: Sequence[str]) -> str:
    """A day and a name put somebody on duty; a day of several words (this week) is looked at, as one of one word is."""
    from officecli.cli.meant.options_meant import is_day, is_days, is_somebody  # which ask the office
    from officecli.cli.meant.words_apart import BETWEEN

    a_span = len(words) > 2 and words[1].casefold() in BETWEEN
    alone = (not is_day(words[0]) or a_span) and not is_somebody(words[0]) and not is_somebody(words[-1])
    a_day = alone and is_days(" ".join(words))
    return "set" if len(words) > 1 and not a_day and not (words[0] == "today" and is_days(words[1])) else ""


app = group(_usual, ("today",))


@app.command("set", cls=OfficeCommand, help=_("Put somebody on duty on a day, or on each of several."))
def set_(
    day: Annotated[str, typer.Argument(metavar="DATE", help=_("The day, or the days: a span, a week, the weekend."))],
    name: Annotated[list[str], typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("Who is duty officer."))],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.duty_roster import put_on_duty

    days, who = _days_and_name([day, *name])
    carry_out("roster", lambda act: put_on_duty(act, days, who), format_)


def _days_and_name(words: Sequence[str]) -> tuple[str, str]:
    """Words apart into days and a name, each of as many as it takes: fri to sun Ana. Raises NotWhole where the name comes first."""
    from officecli.cli.meant.not_whole import NotWhole
    from officecli.cli.meant.options_meant import is_days, is_somebody

    apart = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) - 1, 0, -1)]
    for days, who in apart:
        if is_days(days) and (len(apart) == 1 or is_somebody(who)):
            return days, who
    for who, days in apart:
        if is_days(days) and (len(apart) == 1 or is_somebody(who)):
            raise NotWhole(_("The day comes first, then the name."), f"officecli roster {as_word(days)} {as_word(who)}")
    return apart[0]


add_looks(app, LOOKS)


@app.command("handover", cls=OfficeCommand, help=_("Leave a note to the next duty officer; it carries the unfinished over."))
def handover(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What the next one must know."))],
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", autocompletion=completing.people, help=_("Who takes over; the next on the roster if not said."))
    ] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.duty_roster import hand_over

    carry_out("handover", lambda act: hand_over(act, text, to), format_)


@app.command("done", cls=OfficeCommand, help=_("What a note left unfinished is done."))
def done(
    note: Annotated[str, typer.Argument(metavar="NOTE", autocompletion=completing_numbers.notes, help=_("The note's number, N-002."))],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.duty_roster import finish

    carry_out("handover", lambda act: finish(act, note), format_)
