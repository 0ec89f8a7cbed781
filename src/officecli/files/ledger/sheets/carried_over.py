"""Matters that go on in a later sheet of the same ledger: Moved to June sheet, in April's, or Carried over from April, in June's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow, Skipped, row_text
from officecli.files.ledger.sheets.table import Table

_LONGEST = 80
"""Characters of a cell that says so."""
_TO = (
    r"(?:\b(?:moved|carried|transferred|rolled|brought|continued|forwarded|put)(?: (?:over|on|forward))?,? (?:to|into|on|onto|in)"
    r"|\b(?:see|now on|goes on (?:in|on))|[转移][入至到]?|[列并][入至到]|结转[至到]?|(?<!意)见) ?(?:the )?[‘“'\"《]?"
)
_FROM = (
    r"(?:\b(?:moved|carried|transferred|rolled|brought|continued)(?: (?:over|on|forward))?,? (?:from|out of) (?:the )?"
    r"|[由自从] ?(?=.{1,12}(?:[转移][入来至]|结转|延续|接续|遗留|带入|并入)))[‘“'\"《]?"
)
_NEXT = r"next (?:month|week|quarter|sheet|tab)|下[一个]{0,2}(?:月|周|季度|期)"
_LAST = r"(?:last|the previous|the prior|previous) (?:month|week|quarter|sheet|tab)|上[一个]{0,2}(?:月|周|季度|期)"
_FROM_LAST = r"\bcarr(?:ied|y)[- ]?(?:over|forward)$|上[一个]{0,2}(?:月|周|季度|期)(?:结转|遗留|转入|接续)"

_Rated = tuple[Table, Headed]


def leave_out_carried(found: Sheet, tables: Sequence[_Rated]) -> None:
    """Leave out the rows that say that they were carried to another of several sheets, or of which a row there says that it was carried over from theirs."""
    if len(tables) < 2:
        return
    matters = [_matters(table, headed) for table, headed in tables]
    places = [headed.matter for _table, headed in tables]
    names = [_named(table.name.strip()) for table, _headed in tables]
    out: dict[int, SheetRow] = {}
    for at, here in enumerate(matters):
        others = [names[other] for other in range(len(names)) if other != at]
        for key, row in here.items():
            there = [other for other in range(len(matters)) if other != at and key in matters[other]]
            behind = [other for other in there if other > at]
            if there and _says(row, places[at], rf"{_TO}(?:{'|'.join([*(names[other] for other in there), *([_NEXT] if behind else [])])})"):
                out[id(row)] = row
            before = [other for other in there if other < at]
            if before and _says(row, places[at], rf"{_FROM}(?:{'|'.join([*others, _LAST])})|{_FROM_LAST}"):
                out |= {id(earlier): earlier for other in before for earlier in [matters[other][key]]}
    for key in {key for here in matters for key in here}:
        told = [here[key] for here in matters if key in here]
        if all(id(row) in out for row in told):
            del out[id(told[-1])]  # one names the other: Moved to June, and See May there
    if out:
        found.rows = [row for row in found.rows if id(row) not in out]
        found.aside.extend(out.values())
        found.skipped.extend(_skipped(out.values()))


def _skipped(rows: Iterable[SheetRow]) -> Iterator[Skipped]:
    return (Skipped(row.number, "carried", row_text(row)) for row in rows)


def _matters(table: Table, headed: Headed) -> dict[str, SheetRow]:
    """The rows of a sheet by their matters; none of those that it names more than once, of which nobody knows which was carried."""
    keys = [(key, row) for row in table.rows[headed.first :] if (key := _matter(row, headed.matter))]
    times = Counter(key for key, _row in keys)
    return {key: row for key, row in keys if times[key] == 1}


def _named(name: str) -> str:
    """A sheet's name as a cell gives it: a bare number only as that of a sheet, and no part of a day: June, and not June 30."""
    return rf"{re.escape(name)}(?: ?(?:sheet|tab|表))" if name.isdecimal() else rf"{re.escape(name)}(?![a-z]|\s*\d)"


def _matter(row: SheetRow, place: int | None) -> str:
    """The matter of a row, as it is compared."""
    return "" if place is None or place >= len(row.cells) or row.banner else "".join(cell_text(row.cells[place]).casefold().split())


def _says(row: SheetRow, matter: int | None, form: str) -> bool:
    """Whether a cell of a row, other than its matter, says where it was carried: Carry-over of budgets is done every year."""
    texts = (cell for place, cell in enumerate(row.cells) if place != matter and isinstance(cell, str) and len(cell) <= _LONGEST)
    return any(re.search(form, text, re.IGNORECASE) for text in texts)
