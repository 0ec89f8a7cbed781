"""What holds for the rows of one sheet beside their cells: the year, the meeting they come from, a rule for their deadlines, the week or month they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from officecli.files.ledger.rows.days.periods import Periods
from officecli.files.ledger.sheets.around import Around, meeting_in_numbers, meeting_without_year
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, sheet_of
from officecli.typed.dates import Almanac


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
    for name, its_rows in groupby(rows, lambda row: sheet_of(row.number)):
        own = found.arounds.get(name, first)
        year = own.year or first.year
        yield (
            Circumstances(
                year,
                _meeting(own, almanac, today) or _meeting(first, almanac, today),
                own.rule or first.rule,
                Periods((*own.lines, own.sheet, *first.lines, own.file), year, today),
                (*own.lines, own.sheet, own.file),
            ),
            list(its_rows),
        )


def _meeting(around: Around, almanac: Almanac, today: date) -> date | None:
    """The day of the meeting that the ledger tells of, where it has been."""
    held = around.day or meeting_in_numbers(around, almanac.orders.usual) or meeting_without_year(around, today)
    return held if held and held <= today else None
