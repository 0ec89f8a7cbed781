"""Sub-items 子项: a matter split into parts, or one tasking that each of several units or people owes on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.bodies_on_item import body_named
from officecli.actions.items.past_whole import name_past_whole
from officecli.actions.items.register import Order, register
from officecli.actions.notices import tell_passed_over
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _
from officecli.light import dataclass, replace
from officecli.model.items import Item
from officecli.shell import as_word
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import EVERYTHING
from officecli.typed.office.bodies import follower
from officecli.typed.office.heads import head_of
from officecli.typed.office.names_and_parts import each_with_part, with_part
from officecli.typed.office.units import find_unit
from officecli.typed.text import tidy


@dataclass(frozen=True)
class GivenToEach(Answer):
    """The item is one tasking to several: each has a part of its own."""

    number: str
    parts: int


@dataclass(frozen=True)
class PartOf(Answer):
    """What was registered is a part of the item `number`; `due` is the deadline it has from there, None where it has its own."""

    part: str
    number: str
    title: str
    due: date | None


@dataclass(frozen=True)
class _Owing:
    """Who owes a part, and which; of an outside `body` whoever follows it up here."""

    lead: str
    part: str = ""
    body: str = ""


def split(act: Acting, number: str, order: Order) -> None:
    """Make a part of an item in hand: an item of its own, due with the whole where no deadline is given.

    Raises BadInput for a part of a part; whoever gives a part gives work, and is judged by that as well.
    """
    whole = act.item(number)
    act.items.remove(whole.id)  # what the command is about, its waivers too, is the part
    _refuse_deeper(act, whole)
    act.enter("split", whole)
    act.change.set(whole, "split", version=whole.version + 1)
    if not order.due and whole.due is None:
        raise BadInput(_("{number} has no deadline that the part could have.").format(number=whole.number), fix=_("Say by when with --due."))
    part = register(
        act,
        replace(
            order,
            due=order.due or str(whole.due),
            source=order.source or whole.source or whole.title,
            kind=order.kind or ("" if order.tags.procedure or whole.kind == "own" else whole.kind),
            parent_id=whole.id,
        ),
    )
    act.done.append(PartOf(part.number, whole.number, whole.title, None if order.due else part.due))
    name_past_whole(act, part)


def give_to_each(act: Acting, order: Order, units: Sequence[str], people: Sequence[str]) -> None:
    """Register one item, and for each unit (under its head), outside body (under who follows it up) and person a part of it with the same title, source
    and deadline.

    Each may be several, joined by commas; `NAME:part` says which part is whose. The whole is led by whoever gives it, where no lead is named.
    Raises BadInput for one named twice, NotFound for an unknown unit.
    """
    if not order.lead and act.actor["account"]:
        raise BadInput(_("It is not said who leads the whole: you are not on the staff."), fix=_("Name who gathers it in with --lead."))
    owing = list(_owing(act, units, people))
    whole = register(act, replace(order, lead=order.lead or act.actor["name"], has_parts=True))
    for one in owing:
        register(act, replace(order, lead=one.lead, body=one.body or order.body, support=(), targets=(), point=one.part, parent_id=whole.id))
    tell_passed_over(act, "add", whole.id)
    act.done.append(GivenToEach(whole.number, len(owing)))


def _refuse_deeper(act: Acting, whole: Item) -> None:
    if whole.parent_id is not None:
        above = act.change.get(Item, whole.parent_id)
        raise BadInput(
            _("{number} is itself a part of {parent}; parts are not split again.").format(number=whole.number, parent=above.number),
            fix=_("Make another part of the whole: officecli split {parent} TITLE --lead NAME").format(parent=above.number),
        )


def _owing(act: Acting, units: Sequence[str], people: Sequence[str]) -> Iterator[_Owing]:
    """Who owes a part, in the order in which they were named."""
    seen: dict[tuple[int, str], str] = {}
    for one in (
        *(_head_of(act.read, text) for text in _listed(units)),
        *(_Owing(*one) for text in _listed(people) for one in each_with_part(act.read, text)),
    ):
        person = _worker(act, one.lead)
        owes = person["id"], one.body
        if owes in seen:
            raise BadInput(
                _("{name} would have two parts: as {one} and as {other}.").format(name=person["name"], one=seen[owes], other=one.body or one.lead),
                fix=_("Name everybody once."),
            )
        seen[owes] = one.body or one.lead
        yield one


def _listed(texts: Sequence[str]) -> list[str]:
    """What was named, each by itself, whichever comma stands between."""
    found = [tidy(part) for text in texts for part in text.replace("\uff0c", ",").replace("、", ",").split(",")]
    return [part for part in found if part]


def _worker(act: Acting, name: str) -> Row:
    """Whoever has this name; of a unit the error says how units are named."""
    try:
        return act.worker(name)
    except NotFound as error:
        body = body_named(act.read, name)
        with suppress(OfficeError):
            unit = body or find_unit(act.read, name)
            after = _("Units are named after --each-unit: {units}").format(units=as_word(unit["name"]))
            error.fix = after if body else f"{error.fix}\n{after}"
        raise


def _head_of(read: Reader, text: str) -> _Owing:
    """Whoever heads the unit, or follows the outside body up, answers for its part; raises NotFound with the nearest unit."""
    name, part = with_part(text)
    if body := body_named(read, name):
        return _Owing(follower(read, body["name"], ""), part, body["name"])
    try:
        return _Owing(head_of(read, name), part)
    except NotFound as error:
        if name.casefold() in EVERYTHING:
            units = [row["name"] for row in read.rows("SELECT name FROM unit WHERE retired = 0 ORDER BY id")]
            error.fix = _("Name each of those meant: --each-unit {units}").format(units=as_word(",".join(units)))
        raise
