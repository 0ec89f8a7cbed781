"""Charts that mark in which weeks, or on which days, a matter is worked at: X under Jul 10 and Jul 17; its deadline is the last of them.

| Task             | Owner    | Jul 10 | Jul 17 | Jul 24 |  →  | … | Due            |
| Measure the bays | Ana Ruiz | X      | X      |        |     |   | week of Jul 17 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.planned_ends import planned_ends
from officecli.files.ledger.sheets.by_person.grid import lower
from officecli.files.ledger.sheets.by_person.times import Time, times
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow
from officecli.i18n import _, listed
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_FEWEST = 3  # weeks, or days
_MARK = pattern(r"[xX×√✓✔■●○◯〇◎◆◇▲△★☆▶▷█▇▬*＊※•→]{1,3}")
_BY_MONTHS = pattern(r"\D*(?:20\d\d)?\D*\d{1,2}月(?:份)?\D*|[^\d]*(?:20\d\d)?[^\d]*|.*季度?.*|.*\bq\d\b.*|.*旬.*", re.IGNORECASE)
"""A time that names no day and no week, whose end is read where it stands."""


def date_marked(found: Sheet, mapping: Mapping[str, str], told: Callable[[], Iterable[str]], dates: DateCells) -> list[str]:
    """Put the last time that is marked in each row into a column of deadlines, where none is and some marks are under times to come; return what is said.

    `told` gives what may be a legend of the marks.
    """
    index, texts = heading_row(found.rows, mapping)
    keys = {mapping.get(text, first_key(text)) for text in texts}
    if index < 0 or "title" not in keys or not keys & LEADS or keys & DEADLINES:
        return []
    at_times, over = _times(found.rows, index, dates)
    if len(over) < _FEWEST:
        return []
    below = [row for row in found.rows[at_times + 1 :] if not row.banner and _is_led(row, texts, mapping)]
    ends = planned_ends(found.rows, mapping, told())
    marks = {text for row in below for at in over if (text := _text(row, at))}
    if not marks or not all(map(_MARK.fullmatch, marks)) or (len({mark.casefold() for mark in marks}) > 1 and not ends):
        return []
    marked = {id(row): [at for at in over if (text := _text(row, at)) and (not ends or text in ends)] for row in below}
    last = max((over[places[-1]][1] for places in marked.values() if places), default=date.min)
    if last < dates.today and not found.around.plans:
        return []  # √ under each day on which it was done
    heading = "完成时限" if any(map(has_han, texts)) else "Due"
    heads = found.rows[index : at_times + 1]
    _write(heads, found.rows[at_times + 1 :], {at: time for at, (time, _day) in over.items()}, marked, heading)
    return [_("No column has deadlines: the last time that is marked in a row is its own, of {headings}.").format(headings=listed(_headings(over)))]


def _times(rows: Sequence[SheetRow], index: int, dates: DateCells) -> tuple[int, dict[int, tuple[Time, date]]]:
    """The row of the times and these, each with the day on which it ends; none where one cannot be read, or they do not follow one another."""
    at_times, found = lower(rows, index, times(rows[index].cells, rows[index - 1].cells if index else ()))
    days = {at: (time, reading.day) for at, time in found.items() if (reading := dates.day_in("due", time.due))}
    in_order = [day for _time, day in days.values()]
    fits = len(days) == len(found) and in_order == sorted({*in_order}) and not all(_BY_MONTHS.fullmatch(time.heading) for time in found.values())
    return at_times, days if fits else {}


def _headings(over: Mapping[int, tuple[Time, date]]) -> list[str]:
    headings = [time.heading for time, _day in over.values()]
    return [headings[0], "…", headings[-1]]


def _is_led(row: SheetRow, texts: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether a row says who leads: a sum below does not."""
    return any(_text(row, at) for at, text in enumerate(texts) if mapping.get(text, first_key(text)) in LEADS)


def _write(heads: Sequence[SheetRow], rows: Sequence[SheetRow], over: Mapping[int, Time], marked: Mapping[int, Sequence[int]], heading: str) -> None:
    """Put the last that is marked behind all other columns."""
    wide = max(len(row.cells) for row in (*heads, *rows))
    for row in (*heads, *rows):
        row.cells.extend([None] * (wide - len(row.cells)))
        row.cells.append(heading if row in heads else None)
        if places := marked.get(id(row), ()):
            last = over[places[-1]]
            row.cells[wide] = last.due
            row.inferred, row.how = row.inferred | {wide}, row.how or _("the last that is marked: {heading}").format(heading=last.heading)


def _text(row: SheetRow, place: int) -> str:
    text = row.text_at(place)
    return "" if is_nothing(text) else text
