"""Deadlines that are the next meeting, in minutes that say when that is: by the next meeting, and in the last row Next meeting: Monday, July 13, 2026."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from officecli.files.ledger.columns.by_heading.meaning import places_of_deadlines
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.around import DayOf, day_in
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import compiled

_NEXT = (
    r"(?:(?:the|our) )?next (?:regular )?(?:(?P<whose>staff|team|council|board|committee|department(?: head)?) )?(?:meeting|mtg\.?|session)"
    r"|下一?[次回期]?(?:办公|工作)?(?:会议|例会|会)"
)
_DUE = rf"(?:(?:by|at|before|for|report (?:at|to)) )?(?:{_NEXT})(?:[之以]?前|上)?"
_SAID = rf"(?:date of )?(?:{_NEXT})(?: date|时间|日期)?(?: (?:is|will be(?: held)?|takes place))?(?: on)?\s*[:：–—-]?\s*(?P<when>\S.*)?"


def date_next_meeting(rows: Sequence[SheetRow], mapping: Mapping[str, str], lines: Sequence[str], day_of: DayOf = day_in) -> list[str]:
    """Write the day of the next meeting where a deadline names that, and return what is said of it.

    Nothing is written where its day is not told, or told differently, nor for the next meeting of a body whose minutes these are not.
    """
    index, texts = heading_row(rows, mapping)
    places = places_of_deadlines(texts, mapping)
    named = [
        (row, place, found["whose"])
        for row in rows[index + 1 :]
        for place in places
        if (found := compiled(_DUE).fullmatch(row.line_at(place).rstrip(". 。").casefold()))
    ]
    told = {one for texts in (*([line] for line in lines), *map(_texts, rows)) for one in _told(texts, day_of)} if named else set()
    days, bodies = {day for day, _whose in told}, {whose for _day, whose in told}
    theirs = [(row, place) for row, place, whose in named if not whose or whose in bodies or any(whose in line.casefold() for line in lines)]
    if len(days) != 1 or not theirs:
        return []
    day = days.pop()
    for row, place in theirs:
        row.cells[place] = day
        row.inferred, row.how = row.inferred | {place}, row.how or _("the day of the next meeting")
    return [_("The next meeting, by which something is due, is on {day}.").format(day=day.isoformat())]


def _told(texts: Sequence[str], day_of: DayOf) -> Iterator[tuple[date, str]]:
    """The day of the next meeting, behind words for it or in the cell beside them, and which body meets, where that is said."""
    for text, beside in zip(texts, [*texts[1:], ""], strict=True):
        found = compiled(_SAID).fullmatch(text.casefold())
        day = day_of(text[found.start("when") :] if found["when"] else beside) if found else None
        if found and day:
            yield day, found["whose"] or ""


def _texts(row: SheetRow) -> list[str]:
    return [text for place in range(len(row.cells)) if (text := row.line_at(place))]
