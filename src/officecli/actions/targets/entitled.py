"""Who may set targets and record results: registrars, superiors, and for results whoever answers for the target."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.staff_rights import registrars
from officecli.actions.standing import Standing, over_person
from officecli.actions.standing_in import stands_in_for
from officecli.errors import Refused
from officecli.i18n import _
from officecli.model.item import Item
from officecli.store.targets import TargetTerms
from officecli.typed.office.posts import posts_above


def sign_to_set(act: Acting, verb: str, post_id: int | None, item_id: int | None) -> str:
    """Sign for setting a target of this post, and return the verb it is recorded by; raises Refused for whoever may not.

    A target of an item is part of its goal: it is recorded as that, and the rules judge who may.
    """
    if post_id is None:
        assert item_id is not None
        item = act.change.get(Item, item_id)
        act.items.append(item.id)
        act.enter("set-goal", item)
        return "set-goal"
    standing = _above(act, post_id)
    if standing is None:
        raise Refused(
            _("{name} may not set this target.").format(name=act.actor["name"]),
            why=_("A post's targets are set by a superior of the post, or by a registrar."),
            fix=registrars(act.read),
        )
    act.change.act(standing.role, standing.behalf)
    return verb


def sign_to_record(act: Acting, terms: TargetTerms) -> None:
    """Sign for recording a result: as whoever holds the post (leads the item), as a superior, or as registrar; raises Refused for others."""
    if terms.owner_post_id is not None:
        held = act.actor["post_id"] == terms.owner_post_id
        standing = Standing("self") if held else _above(act, terms.owner_post_id)
    else:
        lead = act.read.row("SELECT p.* FROM v_person p JOIN item i ON i.lead_id = p.id WHERE i.id = :item", item=terms.item_id)
        assert lead is not None
        standing = over_person(act.read, act.actor, lead)
    if standing is None or standing.role == "none":
        raise Refused(
            _("{name} may not record results of {target}.").format(name=act.actor["name"], target=terms.number),
            why=_("Results are recorded by whoever answers for the target, by a superior, or by a registrar."),
            fix=registrars(act.read),
        )
    act.change.act(standing.role, standing.behalf)


def _above(act: Acting, post_id: int) -> Standing | None:
    above = posts_above(act.read, post_id)
    if act.actor["post_id"] in above:
        return Standing("superior")
    for absent in stands_in_for(act.read, act.actor["id"]):
        if act.read.value("SELECT post_id FROM person WHERE id = :id", id=absent["id"]) in above and act.actor["post_id"] != post_id:
            return Standing("superior", (absent["id"], absent["name"]))
    return Standing("registrar") if act.actor["registrar"] else None
