"""Whether a lead may be pressed again: not before there was time to answer the last."""

from __future__ import annotations

from datetime import date

from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class LastProd:
    """The prod that the next comes too soon after, and what is said of that; "" in each where none does."""

    day: str = ""
    text: str = ""
    what: str = ""


def too_soon(read: Reader, item_id: int) -> LastProd:
    """The last prod of an item, where a prod now would press again before the lead could answer it; a deadline passed since then is a new reason to."""
    last = read.row(
        """SELECT q.day, q.text, i.due, p.name FROM item i JOIN person p ON p.id = i.lead_id JOIN prod q ON q.item_id = i.id AND q.lead_id = i.lead_id
           WHERE i.id = :item ORDER BY q.id DESC LIMIT 1""",
        item=item_id,
    )
    if last is None or (last["due"] and last["day"] <= last["due"] < read.today.isoformat()):
        return LastProd()
    gap = read.settings["prod.min_gap_days"]
    if working_days(read).between(date.fromisoformat(last["day"]), read.today) >= gap:
        return LastProd()
    said = _("{name} was prodded on {day}; the next prod comes {days} after that at the earliest.").format(
        name=last["name"], day=last["day"], days=ngettext("{n} working day", "{n} working days", gap).format(n=gap)
    )
    return LastProd(last["day"], last["text"], said)
