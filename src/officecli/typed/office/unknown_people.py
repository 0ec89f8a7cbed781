"""What is said of a name that nobody here has, where only somebody here will do: who has left by it, who may be meant, who is nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.near import LONGEST, asked_back, perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import Several, only_one
from officecli.typed.text import shown


class HasLeft(BadInput):
    """Somebody is named who is here no longer."""

    def __init__(self, read: Reader, person: Row) -> None:
        self.person = person
        heirs = _who_has_it_now(read, person)
        super().__init__(
            _("{name} left on {day}.").format(name=person["name"], day=person["left_on"]),
            fix=_("What {name} led then is led by {heirs} now.").format(name=person["name"], heirs=listed(heirs))
            if heirs
            else _("Name somebody who is here; see them with: officecli person list"),
        )


def unknown_person(read: Reader, name: str, everybody: Sequence[Row], other_names: Mapping[int, Sequence[str]], otherwise: str) -> OfficeError:
    """The error of a name that nobody here has; `otherwise` is what to do where it is like nobody's."""
    here = [row for row in everybody if row["left_on"] is None]
    try:
        begun = only_one(name, here, lambda row: [*other_names.get(row["id"], ()), row["name"]])
    except Several as several:
        return several
    if begun is None and (gone := who_left(everybody, name)):
        return HasLeft(read, gone)
    nearest = perhaps_meant(name_key(name)[:LONGEST], {name_key(row["name"]): row["name"] for row in here}, otherwise)
    return NotFound(nobody_called(name), fix=asked_back(begun["name"]) if begun else nearest)


def nobody_called(name: str) -> str:
    """That nobody has a name."""
    return _("Nobody here is called “{name}”.").format(name=shown(name))


def who_left(everybody: Sequence[Row], name: str) -> Row | None:
    """The one person among those who have left whom a name means, in full or for short; None for nobody, and for several."""
    gone = {row["id"]: row for row in everybody if row["left_on"] is not None}
    if not gone:
        return None
    from officecli.typed.office.persons import Persons

    as_if_here = Persons([{**row, "left_on": None} for row in gone.values()], {})
    exact = as_if_here.exact(name)
    called = [exact] if exact else as_if_here.like(name)
    return gone[called[0]["id"]] if len(called) == 1 else None


def _who_has_it_now(read: Reader, person: Row) -> list[str]:
    """The names of those here who lead now what somebody led when leaving."""
    rows = read.rows(
        """SELECT p.name, MIN(p.id) AS id FROM past_lead l JOIN item i ON i.id = l.item_id JOIN person p ON p.id = i.lead_id
        WHERE l.person_id = :id AND l.until >= :day AND p.left_on IS NULL GROUP BY p.name ORDER BY 2""",
        id=person["id"],
        day=person["left_on"],
    )
    return [row["name"] for row in rows]
