"""The days of a row: when it was handed out, by when it is due, when something happened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.english_deeds import deed_named, says_it_was_done
from officecli.files.ledger.columns.by_heading.meaning import meanings, says_start
from officecli.files.ledger.rows.days.by_weekday import by_weekday
from officecli.files.ledger.rows.days.counted_from import counted_from, extended_by, tells_of_an_extension
from officecli.files.ledger.rows.days.dates import DEADLINES, DateCells
from officecli.files.ledger.rows.days.of_source import day_of_source
from officecli.files.ledger.rows.days.periods import Period
from officecli.files.ledger.rows.days.said_overdue import refuse_overdue
from officecli.files.ledger.rows.days.still_to_come import handed_out_soon, soon
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.i18n import _, listed
from officecli.light import replace
from officecli.patterns import pattern
from officecli.typed.dates import Reading
from officecli.typed.text import is_nothing

_MONTHS = 12
_AS_GOOD = 50
"""The strength of a heading that is the deadline's where no other is; what is due before the matter is has less."""
_OWN = pattern(r"\binternal\b", re.IGNORECASE)
"""Of a deadline that the office sets itself before the one that others ask; where these ask none, it is all there is."""
_A_ROUND = 300  # days
_COMES_ROUND = pattern(r"\b(?:renew|inspect|servic|calibrat|test|review|train|audit|visit|clean|certif|vaccinat|check)", re.IGNORECASE)
"""What is done again and again."""
_IN_NUMBERS = pattern(r"(?<![\d./-])(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")
_FROM_TO = pattern(r"起[止讫迄]|(?:开始|起始|启动|开工).{0,4}[/／、及和与至到~～—-].{0,4}(?:截[至止]|结束|完成|完工|终止)")
_SLASH = pattern(
    r"((?:20\d\d\.)?\d{1,2}\.\d{1,2}|\d{1,2}月\d{1,2}[日号]?)\s*[/／]\s*((?:20\d\d\.)?\d{1,2}\.\d{1,2}|\d{1,2}月\d{1,2}[日号]?)(?![\d.])"
)
"""From a day to a day, where the slash can be no part of either: 10.17/10.18."""
_UNSAID = {
    (original, due): frozenset(key for key, is_so in (("original_due", original), ("due", due)) if is_so)
    for original in (False, True)
    for due in (False, True)
}
_BY_TODAY = frozenset({"year-nearest", "year-this", "year-next", "year-before"})
"""What is inferred of a day's year from the day on which it is read."""
HAPPENED = ("signed", "submitted", "closed", "cancelled")


def read_days(
    cells: RowCells, dates: DateCells, today: date, *, over: bool = False, meeting: date | None = None, period: Period | None = None
) -> dict[str, Any]:
    """The days by column, each deadline filling the other; what has happened can be neither before the issue day nor ahead.

    Of a row that is `over` the deadline need be no day: its words are a remark. `meeting` is the day on which all rows were
    handed out that do not say when; `period` the plan's week or month, within which words such as 周三 and 月底前 count.
    """
    issued = _issued(cells, dates, meeting)
    if issued is not None and issued == meeting and "issued" in cells.inferred and _due_before(cells, dates, issued):
        issued = None  # handed out before this meeting, then
        del cells.inferred["issued"]
    days: dict[str, Any] = {"issued": issued, **_deadlines(cells, dates, issued, period, over=over)}
    for key in HAPPENED:
        if key not in cells:
            days[key] = None
            continue
        day = days[key] = _day(cells, key, _happened(cells, key, dates, issued))
        again = soon(day, today) if day and key in cells.yearless and (issued is None or day < issued) else None
        if again or (day and not _is_before(cells, key, day, issued) and day > today):
            fix = (
                _("Write the day it happened, with its year, or leave the cell blank.")
                if again
                else _("Write the day it happened, or leave the cell blank.")
            )
            cells.problem(key, cells[key], _("{day} is still to come.").format(day=again or day), fix)
    if not over and _is_of_last_time(cells, days):
        cells.inferred["status"] = _("the day under “{heading}” is that of the last time").format(heading=cells.heading("closed"))
        cells.keep(cells.heading("closed"), cell_text(cells["closed"]))
        days["closed"] = None
    return days


def _is_of_last_time(cells: RowCells, days: dict[str, Any]) -> bool:
    """Whether what comes round (Renewed on, beside Renew by) was done so long before its deadline that it was for the last one."""
    closed, due = days["closed"], days["due"]
    if not closed or not due or (due - closed).days < _A_ROUND or not _COMES_ROUND.search(cells.heading("closed")):
        return False
    return says_it_was_done(cells.heading("closed"), deed_named(cells.heading("due")))


