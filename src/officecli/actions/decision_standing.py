"""In which role somebody acts on a decision, and for whom. It is stored on the trail."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.standing_in import stands_in_for
from officecli.model.authority import ON_DECISIONS
from officecli.store.read import Reader
from officecli.typed.office.people import is_above


def stand(act: Acting, verb: str, leader_id: int | None, *, recorder_id: int, decision_id: int = 0) -> None:
    """Take up the role in which the actor does `verb` on a decision; it goes on the trail, where the rules judge it.

    One's own role comes first, then that of an absent person one stands in for, then the registrar's for the leader.
    """
    me = int(act.actor["id"])
    for person in ({"id": me, "name": ""}, *stands_in_for(act.read, me)):
        held = _held(act.read, int(person["id"]), leader_id, recorder_id, decision_id)
        role = next((role for role in ON_DECISIONS[verb] if role in held), None)
        if role:
            act.change.act(role, None if person["id"] == me else (person["id"], person["name"]))
            return
    if act.actor["registrar"]:
        leader = act.read.row("SELECT id, name FROM person WHERE id = :id", id=leader_id)
        act.change.act("registrar", (leader["id"], leader["name"]) if leader else None)
        return
    act.change.act("none")


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
