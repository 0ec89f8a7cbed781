"""Who is on duty: on a day, on every day, today."""

from __future__ import annotations

from officecli.cli.flags import Flag
from officecli.cli.look import Look, a_name
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _which(read: Reader, name: str) -> Any:
    from officecli.reports.office import roster

    return roster.of_a_day_or_somebody(read, name)


def _every(read: Reader, since: str, until: str) -> Any:
    from officecli.reports.office import roster

    return roster.every(read, since, until)


def _today(read: Reader) -> Any:
    from officecli.reports.office import roster

    return roster.today(read)


LOOKS = {
    "show": Look(
        N_("Who is on duty on a day, in a week or in a month; or on which days somebody is."),
        _which,
        (a_name(N_("The day, or who."), "DATE|NAME", "completing.people"),),
    ),
    "list": Look(
        N_("Who is on duty on which day."),
        _every,
        (
            Flag("since", "text", "--from", N_("The first day; today if not said."), "DATE"),
            Flag("until", "text", "--to", N_("The last day; two weeks on if not said."), "DATE"),
        ),
    ),
    "today": Look(N_("Who is on duty today, and what is unfinished."), _today),
}
