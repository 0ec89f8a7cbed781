"""What a row says in words: the matter, its number, its texts, how far it is."""

from __future__ import annotations

import re
from typing import Any

from officecli.files.ledger.columns.fitting.matter_columns import is_verdict
from officecli.files.ledger.rows.ledger_row import NO_FIELDS
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text, is_beyond_percent, read_percent
from officecli.i18n import _
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

LONGEST_TITLE = 2_000
_WHOLE_NUMBER = pattern(r"\d{1,9}\.0")
_SURPASSED = pattern(r"(?:已?完成|约)?\s*(\d{3}(?:\.\d{1,6})?)\s*[%％]")
_WHOLE = 100

_NOT_SAID = pattern(r"tb[acd]|t\.b\.[acd]\.?|to be (?:determined|decided|confirmed|advised|announced)|\?+|placeholder", re.IGNORECASE)
"""Where the matter stands: that it is not known yet."""

_LINES = ("source", "by", "ordered_by", "achieved", "parent", "point")
_TEXTS = ("goal", "progress", "problem", "next_step", "evidence", "result")


def read_title(cells: RowCells) -> str:
    """The matter on one line: a task without a measure is one itself; that it is blank or too long is reported."""
    title = cells.line("title")
    if (task := cells.own_task) and (is_nothing(title) or is_verdict(title)):
        if not is_nothing(title):
            cells.keep(cells.heading("title"), title)
        cells.inferred["title"] = _("the task itself: it has no measure")
        title = task
    if len(title) > LONGEST_TITLE:
        what = _("The matter has {count} characters, more than {limit}.").format(count=len(title), limit=LONGEST_TITLE)
        cells.problem("title", title, what, _("Shorten it, and put the rest under the goal."))
    if (is_nothing(title) or _NOT_SAID.fullmatch(title)) and not cells.reported("title"):
        cells.problem("title", cells["title"], _("The matter is blank."), _("Write what is to be done, or delete the row."))
    return title


def read_texts(cells: RowCells) -> dict[str, Any]:
    """The texts of a row by column, but for its title, and its `percent`."""
    values: dict[str, Any] = {key: _text(cells, key) for key in _TEXTS if key in cells}
    for key in _LINES:
        if key in cells:
            values[key] = _line(cells, key)
    if not cells.keys().isdisjoint(PLAIN):
        values["fields"] = NO_FIELDS | {key: _text(cells, key) if FIELDS[key].kind == "text" else _line(cells, key) for key in PLAIN if key in cells}
    if "number" in cells:
        values["number"] = _number(cells)
    values.update(_progress(cells))
    return values


def _text(cells: RowCells, key: str) -> str:
    """A cell as it stands; "" for the dash of a cell left empty, but not for a word: 无 says that there is no problem any more."""
    text = cell_text(cells[key])
    return "" if is_nothing(text) and not any(map(str.isalnum, text)) else text


def _line(cells: RowCells, key: str) -> str:
    """A cell on one line; "" where it only says that there is nothing."""
    line = cells.line(key)
    return "" if is_nothing(line) else line


def _number(cells: RowCells) -> str:
    if cells.is_from_above("number"):
        cells.inferred.pop("number", None)
        return ""  # of several rows merged under one number none but the first has it
    cell = cells["number"]
    if cell is not None and not isinstance(cell, (str, int, float)):
        what = _("The spreadsheet has turned this number into a date.")
        cells.problem("number", cell, what, _("Format the cell as text, and type the number again."))
    number = cells.line("number")
    return number.removesuffix(".0") if _WHOLE_NUMBER.fullmatch(number) else number  # 7.0, as programs write a number that may be blank


def _progress(cells: RowCells) -> dict[str, Any]:
    """`percent`, and `progress` where the column headed 进度 tells it in words."""
    values: dict[str, Any] = _percent(cells) if "percent" in cells else {}
    if "percent" not in values and "progress" in cells and (percent := read_percent(cells["progress"])) is not None:
        values["percent"] = percent
    return values


def _percent(cells: RowCells) -> dict[str, Any]:
    """`percent`, or `progress` with the words that stand in its place."""
    _more_than_whole(cells)
    percent = read_percent(cells["percent"])
    if percent is not None:
        return {"percent": percent}
    told = cell_text(cells["percent"])
    if is_beyond_percent(told):
        cells.problem("percent", told, _("This is no percentage: it is not between 0 and 100."), _("Write a number from 0 to 100."))
    elif told and not is_nothing(told):
        return {"progress": "\n".join(filter(None, (told, cell_text(cells.get("progress")))))}
    return {}


def _more_than_whole(cells: RowCells) -> None:
    """A goal that was surpassed (102 %) is all of it; by how much is kept as a remark."""
    told = cell_text(cells.get("percent"))
    found = _SURPASSED.fullmatch(told)
    if found and float(found[1]) > _WHOLE:
        cells.keep(cells.heading("percent"), told)
        cells.inferred["percent"] = _("more than the whole: {text}").format(text=told)
        cells["percent"] = "100%"
