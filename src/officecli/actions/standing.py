"""In which role somebody acts on an item, and for whom. It is stored on the trail, where the rules judge it."""

from __future__ import annotations

from dataclasses import dataclass

from officecli.actions.people import is_above, superiors
from officecli.model.authority import APPROVALS, ENTITLED, FOR_THE_ORIGINATOR, OWN_APPROVAL
from officecli.model.item import Item
from officecli.store.read import Reader, Row


@dataclass(frozen=True, slots=True)
class Standing:
    """A role of `model.authority`, and on whose behalf (id, name) a registrar acts."""

    role: str
    behalf: tuple[int, str] | None = None


def on_item(read: Reader, actor: Row, item: Item, act: str, *, asker_id: int | None = None, hand_to: int | None = None) -> Standing:
    """The actor's standing for an act on an item; `asker_id` asked for what is decided, `hand_to` is to receive the work."""
    me = actor["id"]
    held = _relations(read, me, item)
    if asker_id == me:
        return Standing("asker")
    if act == "close" and "lead" in held:
        sole = item.originator_id == me and not superiors(read, me)
        return Standing("sole" if sole else "lead")
    if hand_to is not None and "lead" in held and not held & {"originator", "lead-superior"} and not is_above(read, me, hand_to):
        return Standing("lead-above" if is_above(read, hand_to, me) else "lead-beside")
    for role in ENTITLED[act]:
        if role in held:
            return Standing(role)
    if actor["registrar"] and not (act in APPROVALS and "lead" in held):
        return Standing("registrar", _principal(read, item, act))
    for role in (*OWN_APPROVAL.get(act, ()), "lead", "supporter", "lead-superior"):
        if role in held:
            return Standing(role)
    return Standing("none")


def for_new_item(read: Reader, actor: Row, lead: Row, originator: Row) -> Standing:
    """The actor's standing for giving `lead` an item."""
    if lead["id"] == actor["id"]:
        return Standing("self")
    if is_above(read, actor["id"], lead["id"]):
        return Standing("superior")
    if actor["registrar"]:
        return Standing("registrar", (originator["id"], originator["name"]) if originator["id"] != actor["id"] else None)
    return Standing("none")


def _relations(read: Reader, me: int, item: Item) -> set[str]:
    held = set()
    if item.originator_id == me:
        held.add("originator")
    elif is_above(read, me, item.originator_id):
        held.add("originator-superior")
    if item.lead_id == me:
        held.add("lead")
    elif is_above(read, me, item.lead_id):
        held.add("lead-superior")
    if read.row("SELECT 1 AS one FROM support WHERE item_id = :item AND person_id = :me AND until IS NULL", item=item.id, me=me):
        held.add("supporter")
    return held


def _principal(read: Reader, item: Item, act: str) -> tuple[int, str] | None:
    """The person a registrar acts for: the originator's side or the lead; one's own item is approved by one's superior."""
    wanted = item.lead_id
    if act in FOR_THE_ORIGINATOR:
        wanted = item.originator_id
        if wanted == item.lead_id:
            above = superiors(read, item.lead_id)
            return (above[0]["id"], above[0]["name"]) if above else None
    found = read.row("SELECT id, name FROM person WHERE id = :id", id=wanted)
    return (found["id"], found["name"]) if found else None
