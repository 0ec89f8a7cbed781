"""The outside bodies that the rows of a ledger name, and who here follows up what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.near import asked_back
from officecli.shell import as_word
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_shapes import looks_like_body
from officecli.typed.text import shown


@dataclass(frozen=True, slots=True)
class BodyOptions:
    """What was said of outside bodies on the command line: who follows up where nothing else is said, and whether unknown ones are entered."""

    follow_up: str = ""
    add: bool = False


@dataclass(frozen=True, slots=True)
class OutsideBody:
    """An outside body a row names; without an `id` it is to be entered."""

    id: int | None
    name: str
    follow_up_id: int | None = None


def gone(name: str) -> BadInput:
    """What is wrong with a section that the office had once."""
    return BadInput(
        _("{name} is no section of this office any more.").format(name=shown(name)),
        fix=_("Write the section that does its work now, or let that one go by the old name too: officecli unit set UNIT --alias {name}").format(
            name=as_word(name)
        ),
    )


class RowBodies:
    """Finds the outside bodies of rows; `new` are those to be entered, by key, and
    `remark` is told of each, `follow_up` who does where nothing else is said.
    """

    def __init__(self, book: NameBook, options: BodyOptions, remark: Callable[[str, str], None]) -> None:
        self._book = book
        self._add = options.add
        self._remark = remark
        self._new: dict[str, OutsideBody] = {}
        self.follow_up = self._named(options.follow_up) if options.follow_up else None

    def known(self, name: str) -> OutsideBody | None:
        """The body on record of this name, None for none."""
        row = self._book.body(name)
        return OutsideBody(row["id"], row["name"], row["follow_up_id"]) if row else None

    def may_be(self, name: str) -> bool:
        """Whether a name is that of a body on record, or formed like one and of nothing that is or was here."""
        return self.known(name) is not None or (looks_like_body(name) and not self._book.is_own(name) and not self._book.is_gone(name))

    def supporting(self, name: str) -> OutsideBody | None:
        """The body that supports by this name: one on record, or one to be entered; None for what is kept as text."""
        return self.known(name) or (
            self._entered(name)
            if self._add and looks_like_body(name) and not self._book.is_gone(name) and not self._book.nearest(NameCell("", name))
            else None
        )

    def responsible(self, name: str) -> OutsideBody:
        """The body that is to do the work; raises BadInput for one that is not on record, unless those are entered, and for a slip of the pen."""
        known = self.known(name)
        if known:
            return known
        if self._book.is_gone(name):
            raise gone(name)
        near = self._book.nearest(NameCell("", name))
        if near:
            raise BadInput(
                _("“{name}” is no unit of this office and no outside body on record.").format(name=shown(name)),
                fix=asked_back(near),
            )
        if self._add:
            return self._entered(name)
        raise BadInput(
            _("“{name}” is no unit of this office and no outside body on record.").format(name=shown(name)),
            fix=_(
                'Enter it: officecli body add "{name}" --follow-up PERSON, or import with --add-bodies; what it does is led by who follows it up here.'
            ).format(name=shown(name)),
        )

    def follower(self, body: OutsideBody, of_the_row: Sequence[NameCell]) -> Meant:
        """Who leads what a body does: the row's own person here, else who follows the body up, else who was named; raises BadInput that says these three."""
        for cell in of_the_row:
            person = self._person(cell)
            if person:
                self._remark(_("Followed up here by who stands in the row"), f"{body.name} → {person.name}")
                return person
        person = self._book.person(body.follow_up_id) if body.follow_up_id else None
        person = person or self.follow_up
        if person is None:
            raise BadInput(
                _("Nobody here is named who follows up {name}.").format(name=body.name),
                fix=_('Name somebody here in the row; or: officecli body set "{name}" --follow-up PERSON; or import with --follow-up PERSON.').format(
                    name=body.name
                ),
            )
        self._remark(_("Outside bodies, and who follows them up here"), f"{body.name} → {person.name}")
        return replace(person, through="body")

    def _person(self, cell: NameCell) -> Meant | None:
        """The person of a name, or the head of a section of which it is said that it follows the body up."""
        found = self._book.one_meant(NameCell("", cell.name)) if cell.name else None
        return found if found and (found.through in {"", "name"} or (cell.role == "lead" and found.through == "unit")) else None

    def _named(self, name: str) -> Meant:
        found = self._book.find(NameCell("", name))
        if found is None:
            near = self._book.nearest(NameCell("", name))
            raise BadInput(
                _("Nobody here is called “{name}”.").format(name=shown(name)),
                fix=asked_back(near) if near else _("See who is here with: officecli person list"),
            )
        return found

    def _entered(self, name: str) -> OutsideBody:
        self._remark(_("New outside bodies"), name)
        return self._new.setdefault(name_key(name), OutsideBody(None, name, self.follow_up.id if self.follow_up else None))
