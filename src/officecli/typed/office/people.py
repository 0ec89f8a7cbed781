"""Finding people by the name somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.errors import BadInput, NotFound, OfficeError
from officecli.hints import NoReturn
from officecli.i18n import _, listed, sentences
from officecli.model.names import name_key
from officecli.near import LONGEST
from officecli.patterns import pattern
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import Several, as_settled, only_one
from officecli.typed.office.other_names import name_on_record

MYSELF = ("me", "myself", "本人", "我", "自己", "@me", "@我")
"""How whoever types is named, in either language."""
_BETWEEN_NAMES = pattern(r"[、，,;；&+]")
_MOST_NAMES = 10


class SeveralNamed(BadInput):
    """Several people are named where one is: `names` are theirs in full."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _("{names}: these are {n} people, and one is named here.").format(names=listed(names), n=len(names)), fix=_("Name one of these people.")
        )
        self.names = names


def find_person(read: Reader, name: str) -> Row:
    """The active person of this name, whoever asks for `me`, or whom it means for
    short (an alias, a login, a part of it, initials); `unit/name` says in which unit.

    Raises NotFound with the nearest name, Several where it may mean more than one, HasLeft for who is here no longer, BadInput for nothing.
    """
    unit, _slash, bare = as_settled(name).rpartition("/")
    unit = unit and name_on_record(read, unit)
    bare = as_settled(bare)  # who was asked about may have been named with a unit
    if read.asker and not unit and name_key(bare) in MYSELF:
        return read.asker()
    if not name_key(bare):
        raise BadInput(_("A person's name is missing."), fix=_("Give a name; see them all with: officecli person list"))
    person = read.row("SELECT p.* FROM v_person p JOIN person k ON k.id = p.id WHERE k.name_key = :key", key=name_key(bare)[:120])
    if person is None:
        return _meant(read, unit, bare) or _unknown(read, bare)
    if unit and name_key(person["unit"] or "") != name_key(unit):
        raise BadInput(
            _("{name} is in {unit}, not in {said}.").format(name=person["name"], unit=person["unit"] or "–", said=unit),
            fix=_("Write {unit}/{name}, or only the name.").format(unit=person["unit"] or "", name=person["name"]),
        )
    if person["left_on"]:
        from officecli.typed.office.unknown_people import HasLeft

        raise HasLeft(read, person)
    return person


def find_person_ever(read: Reader, name: str) -> Row:
    """The person of this name, also one who has left, whoever here is meant by it first."""
    gone = read.row("SELECT * FROM person WHERE name_key = :key AND left_on IS NOT NULL", key=name_key(name)[:120])
    if gone:
        return gone
    try:
        return find_person(read, name)
    except BadInput as error:
        from officecli.typed.office.unknown_people import HasLeft

        if isinstance(error, HasLeft):
            return error.person
        raise


def find_leader(read: Reader, name: str) -> Row | None:
    """The person here whose order or decision something is, in any form of the name; None for somebody outside the office, or who has left.

    Raises NotFound for a slip of the pen and for a section, Several where more than one may be meant, BadInput for nothing.
    """
    from officecli.typed.office.unknown_people import HasLeft

    try:
        found = find_person(read, name)
    except HasLeft:
        return None
    except NotFound as unknown:
        from officecli.typed.office.near_names import is_read_alike, slip_among

        key = name_key(name)[:LONGEST]
        here = [name_key(row["name"]) for row in read.rows("SELECT name FROM person WHERE left_on IS NULL AND account = 0 ORDER BY id")]
        if slip_among(key, here) or any(is_read_alike(key, one) for one in here):
            unknown.fix = sentences([unknown.fix, _("Whoever is outside the office is written with their office or title.")])
            raise
        if _head_of_unit(read, name):
            raise
        return None
    from officecli.typed.office.addressed import has_anothers_title

    return None if found["account"] or has_anothers_title(name, found) else found


def _meant(read: Reader, unit: str, name: str) -> Row | None:
    """Who a name means that is not written in full, None for nobody here."""
    from officecli.typed.office.persons import Persons

    everybody = read.rows("SELECT * FROM v_person WHERE account = 0 AND left_on IS NULL ORDER BY id")
    there = [row for row in everybody if not unit or name_key(row["unit"] or "") == name_key(unit)]
    aliases = read.rows("SELECT name, name_key, person_id FROM alias WHERE person_id IS NOT NULL ORDER BY id")
    persons = Persons(there, {row["name_key"]: row["person_id"] for row in aliases})
    if exact := persons.exact(name):
        return exact
    called = persons.like(name)
    if len(called) > 1:
        raise Several(name, [row["name"] for row in called])
    others: dict[int, list[str]] = {}
    for row in aliases:
        others.setdefault(row["person_id"], []).append(row["name"])
    return called[0] if called else only_one(name, there, lambda row: [*others.get(row["id"], ()), row["name"]])


def _unknown(read: Reader, name: str) -> NoReturn:
    from officecli.typed.office.unknown_people import unknown_person

    _refuse_several(read, name)
    everybody = read.rows("SELECT * FROM v_person WHERE account = 0 ORDER BY id")
    error = unknown_person(read, name, everybody, {}, _("See who is here with: officecli person list"))
    error.fix = _head_of_unit(read, name) or error.fix
    raise error


def _refuse_several(read: Reader, name: str) -> None:
    """Raise BadInput, with how it is written, for several people where one is named; nothing where not all of them are somebody here."""
    several = [one for part in _BETWEEN_NAMES.split(name) if (one := part.strip())]
    if len(several) < 2 or len(several) > _MOST_NAMES:
        return
    try:
        found = [find_person(read, one)["name"] for one in several]
    except OfficeError:
        return
    raise SeveralNamed(found)


def _head_of_unit(read: Reader, name: str) -> str:
    """Who heads the unit that was named in place of a person; "" for what is no unit."""
    units = [row["name"] for row in read.rows("SELECT name FROM unit WHERE retired = 0 ORDER BY id")]
    unit = next((one for said in (name, name_on_record(read, name)) for one in units if name_key(one) == name_key(said)), "")
    if not unit:
        return ""
    from officecli.typed.office.name_book import NameBook
    from officecli.typed.office.name_cell import NameCell

    try:
        head = NameBook(read).find(NameCell("", unit))
    except BadInput as unclear:
        return _("{unit} is a unit. {why} {fix}").format(unit=unit, why=unclear.what, fix=unclear.fix)
    return _("{unit} is a unit; its head is {name}.").format(unit=unit, name=head.name) if head else ""
