"""In which role somebody acts on an item, and for whom."""

from __future__ import annotations

from officecli.hints import Protocol
from officecli.light import dataclass
from officecli.model.acts import ACTS, roles_of
from officecli.standing.items.reviewing import giver_id
from officecli.standing.office.over_people import as_superior
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import is_above, superiors
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row


class Matter(Protocol):
    """What of an item decides who may act on it."""

    @property
    def id(self) -> int: ...
    @property
    def originator_id(self) -> int: ...
    @property
    def lead_id(self) -> int: ...


@dataclass(frozen=True)
class _Given:
    """A matter that somebody of the office is taken to have given."""

    id: int
    originator_id: int
    lead_id: int


def on_item(
    read: Reader, actor: Row, item: Matter, act: str, *, asker_id: int | None = None, hand_to: int | None = None, step_id: int | None = None
) -> Standing:
    """The actor's standing for an act on an item; `asker_id` asked for what is decided, `hand_to` is to receive the work, `step_id` is to be done.

    One's own role comes first; then that of an absent person one stands in for, but never on an item one leads oneself.
    """
    item = _Given(item.id, giver_id(read, item.originator_id, item.lead_id), item.lead_id)
    own = _own(read, actor["id"], item, act, asker_id=asker_id, hand_to=hand_to, step_id=step_id)
    if own.role in (*roles_of(act), "asker", "lead-beside", "lead-above"):
        return own
    leads = item.lead_id == actor["id"]
    for absent in [] if leads else stands_in_for(read, actor["id"]):
        role = _own(read, absent["id"], item, act, asker_id=asker_id, hand_to=hand_to, step_id=step_id).role
        if role in roles_of(act):
            return Standing(role, (absent["id"], absent["name"]))
    if actor["registrar"] and not (leads and ACTS[act].approval):
        return Standing("registrar", _principal(read, item, act, step_id))
    return own


def _own(read: Reader, me: int, item: Matter, act: str, *, asker_id: int | None, hand_to: int | None, step_id: int | None) -> Standing:
    """The standing somebody has of themselves, entitled or not."""
    held = _relations(read, me, item, step_id)
    if asker_id == me:
        return Standing("asker")
    if act == "close" and "lead" in held:
        sole = item.originator_id == me and not superiors(read, me)
        return Standing("sole" if sole else "lead")
    free = act == "support" and "originator" in held  # asking for help with one's own order hands nothing away
    if hand_to is not None and "lead" in held and not free and not is_above(read, me, hand_to):
        return Standing("lead-above" if is_above(read, hand_to, me) else "lead-beside")
    for role in (*roles_of(act), *(role for role, _rule in ACTS[act].other_rules), "lead", "supporter", "lead-superior"):
        if role in held:
            return Standing(role)
    return Standing("none")


def for_new_item(read: Reader, actor: Row, lead: Row, originator: Row) -> Standing:
    """The actor's standing for giving `lead` an item."""
    if lead["id"] == actor["id"]:
        return Standing("self")
    if standing := as_superior(read, actor["id"], lead["id"], "superior"):
        return standing
    if actor["registrar"]:
        return Standing("registrar", (originator["id"], originator["name"]) if originator["id"] != actor["id"] else None)
    return Standing("none")


def _relations(read: Reader, me: int, item: Matter, step_id: int | None) -> set[str]:
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
    if read.row(_STEP_OF_POST, item=item.id, me=me, step=step_id):
        held.add("step-holder")
    return held


_STEP_OF_POST = """
SELECT 1 AS one FROM item i JOIN procedure_step s ON s.version_id = i.procedure_version_id JOIN person p ON p.post_id = s.post_id
WHERE i.id = :item AND p.id = :me AND p.left_on IS NULL AND s.id = COALESCE(CAST(:step AS INTEGER), s.id)"""


def _only_holder(read: Reader, step_id: int | None) -> tuple[int, str] | None:
    """Who holds the post of a step; None where the step is the lead's, or the post is not one person's."""
    found = read.rows(
        "SELECT p.id, p.name FROM procedure_step s JOIN person p ON p.post_id = s.post_id WHERE s.id = :step AND p.left_on IS NULL AND p.account = 0",
        step=step_id or 0,
    )
    return (found[0]["id"], found[0]["name"]) if len(found) == 1 else None


def _principal(read: Reader, item: Matter, act: str, step_id: int | None) -> tuple[int, str] | None:
    """The person a registrar acts for: the originator's side, the one who holds the step's post, or the lead; one's own item is approved by one's superior."""
    if holder := _only_holder(read, step_id):
        return holder
    wanted = item.lead_id
    if ACTS[act].for_originator:
        wanted = item.originator_id
        if wanted == item.lead_id:
            above = superiors(read, item.lead_id)
            return (above[0]["id"], above[0]["name"]) if above else None
    found = read.row("SELECT id, name FROM person WHERE id = :id", id=wanted)
    return (found["id"], found["name"]) if found else None
