"""The requests for instructions, and one."""

from __future__ import annotations

from officecli.cli.flags import Flag
from officecli.cli.look import Look, a_name
from officecli.hints import Any
from officecli.i18n import N_
from officecli.store.read.reader import Reader


def _waiting(read: Reader, all_: bool) -> Any:
    from officecli.reports.chain import requests
    from officecli.reports.shape.filters import Filters

    return requests.report(read, Filters(status="" if all_ else "open", limit=0))


def _one(read: Reader, name: str) -> Any:
    from officecli.reports.chain import request_card

    return request_card.one(read, name)


NAME = a_name(N_("The request's number, or words of it: Q2026-003, 3, subscriptions."), "NUMBER", "completing.requests")

LOOKS = {
    "list": Look(
        N_("The requests that wait for an answer, the longest first."),
        _waiting,
        (Flag("all_", "switch", "--all", N_("The answered and withdrawn ones too."), default=False),),
    ),
    "show": Look(
        N_("One request, turn by turn."),
        _one,
        (NAME,),
    ),
}
