"""Who supports an item, with which part, and whose part is done."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.bodies_on_item import SupportEnded, body_named, split_bodies, support_by_bodies, support_of_body
from officecli.actions.items.register import supporters
from officecli.actions.items.repeating import already
from officecli.errors import BadInput, NotFound
from officecli.i18n import _, in_brackets
from officecli.light import dataclass
from officecli.model.items import Item, Support
from officecli.model.names import name_key
from officecli.patterns import pattern
from officecli.store.read.reader import Row
from officecli.typed.text import tidy

_BETWEEN_NAMES = pattern(r"([、，,;；\n]\s*)(?![^（(]*[)）])")
_PART = pattern(r"\s*(?:[（(].*[)）]|[:：].*)$")
_LONGEST_NAME = 5
"""So many words a name may have."""


@dataclass(frozen=True)
class SupportGiven(Answer):
    """Somebody supports the item, with this part; "" where none was named."""

    number: str
    name: str
    part: str


@dataclass(frozen=True)
class PartDone(Answer):
    """The part of a supporter is done."""

    number: str
    name: str


def name_and_part(act: Acting, words: Sequence[str]) -> str:
    """`NAME:part` of words: as many of them as name somebody are the name, so that Walter Kim is no Walter whose part is Kim."""
    if len(words) == 1 or ":" in words[0].replace("\uff1a", ":"):
        return " ".join(words)
    for end in range(min(len(words), _LONGEST_NAME), 1, -1):
        name = " ".join(words[:end])
        with suppress(BadInput, NotFound):
            if body_named(act.read, name) or act.person(name):
                return f"{name}:{' '.join(words[end:])}"
    return f"{words[0]}:{' '.join(words[1:])}"


def support_add(act: Acting, number: str, typed: str) -> None:
    """Add a supporter with a part, or state the part of one who is there."""
    item = act.item(number)
    _people, bodies = split_bodies(act.read, [typed])
    if bodies:
        _body_supports(act, item, *bodies[0])
        return
    for person, part in supporters(act, [typed], {"id": item.lead_id}):
        _support_added(act, item, person, part)


def _support_added(act: Acting, item: Item, person: Row, part: str) -> None:
    act.enter("support", item, hand_to=person["id"])
    held = _support_of(act, item, person)
    if held and part in ("", held.part):
        raise _supports_already(person, item, held.part)
    if held:
        act.change.set(held, "support", part=part)
    else:
        act.change.add(Support, "support", item_id=item.id, person_id=person["id"], part=part, since=act.change.day)
    act.done.append(SupportGiven(item.number, person["name"], part))


def support_remove(act: Acting, number: str, name: str) -> None:
    """Take a supporter off the item."""
    item = act.item(number)
    body = body_named(act.read, name)
    if body:
        _body_ends(act, item, body)
        return
    if (left := _without(item.support_note, name)) is not None:
        act.enter("support", item)
        act.change.set(item, "support", support_note=left)
        act.done.append(SupportEnded(item.number, tidy(name)))
        return
    person = act.person(name)
    act.enter("support", item)
    held = _support_of(act, item, person)
    if held is None:
        raise _supports_not(person, item)
    act.change.set(held, "support", until=act.change.day)
    act.done.append(SupportEnded(item.number, person["name"]))


def _without(note: str, name: str) -> str | None:
    """What a ledger said of support without this name of it, 各科室 or somebody from outside, with a part or without; None where it is not there."""
    pieces = _BETWEEN_NAMES.split(note)
    keys = [{name_key(piece), name_key(_PART.sub("", piece))} for piece in pieces[::2]]
    place = next((place for place, known in enumerate(keys) if name_key(name) in known - {""}), None)
    if place is None:
        return None
    del pieces[max(2 * place - 1, 0) : 2 * place + (1 if place else 2)]
    return "".join(pieces).strip()


def _body_supports(act: Acting, item: Item, body: Row, part: str) -> None:
    act.enter("support", item)
    held = support_of_body(act, item, body)
    if held and part in ("", held.part):
        raise _supports_already(body, item, held.part)
    if held:
        act.change.set(held, "support", part=part)
    else:
        support_by_bodies(act, item, "support", [(body, part)])
    act.done.append(SupportGiven(item.number, body["name"], part))


def _body_ends(act: Acting, item: Item, body: Row) -> None:
    act.enter("support", item)
    held = support_of_body(act, item, body)
    if held is None:
        raise _supports_not(body, item)
    act.change.remove(held, "support")
    act.done.append(SupportEnded(item.number, body["name"]))


def part_done(act: Acting, number: str, name: str) -> None:
    """A supporter's part is done."""
    item = act.item(number)
    if body := body_named(act.read, name):
        raise BadInput(
            _("{name} is outside this office: no day is kept on which its part is done.").format(name=body["name"]),
            fix=_('Say it as feedback: officecli note {number} "…"').format(number=item.number),
        )
    person = act.person(name)
    found = act.read.row(
        "SELECT id, done FROM support WHERE item_id = :item AND person_id = :person AND until IS NULL", item=item.id, person=person["id"]
    )
    if found is None:
        raise _supports_not(person, item)
    standing = act.enter("part", item)
    anothers = standing.role == "supporter" and person["id"] != act.answering_id
    if anothers:
        act.change.act("none")  # a supporter answers for their own part only
    if found["done"] and not anothers and already(act, item, "part", found["done"], name=person["name"]):
        return
    if found["done"]:
        act.forbid(item, _("The part of {name} was done on {day}.").format(name=person["name"], day=found["done"]), _("Nothing needs to be done."))
    act.change.set(act.change.get(Support, found["id"]), "part", done=act.change.day)
    act.done.append(PartDone(item.number, person["name"]))


def _support_of(act: Acting, item: Item, person: Row) -> Support | None:
    found = act.read.value(
        "SELECT id FROM support WHERE item_id = :item AND person_id = :person AND until IS NULL", item=item.id, person=person["id"]
    )
    return act.change.get(Support, found) if found else None


def _supports_already(whoever: Row, item: Item, part: str) -> BadInput:
    return BadInput(
        _("{name} supports {number} already.").format(name=whoever["name"] + (in_brackets(part) if part else ""), number=item.number),
        fix=_("Name somebody else, or another part: officecli support {number} NAME:PART").format(number=item.number),
    )


def _supports_not(whoever: Row, item: Item) -> BadInput:
    return BadInput(
        _("{name} does not support {number}.").format(name=whoever["name"], number=item.number),
        fix=_("See who does with: officecli show {number}").format(number=item.number),
    )
