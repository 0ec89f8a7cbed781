"""Who is on duty, and what is unfinished."""

from __future__ import annotations

from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row


def on_duty(read: Reader, day: str) -> Row | None:
    """The duty officer of a day: id, name, roster_id."""
    return read.row(
        "SELECT p.id, p.name, r.id AS roster_id FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day = :day ORDER BY r.id DESC", day=day
    )


def next_on_duty(read: Reader, person_id: int) -> Row | None:
    """The next on the roster after a duty officer: today's, or whoever comes first after today."""
    return read.row(
        "SELECT p.id, p.name, r.day FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day >= :day AND p.id <> :person ORDER BY r.day, r.id DESC",
        day=read.today.isoformat(),
        person=person_id,
    )


def open_emergencies(read: Reader) -> list[Row]:
    """The emergencies that are not over: number, title, lead, due."""
    return read.rows(f"SELECT number, title, lead, due FROM v_item WHERE kind = 'emergency' AND status IN {OPEN_STATUSES} ORDER BY id")


def open_notes(read: Reader) -> list[Row]:
    """The handover notes that are not done, the oldest first: id, number (the first ever left is 1), day, giving, taking, text."""
    return read.rows(
        """SELECT n.id, (SELECT COUNT(*) FROM handover_note e WHERE e.id <= n.id) AS number, n.day, f.name AS giving, t.name AS taking, n.text
           FROM handover_note n JOIN person f ON f.id = n.from_id LEFT JOIN person t ON t.id = n.to_id WHERE n.done IS NULL ORDER BY n.id"""
    )
