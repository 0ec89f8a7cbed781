"""Days of which the month stands over their column: 15 under Jul, end of month under Aug, 12 ✓ under Jun; 20日 under 9月.

| Report           | Prepared by | Jun  | Jul | Aug |  →  | … | Due     | Status |
| Count of parcels | Ana Ruiz    |      | 15  |     |     |   | July 15 |        |
| Meter readings   | Ben Cole    | 12 ✓ |     |     |     |   | June 12 | ✓      |
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from officecli.files.ledger.columns.by_heading.meaning import first_key, meanings
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.files.ledger.columns.heading_rows import heading_row, title_over
from officecli.files.ledger.rows.made_plain.days_of_months import DAY_OF_A_MONTH, Month, month_in, with_month
from officecli.files.ledger.rows.made_plain.stage_days import TICK, is_passed
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _, listed
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_FEWEST = 3  # months, and days below them
_YEAR = pattern(r"\W*(?P<year>20\d\d)\s*年?(?:度)?\W*")
_WITH_MARK = pattern(
    r"(?P<left>[^\w\s]{1,2})?\s*(?P<day>\w.*?)\s*(?P<right>[^\w\s]{1,2}|[(（]?(?:(?<=[\s(])[a-z]+|(?![日号])[\u3400-\u9fff]{2,4})[)）]?)?",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\d{1,2}(?:\.0)?")
_SAID = pattern(r"(?:numbers?|figures?|numerals?|cells?|entr(?:y|ies))\b.{0,60}\b(?:day|date)s?\b|数字.{0,20}[日号天]|[日号]数", re.IGNORECASE)
"""What a line above the table says of the figures under the months."""


class _Day(NamedTuple):
    place: int
    text: str
    passed: bool
    bare: bool


def date_under_months(rows: Sequence[SheetRow], mapping: Mapping[str, str], lines: Sequence[str]) -> list[str]:
    """Put the day under a month into a column of deadlines, where none is and each row has one day at most, and return what is said of it.

    Figures may be how many are planned in a month: some days say that they are, or one of the `lines` above the table says it of all.
    """
    index, texts = heading_row(rows, mapping)
    keys = {place: mapping.get(text, first_key(text)) for place, text in enumerate(texts)}
    if index < 0 or not any(map(_may_be_matter, texts)) or not LEADS & {*keys.values()} or DEADLINES & {*keys.values()}:
        return []
    months = _months(rows, index, texts)
    leads = [place for place, key in keys.items() if key in LEADS]
    below = [row for row in rows[index + 1 :] if not row.banner and any(row.text_at(place) for place in leads)]
    days = _days(below, months) if months else {}
    if len(days) < _FEWEST or not (any(not day.bare for day in days.values()) or any(map(_SAID.search, lines))):
        return []
    status = next((place for place, key in keys.items() if key == "status"), None)
    _write(rows, index, months, days, status)
    headings = [texts[place] for place in months]
    return [_("No column has deadlines: the days under {headings} are those by when.").format(headings=listed([headings[0], "…", headings[-1]]))]


def _may_be_matter(heading: str) -> bool:
    return any(meant.key == "title" for meant in meanings(heading))


def _months(rows: Sequence[SheetRow], index: int, texts: Sequence[str]) -> dict[int, Month]:
    """The months of which each has a column, one following the other, with the year that stands over them; none where they do not."""
    found = {place: month for place, text in enumerate(texts) if (month := month_in(text))}
    follow = all(after.number == before.number % 12 + 1 for before, after in pairwise(found.values()))
    if len(found) < _FEWEST or not follow:
        return {}
    years = {place: _YEAR.fullmatch(title_over(rows, index, place)) for place in found}
    return {place: month._replace(year=month.year or (year["year"] if (year := years[place]) else "")) for place, month in found.items()}


def _days(rows: Sequence[SheetRow], months: Mapping[int, Month]) -> dict[int, _Day]:
    """The day of each row, by its id; none where a row has several, or most of what stands under the months are no days."""
    filled = {id(row): [(place, text) for place in months if not is_nothing(text := row.text_at(place))] for row in rows}
    if any(len(cells) > 1 for cells in filled.values()):
        return {}
    found = {row: day for row, cells in filled.items() for place, text in cells if (day := _day(place, text.strip()))}
    return found if len(found) >= MOSTLY * sum(map(len, filled.values())) else {}


def _day(place: int, text: str) -> _Day | None:
    """A day as a cell has it, without the mark beside it."""
    if DAY_OF_A_MONTH.fullmatch(text):
        return _Day(place, text, passed=False, bare=_NUMBER.fullmatch(text) is not None)
    found = _WITH_MARK.fullmatch(text)
    if found is None or not DAY_OF_A_MONTH.fullmatch(found["day"]) or not is_passed((found["left"] or found["right"] or "").strip("()（）")):
        return None
    return _Day(place, found["day"], passed=True, bare=_NUMBER.fullmatch(found["day"]) is not None)


def _write(rows: Sequence[SheetRow], index: int, months: Mapping[int, Month], days: Mapping[int, _Day], status: int | None) -> None:
    """Put each day with its month behind all other columns, and a tick where it stood beside the day into the column of states, or one of its own."""
    han = any(map(has_han, map(rows[index].text_at, months)))
    at_due = max(len(row.cells) for row in rows[index:])
    at_status = at_due + 1 if status is None else status
    for row in rows[index:]:
        row.cells.extend([None] * (at_due + 2 - len(row.cells)))
        day = days.get(id(row))
        if day is None or (found := DAY_OF_A_MONTH.fullmatch(day.text)) is None:
            continue
        row.cells[at_due], row.cells[day.place] = with_month(found, months[day.place]), None
        row.inferred, row.how = row.inferred | {at_due}, row.how or _("the month is the one that stands over the column")
        if day.passed and not row.text_at(at_status):
            row.cells[at_status] = TICK
    rows[index].cells[at_due] = "完成时限" if han else "Due"
    if status is None and any(day.passed for day in days.values()):
        rows[index].cells[at_status] = "状态" if han else "Status"
