"""What the log of the mail says: whether a message may still be claimed, and what did not arrive."""

from __future__ import annotations

from datetime import timedelta

from officecli import clock
from officecli.store.read.reader import Reader, Row

UNDER_WAY = timedelta(minutes=15)
"""So long a claimed message may be on its way; whoever sent it has given up by then, or was stopped."""
TOLD_FOR = 7
"""Calendar days for which it is told that a message did not arrive, unless a later one did."""


def last_claim(read: Reader, day: str, person_id: int) -> Row | None:
    """The last message of a day to a person, if there is one."""
    return read.row("SELECT * FROM mail_log WHERE day = :day AND person_id = :person ORDER BY number DESC LIMIT 1", day=day, person=person_id)


def is_free(claimed: Row | None, address: str) -> bool:
    """Whether the message may be sent: never claimed, or it is certain that nothing arrived and trying again may help."""
    if claimed is None or claimed["delivery"] in ("unsent", "no-address"):
        return True
    return bool(claimed["delivery"] == "refused" and claimed["address"] != address)


def may_be_under_way(claimed: Row) -> bool:
    """Whether a message of which nothing is known may still be on its way."""
    return claimed["delivery"] is None and clock.now() - clock.moment(claimed["claimed_at"]) < UNDER_WAY


def not_arrived(read: Reader) -> list[Row]:
    """The people who are still here whose last message of the last days did not arrive, or may not have: name, day, delivery (None: not known), error."""
    since = (read.today - timedelta(days=TOLD_FOR)).isoformat()
    rows = read.rows(
        """SELECT p.name, m.day, m.delivery, m.error, m.claimed_at FROM mail_log m JOIN person p ON p.id = m.person_id
           WHERE m.day >= :since AND p.left_on IS NULL AND (m.delivery IS NULL OR m.delivery <> 'sent')
             AND NOT EXISTS (SELECT 1 FROM mail_log l WHERE l.person_id = m.person_id AND l.day >= :since
               AND (l.day > m.day OR (l.day = m.day AND l.number > m.number)))
           ORDER BY m.day, p.name""",
        since=since,
    )
    return [row for row in rows if not may_be_under_way(row)]
