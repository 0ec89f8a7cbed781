"""What somebody types next about a line of their digest."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row

_BY_SECTION = {
    "to-review": "close {number}",
    "extensions": "grant {number}",
    "requests": "request answer {number} …",
    "to-confirm": "target confirm {number}",
    "for-information": "seen {number}",
    "steps": "step {number}",
}
"""What is typed in these sections, whoever leads the item."""


def to_type(row: Row, person: Row, absent: Collection[int] = (), parts_open: Collection[str] = ()) -> str:
    """The command, without the program's name; "…" stands for words of one's own. What is somebody else's to do is shown, unless they are `absent` and the
    person stands in for them; so is what cannot be closed yet, since parts of it are open (`parts_open`, by number).
    """
    if row["section"] == "to-review" and row["number"] in parts_open:
        return f"show {row['number']}"  # closed last, and the card says of whom its parts wait
    if said := _BY_SECTION.get(row["section"]):
        return said.format(number=row["number"])
    if row.get("kind") == "personal":
        return f"close {row['number']}"
    if row["lead_id"] != person["id"] and any(support["name"] == person["name"] for support in row["supports"]):
        return f"part {row['number']}"
    if row["lead_id"] in (person["id"], *absent):
        return f"ack {row['number']}" if row["status"] == "issued" else f"submit {row['number']} …"
    return f"show {row['number']}"


def with_parts_open(read: Reader, rows: Sequence[Row]) -> set[str]:
    """The numbers of those in review of which parts are open today."""
    numbers = {f"n{place}": row["number"] for place, row in enumerate(rows) if row["section"] == "to-review"}
    if not numbers:
        return set()
    names = ", ".join(f":{name}" for name in numbers)
    found = read.rows(
        f"SELECT w.number FROM item w WHERE w.number IN ({names}) AND EXISTS (SELECT 1 FROM item k WHERE k.parent_id = w.id AND k.status IN {OPEN_STATUSES})",
        numbers,
    )
    return {row["number"] for row in found}
