"""The outside bodies on an item: the one that is to do it, and those that support it with a part."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import BodySupport, Item
from officecli.model.names import name_key
from officecli.store import items
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.bodies import every_body, find_body
from officecli.typed.office.names_and_parts import each_with_part, named_twice


@dataclass(frozen=True)
class SupportEnded(Answer):
    """Somebody, or an outside body, supports the item no more."""

    number: str
    name: str


@dataclass(frozen=True)
class LatenessGoesAlong(Answer):
    """The item was late, and its lateness counts for the outside body that is to do it now, no more for `was`."""

    number: str
    was: str
    body: str


def split_bodies(read: Reader, typed: Sequence[str]) -> tuple[list[str], list[tuple[Row, str]]]:
    """Of `NAME` or `NAME:part`, what names people, as it is, and the outside bodies with their parts; raises BadInput for one named twice."""
    people: list[str] = []
    bodies: list[tuple[Row, str]] = []
    said: list[tuple[Row | None, str, str]] = []
    for text in typed:
        whole = body_named(read, text)  # whose name may end in brackets
        said += [(whole, text, "")] if whole else [(body_named(read, name), name, part) for name, part in each_with_part(read, text)]
    for body, name, part in said:
        if body is None:
            people.append(f"{name}:{part}" if part else name)
            continue
        if any(body["id"] == other["id"] for other, _part in bodies):
            raise named_twice(body["name"])
        bodies.append((body, part))
    return people, bodies


def body_named(read: Reader, name: str) -> Row | None:
    """The outside body a name means in full, None for what may be a person; raises BadInput for one that is retired."""
    key = name_key(name)
    known = any(row["name_key"] == key for row in every_body(read))
    alias = known or read.value("SELECT body_id FROM alias WHERE name_key = :key AND body_id IS NOT NULL", key=key[:120])
    return find_body(read, name) if alias else None


def support_by_bodies(act: Acting, item: Item, verb: str, bodies: Sequence[tuple[Row, str]]) -> None:
    """Let the bodies support the item; raises BadInput for the one that is to do it."""
    for body, part in bodies:
        if body["id"] == item.body_id:
            raise BadInput(
                _("{name} is responsible for this item and cannot support it too.").format(name=body["name"]),
                fix=_('Name another body with --support, or take this one away with --body "".'),
            )
        act.change.add(BodySupport, verb, item_id=item.id, body_id=body["id"], part=part)


def support_of_body(act: Acting, item: Item, body: Row) -> BodySupport | None:
    """How a body supports the item, None where it does not."""
    found = act.read.value("SELECT id FROM body_support WHERE item_id = :item AND body_id = :body", item=item.id, body=body["id"])
    return act.change.get(BodySupport, found) if found else None


def set_body(act: Acting, item: Item, typed: str) -> None:
    """Name the outside body that is to do the item, or none; a body that supported it is no supporter any more."""
    body = find_body(act.read, typed) if typed.strip() else None
    act.enter("edit", item)
    if body and (held := support_of_body(act, item, body)):
        act.change.remove(held, "edit")
        act.remarks.append(SupportEnded(item.number, body["name"]))
    if body and item.body_id not in (None, body["id"]) and _was_late(act, item):
        was = str(act.read.value("SELECT name FROM body WHERE id = :id", id=item.body_id))
        act.remarks.append(LatenessGoesAlong(item.number, was, body["name"]))
    act.change.set(item, "edit", body_id=body["id"] if body else None)


def _was_late(act: Acting, item: Item) -> bool:
    seen = items.seen(act.read, asks="working_days_late")
    return bool(act.read.value(f"SELECT working_days_late FROM {seen} i WHERE id = :id", **items.values(act.read), id=item.id))
