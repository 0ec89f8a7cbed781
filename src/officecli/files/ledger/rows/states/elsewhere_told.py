"""Cells of the state, or of the day of an end, that only say where it is told: see remarks, 见备注."""

from __future__ import annotations

from collections.abc import Callable

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import ENDS, State
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.words.plain import plain_text
from officecli.patterns import pattern

_NOTE = r"(?:remarks?|notes?|comments?|updates?|progress|narrative|right|below|column [a-z]|last column)"
_REFERS = pattern(
    rf"(?:please )?(?:see|as per|per|refer to|cf)(?: (?:the|my|staff))? {_NOTE}(?: (?:column|field|section|below|at right))?"
    r"|in (?:the )?(?:remarks|notes|comments)(?: column)?"
    r"|(?:[请详]|参)*[见看](?:右侧?|后|下)?(?:的)?(?:备注|说明|进展(?:情况)?|落实情况|情况说明|右栏|右侧|后栏|下文)(?:一?栏)?|[同如]备注"
)


def take_references(cells: RowCells) -> dict[str, Cell]:
    """Take out of a row what only says where to look, and return it; nearly no ledger has any."""
    found: dict[str, Cell] = {}
    for key in ("status", *ENDS):
        if key in cells and cells.anywhere(refers, key) and refers(cell_text(cells[key])):
            found[key], cells[key] = cells[key], None
    return found


def put_back(cells: RowCells, taken: dict[str, Cell], state: State, of_columns: Callable[[], State]) -> None:
    """Where nothing told of a state after all, let what was taken out be reported as what nobody understands."""
    if not taken or state.code is not None:
        return
    for key, cell in taken.items():
        cells[key] = cell
    if "status" in taken:
        of_columns()


def refers(text: str) -> bool:
    """Whether a cell says no more than where it is told."""
    return _REFERS.fullmatch(plain_text(text)) is not None
