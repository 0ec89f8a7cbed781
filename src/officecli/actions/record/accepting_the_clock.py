"""Going on at an earlier time than the trail's last entry, because the clock was wrong then and is right now."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.record import ClockAcceptance
from officecli.standing.office.rights import over_office
from officecli.store.proof.store_clock import store_clock


@dataclass(frozen=True)
class ClockAccepted(Answer):
    """Work goes on from `now` (on the office's clock); `places` is how often the trail went back in time until then."""

    now: str
    places: int


@dataclass(frozen=True)
class ClockNeverRanBack(Answer):
    """There was nothing to accept."""

    now: str


def accept_clock(act: Acting, reason: str) -> None:
    """Record that the time is right as it is now, with the reason; all goings back until then count as looked into."""
    if not reason.strip():
        raise BadInput(_("Why the clock was wrong is not said."), fix=_('Say it: officecli db clock --accept --reason "…"'))
    act.sign(over_office(act.actor))
    found = store_clock(act.read)
    if not found.places:
        act.done.append(ClockNeverRanBack(found.now))
        return
    act.change.reason = reason.strip()
    act.change.add(ClockAcceptance, act.verb, person_id=act.actor["id"], day=act.today, reason=reason.strip())
    act.done.append(ClockAccepted(found.now, found.places))
