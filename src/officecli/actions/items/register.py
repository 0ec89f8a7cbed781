"""Register and issue an item: one matter, one lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.chain.leader import leader_named, say_leader
from officecli.actions.items.bodies_on_item import split_bodies, support_by_bodies
from officecli.actions.items.labelling import relabel
from officecli.actions.items.lead_away import name_lead_away
from officecli.actions.items.same_again import name_same_again
from officecli.actions.items.signing import begin_at_once, signed_at_once
from officecli.actions.items.whose_it_is import tell_whose_it_is
from officecli.actions.notices import tell_passed_over
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass, field
from officecli.model import codes
from officecli.model.items import Item, Support
from officecli.model.names import title_key
from officecli.model.targets import Target
from officecli.shell import as_word
from officecli.standing.items.on_items import for_new_item
from officecli.standing.items.reviewing import giver, lies_with, reviewer
from officecli.store.calendar.handing_out import issue_moment, sign_limit
from officecli.store.read.reader import Reader, Row
from officecli.store.serials import ITEMS, next_serial
from officecli.typed.codes import check_code
from officecli.typed.dates import almanac
from officecli.typed.dates.nearest import read_near_day
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.items import numbers
from officecli.typed.items.amounts import read_target
from officecli.typed.items.deadlines import read_deadline, read_past_day
from officecli.typed.items.fields import read_fields
from officecli.typed.items.labels import read_labels
from officecli.typed.items.personal import refuse_personal
from officecli.typed.items.tags import UNTAGGED, Tags, read_tags
from officecli.typed.office.bodies import find_body
from officecli.typed.office.names_and_parts import each_with_part, named_twice
from officecli.typed.office.people import SeveralNamed
from officecli.typed.text import narrow, tidy


@dataclass(frozen=True)
class Order:
    """What is asked for, as it was typed; `point` is which point of the decision with this id it is, or which part of the item with the id `parent_id`.
    Of one that `has_parts`, which are registered next, those passed over are told afterwards.

    `fields` is what is said of its other fields, by key.

    Without a `kind` it is ad hoc, or routine by a procedure.
    """

    title: str
    lead: str
    due: str = ""
    support: Sequence[str] = ()
    source: str = ""
    by: str = ""
    kind: str = ""
    urgency: str = "ordinary"
    importance: str = "normal"
    targets: Sequence[str] = ()
    issued: str = ""
    began: str = ""
    body: str = ""
    decision_id: int | None = None
    point: str = ""
    parent_id: int | None = None
    has_parts: bool = False
    tags: Tags = UNTAGGED
    labels: Sequence[str] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Registered(Answer):
    """The item is on record and handed out to its lead; None for no deadline."""

    number: str
    title: str
    lead: str
    due: DaySeen | None


@dataclass(frozen=True)
class FeedbackDue(Answer):
    """How often feedback is due on what was registered, a code of `model.time.feedback`: said back, for a day is."""

    every: str


def register(act: Acting, order: Order) -> Item:
    """Make the item and hand it out on its issue day. Raises BadInput or NotFound for what cannot be understood."""
    read, change = act.read, act.change
    coded = _codes(order)
    issued = read_near_day(order.issued, today=act.today, by=almanac(read)) if order.issued else act.today
    due = read_deadline(order.due, issued=issued, read=read) if order.due else None
    lead = _one_lead(act, order.lead)
    leader, ordered_by = leader_named(act, order.by) if order.by.strip() else (None, "")
    originator = leader or giver(read, act.actor, lead)
    began = read_past_day(order.began, read=read) if order.began else None
    tags = read_tags(read, order.tags)
    fields = read_fields(order.fields)
    standing = for_new_item(read, act.actor, lead, originator)
    change.act(standing.role, standing.behalf)
    serial = next_serial(read, ITEMS, issued.year)
    at = issue_moment(read, issued)
    item = change.add(
        Item,
        "add",
        number=numbers.number_text(issued.year, serial),
        year=issued.year,
        serial=serial,
        **_texts(order),
        **coded,
        ordered_by=ordered_by,
        originator_id=originator["id"],
        lead_id=lead["id"],
        registered=act.today,
        issued=issued,
        issued_at=clock.stamp(at),
        sign_by=clock.stamp(sign_limit(read, at, coded["urgency"])),
        original_due=due,
        due=due,
        decision_id=order.decision_id,
        parent_id=order.parent_id,
        began=began if began and began < act.today else None,
        body_id=find_body(read, order.body)["id"] if order.body.strip() else None,
        **{"status": "issued", **signed_at_once(act, lead["id"], issued)},
        **fields,
        **tags,
    )
    _add_what_hangs_on_it(act, item, order, lead)
    act.items.append(item.id)
    act.done.append(Registered(item.number, item.title, lead["name"], seen_today(read, due) if due else None))
    if fields.get("feedback_every") and (said := FeedbackDue(str(fields["feedback_every"]))) not in act.remarks:
        act.remarks.append(said)
    if ordered_by:
        say_leader(act, order.by, leader, ordered_by, number=item.number, reviewer=_reviewer(read, item))
    _tell_of_it(act, item, order)
    return item


def _tell_of_it(act: Acting, item: Item, order: Order) -> None:
    """Begin it where its lead gave it to themselves, and tell of it whoever is to know."""
    begin_at_once(act, item)
    name_lead_away(act, item)
    name_same_again(act, item)
    if not order.has_parts:
        tell_passed_over(act, "add", item.id)
    tell_whose_it_is(act, "add", item, named=bool(order.by.strip()))


def _reviewer(read: Reader, item: Item) -> str:
    """Who reviews an item, or is to once they are here again; whoever leads it where nobody else does."""
    turn = reviewer(read, item.originator_id, item.lead_id)
    return str(
        turn.person["name"] if turn else read.value("SELECT name FROM person WHERE id = :id", id=lies_with(read, item.originator_id, item.lead_id))
    )


def _add_what_hangs_on_it(act: Acting, item: Item, order: Order, lead: Row) -> None:
    """Add who supports it, its labels and its targets; raises BadInput for what cannot be understood."""
    people, bodies = split_bodies(act.read, order.support)
    for person, part in supporters(act, people, lead):
        act.change.add(Support, "add", item_id=item.id, person_id=person["id"], part=part, since=min(item.issued, act.today))
    support_by_bodies(act, item, "add", bodies)
    relabel(act, item, "add", read_labels(act.read, order.labels))
    for amount, unit in map(read_target, order.targets):
        act.change.add(Target, "add", item_id=item.id, amount=amount, unit=unit)


def _codes(order: Order) -> dict[str, str]:
    """The codes of what is asked for; raises BadInput for a word that is none."""
    refuse_personal(order.kind)
    return {
        "kind": check_code(order.kind or ("routine" if order.tags.procedure else "adhoc"), codes.KINDS, "--kind"),
        "urgency": check_code(order.urgency, codes.URGENCIES, "--urgency"),
        "importance": check_code(order.importance, codes.IMPORTANCES, "--importance"),
    }


def _texts(order: Order) -> dict[str, str]:
    """The matter, its source and which point of it, as they are kept, and by what the first two are known again."""
    return {
        "title": tidy(order.title),
        "title_key": title_key(order.title)[:500],
        "source": tidy(order.source),
        "source_key": title_key(order.source)[:500],
        "point": narrow(tidy(order.point)),
    }


def _one_lead(act: Acting, typed: str) -> Row:
    """Who is to lead; of several the error says how one leads and the others support, or each has a part."""
    try:
        return act.worker(typed)
    except SeveralNamed as error:
        first, *others = error.names
        part = _("PART")
        support = " ".join(f"--support {as_word(f'{name}:{part}')}" for name in others)
        error.fix = _("One leads, and the others support: --lead {first} {support}\nOr each has a part: --each {names}").format(
            first=as_word(first), support=support, names=as_word(",".join(error.names))
        )
        raise


def supporters(act: Acting, typed: Sequence[str], lead: Row) -> list[tuple[Row, str]]:
    """`NAME` or `NAME:part`, several with commas between, as people; raises BadInput for the lead, or for somebody named twice."""
    found: list[tuple[Row, str]] = []
    for name, part in (one for text in typed for one in each_with_part(act.read, text)):
        person = act.worker(name)
        if person["id"] == lead["id"]:
            raise BadInput(
                _("{name} leads this item and cannot support it too.").format(name=person["name"]), fix=_("Name somebody else with --support.")
            )
        if any(person["id"] == other["id"] for other, _part in found):
            raise named_twice(person["name"])
        found.append((person, part))
    return found
