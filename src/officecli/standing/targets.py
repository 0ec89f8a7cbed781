"""Who may set targets, record results and correct them: registrars, superiors, for results whoever answers for the target or recorded them."""

from __future__ import annotations

from officecli.standing.office.over_people import over_person
from officecli.standing.office.over_posts import over_post
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms


def to_correct(read: Reader, actor: Row, terms: TargetTerms, recorder_id: int) -> Standing:
    """The actor's standing for correcting a result: of whoever recorded it, of a superior, or of a registrar; holding the post is not enough."""
    if actor["id"] == recorder_id:
        return Standing("self")
    if terms.owner_post_id is not None:
        return over_post(read, actor, terms.owner_post_id)
    standing = to_record(read, actor, terms)
    return Standing("none") if standing.role == "self" else standing


def to_record(read: Reader, actor: Row, terms: TargetTerms) -> Standing:
    """The actor's standing for recording a result: of who holds the post (leads the item), of a superior, or of a registrar."""
    if terms.owner_post_id is not None:
        return Standing("self") if actor["post_id"] == terms.owner_post_id else over_post(read, actor, terms.owner_post_id)
    lead = read.row("SELECT p.* FROM v_person p JOIN item i ON i.lead_id = p.id WHERE i.id = :item", item=terms.item_id)
    assert lead is not None
    return over_person(read, actor, lead)