def _issued(cells: RowCells, dates: DateCells, meeting: date | None) -> date | None:
    day = _day(cells, "issued", _before_its_end(cells, dates, _happened(cells, "issued", dates, None)))
    if day is None and not cells.reported("issued") and (told := day_of_source(cells, dates)):
        note_inferred(cells, "issued", told, _("by the day under “{heading}”").format(heading=cells.heading("source")))
        return told.day
    if day is None and meeting is not None and not cells.reported("issued"):
        cells.inferred["issued"] = _("the day of the meeting, or on which all was handed out")
        return meeting
    return day


def _before_its_end(cells: RowCells, dates: DateCells, reading: Reading | None) -> Reading | None:
    """The day whose year had to be inferred, under Start or after a deadline that has its own: the last such day before the deadline, be it still to come."""
    if reading is None or not _is_yearless(reading):
        return reading
    due = dates.day_in("due", cells.get("due"))
    if "year-before" in reading.inferred and (coming := handed_out_soon(cells, reading.day, dates.today)):
        return replace(reading, day=coming, inferred=("year-nearest", *(one for one in reading.inferred if not one.startswith("year"))))
    if not says_start(cells.heading("issued")) and not (due and not _is_yearless(due) and reading.day > due.day):
        return reading
    try:
        days = [reading.day.replace(year=due.day.year - back) for back in (0, 1)] if due else []
    except ValueError:
        return reading
    day = next((one for one in days if due and one <= due.day), reading.day)
    if day == reading.day:
        return reading
    if stretch := cells.stretches.pop("issued", None):
        cells.stretches["issued"] = day, day + (stretch[1] - stretch[0])
    return Reading(day, ("year-nearest", *(one for one in reading.inferred if not one.startswith("year"))))


def _is_yearless(reading: Reading) -> bool:
    """Whether the year of a day had to be inferred."""
    return bool(reading.inferred) and any(code.startswith("year") for code in reading.inferred)


def _due_before(cells: RowCells, dates: DateCells, day: date) -> bool:
    """Whether a row is due by a day, or ended before it, so that it cannot have been handed out on it: the meeting is that before which it was to be done."""
    for key in (*DEADLINES, *HAPPENED):
        reading = dates.day_in(key, cells.get(key))
        if reading and (reading.day < day or (reading.day == day and key in DEADLINES)):
            return True
    return False


def _deadlines(cells: RowCells, dates: DateCells, issued: date | None, period: Period | None, *, over: bool) -> dict[str, Any]:
    """`due` and `original_due`, and which of them is `unsaid`; what a row that is `over`, or has a day of its end, says in their place is a remark."""
    found: dict[str, Reading | None] = {}
    for key in DEADLINES:
        try:
            found[key] = (
                (extended_by(cells, key, dates, found.get(DEADLINES[0])) or _due(cells, key, dates, issued, period)) if key in cells else None
            )
        except BadInput as refused:
            found[key] = None
            if over or _has_ended(cells) or (found.get(DEADLINES[0]) and tells_of_an_extension(cells, key)):
                cells.set_aside.append(key)
            else:
                cells.refused(key, refused)
        day = _day(cells, key, found[key])
        if day:
            _is_before(cells, key, day, issued)
    if not any(found.values()) and not over and not _has_ended(cells) and all(is_nothing(cell_text(cells.get(key))) for key in DEADLINES):
        found["due"] = _of_another(cells, dates, issued)
    due, original = found["due"] or found["original_due"], found["original_due"]
    if due and not over and due.day > dates.today and _is_yearless(due) and not _has_ended(cells):
        refuse_overdue(cells, "due" if found["due"] else "original_due", due.day)
    for key, other in (DEADLINES, DEADLINES[::-1]):
        if found[key] is None and other in cells.yearless:
            cells.yearless.add(key)  # which stands for the other
    first = (original.original or original.day if original else None) or (due and (due.original or due.day))
    unsaid = {
        "original_due": original is None and not (due and due.original),
        "due": found["due"] is None and "due" in cells and not (original and original.original),
    }
    return {"due": due.day if due else None, "original_due": first, "unsaid": _UNSAID[unsaid["original_due"], unsaid["due"]]}


def _has_ended(cells: RowCells) -> bool:
    """Whether something stands under the day of the end."""
    return any(not is_nothing(cell_text(cells.get(key))) for key in ("closed", "cancelled"))


def _of_another(cells: RowCells, dates: DateCells, issued: date | None) -> Reading | None:
    """The day under another heading of deadlines, in a row that has none under the first: External suspense, where Internal suspense is blank."""
    if "due" not in cells:
        return None
    for heading, text in cells.kept():
        meant = meanings(heading)
        if len(meant) != 1 or meant[0].key != "due" or not (meant[0].strength >= _AS_GOOD or _OWN.search(heading)):
            continue
        reading = dates.day_in("due", text, issued)
        if reading:
            cells.inferred["due"] = _("the day under “{heading}”").format(heading=heading)
            return reading
    return None


