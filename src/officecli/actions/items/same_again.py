"""Tells that an item just registered is on record already, with the same lead and deadline, as when a line is called up again."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.store.items import OPEN_STATUSES


@dataclass(frozen=True)
class SameAgain(Answer):
    """The item of this number says the same as the open `other`, which was there before; whether the deadline is the `same_day` too."""

    number: str
    other: str
    same_day: bool


def name_same_again(act: Acting, item: Item, *, whatever_day: bool = False) -> None:
    """Say which open item is the same, where there is one: none is what it is a part of, or what another outside body is to do.

    Of one procedure it is the same on `whatever_day` it is due.
    """
    due = None if whatever_day or item.due is None else item.due.isoformat()
    if other := act.read.value(_SAME, item=item.id, lead=item.lead_id, body=item.body_id or 0, key=item.title_key, due=due, whole=item.parent_id):
        act.remarks.append(SameAgain(item.number, other, not whatever_day))


_SAME = f"""SELECT number FROM item WHERE lead_id = :lead AND COALESCE(body_id, 0) = :body AND title_key = :key AND title_key <> '' AND id < :item
AND id <> COALESCE(CAST(:whole AS INTEGER), 0) AND status IN {OPEN_STATUSES} AND due = COALESCE(CAST(:due AS TEXT), due) ORDER BY id DESC LIMIT 1"""
