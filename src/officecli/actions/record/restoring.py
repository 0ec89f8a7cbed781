"""Going back to what db backup kept. It is on no trail: that of the store it leaves ends before, and that it comes to had ended earlier."""

from __future__ import annotations

from pathlib import Path

from officecli.actions.answer import Answer
from officecli.errors import Refused
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.standing.actor import who_acts
from officecli.standing.office.rights import registrars
from officecli.store.place import Place
from officecli.store.proof.restore import restore
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class StoreRestored(Answer):
    """The store has so many `entries`, the last of which is the `head`; `lost` are those it had that are not in it, None where it could not be read.

    As it was it is `kept` in a file, where there was one.
    """

    entries: int
    head: str
    lost: int | None
    kept: str | None


def restore_store(place: Place, file: Path, who: str, *, another_office: bool = False, trying: bool = False) -> StoreRestored:
    """Put a backup in the place of the store, as a registrar or the founder; `who` is the name they act by. With `trying` nothing is put anywhere."""

    def judge(read: Reader) -> None:
        actor = who_acts(read, who)
        if actor["registrar"]:
            return
        known = registrars(read)
        names = [str(row["name"]) for row in read.rows("SELECT id, name FROM person ORDER BY id") if row["id"] in known]
        raise Refused(
            _("“{act}” is for a registrar; {actor} is none.").format(act="db restore", actor=actor["name"]),
            fix=_("Ask a registrar: {registrars}.").format(registrars=listed(names)),
            for_others=True,
        )

    came = restore(place, file, judge, another_office=another_office, trying=trying)
    return StoreRestored(came.entries, came.head, came.lost, None if came.kept is None else str(came.kept))
