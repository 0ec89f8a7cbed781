"""The waivers."""

from __future__ import annotations

from officecli.cli.flags import Flag
from officecli.cli.look import Look
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _every(read: Reader, all_: bool, limit: int | None) -> Any:
    from officecli.reports.record import waivers
    from officecli.reports.shape.filters import Filters

    return waivers.report(read, Filters(limit=limit), all_=all_)


LOOKS = {
    "list": Look(
        N_("The waivers in force."), _every, (Flag("all_", "switch", "--all", N_("Also those that are over."), default=False),), cut_on_screen=True
    )
}
