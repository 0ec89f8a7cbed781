"""Who the names of a ledger mean: people, the heads of sections, the holders of posts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Literal

from officecli.errors import BadInput, OfficeError
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.near import LONGEST
from officecli.patterns import has_han, pattern
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.addressed import HAN_TITLE, before_the_host, has_anothers_title
from officecli.typed.office.agencies import seat_of
from officecli.typed.office.holders import Holders
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_joined, split_names
from officecli.typed.office.name_pieces import CLOSE
from officecli.typed.office.near_names import is_heard_as, is_read_alike, slip_among
from officecli.typed.office.own_units import KINDS, OwnUnits
from officecli.typed.office.persons import Persons
from officecli.typed.office.titles import heads_unit
from officecli.typed.office.unknown_people import unknown_person
from officecli.typed.text import shown

_MOST_INITIALS = 5
_STEM = pattern(r"[\u3400-\u9fff]{2,6}")
_TITLE = pattern(HAN_TITLE)

_OF_POST = pattern(r"(?:['\u2019]s)? office$", re.IGNORECASE)
"""Behind a post: Provost's Office is whoever holds the post."""

_HEADS = frozenset({"负责人", "主要负责人", "负责同志", "主要负责同志"})
"""What stands after a section for whoever heads it."""


@dataclass(frozen=True)
class Meant:
    """A person of the office, and what was said instead of the name in full, if
    it was: a `unit`, a `post`, the `name` in another form, or an outside `body`.
    """

    id: int
    name: str
    through: Literal["", "unit", "post", "name", "body"] = ""


