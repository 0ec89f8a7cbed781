"""Say that somebody is away until a day, and who acts meanwhile; without a name, who is away or soon will be.

officecli away priya fri
officecli away priya fri to sun
officecli away ben 3 days
officecli away ben fri 9-11am dentist
officecli away me "10 July" "training" --stand-in walter
officecli away
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.look import show_beside_acts
from officecli.cli.verb import ListFormat, carry_out
from officecli.i18n import _
from officecli.shell import as_word


def _refuse_out_of_place(name: str, words: Sequence[str], options: dict[str, str]) -> None:
    """Raise NotWhole, with the line that is meant, for a day where the name belongs, and for two days that are no span."""
    from officecli.cli.meant.not_whole import NotWhole
    from officecli.cli.meant.options_meant import is_day, is_somebody, is_span
    from officecli.typed.dates.ends import is_on_that_day
    from officecli.typed.dates.leaves import is_so_long

    given = [f"{option} {as_word(value)}" for option, value in options.items() if value]

    def line(*typed: str) -> str:
        return " ".join(("officecli away", *map(as_word, typed), *given))

    if name and is_day(name) and not is_somebody(name):
        if words and is_somebody(words[0]):
            raise NotWhole(_("The name comes first, then the day."), line(words[0], name, *words[1:]))
        raise NotWhole(_("Who is away is missing."), line(_("me"), name, *words))
    if len(words) < 2 or options["--from"]:
        return
    first = next((end for end in range(len(words), 0, -1) if words[end - 1] != "for" and is_day(" ".join(words[:end]))), 0)
    rest = words[first:]
    if not (first and rest) or is_on_that_day(" ".join(rest)) or is_span(" ".join(words[:first])):  # Christmas is why, after a span
        return
    second = next((long for end in (3, 2) if is_so_long(long := " ".join(rest[:end]))), rest[0])
    if is_day(second) and not second.isdecimal():
        given.insert(0, f"--from {as_word(' '.join(words[:first]))}")
        raise NotWhole(_("{first} and {second} are two days.").format(first=" ".join(words[:first]), second=second), line(name, *rest))


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("Who is away; “me” for yourself."))] = "",
    until: Annotated[str, typer.Argument(metavar="DATE", help=_("The last day away."))] = "",
    reason: Annotated[list[str] | None, typer.Argument(metavar="REASON", help=_("The reason."))] = None,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The first day away; today if not said."))] = "",
    stand_in: Annotated[
        str,
        typer.Option(
            "--stand-in", metavar="NAME", autocompletion=completing.people, help=_("Who acts meanwhile, if not whoever holds the stand-in post.")
        ),
    ] = "",
    because: Annotated[str, typer.Option("--reason", "-m", metavar="TEXT", help=_("The reason, if it does not stand last."))] = "",
    format_: ListFormat = "text",
) -> None:
    if not (name or since or stand_in):
        from officecli.reports.office import absences as report

        show_beside_acts(report.every, format_)
        return
    from officecli.actions.office import absences
    from officecli.cli.meant.missing import need

    words = [word for word in (until, *(reason or ())) if word]
    if words or name:
        _refuse_out_of_place(name, words, {"--from": since, "--stand-in": stand_in})
    need({"NAME": name, "DATE": until})
    carry_out(
        "absent",
        lambda act: absences.absent(act, name, absences.leave_said(act, words, since, stand_in, because)),
        format_,
    )
