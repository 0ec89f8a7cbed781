"""How much is done where the state stands: 2/5 complete, 3 of 8 sites done, (75%). Such a fraction is as well a day, and is one only where it can be."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.marks import by_mark
from officecli.files.ledger.words.plain import plain_text
from officecli.files.ledger.words.told_besides import tells_besides
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.dates import NoDay

_PART = pattern(
    rf"(?P<done>\d{{1,3}}) ?(?P<sign>/|(?:out )?of) ?(?:the )?(?P<whole>\d{{1,3}})(?P<what>(?: [a-z]{{3,20}}){{0,2}}?)"
    rf"(?P<word>(?: (?:are|is|were|now))? (?:{ENDED}|installed|delivered|replaced|inspected|trained|returned|received|in))?"
)
_SHARE = pattern(r"(?<![\d.])(\d{1,3}(?:\.\d{1,6})?) ?[%％]")
_LONG_BEFORE = timedelta(days=120)
"""So long before its deadline nothing is said to be done where no issue day tells since when it was in hand."""


_WHOLE = 100


class _Part(NamedTuple):
    """So many of so many; `word` where they are said to be done, `plainly` where it is no day however it is read."""

    done: int
    whole: int
    word: bool
    plainly: bool


def read_share(cells: RowCells, dates: DateCells) -> dict[str, float]:
    """`percent` of a row whose state says how much is done; of so many of so many the state's cell says no more than that from here on."""
    if cells.anywhere(_SHARE.search, "status") and (share := _beside_state(cells)) is not None:
        return {"percent": share}
    part = _part(cells.get("status")) if cells.anywhere(may_be_part, "status") else None
    if part is None or not (part.plainly or _is_no_day(part, cells, dates)):
        return {}
    share = round(part.done / part.whole * 100, 1)
    if part.done == part.whole and not part.word:
        return {}
    cells.inferred["status"] = _("{part} of {whole} are done").format(part=part.done, whole=part.whole)
    cells["status"] = f"{share:g}%" if part.done < part.whole else "100% done"
    return {} if part.done == part.whole else {"percent": share}


def _beside_state(cells: RowCells) -> float | None:
    """The one percentage beside a state; None where more is told, which is kept in its words, and where it is none of the whole."""
    for _place, cell in cells.all_of("status"):
        shares = _SHARE.findall(text := cell_text(cell))
        if len(shares) == 1 and (share := float(shares[0])) <= _WHOLE and not tells_besides(text):
            return share
    return None


def is_part(text: str, cells: RowCells, dates: DateCells) -> bool:
    """Whether a note tells how many of how many are done, and no day."""
    part = _part(text)
    return part is not None and (part.plainly or _is_no_day(part, cells, dates))


def may_be_part(text: str) -> bool:
    """Whether words that are read with a day may be of a part of the whole as well: 6/24 done."""
    return _part(text) is not None


def _part(cell: Cell) -> _Part | None:
    found = _PART.fullmatch(plain_text(cell)) if isinstance(cell, str) else None
    if found is None or not 0 <= int(found["done"]) <= int(found["whole"]) or not int(found["whole"]):
        return None
    plainly = found["sign"] != "/" or bool(found["what"]) or not int(found["done"])
    if not plainly and (mark := by_mark(str(cell))) and mark.code == "closed":
        return None  # ✔ 6/12: the day; ✔ 3/5 sites is none
    return _Part(int(found["done"]), int(found["whole"]), bool(found["word"]), plainly)


def _is_no_day(part: _Part, cells: RowCells, dates: DateCells) -> bool:
    """Whether a fraction as a day would be none, one still to come, or one before the matter was in hand."""
    begun = dates.day_in("issued", cells.get("issued"))
    issued = begun.day if begun else None
    due = dates.day_in("due", cells.get("due")) if issued is None else None
    since = issued or (due.day - _LONG_BEFORE if due else None)
    try:
        reading = dates.happened("closed", f"{part.done}/{part.whole}", issued)
    except NoDay as refused:
        return refused.kind != "ambiguous"
    except BadInput:
        return True
    return reading is None or reading.day > dates.today or (since is not None and reading.day < since)
