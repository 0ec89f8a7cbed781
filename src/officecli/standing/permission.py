"""What somebody may do, and why: read from where it is judged, `model.acts` and the standing on an item."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.light import dataclass, replace
from officecli.model.acts import ACTS, acts_to, roles_of, rule_for
from officecli.model.words import word
from officecli.near import did_you_mean
from officecli.standing.chain.confidential import in_confidence, kept_from
from officecli.standing.chain.requests import above_holder, decided_here, on_request, waiting
from officecli.standing.foreseen import stands_in_the_way, would_be_refused
from officecli.standing.items.on_items import on_item
from officecli.standing.office.superiors import people_below, superiors
from officecli.standing.standing import Standing
from officecli.store.items import OPEN_STATUSES, beside
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.request_numbers import find_request
from officecli.typed.items.numbers import find_item

ON_ITEMS = acts_to("item")
"""The acts on an item that is there."""

ON_REQUESTS = acts_to("request")
"""The acts on a request that waits."""


@dataclass(frozen=True)
class Permission:
    """Whether it is allowed: the role it would be done in, for whom, and the code of the rule that forbids it, or else `why` not."""

    allowed: bool
    role: str
    behalf: str = ""
    rule: str = ""
    why: str = ""


@dataclass(frozen=True)
class _Item:
    id: int
    originator_id: int
    lead_id: int


def may_do(read: Reader, person: Row, act: str, number: str) -> Permission:
    """Whether a person may do an act on an item now; raises NotFound for an unknown number."""
    row = read.row("SELECT id, number, status, issued, originator_id, lead_id FROM item WHERE id = :id", id=find_item(read, number))
    assert row is not None
    asker = None
    if act in ("grant", "decline"):
        asker = read.value("SELECT person_id FROM extension WHERE item_id = :item AND verdict IS NULL ORDER BY id DESC LIMIT 1", item=row["id"])
    standing = on_item(read, person, _Item(row["id"], row["originator_id"], row["lead_id"]), act, asker_id=asker)
    fault = stands_in_the_way(read, person, act, row, standing)
    if not fault and act in ("grant", "decline") and asker is None:
        fault = _("No extension has been asked for.")
    rule, why = would_be_refused(read, act, row["id"]) if not fault and standing.role in roles_of(act) else ("", "")
    return replace(_judged(act, standing, fault or why), rule=rule) if why else _judged(act, standing, fault)


def _judged(act: str, standing: Standing, fault: str) -> Permission:
    behalf = standing.behalf[1] if standing.behalf else ""
    if standing.role in roles_of(act):
        return Permission(not fault, standing.role, behalf, why=fault)
    return Permission(False, standing.role, rule=rule_for(act, standing.role), why=fault)


def may_do_to_request(read: Reader, person: Row, act: str, number: str) -> Permission:
    """Whether a person may answer, hand up or withdraw a request now; raises NotFound for an unknown number."""
    request_id = find_request(read, number)
    if kept := kept_from(read, person["id"]).get(request_id):
        return Permission(False, "none", rule="A401", why=in_confidence(kept))
    request = waiting(read, request_id)
    if request is None:
        return Permission(False, "none", why=_("It waits for nobody any more."))
    standing = on_request(read, person, request, act)
    alone = act == "escalate" and standing.role in roles_of(act) and not above_holder(read, request, person["id"], standing.role)
    return _judged(act, standing, decided_here(request["holder"]) if alone else "")


def find_act(typed: str) -> str:
    """The act somebody means: its code, the command that does it, or its word. Raises BadInput with the nearest."""
    acts = (*ON_ITEMS, *ON_REQUESTS)
    known = {called: act for act in acts for called in (act, word("act", act), *ACTS[act].also)}
    wanted = typed.strip().casefold()
    if wanted in known:
        return known[wanted]
    fix = did_you_mean(wanted, known, _("It takes one of: {choices}.").format(choices=listed((*ON_ITEMS, *ON_REQUESTS))))
    raise BadInput(_("There is no act “{act}”.").format(act=typed[:40]), fix=fix)


def held_roles(read: Reader, person: Row) -> dict[str, int]:
    """The roles a person has today, each with the number of open items in which they have it; a registrar has it everywhere."""
    me = person["id"]
    below = [row["id"] for row in people_below(read, me)]
    counts = {
        "lead": _count(read, f"{beside('lead_id')} = :me", me),
        "supporter": _count(read, "id IN (SELECT s.item_id FROM support s WHERE s.person_id = :me AND s.until IS NULL)", me),
        "step-holder": _count(
            read, f"procedure_version_id IN (SELECT s.version_id FROM procedure_step s WHERE s.post_id = {person['post_id'] or 0})", me
        ),
        "originator": _count(read, "originator_id = :me", me),
        "lead-superior": _count(read, f"{beside('lead_id')} IN ({_listed(below)})", me),
        "originator-superior": _count(read, f"originator_id IN ({_listed(below)})", me),
    }
    if not superiors(read, me):
        counts["sole"] = _count(read, f"{beside('lead_id')} = :me AND originator_id = :me", me)
    if person["registrar"]:
        counts["registrar"] = _count(read, "lead_id <> :me", me)
    return {role: n for role, n in counts.items() if n}


def _count(read: Reader, condition: str, me: int) -> int:
    return int(read.value(f"SELECT COUNT(*) FROM item WHERE status IN {OPEN_STATUSES} AND {condition}", me=me))


def _listed(ids: list[int]) -> str:
    return ", ".join(str(one) for one in ids) or "0"
