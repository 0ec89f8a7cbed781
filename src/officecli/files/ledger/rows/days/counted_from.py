"""A deadline counted from a day that stands under another heading of its row: 30 days after period end, beside Period End."""

from __future__ import annotations

import re
from datetime import date

from officecli.files.ledger.rows.days.dates import ELSEWHERE, DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.patterns import has_han, pattern

_COUNTED = pattern(
    r"(?P<how>.*\b(?:days?|weeks?|months?|years?) (?:after|from|of|following|since|before|prior to) )(?:the )?(?P<what>[a-z][\w '/-]*?)\.?",
    re.IGNORECASE,
)
_COUNTED_HAN = pattern(
    r"(?P<what>[\u3400-\u9fff]{2,8}?)(?:之日|当日|当天|届满)?(?:起|后|之后|以后)(?:算起?|计算)?[，,]?(?P<how>\d+个?(?:工作日|自然日|日|天|周|月)(?:之?[内后])?)"
)
_DAY_OF = pattern(r"^(?:date|day)(?: of)? | (?:date|day)$|的?(?:日期|时间|日)$", re.IGNORECASE)


def counted_from(cells: RowCells, key: str, dates: DateCells) -> tuple[str, date, str] | None:
    """The words of a deadline, the day they are counted from, and the heading that they name and it stands under; None where that has no whole day."""
    text = " ".join(cell_text(cells[key]).split())
    counted = _COUNTED.fullmatch(text) or _COUNTED_HAN.fullmatch(text)
    if counted is None:
        return None
    what = _plain(counted["what"])
    for heading, said in cells.filled():
        if heading == cells.heading(key) or _plain(heading) != what:
            continue
        reading = dates.day_in(ELSEWHERE, said)
        if reading and not any(code.startswith("year") for code in reading.inferred):
            return counted["how"] + ("" if has_han(what) else reading.day.isoformat()), reading.day, heading
    return None


def _plain(words: str) -> str:
    """What a day is of, in small letters: `period end` of Period End, Date of period end and Period end date."""
    return _DAY_OF.sub("", re.sub(r"[\s_]+", " ", words.strip().casefold()))
