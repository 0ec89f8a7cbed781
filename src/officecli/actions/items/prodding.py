"""Pressing and telling: a lead is prodded, from blue to red; a superior is told of an order from above them."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.lead_away import name_lead_away
from officecli.actions.items.repeating import already
from officecli.actions.notices import notify, tell_of_order
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item, Prod, Told
from officecli.standing.items.prodding import too_soon
from officecli.standing.office.superiors import head_and_leader, is_above
from officecli.store.prods import UNANSWERED
from officecli.store.read.reader import Row
from officecli.typed.office.name_cells import split_names
from officecli.typed.text import tidy

LEVELS = ("blue", "orange", "red")
"""Of the first, the second and every further prod that was left unanswered."""


@dataclass(frozen=True)
class Prodded(Answer):
    """The lead was pressed, blue, orange or red; the outside body that is to do it, and whom to ask there and the phone, "" for none."""

    number: str
    title: str
    lead: str
    level: str
    body: str
    contact: str
    phone: str


@dataclass(frozen=True)
class SuperiorTold(Answer):
    """Somebody above the lead was told of the order."""

    number: str
    title: str
    name: str


@dataclass(frozen=True)
class OwnLeftOut(Answer):
    """An item that the actor leads is not prodded."""

    number: str
    title: str


@dataclass(frozen=True)
class ProdTold(Answer):
    """Somebody above the lead is told of the prod."""

    number: str
    name: str


def prod(act: Acting, number: str, text: str = "") -> None:
    """Press the lead to get on with it."""
    item = act.item(number)
    if item.lead_id == act.actor["id"]:
        _leave_own_out(act, item)
        return
    lead = act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id)
    last = too_soon(act.read, item.id)
    if last.what and (last.day, last.text) == (act.today.isoformat(), tidy(text)) and already(act, item, "prod", act.today, name=lead):
        return
    act.enter("prod", item)
    if last.what:
        act.forbid(
            item,
            last.what,
            _("Give {name} the time to answer; see how it stands with: officecli show {number}").format(name=lead, number=item.number),
        )
    before = act.read.value(f"SELECT (SELECT COUNT(*) FROM {UNANSWERED}) FROM item i WHERE i.id = :item", item=item.id, as_of=act.today.isoformat())
    level = LEVELS[min(before, len(LEVELS) - 1)]
    act.change.add(Prod, "prod", item_id=item.id, person_id=act.answering_id, lead_id=item.lead_id, day=act.change.day, level=level, text=tidy(text))
    body = act.read.row("SELECT b.name, b.contact, b.phone FROM item i JOIN body b ON b.id = i.body_id WHERE i.id = :item", item=item.id)
    outside = (body["name"], body["contact"], body["phone"]) if body else ("", "", "")
    act.done.append(Prodded(item.number, item.title, lead, level, *outside))
    name_lead_away(act, item)
    for person in _told_of_prod(act, item, level):
        if notify(act, "prod", person["id"], "prod", item_id=item.id, text=tidy(text)):
            act.done.append(ProdTold(item.number, person["name"]))


def _leave_own_out(act: Acting, item: Item) -> None:
    """Nobody presses themselves: of several that is said, and the others are prodded. Raises BadInput where it is the only one."""
    if act.parts < len(("one", "another")):
        raise BadInput(
            _("You lead {number} yourself.").format(number=item.number),
            fix=_("Say how it goes: officecli note {number} TEXT").format(number=item.number),
        )
    act.repeated.add(item.id)
    act.done.append(OwnLeftOut(item.number, item.title))


def _told_of_prod(act: Acting, item: Item, level: str) -> list[Row]:
    """Whom besides the lead an unanswered prod goes to: the second to the head of the section, the third and any later to the responsible leader too."""
    if level == LEVELS[0]:
        return []
    head, leader = head_and_leader(act.read, item.lead_id)
    return [one for one in (head, leader if level == LEVELS[2] else None) if one]


def tell(act: Acting, number: str, names: str) -> None:
    """Those above the lead, one or several names, are told of an order that came from above them."""
    item = act.item(number)
    people = [act.person(cell.name) for cell in split_names(tidy(names))] or [act.person(names)]
    act.enter("tell", item)
    for person in people:
        _tell(act, item, person)


def _tell(act: Acting, item: Item, person: Row) -> None:
    lead = act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id)
    if not is_above(act.read, person["id"], item.lead_id):
        raise BadInput(
            _("{name} is not above {lead}, the lead of {number}.").format(name=person["name"], lead=lead, number=item.number),
            fix=_('Name a superior of {lead}; see them with: officecli person show "{lead}"').format(lead=lead),
        )
    told = act.read.value("SELECT day FROM told WHERE item_id = :item AND person_id = :person", item=item.id, person=person["id"])
    if told and already(act, item, "tell", told, name=person["name"]):
        return
    if told:
        act.forbid(item, _("{name} was told on {day}.").format(name=person["name"], day=told), _("Nothing needs to be done."))
    tell_of_order(act, "tell", item.id, person["id"])
    act.change.add(Told, "tell", item_id=item.id, person_id=person["id"], day=act.change.day)
    act.done.append(SuperiorTold(item.number, item.title, person["name"]))
