"""Puts people in the place of a row's names, and says what was taken for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from officecli.errors import BadInput, NotFound
from officecli.files.ledger.people.bodies import BodyOptions, OutsideBody, RowBodies, gone
from officecli.files.ledger.people.names import RowNames, as_written, joined, nobody
from officecli.files.ledger.people.orderers import Orderers
from officecli.files.ledger.people.supporters import Supporters, Supporting
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.i18n import _, sentences
from officecli.model.item_fields import FIELDS
from officecli.near import asked_back
from officecli.patterns import pattern
from officecli.standing.items.reviewing import Reviewers
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cell import NameCell

_OF_SECTIONS = pattern(r"(?:单位|部门|科室|处室|股室)$")
"""How the heading of a column ends that is for sections and bodies, not for people."""
_REMEMBERED = 4096
"""Rows whose names are remembered: most name the same few people."""


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
class _LookedUp:
    """What came of the names of a row, and comes of the same names in any other: the people,
    what was remarked (of what, about which name), and the teams `kept` as remarks of the row.
    """

    people: People | None = None
    remarked: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class RowPeople:
    """Looks up the names of rows.

    `importer_id` gathers in what is given to several, where nobody else is named for that. `problem` is told (column, value,
    reason, what to do); `remark` what was assumed, and about which name: the rows of which the same is said are listed together.
    """

    def __init__(
        self,
        book: NameBook,
        headings: Mapping[str, str],
        importer_id: int | None,
        reviewers: Reviewers,
        problem: Callable[[str, str, str, str], None],
        remark: Callable[..., None],
        *,
        options: BodyOptions = BodyOptions(),
    ) -> None:
        self._book = book
        self._headings = headings
        self._reviewers = reviewers
        self._problem = problem
        self._tell = remark
        self._known: dict[tuple[object, ...], _LookedUp] = {}
        self._now = _LookedUp()
        self._names = RowNames(book, self._remark)
        self._bodies = RowBodies(book, options, self._remark)
        self._supporting = Supporting(self._names, self._bodies, problem, self._remark)
        self._orders = Orderers(self._names, problem, self._remark)
        self._gathers = self._bodies.follow_up or (book.person(importer_id) if importer_id else None)

    def look_up(self, row: LedgerRow, *, tells: bool = True) -> People | None:
        """The row's people, or None after a problem was told; what was assumed of them
        is said of every row that names the same, unless it `tells` only what is wrong.
        """
        asked = row.lead, row.also_lead, row.each, row.supports, row.parts_done, row.contacts, row.body, row.by, row.ordered_by
        found = self._known.get(asked)
        if found is None:
            found = self._now = _LookedUp()
            found.people = self._people_of(row)
            if found.people and len(self._known) < _REMEMBERED:
                self._known[asked] = found
        for said, about in found.remarked if tells else ():
            self._tell(said, about)
        for kept in found.kept:
            if kept not in row.remarks.split("\n"):  # a row is looked up once more where the rules refuse others
                row.remarks = "\n".join(filter(None, (row.remarks, kept)))
        return found.people

    def _remark(self, said: str, about: str = "") -> None:
        self._now.remarked.append((said, about))

    def _people_of(self, row: LedgerRow) -> People | None:
        if row.each:
            return self._one_tasking(row)
        first, *others = [self._in_a_unit(one) for cell in (row.lead, *row.also_lead) for one in self._names.several(cell)]
        body, lead, others = self._body_and_lead(row, first, others)
        if others and not self._may_share(first, others):
            return None
        of_the_body = body and self._bodies.may_be(first.unit) and not self._names.known(NameCell("", first.name))
        theirs = [first] if of_the_body else []  # kept as text
        supports = self._supporting.find([*others, *theirs, *(one for cell in row.supports for one in self._names.several(cell))], lead, body)
        if lead is None or supports is None:
            return None
        ordered = self._originator(row, lead)
        if ordered is None:
            return None
        done = self._done(row, supports)
        note = joined(supports.text)
        return People(lead, tuple(supports.people.values()), done, note, *ordered, body, tuple(supports.bodies.values()))

    def _done(self, row: LedgerRow, supports: Supporters) -> frozenset[int] | None:
        """Whose part is done, as far as the row says; who is no supporter of the office's is kept as a remark."""
        if not row.parts_done and "parts_done" not in self._headings:
            return None
        known = {cell: meant.id for cell in row.parts_done if (meant := self._names.known(cell)) and meant.id in supports.people}
        label = FIELDS["parts_done"].label
        for cell in row.parts_done:
            if cell not in known:
                self._now.kept.append(_("{label}: {text}").format(label=_(label), text=as_written(cell)))
        return frozenset(known.values())

    def _one_tasking(self, row: LedgerRow) -> People | None:
        """Whoever gathers in one tasking to several, and those who each owe a part of it; None after a problem was told."""
        each = [self._in_a_unit(one) for cell in (row.lead, *row.also_lead) for one in self._names.several(cell)]
        found = [(lead, body) for one in each for body, lead, _others in [self._body_and_lead(row, one, [])] if lead]
        twice = next((lead for at, (lead, body) in enumerate(found) if (lead, body) in found[:at]), None)
        supports = self._supporting.find([one for cell in row.supports for one in self._names.several(cell)], self._gathers, None)
        if twice:
            self._problem("lead", joined(each), _("{name} would have two parts.").format(name=twice.name), _("Name everybody once."))
        elif self._gathers is None:
            what = _("It is one tasking to several, and nobody is named who gathers it in.")
            self._problem("lead", joined(each), what, _("Import it as somebody of the office (--as), or with --follow-up PERSON."))
        if supports is None or self._gathers is None or twice or len(found) < len(each):
            return None
        self._remark(_("Given to each by itself: one item for the whole, led by who gathers it in, and a part for each"), joined(each))
        ordered = self._originator(row, self._gathers)
        if ordered is None:
            return None
        note = joined(supports.text)
        people, bodies = tuple(supports.people.values()), tuple(supports.bodies.values())
        return People(self._gathers, people, None, note, *ordered, None, bodies, tuple(found))

    def _in_a_unit(self, cell: NameCell) -> NameCell:
        """The name without a team that is no section here and no body: it says nothing of who is meant, and is kept as a remark."""
        if not cell.unit or self._book.is_own(cell.unit) or self._bodies.may_be(cell.unit):
            return cell
        who, near = self._names.known(NameCell("", cell.name)), self._book.nearest(NameCell("", cell.unit))
        was_ours = self._book.is_gone(cell.unit)
        if who is None or (near and not was_ours):
            return replace(cell, unit="") if who and near and self._book.is_of(who.id, near) else cell  # Attorney, of who is of the City Attorney's
        self._remark(
            _("Sections that this office has no more; kept as remarks") if was_ours else _("No sections of this office; kept as remarks"), cell.unit
        )
        self._now.kept.append(_("{label}: {text}").format(label=self._headings.get("unit") or _("Lead section"), text=cell.unit))
        return replace(cell, unit="")

    def _may_share(self, first: NameCell, others: Sequence[NameCell]) -> bool:
        """Whether several names may stand for the lead: the first leads, but where there is a column for those who support they belong there."""
        if "support" not in self._headings:
            self._remark(_("There is no column for support, so the first of several names leads and the others support"))
            return True
        if _OF_SECTIONS.search(self._headings["support"]) and self._are_colleagues(first, others):
            self._remark(_("The column for support is one of sections, so the first of several people leads and the others support"))
            return True
        what = _("{count} names stand where one person leads.").format(count=1 + len(others))
        fix = _("Leave the one who leads, and move the others to “{heading}” with their parts.").format(heading=self._headings["support"])
        self._problem("lead", joined([first, *others]), what, fix)
        return False

    def _are_colleagues(self, first: NameCell, others: Sequence[NameCell]) -> bool:
        """Whether all these names are of people here, and of the one section."""
        found = [self._names.known(cell) for cell in (first, *others)]
        return all(meant and meant.through in {"", "name"} for meant in found) and self._book.are_of_one_section(
            [meant.id for meant in found if meant]
        )

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
            if row.body and first.name and self._names.known(first):
                return body, self._lead(first), others
            lead = self._bodies.follower(body, own if row.body or first.unit else [*others, *row.contacts])
        except BadInput as refused:
            self._problem("body" if row.body else "lead", row.body or as_written(first), refused.what, refused.fix)
            return None, None, []
        return body, lead, [cell for cell in others if self._names.known(cell) != lead]

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
            self._unknown_lead(cell)
        else:
            self._names.say_through(cell, meant)
        return meant

    def _unknown_lead(self, cell: NameCell) -> None:
        """Say of a lead who is nobody here who may be meant; somebody outside is to be moved only where nobody is."""
        if was_ours := next(filter(self._book.is_gone, (cell.unit, cell.name)), ""):
            refused = gone(was_ours)
            self._problem("lead", as_written(cell), refused.what, refused.fix)
            return
        instead = _("Units and people outside the office cannot lead: name who follows it up here, and move this name to support.")
        if ours := cell.unit and self._book.is_own(cell.unit):
            instead = _("Name somebody of {unit}; see who is with: officecli person list").format(unit=cell.unit)
        if near := self._names.near(cell):
            self._problem("lead", as_written(cell), nobody(cell), asked_back(near))
        elif cell.unit and not ours:
            self._problem("lead", as_written(cell), nobody(cell), instead)
        else:
            unknown = self._book.unknown(cell.name, sentences([instead, _("Somebody new is entered first: officecli person add NAME POST.")]))
            if isinstance(unknown, NotFound):  # by a name that was not heard of; in a section it is one of its people
                self._problem("lead", as_written(cell), nobody(cell), instead if ours else unknown.fix)
            else:
                self._problem("lead", as_written(cell), unknown.what, unknown.fix)

    def _originator(self, row: LedgerRow, lead: Meant) -> tuple[int, str] | None:
        """Who gave the order, and its wording: a person of the office; of an order from outside, as of none, the lead's direct superior.

        None after a slip of the pen, or a name of several, was told.
        """
        said = {key: text for key, text in (("by", row.by), ("ordered_by", row.ordered_by)) if text}
        for text in said.values():
            if meant := self._orders.here(text):
                return meant.id, self._orders.in_full(row.ordered_by if "ordered_by" in self._headings else text)
        if not all(self._orders.is_outside(key, text) for key, text in said.items()):
            return None
        reviewer = self._reviewers.of(lead.id)
        words = row.ordered_by or row.by
        if words:
            label = _("Ordered by nobody of this office, kept as words, and reviewed by the direct superior of the lead")
            self._remark(label, f"{words} → {reviewer['name']}")
        return reviewer["id"], words
