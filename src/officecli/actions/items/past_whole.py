"""Names the parts that are due after their whole, which is closed last."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.model.codes import OPEN
from officecli.model.items import Item
from officecli.store.items import OPEN_STATUSES
from officecli.typed.day_said import DaySeen, seen_today


@dataclass(frozen=True)
class PastWhole(Answer):
    """These open parts are due after the whole of this number, which is due then."""

    number: str
    due: DaySeen
    parts: tuple[str, ...]


def name_past_whole(act: Acting, item: Item) -> None:
    """Of an item that got another deadline, name what is due after its whole: the part itself, or the parts of a whole."""
    whole = item if item.parent_id is None else act.change.get(Item, item.parent_id)
    if whole.due is None or whole.status not in OPEN:
        return
    only = "" if whole is item else "AND id = :item"
    parts = act.read.rows(
        f"SELECT number FROM item WHERE parent_id = :whole AND due > :due AND status IN {OPEN_STATUSES} {only} ORDER BY id",
        whole=whole.id,
        due=whole.due.isoformat(),
        item=item.id,
    )
    if parts:
        act.remarks.append(PastWhole(whole.number, seen_today(act.read, whole.due), tuple(row["number"] for row in parts)))
