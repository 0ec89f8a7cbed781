"""The targets that hold, and one."""

from __future__ import annotations

from officecli.cli.flags import Flag
from officecli.cli.look import Look, a_name, units
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _every(read: Reader, post: str, unit: list[str], person: list[str], period: str) -> Any:
    from officecli.reports.targets import targets

    return targets.every(read, targets.Asked(post, tuple(unit), tuple(person), period))


def _one(read: Reader, name: str) -> Any:
    from officecli.reports.targets import targets

    return targets.one(read, name)


PERIOD = Flag("period", "text", "--period", N_("The period: 2026-11, 2026-Q4, 2026-H2, 2026, last month; the running one if not said."), "PERIOD")
NAME = a_name(N_("The target's number, T-012, or what it measures."), "TARGET", "completing_numbers.targets")

LOOKS = {
    "list": Look(
        N_("The targets that hold, with what was attained of them."),
        _every,
        (
            Flag("post", "text", "--post", N_("Only those of this post and its duties."), "POST"),
            units(N_("Only those of this unit, and units under it.")),
            Flag("person", "texts", "--person", N_("Only those of this person, and of their post."), "NAME", offer="completing.people"),
            PERIOD,
        ),
    ),
    "show": Look(
        N_("One target: its terms, and its results with what they are made of."),
        _one,
        (NAME,),
    ),
}
