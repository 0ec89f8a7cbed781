"""Who the names of a ledger mean: people, the heads of sections, the holders of posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.near import LONGEST, slip_of
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.name_cells import NameCell


@dataclass(frozen=True, slots=True)
class Meant:
    """A person of the office, and what the ledger said instead of the name, if it did: a `unit` or a `post`."""

    id: int
    name: str
    through: Literal["", "unit", "post"] = ""


class NameBook:
    """Everybody of the office by every name a ledger may use; people who have left are known by their own names only."""

    def __init__(self, read: Reader) -> None:
        everybody = read.rows("SELECT * FROM v_person WHERE account = 0 ORDER BY id")
        self._people = {name_key(row["name"]): row for row in everybody}
        self._holders: dict[int, list[Row]] = {}
        for row in everybody:
            if row["post_id"] is not None and row["left_on"] is None:
                self._holders.setdefault(row["post_id"], []).append(row)
        self._units = {name_key(row["name"]): row for row in read.rows("SELECT id, name, parent_id FROM unit WHERE retired = 0")}
        self._unit_by_id = {row["id"]: row for row in self._units.values()}
        self._posts = read.rows("SELECT id, title, unit_id, reports_to_id FROM post WHERE retired = 0 ORDER BY id")
        self._staff = {key: row["name"] for key, row in self._people.items()}
        self._found: dict[tuple[str, str], Meant | BadInput | None] = {}
        self._near: dict[str, str] = {}

    def find(self, cell: NameCell) -> Meant | None:
        """Who the cell means, None for nobody here; BadInput where it contradicts the office or does not say who."""
        asked = (cell.unit, cell.name)
        if asked not in self._found:
            try:
                self._found[asked] = self._look_up(*asked)
            except BadInput as refused:
                self._found[asked] = refused
        found = self._found[asked]
        if isinstance(found, BadInput):
            raise BadInput(found.what, why=found.why, fix=found.fix)
        return found

    def nearest(self, cell: NameCell) -> str:
        """The known person or section whose name this is a slip of, "" for none; a name given with a foreign section is foreign."""
        if cell.unit and name_key(cell.unit) not in self._units:
            return ""
        if cell.name not in self._near:
            self._near[cell.name] = self._slip_of(name_key(cell.name)[:LONGEST])
        return self._near[cell.name]

    def _look_up(self, unit: str, name: str) -> Meant | None:
        key = name_key(name)
        person = self._people.get(key)
        if person:
            self._check_unit(person, unit)
            return Meant(person["id"], person["name"])
        if not unit and key in self._units:
            return self._head(self._units[key])
        return self._holder(unit, name)

    def _check_unit(self, person: Row, unit: str) -> None:
        """Refuse `unit/name` where the person is in another section; a section above theirs will do."""
        if not unit or person["left_on"]:
            return
        above = self._unit_by_id.get(person["unit_id"])
        while above:
            if name_key(above["name"]) == name_key(unit):
                return
            above = self._unit_by_id.get(above["parent_id"])
        raise BadInput(
            _("{name} is in {unit}, not in {said}.").format(name=person["name"], unit=person["unit"] or "–", said=unit),
            fix=_("Write {unit}/{name}, or only the name.").format(unit=person["unit"] or "", name=person["name"]),
        )

    def _head(self, unit: Row) -> Meant:
        """The highest in rank of the section; among equals the one whom most posts report to."""
        held = [post for post in self._posts if post["unit_id"] == unit["id"] and post["id"] in self._holders]
        rated = sorted(
            ((self._standing(post), person) for post in held for person in self._holders[post["id"]]), key=lambda pair: pair[0], reverse=True
        )
        if not rated:
            raise BadInput(_("Nobody is in {unit} at present.").format(unit=unit["name"]), fix=_("Name the person who answers for it."))
        if len(rated) > 1 and rated[0][0] == rated[1][0]:
            raise BadInput(_("It is not clear who heads {unit}.").format(unit=unit["name"]), fix=_("Name the person."))
        return Meant(rated[0][1]["id"], rated[0][1]["name"], "unit")

    def _standing(self, post: Row) -> tuple[int, int]:
        level = self._holders[post["id"]][0]["level"]
        return -1 if level is None else level, sum(1 for other in self._posts if other["reports_to_id"] == post["id"])

    def _holder(self, unit: str, title: str) -> Meant | None:
        """Who holds the post of this title, if it is one."""
        posts = [post for post in self._posts if name_key(post["title"]) == name_key(title)]
        if unit:
            posts = [post for post in posts if name_key(self._unit_by_id[post["unit_id"]]["name"]) == name_key(unit)]
        if not posts:
            return None
        holders = [person for post in posts for person in self._holders.get(post["id"], ())]
        if len(holders) == 1:
            return Meant(holders[0]["id"], holders[0]["name"], "post")
        if not holders:
            raise BadInput(_("Nobody holds the post “{title}” at present.").format(title=title), fix=_("Name the person who answers for it."))
        names = listed(person["name"] for person in holders[:6])
        raise BadInput(_("“{title}” is the post of several people: {names}.").format(title=title, names=names), fix=_("Name the person."))

    def _slip_of(self, key: str) -> str:
        known = {**{name: row["name"] for name, row in self._units.items()}, **self._staff}
        near = slip_of(key, known)
        if not near:
            near = [name for name in known if _one_off(key, name) or (name in self._staff and not name.isascii() and key.startswith(name))][:1]
        return known[near[0]] if near else ""


def _one_off(one: str, other: str) -> bool:
    """Whether two names differ in one character; of two-character names that makes two different people."""
    if abs(len(one) - len(other)) > 1 or max(len(one), len(other)) < 3:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
