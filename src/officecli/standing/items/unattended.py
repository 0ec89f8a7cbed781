"""Open items whose lead is away and for whom nobody acts."""

from __future__ import annotations

from officecli.standing.office.stand_ins import stand_in_of
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row


def led_by(read: Reader, person_id: int) -> list[Row]:
    """The open items a person leads (columns id, number, title, due), the most urgent deadline first."""
    return read.rows(
        f"SELECT id, number, title, due FROM item WHERE lead_id = :person AND status IN {OPEN_STATUSES} ORDER BY due, id", person=person_id
    )


def away_without_stand_in(read: Reader) -> list[Row]:
    """Who is away today (columns id, name, since, until) with nobody to act for them."""
    away = read.rows(
        """SELECT p.id, p.name, x.since, x.until FROM absence x JOIN person p ON p.id = x.person_id
           WHERE x.since <= :day AND x.until >= :day AND p.left_on IS NULL ORDER BY p.id""",
        day=read.today.isoformat(),
    )
    return [one for one in away if stand_in_of(read, one["id"]) is None]
