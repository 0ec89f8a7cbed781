"""Who is on duty, who writes in their name, and what is unfinished."""

from __future__ import annotations

from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.standing import NONE, Standing
from officecli.store.items import OPEN_STATUSES
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader, Row

HAS_GONE = "CASE WHEN p.left_on IS NULL OR p.left_on > r.day THEN NULL ELSE p.left_on END"
"""When somebody p left who stands on the roster r for a day on which they are no longer here; else NULL, and they are the duty officer."""


def rostered(read: Reader, day: str) -> Row | None:
    """Who stands on the roster for a day: id, name, roster_id, and where they have left before it, `gone`."""
    return read.row(
        f"SELECT p.id, p.name, r.id AS roster_id, {HAS_GONE} AS gone FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day = :day ORDER BY r.id DESC",
        day=day,
    )


def duties_to_come(read: Reader, person_id: int) -> list[str]:
    """The days from today on for which somebody stands on the roster."""
    rows = read.rows("SELECT day FROM roster WHERE person_id = :person AND day >= :day ORDER BY day", person=person_id, day=read.today.isoformat())
    return [row["day"] for row in rows]


def to_hand_over(read: Reader, actor: Row) -> tuple[Row, Standing] | None:
    """The duty officer in whose name the actor writes (id, name) and the actor's standing: the one of today, or the last before. None before any.

    The stand-in of either writes for them, and so does a registrar.
    """
    last = read.rows(
        "SELECT p.id, p.name FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day <= :day ORDER BY r.day DESC, r.id DESC LIMIT 2",
        day=read.today.isoformat(),
    )
    if not last:
        return None
    for one in last:
        if one["id"] == actor["id"]:
            return one, Standing("duty-officer")
    absent = {row["id"] for row in stands_in_for(read, actor["id"])}
    for one in last:
        if one["id"] in absent:
            return one, Standing("duty-officer", (one["id"], one["name"]))
    return last[0], Standing("registrar", (last[0]["id"], last[0]["name"])) if actor["registrar"] else NONE


def next_on_duty(read: Reader, person_id: int) -> Row | None:
    """The next on the roster after a duty officer: today's, or whoever comes first after today."""
    return read.row(
        """SELECT p.id, p.name, r.day FROM roster r JOIN person p ON p.id = r.person_id
           WHERE r.day >= :day AND p.id <> :person AND p.left_on IS NULL ORDER BY r.day, r.id DESC""",
        day=read.today.isoformat(),
        person=person_id,
    )


def open_emergencies(read: Reader) -> list[Row]:
    """The emergencies that are not over: number, title, lead, due."""
    return read.rows(f"SELECT number, title, lead, due FROM v_item WHERE kind = 'emergency' AND status IN {OPEN_STATUSES} ORDER BY id")


def open_notes(read: Reader) -> list[Row]:
    """The handover notes that are not done, the oldest first: id, number (N-001 was the first ever left), day, giving, taking, text."""
    rows = read.rows(
        """SELECT n.id, n.day, f.name AS giving, t.name AS taking, n.text
           FROM handover_note n JOIN person f ON f.id = n.from_id LEFT JOIN person t ON t.id = n.to_id WHERE n.done IS NULL ORDER BY n.id"""
    )
    numbers = own_numbers(read, "handover_note") if rows else {}
    return [{**row, "number": numbers[row["id"]]} for row in rows]