def _due(cells: RowCells, key: str, dates: DateCells, issued: date | None, period: Period | None) -> Reading | None:
    """The deadline under one heading: within the plan's week or month where its words count there, else from the issue day."""
    words = (
        period.words(cell) if period and isinstance(cell := cells[key], str) and (issued is None or (period.own and issued < period.first)) else None
    )
    if counted := counted_from(cells, key, dates):
        words, day, heading = counted
        cells.inferred[key] = _("by the day under “{heading}”").format(heading=heading)
        return dates.due(key, words, day)
    if period is None or words is None:
        return by_weekday(cells[key], dates.due(key, _as_span(cells, key), issued))
    how = _("counted from {period}, of which the plan is") if period.is_left(words) else _("within {period}, of which the plan is")
    cells.inferred[key] = how.format(period=period.text)
    return dates.due(key, words, period.first)


def _as_span(cells: RowCells, key: str) -> Cell:
    """A cell under a heading of two days, from when to when, with the slash between them as the mark of a span; elsewhere the second may be a new deadline."""
    cell = cells[key]
    return _SLASH.sub(r"\1~\2", cell) if isinstance(cell, str) and "/" in cell and _FROM_TO.search(cells.heading(key)) else cell


def _happened(cells: RowCells, key: str, dates: DateCells, issued: date | None) -> Reading | None:
    if key not in cells:
        return None
    try:
        return _within(cells, key, dates.happened(key, cells[key], issued), dates.today)
    except BadInput as refused:
        cells.refused(key, refused)
        return None


def _within(cells: RowCells, key: str, reading: Reading | None, today: date) -> Reading | None:
    """The day where all that is said is a month or another span of time: it was handed
    out at its beginning, and happened at its end, or by today where that is within it.
    """
    if reading is None or reading.starts is None or not (reading.whole or key == "issued"):
        return reading
    cells.stretches[key] = reading.starts, reading.day
    if key == "issued":
        return replace(reading, day=reading.starts, inferred=(*(one for one in reading.inferred if one not in ("range", "whole")), "first"))
    starts, day, inferred = reading.starts, reading.day, [one for one in reading.inferred if one != "whole"]
    if "year-before" in inferred and (starts.month, starts.day) <= (today.month, today.day):  # 7月, in July: it has begun; 7月下旬 has not
        starts, day, inferred = starts.replace(year=today.year), today, ["year-this"]
        cells.stretches[key] = starts, day
    so_far = starts <= today <= day
    return replace(reading, day=today if so_far else day, inferred=(*inferred, "so-far" if so_far else "whole"))


def _day(cells: RowCells, key: str, reading: Reading | None) -> date | None:
    """The day of a reading; what was inferred is kept with the row."""
    if reading is None:
        return None
    if reading.inferred:
        note_inferred(cells, key, reading, cells.inferred.get(key, ""))
    return reading.day


def note_inferred(cells: RowCells, key: str, reading: Reading, said: str) -> None:
    """Keep with the row how a day came to be: what is `said` of it, and what was inferred."""
    note_yearless(cells, key, reading)
    if how := listed(filter(None, (said, reading.why))):
        cells.inferred[key] = how


def note_yearless(cells: RowCells, key: str, reading: Reading) -> None:
    """Keep with the row that the year of a day was inferred from the day on which it is read, or hangs on that of an issue day that was."""
    if not _BY_TODAY.isdisjoint(reading.inferred):
        cells.yearless.update((key, *HAPPENED) if key == "issued" else (key,))
    elif "year-of-issue" in reading.inferred and "issued" in cells.yearless:
        cells.yearless.add(key)


def _is_before(cells: RowCells, key: str, day: date, issued: date | None) -> bool:
    """Whether a day is before the issue day, which is reported."""
    if issued is None or day >= issued:
        return False
    what = _("{day} is before the issue day {issued}.").format(day=day, issued=issued)
    fix = _("Correct one of the two dates.")
    first, last = _swapped(cell_text(cells.get("issued")), issued), _swapped(cell_text(cells[key]), day)
    if last >= first and last != day:
        order = "dmy" if int(re.findall(r"\d+", cell_text(cells[key]))[0]) == day.month else "mdy"
        fix = _("Correct one of the two dates; or say how they are to be read, with --dates {order}.").format(order=order)
    cells.problem(key, cells[key], what, fix)
    return True


def _swapped(text: str, day: date) -> date:
    """A day written in numbers with its day and month in the other order, where that is a day."""
    found = _IN_NUMBERS.search(text)
    if found is None or day.day > _MONTHS or {int(found[1]), int(found[2])} != {day.month, day.day}:
        return day
    return day.replace(month=day.day, day=day.month)
