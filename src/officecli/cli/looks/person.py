"""Everybody, one person, and who is away."""

from __future__ import annotations

from officecli.cli.look import Look, a_name, list_and_show, units
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _absences(read: Reader) -> Any:
    from officecli.reports.office import absences

    return absences.every(read)


NAME = a_name(N_("The person's name."), offer="completing.people")

LOOKS = {
    **list_and_show(
        "office.people",
        N_("Everybody who is here, with what they have in hand."),
        N_("One person: post, superiors, duties, open items."),
        NAME,
        (units(N_("Only people in this unit or under it.")),),
    ),
    "absences": Look(N_("Who is away or soon will be, and who acts meanwhile."), _absences),
}
