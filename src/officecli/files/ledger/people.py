"""Puts people in the place of a row's names, and says what was taken for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from officecli.errors import BadInput
from officecli.files.ledger.bodies import BodyOptions, OutsideBody, RowBodies
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.i18n import _
from officecli.standing.items.reviewing import Reviewers
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cells import NameCell, split_joined
from officecli.typed.text import shown

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class People:
    """Who a row names, looked up: supporters with their parts, the ids of those whose part is done (None: not said), and the rest as text.

    `body` is the outside body that is to do it, `body_supports` those that support, with their parts. `parts` are those who each do it
    by themselves, with their bodies; the lead then gathers it in.
    """

    lead: Meant
    supports: tuple[tuple[Meant, str], ...]
    parts_done: frozenset[int] | None
    support_note: str
    originator_id: int
    ordered_by: str
    body: OutsideBody | None = None
    body_supports: tuple[tuple[OutsideBody, str], ...] = ()
    parts: tuple[tuple[Meant, OutsideBody | None], ...] = ()


@dataclass(slots=True)
class _Found:
    """Those who support a row as they are found: people by id, bodies by name, and the rest."""

    people: dict[int, tuple[Meant, str]]
    bodies: dict[str, tuple[OutsideBody, str]]
    text: list[NameCell]


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
        *,
        options: BodyOptions = BodyOptions(),
    ) -> None:
        self._book = book
        self._headings = headings
        self._receiver_id = receiver_id
        self._reviewers = reviewers
        self._problem = problem
        self._remark = remark
        self._bodies = RowBodies(book, options, remark)
        self._gathers = self._bodies.follow_up or (book.person(receiver_id) if receiver_id else None)

    def look_up(self, row: LedgerRow) -> People | None:
        """The row's people, or None after a problem was told."""
        if row.each:
            return self._one_tasking(row)
        first, *others = [self._in_a_unit(one, row) for cell in (row.lead, *row.also_lead) for one in self._whole_or_parts(cell)]
        body, lead, others = self._body_and_lead(row, first, others)
        if others and not self._may_share(first, others):
            return None
        theirs = (
            [first] if body and self._bodies.may_be(first.unit) and not self._known(NameCell("", first.name)) else []
        )  # somebody of the body's, kept as text
        supports = self._supports([*others, *theirs, *(one for cell in row.supports for one in self._whole_or_parts(cell))], lead, body)
        if lead is None or supports is None:
            return None
        originator_id, ordered_by = self._originator(row, lead)
        done = frozenset(meant.id for cell in row.parts_done if (meant := self._known(cell))) if "parts_done" in self._headings else None
        note = _joined(supports.text)
        return People(lead, tuple(supports.people.values()), done, note, originator_id, ordered_by, body, tuple(supports.bodies.values()))

    def _one_tasking(self, row: LedgerRow) -> People | None:
        """Whoever gathers in one tasking to several, and those who each owe a part of it; None after a problem was told."""
        each = [self._in_a_unit(one, row) for cell in (row.lead, *row.also_lead) for one in self._whole_or_parts(cell)]
        found = [(lead, body) for one in each for body, lead, _others in [self._body_and_lead(row, one, [])] if lead]
        twice = next((lead for at, (lead, body) in enumerate(found) if (lead, body) in found[:at]), None)
        supports = self._supports([one for cell in row.supports for one in self._whole_or_parts(cell)], self._gathers, None)
        if twice:
            self._problem("lead", _joined(each), _("{name} would have two parts.").format(name=twice.name), _("Name everybody once."))
        elif self._gathers is None:
            what = _("It is one tasking to several, and nobody is named who gathers it in.")
            self._problem("lead", _joined(each), what, _("Import it as somebody of the office (--as), or with --follow-up PERSON."))
        if supports is None or self._gathers is None or twice or len(found) < len(each):
            return None
        self._remark(_("Given to each by itself: one item for the whole, led by who gathers it in, and a part for each"), _joined(each))
        originator_id, ordered_by = self._originator(row, self._gathers)
        note = _joined(supports.text)
        people, bodies = tuple(supports.people.values()), tuple(supports.bodies.values())
        return People(self._gathers, people, None, note, originator_id, ordered_by, None, bodies, tuple(found))

    def _in_a_unit(self, cell: NameCell, row: LedgerRow) -> NameCell:
        """The name without a team that is no section here and no body: it says nothing of who is meant, and is kept as a remark."""
        if not cell.unit or self._book.is_own(cell.unit) or self._bodies.may_be(cell.unit):
            return cell
        who, near = self._known(NameCell("", cell.name)), self._book.nearest(NameCell("", cell.unit))
        if who is None or near:
            return replace(cell, unit="") if who and near and self._book.is_of(who.id, near) else cell  # Attorney, of who is of the City Attorney's
        self._remark(_("No sections of this office; kept as remarks"), cell.unit)
        kept = _("{label}: {text}").format(label=self._headings.get("unit") or _("Lead section"), text=cell.unit)
        if kept not in row.remarks.split("\n"):  # a row is looked up once more where the rules refuse others
            row.remarks = "\n".join(filter(None, (row.remarks, kept)))
        return replace(cell, unit="")

    def _may_share(self, first: NameCell, others: Sequence[NameCell]) -> bool:
        """Whether several names may stand for the lead: the first leads, but where there is a column for those who support they belong there."""
        if "support" not in self._headings:
            self._remark(_("There is no column for support, so the first of several names leads and the others support"))
            return True
        what = _("{count} names stand where one person leads.").format(count=1 + len(others))
        fix = _("Leave the one who leads, and move the others to “{heading}” with their parts.").format(heading=self._headings["support"])
        self._problem("lead", _joined([first, *others]), what, fix)
        return False

    def _body_and_lead(self, row: LedgerRow, first: NameCell, others: list[NameCell]) -> tuple[OutsideBody | None, Meant | None, list[NameCell]]:
        """The outside body that is to do it, who leads here, and the names left over; None for a lead after a problem was told."""
        if first.unit and self._book.is_own(first.unit) and self._bodies.known(first.name):
            return self._bodies.known(first.name), self._lead(NameCell("", first.unit)), others  # the section here follows the body up
        name = row.body or self._body_in(first)
        if not name:
            return None, self._lead(first), others
        try:
            body = self._bodies.responsible(name)
            own = [first, *others, *row.contacts] if row.body else [NameCell("", first.name), *others, *row.contacts]
            if row.body and first.name and self._known(first):
                return body, self._lead(first), others
            lead = self._bodies.follower(body, own if row.body or first.unit else [*others, *row.contacts])
        except BadInput as refused:
            self._problem("body" if row.body else "lead", row.body or as_written(first), refused.what, refused.fix)
            return None, None, []
        return body, lead, [cell for cell in others if self._known(cell) != lead]

    def _body_in(self, cell: NameCell) -> str:
        """The outside body a lead's cell names, alone or before somebody's name; "" for none."""
        if cell.unit:
            return cell.unit if not self._book.is_own(cell.unit) and self._bodies.may_be(cell.unit) and not self._is_slip(cell.unit) else ""
        if self._bodies.known(cell.name):
            return cell.name
        try:
            ours = self._book.find(cell)
        except BadInput:
            return ""
        return cell.name if ours is None and self._bodies.may_be(cell.name) else ""

    def _is_slip(self, unit: str) -> bool:
        """Whether a section that is none differs from one of the office by a slip of the pen: no body is made of it."""
        return self._bodies.known(unit) is None and bool(self._book.nearest(NameCell("", unit)))

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

    def _supports(self, cells: Sequence[NameCell], lead: Meant | None, body: OutsideBody | None) -> _Found | None:
        """Those who support, or None after a problem was told."""
        found = _Found({}, {}, [])
        good = True
        for cell in cells:
            try:
                meant = None if cell.collective else self._book.find(cell)
                if meant is None:
                    self._outside(cell, body, found)
                elif meant.through in {"unit", "post"} and (meant == lead or meant.id in {lead.id if lead else 0, *found.people}):
                    found.text.append(cell)  # the section of somebody who is on the item already
                elif not cell.part and lead and meant.id == lead.id:
                    self._remark(_("Lead it, and are therefore not among those who support it"), meant.name)
                elif meant.id in found.people and cell.part in ("", found.people[meant.id][1]):
                    continue  # named twice, and once is enough
                else:
                    _check_free(meant, lead, found.people)
                    self._say_through(cell, meant)
                    found.people[meant.id] = (meant, cell.part)
            except BadInput as refused:
                self._problem("support", as_written(cell), refused.what, refused.fix)
                good = False
        return found if good else None

    def _outside(self, cell: NameCell, responsible: OutsideBody | None, found: _Found) -> None:
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
        if len(parts) < 2 or self._book.known(cell.name) or self._book.body(cell.name):
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
    return _("Nobody here is called “{name}”.").format(name=shown(as_written(NameCell(cell.unit, cell.name))))


def _check_free(meant: Meant, lead: Meant | None, found: Collection[int]) -> None:
    """Refuse somebody who is on the item already."""
    if lead and meant.id == lead.id:
        raise BadInput(
            _("{name} leads this item and cannot support it too.").format(name=meant.name), fix=_("Delete the name here, or name somebody else.")
        )
    if meant.id in found:
        raise BadInput(_("{name} is named twice as a supporter.").format(name=meant.name), fix=_("Write both parts in one: NAME:part and part"))
