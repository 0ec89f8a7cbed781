"""What is asked of a leader, what comes of it, and who is told where a superior is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.notices import notify
from officecli.light import dataclass
from officecli.model.chain.requests import RequestCopy
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import superiors
from officecli.store.read.reader import Row

if TYPE_CHECKING:
    from dataclasses import KW_ONLY


@dataclass(frozen=True)
class Ask:
    """What somebody asks, as it was typed; `both` is one text with what was tried and what is recommended, `source` the order that an exception rests on."""

    title: str = ""
    _: KW_ONLY
    items: Sequence[str] = ()
    matters: Sequence[str] = ()
    tried: str = ""
    recommend: str = ""
    both: str = ""
    to: str = ""
    exception: str = ""
    reason: str = ""
    source: str = ""
    asker: str = ""


@dataclass(frozen=True)
class RequestRaised(Answer):
    """The request waits for its holder; the superiors passed over are told of it. `tried` and `recommend` were read out of one text where it is `in_one`."""

    number: str
    title: str
    holder: str
    told: tuple[str, ...]
    tried: str
    recommend: str
    in_one: bool = False


def tell_passed_over(act: Acting, asker: Row, holder: Row, request_id: int) -> tuple[str, ...]:
    """Tell the superiors between the asker and the holder (or whom the holder stands in for) of the request; returns their names."""
    reached = {holder["id"], *(absent["id"] for absent in stands_in_for(act.read, holder["id"]))}
    above = superiors(act.read, asker["id"])
    depth = next(one["depth"] for one in above if one["id"] in reached)
    passed = [one for one in above if one["depth"] < depth]
    for one in passed:
        act.change.add(RequestCopy, "raise", request_id=request_id, person_id=one["id"], day=act.today)
        notify(act, "raise", one["id"], "skipped", request_id=request_id)
    return tuple(one["name"] for one in passed)
