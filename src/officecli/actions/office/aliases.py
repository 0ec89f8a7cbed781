"""Other names by which people, units and outside bodies are known, in commands and in ledgers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal

from officecli.actions.acting import Acting
from officecli.errors import OfficeError
from officecli.i18n import one_of
from officecli.model.names import name_key
from officecli.model.office.organisation import Alias
from officecli.store.read.reader import Reader, Row
from officecli.store.write.change import Change
from officecli.typed.meant import Several
from officecli.typed.office.bodies import find_body
from officecli.typed.office.names import checked_person, taken
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit

_NAMES = """SELECT name AS said, name FROM person WHERE account = 0 UNION ALL SELECT name, name FROM unit WHERE retired = 0
UNION ALL SELECT name, name FROM body UNION ALL SELECT a.name, COALESCE(p.name, u.name, b.name) FROM alias a
LEFT JOIN person p ON p.id = a.person_id LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN body b ON b.id = a.body_id"""
"""Every name there is, and whose it is."""


def set_aliases(act: Acting, whose: Literal["person", "unit", "body"], row_id: int, typed: Sequence[str]) -> None:
    """Add other names of a person, unit or body; an empty one takes all it had away first.

    Raises BadInput for what is somebody's name already, and for what another of them is called by for short: it would mean somebody else from then on.
    """
    column = f"{whose}_id"
    if not all(map(str.strip, typed)):
        for row in act.read.rows(f"SELECT id FROM alias WHERE {column} = :row ORDER BY id", row=row_id):
            act.change.remove(act.change.get(Alias, row["id"]), act.verb)
    known = {name_key(row["said"]): row["name"] for row in act.read.rows(_NAMES)}
    own = {row["name_key"] for row in act.read.rows(f"SELECT name_key FROM alias WHERE {column} = :row", row=row_id)}
    for name in dict.fromkeys(checked_person(one) for one in typed if one.strip()):
        if name_key(name) in own:
            continue
        if name_key(name) in known:
            raise taken(name, known[name_key(name)])
        if other := _also_meant(act.read, whose, row_id, name):
            raise taken(name, other, for_short=True)
        act.change.add(Alias, act.verb, name=name, name_key=name_key(name), **{column: row_id})


def _also_meant(read: Reader, whose: str, row_id: int, name: str) -> str:
    """Which other ones of the kind are called by this name for short; "" where none is, and where the one whose name it is to be may be meant already."""
    own = read.value(f"SELECT name FROM {whose} WHERE id = :row", row=row_id)
    try:
        choices = [str(_FINDERS[whose](read, name)["name"])]
    except Several as several:
        choices = [*several.choices]
    except OfficeError:
        return ""
    return "" if own in choices else one_of(choices)


_FINDERS: dict[str, Callable[[Reader, str], Row]] = {"person": find_person, "unit": partial(find_unit, retired=False), "body": find_body}


def is_alias(read: Reader, name: str) -> bool:
    """Whether somebody or something is also called so."""
    return read.row("SELECT 1 AS one FROM alias WHERE name_key = :key", key=name_key(name)[:120]) is not None


def refuse_alias(read: Reader, name: str, *, own: tuple[str, int] = ("person", 0)) -> None:
    """Raise BadInput for a name by which somebody or something else is also called: it would mean another from then on. `own` is whose name it is to be."""
    table, row_id = own
    other = read.value(
        f"""SELECT COALESCE(p.name, u.name, b.name) FROM alias a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN unit u ON u.id = a.unit_id
        LEFT JOIN body b ON b.id = a.body_id WHERE a.name_key = :key AND COALESCE(a.{table}_id, 0) <> :own""",
        key=name_key(name)[:120],
        own=row_id,
    )
    if other:
        raise taken(name, other)


def require_names_apart(read: Reader, entries: Sequence[dict[str, Any]]) -> None:
    """Raise BadInput where another name that was put back means somebody or something else by now, or a name is another's other name."""
    for row in [row for entry in entries if entry["subject"] == "alias" for row in read.rows(f"SELECT * FROM alias WHERE id = {entry['id']:d}")]:
        own = next((kind, row[f"{kind}_id"]) for kind in _NAMED if row[f"{kind}_id"])
        refuse_alias(read, row["name"], own=own)
        known = {name_key(one["said"]): one["name"] for one in read.rows(f"{_NAMES} WHERE a.id <> {row['id']:d}")}
        if row["name_key"] in known:
            raise taken(row["name"], known[row["name_key"]])
    for kind, row_id in dict.fromkeys((entry["subject"], entry["id"]) for entry in entries if entry["subject"] in _NAMED):
        for row in read.rows(f"SELECT name FROM {kind} WHERE id = {row_id:d}"):
            refuse_alias(read, row["name"], own=(kind, row_id))


_NAMED = ("person", "unit", "body")


def keep_aliases(change: Change, verb: str, whose: str, row_id: int, wanted: Sequence[str]) -> None:
    """Make the other names of a person, unit or body these; that nothing else is called so has been checked."""
    keys = {name_key(name): name for name in wanted}
    for row in change.read.rows(f"SELECT id, name FROM alias WHERE {whose}_id = :row ORDER BY id", row=row_id):
        if keys.get(name_key(row["name"])) == row["name"]:
            del keys[name_key(row["name"])]
        else:
            change.remove(change.get(Alias, row["id"]), verb)
    for key, name in keys.items():
        change.add(Alias, verb, name=name, name_key=key, **{f"{whose}_id": row_id})
