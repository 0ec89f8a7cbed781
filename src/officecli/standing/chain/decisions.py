"""In which role somebody acts on a decision, and for whom."""

from __future__ import annotations

from officecli.model.acts import roles_of
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import is_above
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row


def on_decision(read: Reader, actor: Row, act: str, leader_id: int | None, *, recorder_id: int, decision_id: int = 0) -> Standing:
    """The actor's standing for an act on a decision of this leader; None and 0 for a leader outside the office and a decision not yet on record.

    One's own role comes first, then that of an absent person one stands in for, then the registrar's for the leader.
    """
    me = int(actor["id"])
    for person in ({"id": me, "name": ""}, *stands_in_for(read, me)):
        held = _held(read, int(person["id"]), leader_id, recorder_id, decision_id)
        role = next((role for role in roles_of(act) if role in held), None)
        if role:
            return Standing(role, None if person["id"] == me else (person["id"], person["name"]))
    if actor["registrar"]:
        leader = read.row("SELECT id, name FROM person WHERE id = :id", id=leader_id)
        return Standing("registrar", (leader["id"], leader["name"]) if leader else None)
    return Standing("none")


def _held(read: Reader, me: int, leader_id: int | None, recorder_id: int, decision_id: int) -> set[str]:
    """The roles somebody has on a decision, entitled or not."""
    held = set()
    if leader_id == me or (leader_id is None and recorder_id == me):
        held.add("decider")
    if leader_id is not None and is_above(read, me, leader_id):
        held.add("decider-superior")
    if leader_id is not None and is_above(read, leader_id, me):
        held.add("below")
    if recorder_id == me and decision_id:
        held.add("recorder")
    if read.row("SELECT 1 AS one FROM item WHERE decision_id = :decision AND lead_id = :me AND status <> 'cancelled'", decision=decision_id, me=me):
        held.add("lead")
    return held
