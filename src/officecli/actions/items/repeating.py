"""Answers an act that is done already and means the same: it is told, nothing is recorded, and it is no error."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.model.acts import roles_of
from officecli.model.items import Item
from officecli.standing.items.on_items import on_item


@dataclass(frozen=True)
class AlreadyDone(Answer):
    """The item was signed for, closed … on that day already; `name` is who was told or prodded or did the part, "" where it says nothing more."""

    number: str
    title: str
    verb: str
    day: date
    name: str


def already(act: Acting, item: Item, verb: str, day: date | str | None, *, name: str = "", asker_id: int | None = None) -> bool:
    """Tell that `verb` was done on that `day`, where there is one and the actor may do it at all; else it goes on, and is refused with its reasons."""
    if day is None or _on_another_day(act, item, verb) or on_item(act.read, act.actor, item, verb, asker_id=asker_id).role not in roles_of(verb):
        return False
    act.repeated.add(item.id)
    act.done.append(AlreadyDone(item.number, item.title, verb, day if isinstance(day, date) else date.fromisoformat(day), name))
    return True


def _on_another_day(act: Acting, item: Item, verb: str) -> bool:
    """Whether it is to be recorded for another day now."""
    if not act.dated_back:
        return False
    last = act.read.value("SELECT day FROM trail WHERE item_id = :item AND verb = :verb ORDER BY seq DESC LIMIT 1", item=item.id, verb=verb)
    return bool(last != act.change.day.isoformat())


def last_reason(act: Acting, item: Item, verb: str) -> tuple[str, str] | None:
    """The day and the reason with which the item was last cancelled, resumed …, as the trail has them; None where it never was."""
    found = act.read.row("SELECT day, reason FROM trail WHERE item_id = :item AND verb = :verb ORDER BY seq DESC LIMIT 1", item=item.id, verb=verb)
    return (str(found["day"]), str(found["reason"])) if found else None
