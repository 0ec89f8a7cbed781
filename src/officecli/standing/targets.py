"""Who may set targets, record results, correct and confirm them: registrars, superiors, for results whoever answers for the target or recorded them."""

from __future__ import annotations

from officecli.standing.office.over_people import as_superior, over_person
from officecli.standing.office.over_posts import over_post
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import superiors
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms


def to_set_for(read: Reader, actor: Row, person_id: int) -> Standing:
    """The actor's standing for setting a person's targets: of a superior, or of a registrar; a registrar's own are set for their next superior."""
    above = superiors(read, person_id) if actor["id"] == person_id else []
    as_registrar = Standing("registrar", (above[0]["id"], above[0]["name"]) if above else None) if actor["registrar"] else NONE
    return as_superior(read, actor["id"], person_id, "superior") or as_registrar


def to_correct(read: Reader, actor: Row, terms: TargetTerms, recorder_id: int) -> Standing:
    """The actor's standing for correcting a result: of whoever recorded it, of a superior, or of a registrar; holding the post is not enough."""
    if actor["id"] == recorder_id:
        return Standing("self")
    if terms.owner_post_id is not None:
        return over_post(read, actor, terms.owner_post_id)
    standing = to_record(read, actor, terms)
    return Standing("none") if standing.role == "self" else standing


def to_record(read: Reader, actor: Row, terms: TargetTerms) -> Standing:
    """The actor's standing for recording a result: of whose it is (who holds the post, leads the item), of a superior, of their stand-in, or of a registrar."""
    if terms.owner_post_id is not None:
        own, above = actor["post_id"] == terms.owner_post_id, over_post(read, actor, terms.owner_post_id)
    else:
        whose = terms.person_id or read.value("SELECT lead_id FROM item WHERE id = :item", item=terms.item_id)
        own, above = actor["id"] == whose, over_person(read, actor, {"id": whose})
    if own:
        return Standing("self")
    if above.role == "superior":
        return above
    return next((Standing("self", (one["id"], one["name"])) for one in stands_in_for(read, actor["id"]) if is_theirs(read, terms, one["id"])), above)


def to_confirm(read: Reader, actor: Row, recorder_id: int) -> Standing:
    """The actor's standing for confirming what somebody recorded of themselves: of a superior, or of a registrar for the next one; never of themselves."""
    if actor["id"] == recorder_id:
        return Standing("self")
    above = superiors(read, recorder_id)
    for_the_next = Standing("registrar", (above[0]["id"], above[0]["name"])) if above and actor["registrar"] else NONE
    return as_superior(read, actor["id"], recorder_id, "superior") or for_the_next


def waits_for_confirmation(read: Reader, terms: TargetTerms, recorder_id: int) -> bool:
    """Whether a result counts only once a superior has confirmed it: recorded by whose it is, and no plain count; with nobody above it counts at once."""
    return terms.target_class != "output" and is_theirs(read, terms, recorder_id) and bool(superiors(read, recorder_id))


def is_theirs(read: Reader, terms: TargetTerms, person_id: int) -> bool:
    """Whether a target is this person's: on their post, of what they lead, or their own."""
    if terms.owner_post_id is not None:
        return bool(read.value("SELECT post_id FROM person WHERE id = :id", id=person_id) == terms.owner_post_id)
    return person_id == (terms.person_id or read.value("SELECT lead_id FROM item WHERE id = :item", item=terms.item_id))
