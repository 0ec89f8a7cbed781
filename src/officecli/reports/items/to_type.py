"""What somebody types next about a line of their digest."""

from __future__ import annotations

from collections.abc import Collection

from officecli.store.read.reader import Row

_BY_SECTION = {
    "to-review": "close {number}",
    "extensions": "grant {number}",
    "requests": "request answer {number} …",
    "to-confirm": "target confirm {number}",
    "for-information": "seen {number}",
    "steps": "step {number}",
}
"""What is typed in these sections, whoever leads the item."""


def to_type(row: Row, person: Row, absent: Collection[int] = ()) -> str:
    """The command, without the program's name; "…" stands for words of one's own. What is somebody else's to do is shown, unless they are `absent` and the
    person stands in for them.
    """
    if said := _BY_SECTION.get(row["section"]):
        return said.format(number=row["number"])
    if row.get("kind") == "personal":
        return f"close {row['number']}"
    if row["lead_id"] != person["id"] and any(support["name"] == person["name"] for support in row["supports"]):
        return f"part {row['number']}"
    if row["lead_id"] in (person["id"], *absent):
        return f"ack {row['number']}" if row["status"] == "issued" else f"submit {row['number']} …"
    return f"show {row['number']}"
