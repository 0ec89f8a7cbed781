"""The refused attempts, which stand outside the trail."""

from __future__ import annotations

from sqlalchemy import insert

from officecli import clock
from officecli.errors import OfficeError
from officecli.model.office import organisation  # noqa: F401 - the tables refer to one another, so all must be declared
from officecli.model.record import RefusalLog
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.write.lock import locked
from officecli.store.write.session import allowed, session_on


def log_refusal(place: Place, actor_id: int | None, verb: str, codes: str) -> None:
    """Remember that an attempt was refused, without its content. It stands outside the trail, and its failure hides nothing."""
    try:
        with reading(place) as read:  # only a store of ours is opened for writing, and a rehearsal's clock writes into rehearsals
            if clock.rehearsed() and not read.office["rehearsal"]:
                return
        with locked(place), session_on(place) as session, allowed(session):
            session.connection().execute(insert(RefusalLog), {"at": clock.stamp(), "actor_id": actor_id, "verb": verb, "codes": codes})
            session.commit()
    except OfficeError:
        return
