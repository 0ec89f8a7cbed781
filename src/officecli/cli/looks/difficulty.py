"""The difficulties somebody may read, and one."""

from __future__ import annotations

from officecli.cli import session
from officecli.cli.flags import Flag
from officecli.cli.look import Look, a_name
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _every(read: Reader, all_: bool) -> Any:
    from officecli.reports.office import difficulties
    from officecli.standing.office.confidants import who_reads

    return difficulties.every(read, who_reads(read, session.current.who()), answered=all_)


def _one(read: Reader, name: str) -> Any:
    from officecli.reports.office import difficulties
    from officecli.standing.office.confidants import who_reads

    return difficulties.one(read, who_reads(read, session.current.who()), name)


NAME = a_name(N_("The difficulty's number, H-003."), "NUMBER", "completing_numbers.difficulties")

LOOKS = {
    "list": Look(
        N_("Those you may read, and how many there are in each unit."),
        _every,
        (Flag("all_", "switch", "--all", N_("The answered ones too."), default=False),),
    ),
    "show": Look(
        N_("One difficulty, for those who may read it."),
        _one,
        (NAME,),
    ),
}
