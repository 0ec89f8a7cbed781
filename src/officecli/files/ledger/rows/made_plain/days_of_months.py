"""Days of which the month stands over the rows, or in a column beside: 15, 31st or last day, under Day, below JUNE 2026; 8日, below 七月."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow, sheet_of
from officecli.i18n import _
from officecli.model.numerals import with_digits
from officecli.patterns import has_han, pattern
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEK_HAN, WEEKDAY_NAME
from officecli.typed.text import is_nothing

_MONTH = pattern(
    rf"\W*(?:(?:due|deadlines|filings) (?:in|for) |month of )?(?:(?P<year>20\d\d)\s*[年./-]?\s*)?"
    rf"(?:(?P<name>{MONTH_NAME})\b\.?|(?P<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月)(?:份|度)?"
    r"(?:[\s,，]*(?P<behind>20\d\d))?(?:重点)?(?:工作|任务|事项|计划|安排|报送|deadlines|filings|due dates)*\W*",
    re.IGNORECASE,
)
"""A month and nothing else, as a row across the table says it."""
_BESIDE = pattern(
    r"\W*+(?:[一二三四五六七八九十]+\s*[、.．)）]\s*+)?"
    r"(?:(?P<this>[本当这]月|this month)|(?P<last>上[一个]{0,2}月|last month)|(?P<next>下[一个]{0,2}月|次月|next month))",
    re.IGNORECASE,
)
"""A row across the table that calls its month by the one above: 下月工作, below 7月."""
DAY_OF_A_MONTH = pattern(
    rf"(?P<weekday>(?:{WEEKDAY_NAME})\b\.?,?\s*|{WEEK_HAN}[一二三四五六日天]\s*)?"
    rf"(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:\.0)?\s*(?:st|nd|rd|th|[日号])?"
    r"|(?P<last>eom|last(?: day)?|(?:month )?end(?: of (?:the )?month)?|最后一[天日]|[月]?[底末]))"
    rf"(?P<before>之?前)?(?:\s*[,(（]?\s*(?P<behind>(?:{WEEKDAY_NAME})\b\.?|{WEEK_HAN}[一二三四五六日天])\s*[)）]?)?",
    re.IGNORECASE,
)
"""A day of whichever month."""
_HEADINGS = pattern(r"(?:due |target )?(?:day|date)(?: due)?|due(?: on| by)?|on|by|when|日期?|时间|日子", re.IGNORECASE)
_MONTHS = pattern(r"months?|月份?", re.IGNORECASE)
"""The heading of a column of months, beside that of their days."""
_KEYS = ("due", "original_due", "issued")
_MOSTLY, _FEWEST = 0.6, 2
_OF_A_YEAR = 12  # months


class Month(NamedTuple):
    """A month, and the year as it is written, "" where it is not."""

    number: int
    year: str


def put_months_to_days(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Write the month that stands over the rows, or in a column of its own, to each bare day of the month, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    headed = [place for place, text in enumerate(texts) if _is_headed(text, mapping)]
    if index < 0 or not any(_has_a_day(rows[index + 1 :], place) for place in headed):
        return []  # as of most ledgers, before each of their rows is looked at
    beside = next((place for place, text in enumerate(texts) if _MONTHS.fullmatch(text.strip())), None)
    over = {id(row): month for row in rows if (month := _over(row))}
    below = [row for row in rows[index + 1 :] if id(row) not in over and not row.banner]
    places = [place for place in headed if _are_days(below, place)]
    if not places or (not over and beside is None and not any(month_in(sheet_of(row.number)) for row in below)):
        return []
    place, month, around, written = places[0], None, None, False
    for row in rows:
        if id(row) in over:
            month = around = over[id(row)]
        elif around and (by := _beside(row)) is not None:
            month = _moved(around, by)
        row.banner = row.banner or id(row) in over
        if beside is not None and id(row) not in over and (own := month_in(row.text_at(beside), bare=True)):
            month = own
        of = month or month_in(sheet_of(row.number))
        if of and not row.banner and (found := DAY_OF_A_MONTH.fullmatch(row.text_at(place))):
            row.cells[place], written = with_month(found, of), True
            row.inferred, row.how = row.inferred | {place}, row.how or _("the month is the one that stands over the row")
    if written and beside is not None:
        _blank([rows[index], *below], beside)  # what it said is said by the days now
    return [_("The days under “{heading}” are of the month that stands over them.").format(heading=texts[place])] if written else []


def _is_headed(text: str, mapping: Mapping[str, str]) -> bool:
    """Whether a heading may be that of such days."""
    key = mapping.get(text, first_key(text))
    return key in _KEYS or (not key and _HEADINGS.fullmatch(text.strip()) is not None)


def _over(row: SheetRow) -> Month | None:
    """The month that is all a row says."""
    told = {text for cell in row.cells if not is_nothing(text := cell_text(cell))}
    return month_in(told.pop()) if len(told) == 1 else None


def _beside(row: SheetRow) -> int | None:
    """How many months behind the one above it a row lies that is alone and calls its month by that; None for any other."""
    told = {text for cell in row.cells if not is_nothing(text := cell_text(cell))}
    found = _BESIDE.match(told.pop()) if len(told) == 1 else None
    return None if found is None else 0 if found["this"] else 1 if found["next"] else -1


def _moved(month: Month, by: int) -> Month:
    years, number = divmod(month.number - 1 + by, _OF_A_YEAR)
    return Month(number + 1, str(int(month.year) + years) if month.year else "")


def month_in(text: str, *, bare: bool = False) -> Month | None:
    """The month that a text names, `bare` in a figure too."""
    plain = text.strip()
    if bare and plain.removesuffix(".0").isdecimal():
        plain = f"{plain.removesuffix('.0')}月"
    found = _MONTH.fullmatch(plain)
    if found is None:
        return None
    number = MONTHS.index(found["name"][:3].casefold()) + 1 if found["name"] else int(with_digits(found["number"]))
    return Month(number, found["year"] or found["behind"] or "")


def _has_a_day(rows: Sequence[SheetRow], place: int) -> bool:
    """Whether any of the different texts of a column is a day of whichever month."""
    return any(map(DAY_OF_A_MONTH.fullmatch, {row.text_at(place) for row in rows}))


def _are_days(rows: Sequence[SheetRow], place: int) -> bool:
    """Whether most of what stands in a column are days of whichever month."""
    texts = [text for row in rows if not is_nothing(text := row.text_at(place))]
    days = sum(1 for text in texts if DAY_OF_A_MONTH.fullmatch(text))
    return days >= _FEWEST and days >= _MOSTLY * len(texts)


def with_month(found: re.Match[str], month: Month) -> str:
    """A day with its month, and the year where that is said, in words that cannot be taken for another."""
    weekday = (found["weekday"] or found["behind"] or "").strip(" ,.")
    if found["before"] or has_han(found[0]):
        year = f"{month.year}年" if month.year else ""
        day = f"{found['day']}日" if found["day"] else "底"
        return f"{year}{month.number}月{day}{found['before'] or ''}{f'（{weekday}）' if weekday else ''}"
    name = MONTHS[month.number - 1].capitalize()
    said = f"{name} {int(found['day'])}" if found["day"] else f"end of {name}"
    return f"{f'{weekday}, ' if weekday else ''}{said}{f', {month.year}' if month.year else ''}"


def _blank(rows: Sequence[SheetRow], place: int) -> None:
    for row in rows:
        if place < len(row.cells):
            row.cells[place] = None
