"""Those whose orders the rows are: people here in any form of their names, or words for who is outside the office."""

from __future__ import annotations

from collections.abc import Callable

from officecli.errors import BadInput
from officecli.files.ledger.people.names import RowNames, nobody
from officecli.i18n import _, sentences
from officecli.near import asked_back
from officecli.typed.office.holders import Vacant
from officecli.typed.office.name_book import Meant
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_names


class Orderers:
    """Finds who ordered what; `problem` is told (column, value, reason, what to do), `remark` what was assumed, and about which name."""

    def __init__(self, names: RowNames, problem: Callable[[str, str, str, str], None], remark: Callable[..., None]) -> None:
        self._names = names
        self._problem = problem
        self._remark = remark

    def here(self, text: str) -> Meant | None:
        """Whom of the office a cell names, of several the first; None for nobody, or for a name of several people."""
        if meant := self._names.book.orders(text):
            self._names.say_through(NameCell("", text), meant)
            return meant
        if self._names.book.body(text):
            return None
        several = split_names(text, self._names.book)
        meant = next((found for cell in several if (found := self._names.book.orders(cell.name))), None) if len(several) > 1 else None
        if meant:
            self._remark(_("Of several who ordered it, the first of this office reviews it"), f"{text} → {meant.name}")
        return meant

    def in_full(self, text: str) -> str:
        """The wording: the name in full of somebody here who is named in another form, else the words as they are."""
        meant = self._names.book.orders(text) if text else None
        return meant.name if meant and meant.through == "name" else text

    def is_outside(self, key: str, text: str) -> bool:
        """Whether somebody outside the office is meant who is not here; a slip of the pen, and a name of several people, are told of as problems."""
        cell = NameCell("", text)
        if self._names.book.body(text) or len(split_names(text, self._names.book)) > 1:
            return True
        try:
            if self._names.book.find(cell):
                return True  # by a name here, and another's title
        except Vacant:
            return True
        except BadInput as refused:
            self._problem(key, text, refused.what, refused.fix)
            return False
        near = self._names.near(cell)
        if near:
            fix = sentences([asked_back(near), _("Whoever is outside the office is written with their office or title.")])
            self._problem(key, text, nobody(cell), fix)
        return not near
