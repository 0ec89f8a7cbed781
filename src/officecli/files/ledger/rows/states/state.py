"""A row's state while its cells are read."""

from __future__ import annotations

from dataclasses import dataclass

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.words.stated import Stated
from officecli.i18n import _
from officecli.model.codes import OVER
from officecli.model.words import word
from officecli.typed.text import shown

ENDS = OVER
"""The states, and the columns of their days, that end a matter."""
PAST = ("submitted", "suspended", *ENDS)
"""The states of what its lead does nothing about any more, for now or for good."""


@dataclass(slots=True)
class State:
    """A row's state so far: the code (None: nothing is said), the column that says it, what stands beside the
    word, and the whole cell it is `said_in`; `told` where only a note does, `returned` where it came back.
    """

    code: str | None = None
    column: str = ""
    beside: str = ""
    said_in: str = ""
    told: bool = False
    returned: bool = False

    @property
    def over(self) -> bool:
        """Whether the matter is ended, so that it needs no deadline any more."""
        return self.code in ENDS

    def take(self, said: Stated, column: str, text: str) -> None:
        """Be what a cell of a column says."""
        self.code, self.column, self.beside, self.said_in = said.code, column, said.beside, text

    def agrees(self, code: str) -> bool:
        """Whether a code says nothing against the state: an end may be either, and what is open may rest or wait."""
        return code == self.code or ("open" in (code, self.code) and "closed" not in (code, self.code)) or {code, self.code} == {*ENDS}


def contradiction(cells: RowCells, cell: Cell, code: str, state: State, heading: str) -> None:
    """Report a cell under a heading that says otherwise than the state."""
    what = _("{here} here, and {there} under “{heading}”.").format(here=word("status", code), there=word("status", state.code), heading=state.column)
    cells.problem("status", cell, what, _("Correct one of the two."), heading=heading)


def tell(cells: RowCells, state: State, said: Stated, heading: str, text: str) -> None:
    """Take the state from words that stand elsewhere."""
    state.take(said, heading, text)
    state.told = True
    cells.by_words("status", text)


def leave_open(cells: RowCells, text: str) -> None:
    """Say that a row is left open beside words that may tell of its end."""
    cells.inferred["status"] = _("left open: “{words}” may tell of its end").format(words=shown(text, 30))
