"""The names of rows: whom they mean, what is said of how they were taken, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.i18n import _
from officecli.light import replace
from officecli.patterns import has_han
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_joined, split_once
from officecli.typed.text import shown


class RowNames:
    """The names of rows as a `book` of the office knows them; `remark` is told what was assumed, and about which name."""

    def __init__(self, book: NameBook, remark: Callable[..., None]) -> None:
        self.book = book
        self._remark = remark

    def known(self, cell: NameCell) -> Meant | None:
        """Who is meant; None for nobody, or for several."""
        return self.book.one_meant(cell)

    def several(self, cell: NameCell) -> list[NameCell]:
        """The names of a cell: `Ana and Bob` are two where either is known, and the whole is not."""
        parts = [self._with_its_kind(part) for part in split_joined(cell)]
        if len(parts) < 2 or self.book.known(cell.name) or self.book.body(cell.name):
            return [self._with_its_kind(cell)]
        if both := next((two for two in split_once(cell) if all(map(self.known, two))), None):
            return [*both]  # Parks and Recreation and Public Works
        return parts if any(self.known(part) for part in parts) else [cell]

    def _with_its_kind(self, cell: NameCell) -> NameCell:
        """The name, of a section that is called so without its kind the name in full: 财政 for 县财政局."""
        if cell.unit or cell.collective or self.book.known(cell.name) or self.book.body(cell.name):
            return cell
        return replace(cell, name=self.book.section_called(cell.name) or cell.name)

    def near(self, cell: NameCell) -> str:
        """The name nearest to one that nobody has, "" for none; it is remarked on."""
        near = self.book.nearest(cell)
        if near:
            self._remark(_("Unknown names, and the nearest known"), f"{as_written(NameCell(cell.unit, cell.name))} → {near}")
        return near

    def say_through(self, cell: NameCell, meant: Meant) -> None:
        """Remark on who is meant by more, or less, than the own name."""
        if meant.through == "unit":
            self._remark(_("Sections read as their heads"), f"{cell.name} → {meant.name}")
        elif meant.through == "post":
            self._remark(_("Posts read as their holders"), f"{as_written(NameCell(cell.unit, cell.name))} → {meant.name}")
        elif meant.through == "name":
            self._remark(_("Names read in full"), f"{as_written(NameCell(cell.unit, cell.name))} → {meant.name}")


def as_written(cell: NameCell) -> str:
    """The name as a ledger writes it: `unit/name(part)`."""
    name = f"{cell.unit}/{cell.name}" if cell.unit else cell.name
    if not cell.part:
        return name
    return f"{name}（{cell.part}）" if has_han(name + cell.part) else f"{name} ({cell.part})"


def joined(cells: Sequence[NameCell]) -> str:
    """Names as text, in the manner of their own script, so that they read alike whoever imports them."""
    texts = [as_written(cell) for cell in cells]
    return ("、" if any(has_han(text) for text in texts) else "; ").join(texts)


def nobody(cell: NameCell) -> str:
    """That nobody has a name."""
    return _("Nobody here is called “{name}”.").format(name=shown(as_written(NameCell(cell.unit, cell.name))))
