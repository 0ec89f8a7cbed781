"""Claims on messages, stored before anything is sent: whoever holds the claim sends, however many runs there are at once.

A claim is never given back by the passing of time: where nothing is known of a message, it is not sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from officecli import clock
from officecli.light import dataclass
from officecli.model.mail import MailLog
from officecli.store.mail_log import is_free, last_claim
from officecli.store.place import Place
from officecli.store.write.lock import locked
from officecli.store.write.moment import right_moment
from officecli.store.write.writing import writing

TABLE = str(MailLog.__tablename__)
LONGEST_ERROR = 500
KEPT_FOR = 366
"""Calendar days for which the claims on the messages of a day are kept: so far back nobody mails a digest again."""


@dataclass(frozen=True)
class Claim:
    """The right to send a person the message `number` of a day, under this Message-ID."""

    day: str
    person_id: int
    number: int
    message_id: str


def claim(place: Place, day: str, person_id: int, address: str, message_id: Callable[[int], str], *, again: bool = False) -> Claim | None:
    """Claim the message of a day, or None where it is another's or was sent; `again` claims one more. It is committed when this returns.

    Raises Refused at a time at which nothing is written to this store: a rehearsal's clock mails nobody of a real office.
    """
    with locked(place), writing(place) as writer, right_moment(writer.read), writer.allowed():
        found = last_claim(writer.read, day, person_id)
        forgotten = (writer.read.today - timedelta(days=KEPT_FOR)).isoformat()
        writer.run(f"DELETE FROM {TABLE} WHERE day < {writer.marks(1)}", [(forgotten,)])
        if not again and not is_free(found, address):
            return None
        number = 1 if found is None else found["number"] + (not is_free(found, address))
        new = {"address": address, "message_id": message_id(number), "claimed_at": clock.stamp()}
        if found is None or found["number"] < number:
            writer.insert(TABLE, [{"day": day, "person_id": person_id, "number": number, **new}])
        else:
            _update(writer, (day, person_id, number), {**new, "delivery": None, "error": None})
        writer.commit()
    return Claim(day, person_id, number, new["message_id"])


def settle(place: Place, claimed: Claim, delivery: str | None, error: str = "") -> None:
    """Say what became of the message: a code of `DELIVERIES`, or None where that is not known and only the `error` is."""
    said = {"delivery": delivery, "error": error[:LONGEST_ERROR] or None, **({"sent_at": clock.stamp()} if delivery == "sent" else {})}
    with locked(place), writing(place) as writer, writer.allowed():
        _update(writer, (claimed.day, claimed.person_id, claimed.number), said)
        writer.commit()


def _update(writer: Any, key: tuple[str, int, int], values: dict[str, Any]) -> None:
    mark = writer.marks(1)
    sets = ", ".join(f"{name} = {mark}" for name in values)
    writer.run(f"UPDATE {TABLE} SET {sets} WHERE day = {mark} AND person_id = {mark} AND number = {mark}", [(*values.values(), *key)])
