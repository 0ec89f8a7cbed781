"""Matters that go on in a later sheet of the same ledger: Moved to June sheet, in April's, or Carried over from April, in June's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow, Skipped, row_text
from officecli.files.ledger.sheets.table import Table

_LONGEST = 80
"""Characters of a cell that says so."""
_TO = (
    r"(?:\b(?:moved|carried|transferred|rolled|brought|continued|forwarded|put)(?: (?:over|on|forward))?,? (?:to|into|on|onto|in)"
    r"|\b(?:see|now on|goes on (?:in|on))|[转移列并][入至到]?|结转[至到]?|见) ?(?:the )?[‘“'\"《]?"
)
_FROM = r"(?:\b(?:moved|carried|transferred|rolled|brought|continued)(?: (?:over|on|forward))?,? (?:from|out of) (?:the )?|[由自从] ?)[‘“'\"《]?"
_NEXT = r"next (?:month|week|quarter|sheet|tab)|下[一个]{0,2}(?:月|周|季度|期)"
_LAST = r"(?:last|the previous|the prior|previous) (?:month|week|quarter|sheet|tab)|上[一个]{0,2}(?:月|周|季度|期)"
_FROM_LAST = r"\bcarr(?:ied|y)[- ]?(?:over|forward)$|上[一个]{0,2}(?:月|周|季度|期)(?:结转|遗留|转入|接续)"

_Rated = tuple[Table, Headed]


def leave_out_carried(found: Sheet, tables: Sequence[_Rated]) -> None:
    """Leave out the rows that say that they were carried to another of several sheets, or of which a row there says that it was carried over from theirs."""
    if len(tables) < 2:
        return
    matters = [{key: row for row in table.rows[headed.first :] if (key := _matter(row, headed.matter))} for table, headed in tables]
    names = [re.escape(table.name.strip()) for table, _headed in tables]
    out: dict[int, SheetRow] = {}
    for at, here in enumerate(matters):
        others = [names[other] for other in range(len(names)) if other != at]
        for key, row in here.items():
            there = [other for other in range(len(matters)) if other != at and key in matters[other]]
            behind = [other for other in there if other > at]
            if there and _says(row, rf"{_TO}(?:{'|'.join([*(names[other] for other in there), *([_NEXT] if behind else [])])})"):
                out[id(row)] = row
            before = [other for other in there if other < at]
            if before and _says(row, rf"{_FROM}(?:{'|'.join([*others, _LAST])})|{_FROM_LAST}"):
                out |= {id(earlier): earlier for other in before for earlier in [matters[other][key]]}
    if out:
        found.rows = [row for row in found.rows if id(row) not in out]
        found.aside.extend(out.values())
        found.skipped.extend(_skipped(out.values()))


def _skipped(rows: Iterable[SheetRow]) -> Iterator[Skipped]:
    return (Skipped(row.number, "carried", row_text(row)) for row in rows)


def _matter(row: SheetRow, place: int | None) -> str:
    """The matter of a row, as it is compared."""
    return "" if place is None or place >= len(row.cells) or row.banner else "".join(cell_text(row.cells[place]).casefold().split())


def _says(row: SheetRow, form: str) -> bool:
    """Whether a cell of a row says where it was carried."""
    texts = (cell for cell in row.cells if isinstance(cell, str) and len(cell) <= _LONGEST)
    return any(re.search(form, text, re.IGNORECASE) for text in texts)
