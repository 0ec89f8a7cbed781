"""What an end is said to have happened in, or on, and is still to come: a plan, or a slip of the hand."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.files.ledger.columns.by_heading.of_a_time import stretch
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.plain import one_width
from officecli.patterns import pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.text import is_nothing

_SOON = timedelta(days=120)
_A_MONTH = timedelta(days=31)
_TOLD_SINCE = ("signed", "submitted", "closed", "cancelled", "status", "progress", "result", "evidence")
"""What tells that a row has been handed out."""
_NAMED = rf"(?:{MONTH_NAME})\b\.?"
_OF_A_YEAR = (
    rf"{_NAMED},? ?20\d\d(?!\d)|(?:0?[1-9]|1[0-2])[/.-]20\d\d(?![\d/.-])|q[1-4][ ,/-]*20\d\d|20\d\d[ ,/-]*q[1-4]"
    r"|20\d\d ?年 ?(?:(?:1[0-2]|0?[1-9]) ?月|第?[一二三四]季度|[上下]半年)|20\d\d[./-](?:1[0-2]|0?[1-9])(?![\d./-])"
)
_OF_ANY_YEAR = rf"(?<=\bin ){_NAMED}(?=\W*$)|(?<=\bduring ){_NAMED}(?=\W*$)|(?:1[0-2]|0?[1-9]) ?月"
_TIME = pattern(
    r"(?:^\W*已?|\b(?:[a-z]+ed|done|complete|sent|paid|met|held|out|final)\b[\s,:(-]*"
    r"|[成结毕号项案位闭复决][\s,:(-]*)(?:(?:in|on|during|as of|于|在) ?)?(?:(?:the )?(?:early|late|mid|end of)[ -])?"
    rf"(?:(?P<year>{_OF_A_YEAR})|(?P<any>{_OF_ANY_YEAR}))(?!\d)(?:份|[底末初]|[上中下]旬)?(?=\W|$|[已均全业完办])"
)
"""A month, a quarter or a half of a year behind a word of the end, or at the beginning of what stands beside it."""

_IN_FORCE = pattern(
    r"\b(?:effective|(?:takes?|taking) effect|(?:comes?|goes?|in) (?:in)?to (?:force|effect)|starts?|starting|begins?|beginning|applies"
    r"|goes live|go live|valid)(?: (?:on|from|as of|in))? [^,;]+"
    r"|(?:[自从于将]|定于)?[^，,；;\s]{2,12}?(?:起|开始|正式)+(?:生效|施行|实施|执行|启用|适用|运行)"
)


def time_to_come(text: str, today: date) -> str:
    """The time of a year in which something is said to have ended (Completed 09/2026, December
    2026, 2026年四季度) that begins after today, or without its year soon; "" where none does.
    """
    found = _TIME.search(one_width(text).casefold())
    named = found["year"] or found["any"] if found else ""
    days = stretch(named, today.year, today) if named else None
    if found is None or days is None or days[0] <= today or (found["any"] and days[0] - today > _SOON):
        return ""
    return str(named).upper() if named[:1] == "q" else str(named).title()


def in_force_from(beside: str) -> str:
    """What stands beside an end and says from when that holds which was settled,
    and not when it was: effective September, 9月1日起施行; "" where nothing does.
    """
    found = _IN_FORCE.search(beside)
    return found[0].strip() if found else ""


def soon(day: date, today: date) -> date | None:
    """This year's of a day without a year that was taken for last year's, where it is soon to come: as likely it is that which is meant."""
    try:
        again = day.replace(year=today.year)
    except ValueError:
        return None
    return again if day.year == today.year - 1 and timedelta() < again - today <= _SOON else None


def handed_out_soon(cells: RowCells, day: date, today: date) -> date | None:
    """This year's of an issue day that was taken for last year's, where it is to come within a month and nothing
    is told of the row yet: next month's ledger is written before it. None for any other.
    """
    again = soon(day, today)
    return again if again and again - today <= _A_MONTH and all(is_nothing(cell_text(cells.get(key))) for key in _TOLD_SINCE) else None


def taken_for_last_years(reading: Reading, today: date) -> date | None:
    """This year's of the day of a reading whose year is only inferred, where it is soon to come."""
    return soon(reading.day, today) if any(one.startswith("year") for one in reading.inferred) else None
