"""What holds for the rows of one sheet beside their cells: the year, the meeting they come from, a rule for their deadlines, the week or month they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest

from officecli.files.ledger.rows.days.periods import Periods
from officecli.files.ledger.sheets.around import Around, meeting_in_numbers, meeting_without_year
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, sheet_of
from officecli.patterns import pattern
from officecli.typed.dates import Almanac

_OF_A_YEAR = pattern(r"(?P<year>20\d\d)(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?)(?!\d)")
_OF_NO_YEAR = pattern(r"\d{1,2}月(?:\d{1,2}[日号]|[底末初中上下])|[一二三四1-4]季度|[上下]半年|\d{1,2}[./]\d{1,2}")
"""How a cell begins that is a day with its year, and one without."""
_SAMPLE = 200
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The `year`, the `meeting`, the `rule` and the `periods` of a sheet's rows, and the `texts` around its table."""

    year: int | None
    meeting: date | None
    rule: str
    periods: Periods
    texts: tuple[str, ...]


def by_sheets(found: Sheet, rows: Sequence[SheetRow], almanac: Almanac, today: date) -> Iterator[tuple[Circumstances, list[SheetRow]]]:
    """The rows of each sheet, with what stands around them there; what a sheet does not say of itself the first says for all."""
    first = found.around
    for name, its_rows_ in groupby(rows, lambda row: sheet_of(row.number)):
        own = found.arounds.get(name, first)
        its_rows = list(its_rows_)
        year = _borne_out(own.year or first.year, its_rows)
        yield (
            Circumstances(
                year,
                _meeting(own, almanac, today) or _meeting(first, almanac, today),
                own.rule or first.rule,
                Periods((*own.lines, own.sheet, *first.lines, own.file), year, today),
                (*own.lines, own.sheet, own.file),
            ),
            its_rows,
        )


def _meeting(around: Around, almanac: Almanac, today: date) -> date | None:
    """The day of the meeting that the ledger tells of, where it has been."""
    held = around.day or meeting_in_numbers(around, almanac.orders.usual) or meeting_without_year(around, today)
    return held if held and held <= today else None


def _borne_out(year: int | None, rows: Sequence[SheetRow]) -> int | None:
    """The year that the title names, or, where the whole days of the table are all of others, the one that they are of: what is handed
    over in 2026 are the papers of 2025. Not where more days of a column name no year: there the others name theirs as it is not the title's.
    """
    if year is None:
        return None
    whole: Counter[int] = Counter()
    for cells in zip_longest(*(row.cells for row in rows[:_SAMPLE])):
        texts = [cell_text(cell) for cell in cells if cell is not None]
        years = [int(found["year"]) for text in texts if (found := _OF_A_YEAR.match(text))]
        if year in years or len(years) < sum(_OF_NO_YEAR.match(text) is not None for text in texts):
            return year
        whole.update(years)
    if whole.total() < _ENOUGH:
        return year
    return next(iter(whole)) if len(whole) == 1 else None
