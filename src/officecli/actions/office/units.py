"""What a unit is also called; the units themselves are written in the office file."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.aliases import set_aliases
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.standing.office.rights import over_office
from officecli.typed.office.units import find_unit


@dataclass(frozen=True)
class UnitChanged(Answer):
    """What the unit is also called was changed, or was so before."""

    name: str
    changed: bool


def set_unit(act: Acting, typed: str, aliases: Sequence[str]) -> None:
    """Call a unit by other names too; an empty one takes all it had away first. Raises BadInput where none is given."""
    act.sign(over_office(act.actor))
    unit = find_unit(act.read, typed, retired=False)
    if not aliases:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli unit set --help"))
    set_aliases(act, "unit", unit["id"], aliases)
    act.done.append(UnitChanged(unit["name"], changed=act.change.changed))
