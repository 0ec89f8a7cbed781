"""The refused attempts, which stand outside the trail."""

from __future__ import annotations

from collections.abc import Sequence

from officecli import clock
from officecli.errors import OfficeError
from officecli.model.record import RefusalLog
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.write.lock import locked
from officecli.store.write.writing import writing


def log_refusals(place: Place, actor_id: int | None, verb: str, codes: Sequence[str]) -> None:
    """Remember that attempts were refused, each by rules of these codes, without their content. It stands outside the trail, and its failure hides nothing."""
    if not codes:
        return
    try:
        with reading(place) as read:  # only a store of ours is opened for writing, and a rehearsal's clock writes into rehearsals
            if clock.rehearsed() and not read.office["rehearsal"]:
                return
        with locked(place), writing(place) as writer, writer.allowed():
            writer.insert(
                str(RefusalLog.__tablename__), [{"at": clock.stamp(), "actor_id": actor_id, "verb": verb, "codes": refused} for refused in codes]
            )
            writer.commit()
    except OfficeError:
        return