class NameBook:
    """Everybody of the office by every name a ledger may use; people who have left are known by their own names only.

    A name is looked for in this order: the whole of it, as login, address or alias; a section, which means its head; a post, which means its
    holder; a section and a person run together; a part of a name or an initial. What fits several is refused with all of them.
    """

    def __init__(self, read: Reader) -> None:
        everybody = read.rows("SELECT * FROM v_person WHERE account = 0 ORDER BY id")
        aliases = read.rows("SELECT name_key, person_id, unit_id, body_id FROM alias ORDER BY id")
        self._persons = Persons(everybody, {row["name_key"]: row["person_id"] for row in aliases if row["person_id"]})
        self._by_id = {row["id"]: row for row in everybody}
        self._units = OwnUnits(read, {row["name_key"]: row["unit_id"] for row in aliases if row["unit_id"]})
        self._gone = {name_key(row["name"]) for row in read.rows("SELECT name FROM unit WHERE retired = 1 ORDER BY id")}
        self._holders = Holders(read, everybody, self._units)
        bodies = {row["id"]: row for row in read.rows("SELECT id, name, name_key, follow_up_id FROM body WHERE retired = 0 ORDER BY id")}
        self._bodies = {row["name_key"]: bodies[row["body_id"]] for row in aliases if row["body_id"] in bodies}
        self._bodies |= {row["name_key"]: row for row in bodies.values()}
        seats = Counter(seat_of(row["name_key"]) for row in bodies.values())
        self._bodies_of = {seat: row for row in bodies.values() if seats[seat := seat_of(row["name_key"])] == 1}
        self._staff = {name_key(row["name"]): row["name"] for row in everybody}
        self._read = read
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
            raise type(found)(found.what, why=found.why, fix=found.fix)
        return found

    def one_meant(self, cell: NameCell) -> Meant | None:
        """Who the cell means; None for nobody here, and where it is not clear whom."""
        try:
            return self.find(cell)
        except BadInput:
            return None

    def known(self, text: str) -> bool:
        """Whether a text as a whole names somebody or some section here, be it not clear whom."""
        try:
            return self.find(NameCell("", text)) is not None
        except BadInput:
            return True

    def names_person(self, text: str) -> bool:
        """Whether a text names one person here in any form, or several who are called so; a section and a post do not."""
        try:
            found = self.find(NameCell("", text))
        except BadInput:
            return not self.is_unit(text) and not self.is_post(text)
        return found is not None and found.through in {"", "name"}

    def names_one_person(self, text: str) -> bool:
        """The same of a cell that may have more beside the name: 张三（副主任）."""
        if self.names_person(text) or text[-1:] not in CLOSE:
            return self.names_person(text)
        named = split_names(text, self)
        return len(named) == 1 and self.names_person(named[0].name)

    def settles(self, address: str, name: str) -> bool:
        """Whether an address is that of one of several who are called by a name here: kkim@…, of Kim."""
        try:
            self.find(NameCell("", name))
        except BadInput:
            one = self.find(NameCell("", address)) if "@" in address else None
            return one is not None and name_key(name.rsplit(maxsplit=1)[-1]) in map(name_key, one.name.split())
        return False

    def names_anybody(self, text: str) -> bool:
        """Whether one of the names in a cell is somebody's here, or an outside body's on record."""
        return any(
            self.known(cell.name)
            or self.body(cell.unit or cell.name)
            or (len(two := split_joined(cell)) > 1 and all(self.known(one.name) for one in two))
            for cell in split_names(text, self)
        )

    def is_own(self, text: str) -> bool:
        """Whether a text names a section of the office."""
        return self._units.find(text) is not None

    def section_called(self, text: str) -> str:
        """The one section or outside body that is called so without its kind, 财政 for 县财政局; "" for none, for several, and for a title."""
        if not _STEM.fullmatch(text) or _TITLE.fullmatch(text):
            return ""
        named = [row["name"] for row in (self._units.by_stem(text), *(self.body(text + kind) for kind in KINDS)) if row]
        return named[0] if len({*named}) == 1 else ""

    def is_gone(self, text: str) -> bool:
        """Whether a text names a section that the office had once, and nothing it has now."""
        return name_key(text) in self._gone and not self.is_unit(text)

    def is_unit(self, text: str) -> bool:
        """Whether a text names a section of the office or an outside body on record."""
        return self.is_own(text) or self.body(text) is not None

    def is_of(self, person_id: int, unit: str) -> bool:
        """Whether a person is in a section of the office, or in one under it."""
        section = self._units.find(unit)
        person = self._by_id.get(person_id)
        return section is not None and person is not None and person["unit_id"] in self._units.within(section)

    def are_of_one_section(self, people: Sequence[int]) -> bool:
        """Whether all of these are in the same section of the office."""
        found = {self._by_id[person]["unit_id"] if person in self._by_id else None for person in people}
        return len(found) == 1 and None not in found

    def orders(self, text: str) -> Meant | None:
        """Who here is meant by the name of whoever ordered something, None for nobody or for several: somebody outside may be called by a name here."""
        found = self.one_meant(NameCell("", text))
        return None if found is None or has_anothers_title(text, self._by_id[found.id]) else found

    def is_post(self, text: str) -> bool:
        """Whether a text is the title of a post of the office, brackets and all: Senior Manager (Contracts)."""
        return self._holders.is_post(text)

    def is_elsewhere(self, name: str, unit: str) -> bool:
        """Whether somebody of this name is here, and not in this section of the office."""
        found = self.one_meant(NameCell("", name))
        return found is not None and self.is_own(unit) and not self.is_of(found.id, unit)

    def is_part_of(self, unit: str, above: str) -> bool:
        """Whether a text names a section of the office, and another one over it, or the office itself."""
        return self._units.is_part(unit, above)

    def body(self, text: str) -> Row | None:
        """The outside body on record of this name or alias (columns id, name, follow_up_id)."""
        key = name_key(text)
        return self._bodies.get(key) or self._bodies_of.get(seat_of(key)) or self._bodies.get(self._units.local(key))

    def person(self, person_id: int) -> Meant | None:
        """Somebody who is here, by id."""
        row = self._by_id.get(person_id)
        return Meant(row["id"], row["name"]) if row and row["left_on"] is None else None

    def full_name(self, text: str) -> str:
        """The name in full of the one person here that a text names in any form; "" for nobody, for several, for a section or a post."""
        found = self.one_meant(NameCell("", text))
        return found.name if found and found.through in {"", "name"} else ""

    def names_or_initials(self, text: str) -> bool:
        """Whether one of the names in a cell is somebody's here, or an outside body's on record, or the initials of one person here."""
        return self.names_anybody(text) or (text.isupper() and text.isalpha() and 1 < len(text) < _MOST_INITIALS and len(self.by_initials(text)) == 1)

    def by_initials(self, letters: str) -> list[str]:
        """The names of those here who have these initials."""
        return self._persons.by_initials(letters)

    def nearest(self, cell: NameCell) -> str:
        """The known person, section or body whose name this is a slip of, or all of a section
        who are called alike, "" for none; a name given with a foreign section is foreign.
        """
        section = self._units.find(cell.unit) if cell.unit else None
        if cell.unit and not section:
            return ""
        if cell.name not in self._near:
            self._near[cell.name] = self._slip_of(name_key(cell.name.rstrip("."))[:LONGEST])
        heard = self._alike_here(is_heard_as, cell.name, self._units.within(section)) if section else ""
        return self._near[cell.name] or heard or self._alike_here(is_read_alike, cell.name)

    def unknown(self, name: str, otherwise: str) -> OfficeError:
        """What is wrong with a name that is nobody's where only somebody here will do, and what to do: `otherwise` where it is like nobody's."""
        return unknown_person(self._read, name, [*self._by_id.values()], {}, otherwise)

    def _look_up(self, unit: str, name: str) -> Meant | None:
        person = self._persons.exact(name)
        if person:
            self._check_unit(person, unit)
            return self._as_meant(person, name)
        section = None if unit else self._units.find(name)
        if section:
            return self._head(section)
        if not unit and (headed := heads_unit(name)) and (section := self._units.find(headed)) and not self._holder(unit, name):
            return self._head(section)
        return (
            self._holder(unit, name)
            or self._holder(unit, _OF_POST.sub("", name))
            or (None if unit else self._run_together(name))
            or self._alike(unit, before_the_host(name))
        )

    def _as_meant(self, person: Row, said: str) -> Meant:
        return Meant(person["id"], person["name"], "" if name_key(said) == name_key(person["name"]) else "name")

    def _run_together(self, name: str) -> Meant | None:
        """Who 督查室张三 or 督查室科长 means: the section stands before the name without a sign between them."""
        for section, rest in self._units.before(name):
            if rest in _HEADS:
                return self._head(section)
            if rest == "长":  # 综合科长 is the 科长 of 综合科
                title = section["name"][-1] + rest
                return self._holder(section["name"], title) or self._holder(section["name"], section["name"] + title)
            if found := self._look_up(section["name"], rest):
                return found
        if not has_han(name):
            return None
        return next((found for section, rest in self._units.loosely_before(name) if (found := self.one_meant(NameCell(section["name"], rest)))), None)

    def _alike(self, unit: str, name: str) -> Meant | None:
        """Whom a part of a name or an initial means, None for nobody."""
        section = self._units.find(unit) if unit else None
        if unit and not section:
            return None
        found = self._persons.like(name, self._units.within(section) if section else None)
        if len(found) > 1:
            names = listed(person["name"] for person in found[:6])
            raise BadInput(_("“{name}” may mean {names}.").format(name=shown(name), names=names), fix=_("Write the full name."))
        return self._as_meant(found[0], name) if found else None

    def _check_unit(self, person: Row, unit: str) -> None:
        """Refuse `unit/name` where the person is in another section; a section above theirs will do."""
        if not unit or person["left_on"]:
            return
        section = self._units.find(unit)
        if section and person["unit_id"] in self._units.within(section):
            return
        raise BadInput(
            _("{name} is in {unit}, not in {said}.").format(name=person["name"], unit=person["unit"] or "–", said=unit),
            fix=_("Write {unit}/{name}, or only the name.").format(unit=person["unit"] or "", name=person["name"]),
        )

    def _head(self, unit: Row) -> Meant:
        head = self._holders.head_of(unit)
        return Meant(head["id"], head["name"], "unit")

    def _holder(self, unit: str, title: str) -> Meant | None:
        holder = self._holders.holder_of(unit, title)
        return Meant(holder["id"], holder["name"], "post") if holder else None

    def _alike_here(self, are_alike: Callable[[str, str], bool], name: str, unit_ids: Collection[int] | None = None) -> str:
        here = [row for row in self._by_id.values() if row["left_on"] is None and (unit_ids is None or row["unit_id"] in unit_ids)]
        return listed(row["name"] for row in here if are_alike(name, row["name"]))

    def _slip_of(self, key: str) -> str:
        known = {**self._units.names, **self._staff, **{name: row["name"] for name, row in self._bodies.items()}}
        near = slip_among(key, known) or next((name for name in self._staff if not name.isascii() and key.startswith(name)), "")
        return known[near] if near else ""
