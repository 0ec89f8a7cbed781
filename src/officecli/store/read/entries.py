"""Entries of the trail as they are read: with the names they were signed with, and what was before and after as fields."""

from __future__ import annotations

from officecli.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from officecli.store.read.questions import Questions, Row

_ENTRIES = """SELECT t.seq, t.at, t.day, t.recorded, t.command, t.actor_id, h.actor, h.behalf, h.login, h.whose, t.role, t.verb, t.subject,
  t.subject_id AS id, t.item_id AS item, t.before, t.after, t.reason FROM trail t LEFT JOIN hand h ON h.id = t.hand_id"""


def entries(read: Questions, rest: str, /, **values: Any) -> list[Row]:
    """The entries that fit; `rest` is the WHERE and what follows it, which names the trail `t` where another has such a column."""
    found = read.rows(f"{_ENTRIES} {rest}", values)
    for entry in found:
        entry["before"], entry["after"] = fields(entry["before"]), fields(entry["after"])
    return found


def first_since(read: Questions, moment: str) -> int:
    """The number of the first entry at or after a moment (UTC text), one behind the last where none is: by halves, where no clock was ever set back."""
    low, high = 1, int(read.value("SELECT COALESCE(MAX(seq), 0) FROM trail")) + 1
    while low < high:
        middle = (low + high) // 2
        if read.value(_IS_BEFORE, seq=middle, moment=moment):
            low = middle + 1
        else:
            high = middle
    return low


_IS_BEFORE = "SELECT CASE WHEN at < :moment THEN 1 ELSE 0 END FROM trail WHERE seq >= :seq ORDER BY seq LIMIT 1"
"""Whether the entry of a number, or the next where a hand took that one out, is of before a moment."""


def fields(text: str | None) -> dict[str, Any] | None:
    """What an entry says its row was `before` or is `after` it; None where there was none."""
    if not text:
        return None
    import json  # every command reads entries of none or few, and would wait for it

    said: dict[str, Any] = json.loads(text)
    return said


def as_made(read: Questions, row_id: int) -> dict[str, Any]:
    """A row as it was made: the entry that made it has its id; nothing where none did."""
    return fields(read.value("SELECT after FROM trail WHERE seq = :id", id=row_id)) or {}
