"""Finding a unit by what somebody typed."""

from __future__ import annotations

from officecli.errors import NotFound
from officecli.hints import NoReturn
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one
from officecli.typed.text import shown


def find_unit(read: Reader, typed: str, *, retired: bool = True) -> Row:
    """The unit of this name (columns id, name, parent_id), written out or for short; a retired one too, by its name in full, where no other is also called so.

    Raises NotFound with the nearest, Several where it may mean more than one.
    """
    typed = as_settled(typed)
    units = read.rows("SELECT id, name, parent_id, retired FROM unit ORDER BY id")
    known = {name_key(unit["name"]): unit for unit in units if retired or not unit["retired"]}
    unit = known.get(name_key(typed))
    if unit and unit["retired"]:
        called = read.value("SELECT unit_id FROM alias WHERE name_key = :key", key=name_key(typed)[:120])
        unit = next((one for one in units if one["id"] == called and not one["retired"]), unit)
    return unit or _meant(read, typed, [unit for unit in units if not unit["retired"]]) or _unknown(typed, known)


def _meant(read: Reader, typed: str, units: list[Row]) -> Row | None:
    """The unit that a name not written in full means, None for none."""
    from officecli.typed.office.own_units import OwnUnits

    aliases = read.rows("SELECT name, name_key, unit_id FROM alias WHERE unit_id IS NOT NULL ORDER BY id")
    own = OwnUnits(read, {row["name_key"]: row["unit_id"] for row in aliases}).find(typed)
    others: dict[int, list[str]] = {}
    for row in aliases:
        others.setdefault(row["unit_id"], []).append(row["name"])
    return own or only_one(typed, units, lambda unit: [*others.get(unit["id"], ()), unit["name"]])


def _unknown(typed: str, known: dict[str, Row]) -> NoReturn:
    names = {key: str(unit["name"]) for key, unit in known.items()}
    fix = perhaps_meant(name_key(typed)[:60], names, _("See them with: officecli unit list"))
    raise NotFound(_("There is no unit “{name}”.").format(name=shown(typed)), fix=fix)
