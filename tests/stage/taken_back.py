"""What there is to ask once something was taken back."""

from __future__ import annotations

import json
from typing import Any

from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.small_office import Office


def notices(office: Office) -> list[tuple[str, str]]:
    """Who is told that something was taken back, and which act."""
    rows = office.rows("SELECT p.name, n.text FROM notice n JOIN person p ON p.id = n.person_id WHERE n.cause = 'undone' ORDER BY n.id")
    return [(row["name"], row["text"]) for row in rows]


def offered(office: Office, who: str) -> list[dict[str, Any]]:
    return list(json.loads(office.done(who, "undo --list --format json"))["rows"])


def is_whole(office: Office) -> bool:
    with reading(place(office.url)) as read:
        return not verify(read).faults
