"""What a unit is called, and also called; all else of the units is written in the office file."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.aliases import is_alias, refuse_alias, set_aliases
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.office.organisation import Unit
from officecli.standing.office.rights import over_office
from officecli.store.read.reader import Reader
from officecli.typed.office.names import checked_name, taken
from officecli.typed.office.units import find_unit


@dataclass(frozen=True)
class UnitChanged(Answer):
    """What the unit is called was changed, or was so before; `renamed_from` is "" where the name stayed, `also_called` whether it goes by that one too."""

    name: str
    changed: bool
    renamed_from: str = ""
    also_called: bool = False


def set_unit(act: Acting, typed: str, aliases: Sequence[str], name: str | None = None) -> None:
    """Give a unit another name, and call it by others too; an empty one takes all it had away first. Raises BadInput where none is given."""
    act.sign(over_office(act.actor))
    unit = find_unit(act.read, typed, retired=False)
    now = unit["name"] if name is None else checked_name(name)
    if name is None and not aliases:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli unit set --help"))
    other = name_key(now) != name_key(unit["name"])
    if other:
        _refuse_known(act.read, now, unit["id"])
    act.change.set(act.change.get(Unit, unit["id"]), act.verb, name=now)
    set_aliases(act, "unit", unit["id"], aliases)
    old = unit["name"] if other else ""
    act.done.append(UnitChanged(now, changed=act.change.changed, renamed_from=old, also_called=is_alias(act.read, old)))


def _refuse_known(read: Reader, name: str, own_id: int) -> None:
    """Raise BadInput for a name that is somebody's or something's: a unit's that was retired too, of which the record speaks."""
    named = read.rows(
        """SELECT name FROM unit WHERE id <> :own UNION ALL SELECT name FROM person WHERE account = 0 UNION ALL SELECT name FROM body""", own=own_id
    )
    if other := next((row["name"] for row in named if name_key(row["name"]) == name_key(name)), ""):
        raise taken(name, other)
    refuse_alias(read, name, own=("unit", own_id))
