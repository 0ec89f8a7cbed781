"""Who may set targets and record results: registrars, superiors, and for results whoever answers for the target."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _
from officecli.standing.office.over_people import over_person
from officecli.standing.office.rights import registrars
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import posts_above
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms


def to_set_target_of(read: Reader, actor: Row, post_id: int) -> Standing:
    """The actor's standing for setting a target of this post; raises Refused for whoever has none."""
    standing = _above(read, actor, post_id)
    if standing is None:
        raise Refused(
            _("{name} may not set this target.").format(name=actor["name"]),
            why=_("A post's targets are set by a superior of the post, or by a registrar."),
            fix=registrars(read),
        )
    return standing


def to_record(read: Reader, actor: Row, terms: TargetTerms) -> Standing:
    """The actor's standing for recording a result: who holds the post (leads the item), a superior, or a registrar; raises Refused for others."""
    if terms.owner_post_id is not None:
        held = actor["post_id"] == terms.owner_post_id
        standing = Standing("self") if held else _above(read, actor, terms.owner_post_id)
    else:
        lead = read.row("SELECT p.* FROM v_person p JOIN item i ON i.lead_id = p.id WHERE i.id = :item", item=terms.item_id)
        assert lead is not None
        standing = over_person(read, actor, lead)
    if standing is None or standing.role == "none":
        raise Refused(
            _("{name} may not record results of {target}.").format(name=actor["name"], target=terms.number),
            why=_("Results are recorded by whoever answers for the target, by a superior, or by a registrar."),
            fix=registrars(read),
        )
    return standing


def _above(read: Reader, actor: Row, post_id: int) -> Standing | None:
    above = posts_above(read, post_id)
    if actor["post_id"] in above:
        return Standing("superior")
    for absent in stands_in_for(read, actor["id"]):
        if read.value("SELECT post_id FROM person WHERE id = :id", id=absent["id"]) in above and actor["post_id"] != post_id:
            return Standing("superior", (absent["id"], absent["name"]))
    return Standing("registrar") if actor["registrar"] else None
