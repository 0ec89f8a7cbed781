"""In which role somebody acts on a request, and for whom. It is stored on the trail, where the rules judge it."""

from __future__ import annotations

from officecli.i18n import _
from officecli.standing.office.stand_ins import Turn, next_above, stands_in_for, whose_turn
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row


def waiting(read: Reader, request_id: int) -> Row | None:
    """A request with the turn that is open: holder_id, holder, stage_id, since, and who was `skipped`; None where it waits for nobody."""
    return read.row(
        """SELECT q.id, q.number, q.item_id, q.person_id, q.exception, q.status, a.name AS asker, i.lead_id,
             s.id AS stage_id, s.holder_id, h.name AS holder, s.since,
             (SELECT f.proper_id FROM request_stage f WHERE f.request_id = q.id ORDER BY f.id LIMIT 1) AS skipped_id
           FROM request q
           JOIN person a ON a.id = q.person_id
           JOIN request_stage s ON s.request_id = q.id AND s.until IS NULL
           JOIN person h ON h.id = s.holder_id
           LEFT JOIN item i ON i.id = q.item_id
           WHERE q.id = :id""",
        id=request_id,
    )


def complained_of(request: Row) -> list[int]:
    """The superior a request (a row of `waiting`) is a complaint about, who never deals with it; of no complaint, nobody."""
    return [request["skipped_id"]] if request["exception"] == "complaint" and request["skipped_id"] != request["holder_id"] else []


def turn_on(read: Reader, request: Row) -> Turn | None:
    """Who answers a request (a row of `waiting`) today: never its asker, nor the superior a complaint is about.

    Where its holder has left, it lies with whoever is the asker's superior now.
    """
    gone = read.row("SELECT 1 AS one FROM person WHERE id = :id AND left_on IS NOT NULL", id=request["holder_id"])
    return whose_turn(read, request["person_id" if gone else "holder_id"], not_by=[request["person_id"], *complained_of(request)])


def to_ask(read: Reader, actor: Row, asker: Row) -> Standing:
    """The actor's standing for asking in somebody's name: their own, an absent person's they stand in for, or a registrar's."""
    if asker["id"] == actor["id"]:
        return Standing("asker")
    behalf = (asker["id"], asker["name"])
    if any(absent["id"] == asker["id"] for absent in stands_in_for(read, actor["id"])):
        return Standing("asker", behalf)
    return Standing("registrar", behalf) if actor["registrar"] else NONE


def on_request(read: Reader, actor: Row, request: Row, act: str) -> Standing:
    """The actor's standing for answering, escalating or withdrawing a request (a row of `waiting`)."""
    me = actor["id"]
    if me == request["person_id"]:
        return Standing("asker")
    registrar = actor["registrar"] and request["exception"] != "complaint"  # what is kept in confidence is no registrar's
    asker = (request["person_id"], request["asker"])
    if act in ("withdraw", "attempt"):
        if any(absent["id"] == asker[0] for absent in stands_in_for(read, me)):
            return Standing("asker", asker)
        return Standing("registrar", asker) if registrar else NONE
    if me == request["holder_id"]:
        return Standing("holder")
    turn = turn_on(read, request)
    if turn and turn.person["id"] == me:
        return Standing("holder-superior" if turn.above else "holder", turn.behalf)
    if registrar and request["lead_id"] != me:
        return Standing("registrar", (request["holder_id"], request["holder"]))
    return NONE


def above_holder(read: Reader, request: Row, actor_id: int, role: str) -> list[Row]:
    """Whom a request (a row of `waiting`) may be handed up to by somebody who acts in this role on it, the first first."""
    holder_id = actor_id if role == "holder-superior" else request["holder_id"]
    return next_above(read, holder_id, not_by=[request["person_id"], *complained_of(request)])


def decided_here(holder: str) -> str:
    """What is said where there is nobody to hand a request up to."""
    return _("Nobody stands above {holder}: it is decided here.").format(holder=holder)
