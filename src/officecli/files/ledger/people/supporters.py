"""Those who support what a row asks for: people and bodies with their parts, and the rest as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from officecli.errors import BadInput
from officecli.files.ledger.people.bodies import OutsideBody, RowBodies
from officecli.files.ledger.people.names import RowNames, as_written, nobody
from officecli.i18n import _, sentences
from officecli.near import asked_back
from officecli.patterns import has_han
from officecli.typed.office.holders import Vacant
from officecli.typed.office.name_book import Meant
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.names_and_parts import named_twice

_FOLLOWS_UP = ("跟办", "盯办", "跟进", "盯着", "盯住", "盯守", "对接")
"""What is no part beside an outside body's: who leads here follows it up."""


@dataclass(slots=True)
class Supporters:
    """Those who support a row: people by id, bodies by name, each with their part, and the rest."""

    people: dict[int, tuple[Meant, str]] = field(default_factory=dict)
    bodies: dict[str, tuple[OutsideBody, str]] = field(default_factory=dict)
    text: list[NameCell] = field(default_factory=list)


class Supporting:
    """Finds those who support each row; `problem` is told (column, value, reason, what to do), `remark` what was assumed, and about which name."""

    def __init__(self, names: RowNames, bodies: RowBodies, problem: Callable[[str, str, str, str], None], remark: Callable[..., None]) -> None:
        self._names = names
        self._bodies = bodies
        self._problem = problem
        self._remark = remark

    def find(self, cells: Sequence[NameCell], lead: Meant | None, body: OutsideBody | None) -> Supporters | None:
        """Those who support beside the `lead` and the `body` that is to do it, or None after a problem was told."""
        found = Supporters()
        good = True
        for cell in cells:
            try:
                meant = None if cell.collective else self._names.book.find(cell)
                if meant is None:
                    self._outside(cell, body, found)
                else:
                    self._inside(cell, meant, lead, found)
            except Vacant as vacant:
                self._remark(_("Kept as text, for it is not said who it is"), sentences([vacant.what, vacant.fix]).rstrip(".。"))
                found.text.append(cell)
            except BadInput as refused:
                self._problem("support", as_written(cell), refused.what, refused.fix)
                good = False
        return found if good else None

    def _inside(self, cell: NameCell, meant: Meant, lead: Meant | None, found: Supporters) -> None:
        """Put somebody of the office among the people, once; raises BadInput for who is named with two parts, or leads."""
        leads = lead is not None and meant.id == lead.id
        if meant.through in {"unit", "post"} and (leads or meant.id in found.people):
            found.text.append(cell)  # the section of somebody who is on the item already
        elif leads and cell.part in ("", *_FOLLOWS_UP):
            self._remark(_("Lead it, and are therefore not among those who support it"), meant.name)
        elif leads:
            raise BadInput(
                _("{name} leads this item and cannot support it too.").format(name=meant.name), fix=_("Delete the name here, or name somebody else.")
            )
        elif meant.id not in found.people:
            self._names.say_through(cell, meant)
            found.people[meant.id] = (meant, cell.part)
        elif cell.part not in ("", found.people[meant.id][1]):
            raise named_twice(meant.name)

    def _outside(self, cell: NameCell, responsible: OutsideBody | None, found: Supporters) -> None:
        """Put who is not of the office among the bodies or the text; the body that is to do it does not support it as well."""
        known = None if cell.collective else self._bodies.supporting(cell.unit or cell.name)
        if known is None:
            if not (responsible and cell.unit == responsible.name):
                self._check_outside(cell)
            found.text.append(cell)
        elif not (responsible and known.name == responsible.name):
            part = "、".join(one for one in (cell.name if cell.unit else "", cell.part) if one)
            found.bodies.setdefault(known.name, (known, part))
        elif cell.unit:
            found.text.append(cell)

    def _check_outside(self, cell: NameCell) -> None:
        """Refuse a slip of the pen; anybody else unknown is outside the office."""
        if cell.collective:
            self._remark(_("Names nobody in particular; kept as text"), cell.name)
        elif near := self._names.near(cell):
            behind = cell.name.removeprefix(near) if has_han(near) and cell.name.startswith(near) else ""
            meant = as_written(NameCell("", near, behind)) if len(behind) > 1 and not cell.part else near  # 刘洋提供数据 is 刘洋（提供数据）
            raise BadInput(nobody(cell), fix=asked_back(meant))
        else:
            self._remark(_("Outside the office; kept as text"), as_written(NameCell(cell.unit, cell.name)))
