"""What a row says by a word or an amount that stands for a code or a number: its kind, its hours, its targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.feedback_words import read_period
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text, read_hours, read_rating, read_targets
from officecli.files.ledger.words.coded import knows_word, read_word
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.text import shown


def _word(column: str, cell: Cell) -> str | None:
    return read_word(column, cell_text(cell))


_READ: dict[str, Callable[[Cell], Any]] = {
    **{column: partial(_word, column) for column in ("urgency", "importance", "kind")},
    "feedback_every": lambda cell: read_period(cell_text(cell)),
    "rating": read_rating,
    "hours": read_hours,
    "targets": lambda cell: tuple(read_targets(cell_text(cell))),
}

_HOW_CONTENT = pattern(
    r"(?:群众|代表|委员|诉求人|用户)?(?:非常|很|十分|比较|较|基本|不太?|非常不|一般)?满意|一般|[好中差]评|(?:系统)?默认好评|[已未待]评价?"
)
"""Under 评价: what whoever asked for it thinks of it, which is no grade of the work."""
_OTHER = {"urgency": "importance", "importance": "urgency"}
"""Under 紧急程度 many write 重要: it is what it says, whatever the heading."""

_GRAVE = {"urgency": {"most-urgent", "urgent"}, "importance": {"major"}}
"""What of a code is worth saying beside the matter."""
_BETWEEN = pattern(r"[、，,；;/！!]+|(?<=[\u3400-\u9fff])\s+")

_SHOWN = 30


def read_codes(cells: RowCells) -> dict[str, Any]:
    """The coded columns and the amounts of a row, by column; what is not understood is reported, and left out."""
    values: dict[str, Any] = {}
    for key, read in _READ.items():
        if key in cells:
            try:
                values[key] = read(cells[key])
            except BadInput as refused:
                values |= _otherwise(cells, key, refused)
    return values | _in_remarks(cells, values)


def _in_remarks(cells: RowCells, values: Mapping[str, Any]) -> dict[str, str]:
    """How urgent or how important a matter is where no column says it, and the remarks are nothing but such words: 急, 特急、重要."""
    said = cells.line("remarks")
    words = [one for one in _BETWEEN.split(said) if one] if len(said) <= _SHOWN else []
    if not 0 < len(words) <= len(_GRAVE):
        return {}
    codes: dict[str, str] = {}
    for one in words:
        meant = [(key, code) for key, grave in _GRAVE.items() if knows_word(key, one) and (code := read_word(key, one)) in grave]
        if len(meant) != 1:  # 高 says it of both, and of what else there is
            return {}
        codes |= meant
    found = {key: code for key, code in codes.items() if not values.get(key)}
    for key in found:
        cells.by_words(key, said)
    return found


def _otherwise(cells: RowCells, key: str, refused: BadInput) -> dict[str, Any]:
    """What a cell says that does not fit its column: another code, else a remark or a label; reported where the matter could not be seen to without it."""
    other, text = _OTHER.get(key, ""), cell_text(cells[key])
    if other and other not in cells and knows_word(other, text):
        cells.inferred[other] = _("by its word under “{heading}”").format(heading=cells.heading(key))
        return {other: read_word(other, text)}
    if key == "rating" and _HOW_CONTENT.fullmatch(cells.line(key)):
        cells.keep(cells.heading(key), cells.line(key))
    elif not cells.own_word(key) and not cells.kept_instead(key):
        if key == "hours":  # the office counts with what it assumes of such work; the other columns order, supervise or grade it
            cells.keep(cells.heading(key), cells.line(key))
            cells.inferred[key] = _("“{text}” is not understood, and kept as a remark").format(text=shown(cells.line(key), _SHOWN))
        else:
            cells.refused(key, refused)
    return {}
