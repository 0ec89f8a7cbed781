"""Puts people in the place of a row's names, and says what was taken for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from officecli.errors import BadInput
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.i18n import _
from officecli.standing.items.reviewing import Reviewers
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cells import NameCell, split_joined

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class People:
    """Who a row names, looked up: supporters with their parts, the ids of those whose part is done (None: not said), and the rest as text."""

    lead: Meant
    supports: tuple[tuple[Meant, str], ...]
    parts_done: frozenset[int] | None
    support_note: str
    originator_id: int
    ordered_by: str


class RowPeople:
    """Looks up the names of rows.

    `receiver_id` answers for orders from outside the office. `problem` is told (column, value, reason, what to do); `remark` what was
    assumed, and about which name: the rows of which the same is said are listed together.
    """

    def __init__(
        self,
        book: NameBook,
        headings: Mapping[str, str],
        receiver_id: int | None,
        reviewers: Reviewers,
        problem: Callable[[str, str, str, str], None],
        remark: Callable[..., None],
    ) -> None:
        self._book = book
        self._headings = headings
        self._receiver_id = receiver_id
        self._reviewers = reviewers
        self._problem = problem
        self._remark = remark

    def look_up(self, row: LedgerRow) -> People | None:
        """The row's people, or None after a problem was told."""
        first, *others = self._whole_or_parts(row.lead)
        lead = self._lead(first)
        if others and "support" in self._headings:
            what = _("{count} names stand where one person leads.").format(count=1 + len(others))
            fix = _("Leave the one who leads, and move the others to “{heading}” with their parts.").format(heading=self._headings["support"])
            self._problem("lead", as_written(row.lead), what, fix)
            return None
        supports = self._supports([*others, *(one for cell in row.supports for one in self._whole_or_parts(cell))], lead)
        if lead is None or supports is None:
            return None
        found, outside = supports
        originator_id, ordered_by = self._originator(row, lead)
        done = frozenset(meant.id for cell in row.parts_done if (meant := self._known(cell))) if "parts_done" in self._headings else None
        return People(lead, tuple(found.values()), done, _joined(outside), originator_id, ordered_by)

    def _lead(self, cell: NameCell) -> Meant | None:
        try:
            meant = self._book.find(cell)
        except BadInput as refused:
            self._problem("lead", as_written(cell), refused.what, refused.fix)
            return None
        if meant is None:
            near = self._unknown(cell)
            instead = _("Units and people outside the office cannot lead: name who follows it up here, and move this name to support.")
            self._problem("lead", as_written(cell), _nobody(cell), _("Did you mean {name}?").format(name=near) if near else instead)
        else:
            self._say_through(cell, meant)
        return meant

    def _supports(self, cells: Sequence[NameCell], lead: Meant | None) -> tuple[dict[int, tuple[Meant, str]], list[NameCell]] | None:
        """The supporters by id and those outside the office, or None after a problem was told."""
        found: dict[int, tuple[Meant, str]] = {}
        outside: list[NameCell] = []
        good = True
        for cell in cells:
            try:
                meant = None if cell.collective else self._book.find(cell)
                if meant is None:
                    self._check_outside(cell)
                    outside.append(cell)
                elif meant.through in {"unit", "post"} and (meant == lead or meant.id in {lead.id if lead else 0, *found}):
                    outside.append(cell)  # the section of somebody who is on the item already
                else:
                    _check_free(meant, lead, found)
                    self._say_through(cell, meant)
                    found[meant.id] = (meant, cell.part)
            except BadInput as refused:
                self._problem("support", as_written(cell), refused.what, refused.fix)
                good = False
        return (found, outside) if good else None

    def _check_outside(self, cell: NameCell) -> None:
        """Refuse a slip of the pen; anybody else unknown is outside the office."""
        if cell.collective:
            self._remark(_("Names nobody in particular; kept as text"), cell.name)
        elif near := self._unknown(cell):
            raise BadInput(_nobody(cell), fix=_("Did you mean {name}?").format(name=near))
        else:
            self._remark(_("Outside the office; kept as text"), as_written(NameCell(cell.unit, cell.name)))

    def _unknown(self, cell: NameCell) -> str:
        near = self._book.nearest(cell)
        if near:
            self._remark(_("Unknown names, and the nearest known"), f"{as_written(NameCell(cell.unit, cell.name))} → {near}")
        return near

    def _say_through(self, cell: NameCell, meant: Meant) -> None:
        if meant.through == "unit":
            self._remark(_("Sections read as their heads"), f"{cell.name} → {meant.name}")
        elif meant.through == "post":
            self._remark(_("Posts read as their holders"), f"{as_written(NameCell(cell.unit, cell.name))} → {meant.name}")
        elif meant.through == "name":
            self._remark(_("Names read in full"), f"{as_written(NameCell(cell.unit, cell.name))} → {meant.name}")

    def _whole_or_parts(self, cell: NameCell) -> list[NameCell]:
        """The names of a cell: `Ana and Bob` are two where either is known, and the whole is not."""
        parts = split_joined(cell)
        if len(parts) < 2 or self._book.known(cell.name):
            return [cell]
        return parts if any(self._known(part) for part in parts) else [cell]

    def _known(self, cell: NameCell) -> Meant | None:
        try:
            return self._book.find(cell)
        except BadInput:
            return None

    def _originator(self, row: LedgerRow, lead: Meant) -> tuple[int, str]:
        """Who gave the order and its wording: a person of the office; of an order from outside who receives it; of none the lead's direct superior."""
        for said in (row.by, row.ordered_by):
            meant = self._known(NameCell("", said)) if said else None
            if meant:
                return meant.id, row.ordered_by if "ordered_by" in self._headings else said
        words = row.ordered_by or row.by
        receives = self._receiver_id if words else None
        return receives or self._reviewers.of(lead.id)["id"], words


def as_written(cell: NameCell) -> str:
    """The name as a ledger writes it: `unit/name(part)`."""
    name = f"{cell.unit}/{cell.name}" if cell.unit else cell.name
    if not cell.part:
        return name
    return f"{name}（{cell.part}）" if _HAN.search(name + cell.part) else f"{name} ({cell.part})"


def _joined(cells: Sequence[NameCell]) -> str:
    """Names as text, in the manner of their own script, so that they read alike whoever imports them."""
    texts = [as_written(cell) for cell in cells]
    return ("、" if any(_HAN.search(text) for text in texts) else "; ").join(texts)


def _nobody(cell: NameCell) -> str:
    return _("Nobody here is called “{name}”.").format(name=as_written(NameCell(cell.unit, cell.name)))


def _check_free(meant: Meant, lead: Meant | None, found: Collection[int]) -> None:
    """Refuse somebody who is on the item already."""
    if lead and meant.id == lead.id:
        raise BadInput(
            _("{name} leads this item and cannot support it too.").format(name=meant.name), fix=_("Delete the name here, or name somebody else.")
        )
    if meant.id in found:
        raise BadInput(_("{name} is named twice as a supporter.").format(name=meant.name), fix=_("Write both parts in one: NAME:part and part"))
