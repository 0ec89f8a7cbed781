"""Tells which of a book's tables are one ledger: those with the same headings, those of which nearly all columns mean the same, those
that are named as of other months, and those that ask the same in other words (Issue and Assigned to beside Action and Owner, 案由 and 承办人
beside 建议标题 and 主办单位).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from officecli.files.ledger.sheets.around import YEAR
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.files.ledger.sheets.table import Table
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

Rated = tuple[Table, Headed]
Names = Callable[[str], bool]
"""Whether a text names somebody of the office."""

_SAME = 1 / 3
"""Sheets that share so much of their matters are one ledger at several times."""
_NEARLY = 0.7
"""Sheets of which so many columns mean the same are one ledger: 开工时间 on one, 计划开工时间 on the next."""
_BESIDE = frozenset({"sequence", "remarks"})
"""Columns that make a sheet no other ledger, be they there or not."""
_MAIN = frozenset({"title", "lead", "unit"})
_LEADS, _DUE = ("lead", "unit"), ("due", "original_due")
_TIME = pattern(
    r"(?:20\d\d\s*[年./-]?\s*)?(?:(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?:份|度)?|第?[一二三四1-4]季度|[上下]半年|第?\d{1,2}周)"
    rf"|\b(?:{MONTH_NAME})\b\.?(?:\s*'?\d{{2,4}})?|\b(?:q|h|week ?|wk ?)\d{{1,2}}\b",
    re.IGNORECASE,
)
"""Of which month or other time a sheet is, as its name says."""
_DAY = pattern(r"\d|月|季度|周[一二三四五六日]|[上下本]周|年底|节前|\b(?:mon|tues|wednes|thurs|fri)day\b", re.IGNORECASE)
_MONTH = pattern(rf"(?:20\d\d\s*年\s*)?(?:1[0-2]|0?[1-9])\s*月份?|(?:{MONTH_NAME})\.?", re.IGNORECASE)
_TICK = pattern(r"[√✓✔☑■●▲xX]")
_MONTHS = 3
"""Months that have a column each, at least, in a chart of what is done when."""
_AGAIN = pattern(r"每|\b(?:every|each|per|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)\b", re.IGNORECASE)
"""Of what comes again and again: the 25th of each month."""


def alike(ledgers: Sequence[Rated], lead: Rated) -> list[Rated]:
    """Those with the same headings."""
    return [pair for pair in ledgers if _heads(pair[1]) == _heads(lead[1])]


def nearly_alike(ledgers: Sequence[Rated], lead: Rated) -> list[Rated]:
    """Those with the same headings, and with a deadline those of which nearly all columns mean the same, or that are named as of another month."""
    return [
        pair
        for pair in ledgers
        if _heads(pair[1]) == _heads(lead[1]) or (pair[1].dated and (_mean_alike(pair, lead) or _of_another_time(pair, lead)))
    ]


def asked_in_other_words(ledgers: Sequence[Rated], read: Sequence[Rated], names: Names) -> list[Rated]:
    """Those of other headings, and no part of what is `read`, that ask the same of the
    same office: outright what is to be done, by whom and by when (or in which months, in a chart), with its people and days in most rows, in the same
    years, and for other matters.
    """
    found: list[Rated] = []
    for pair in ledgers:
        beside = [*read, *found]
        if pair not in read and all(_is_asked(one, names) for one in (pair, read[0])) and _same_years(pair, read[0]) and not _repeats(pair, beside):
            found.append(pair)
    return found


def repeat(ledgers: Sequence[Rated]) -> bool:
    """Whether two of the sheets hold the same matters."""
    return any(_repeats(one, ledgers[at + 1 :]) for at, one in enumerate(ledgers))


def _repeats(one: Rated, others: Sequence[Rated]) -> bool:
    own = _matters(*one)
    return any(own & beside and len(own & beside) > _SAME * min(len(own), len(beside)) for beside in (_matters(*other) for other in others))


def is_chart(headed: Headed) -> bool:
    """Whether headings ask outright what is to be done and by whom, and have, for want of a deadline, a column for each of some months."""
    return headed.complete and headed.asked and not headed.dated and len(_months(headed)) >= _MONTHS


def _months(headed: Headed) -> list[int]:
    return [place for place, text in enumerate(headed.texts) if _MONTH.fullmatch(text.strip())]


def _is_asked(one: Rated, names: Names) -> bool:
    """Whether a table asks outright, or is named for a section or somebody of the office, and in most rows has who of the office leads, and a day."""
    table, headed = one
    chart = is_chart(headed)
    if not chart and not (headed.dated and (headed.outright or names(table.name))):
        return False
    rows = [row for row in table.rows[headed.first :] if _text(row, headed.matter)]
    led = max(sum(1 for row in rows if any(names(_text(row, place)) for place in places)) for places in _leading(headed))
    is_dated = _is_marked if chart else _is_dated
    dated = sum(1 for row in rows if is_dated(row, headed))
    return bool(rows) and 2 * min(led, dated) >= len(rows)


def _leading(headed: Headed) -> list[list[int]]:
    """The places where who leads may stand: under its own headings, or under one that means no column, where Unit is an engine and who is To Fix It."""
    return [headed.places(*_LEADS), *([place] for place in headed.unknown)]


def _is_dated(row: SheetRow, headed: Headed) -> bool:
    return any(_is_day(_text(row, place)) for place in headed.places(*_DUE))


def _is_marked(row: SheetRow, headed: Headed) -> bool:
    """Whether a row has ticks in some months, one after the other: in each month, or in March, June and September, comes what is done again and again."""
    months = _months(headed)
    ticked = [at for at, place in enumerate(months) if _TICK.fullmatch(_text(row, place))]
    return 0 < len(ticked) < len(months) and ticked[-1] - ticked[0] == len(ticked) - 1


def _is_day(text: str) -> bool:
    return bool(_DAY.search(text)) and not _AGAIN.search(text)


def _same_years(one: Rated, other: Rated) -> bool:
    """Whether the deadlines of two tables name a year in common, or of one of them none; of a chart its title or its name does."""
    if is_chart(one[1]) or is_chart(other[1]):
        said = [_years_around(pair) if is_chart(pair[1]) else _years_within(pair) for pair in (one, other)]
        return not said[0] or not said[0].isdisjoint(said[1])
    years = [_years_of(pair, *_DUE) for pair in (one, other)]
    return not all(years) or not years[0].isdisjoint(years[1])


def _years_of(one: Rated, *keys: str) -> set[str]:
    table, headed = one
    return {year for row in table.rows[headed.first :] for place in headed.places(*keys) for year in YEAR.findall(_text(row, place))}


def _years_around(one: Rated) -> set[str]:
    """The years that a table's name, its title and its headings name."""
    table, headed = one
    return {*YEAR.findall("\n".join([table.name, *table.above, *(cell_text(cell) for row in table.rows[: headed.first] for cell in row.cells)]))}


def _years_within(one: Rated) -> set[str]:
    """The years that a table names, around it or as any day."""
    return _years_around(one) | {year for row in one[0].rows for cell in row.cells for year in YEAR.findall(cell_text(cell))}


def _mean_alike(one: Rated, other: Rated) -> bool:
    """Whether nearly all columns mean the same, and one of what and who is asked in the same words:
    Course and Trainee are not Task and Owner, nor are Item, Owner and Expires Item, Owner and Due.
    """
    keys, wanted = ({*pair[1].keys} - _BESIDE - {""} for pair in (one, other))
    alike = len(wanted & keys) >= _NEARLY * max(len(wanted), len(keys)) and one[1].outright == other[1].outright
    return alike and not _what_and_who(one[1]).isdisjoint(_what_and_who(other[1]))


def _what_and_who(headed: Headed) -> set[tuple[str, str]]:
    return {(key, text) for key, text in zip(filter(None, headed.keys), _heads(headed), strict=False) if key in _MAIN}


def _of_another_time(one: Rated, other: Rated) -> bool:
    """Whether two sheets with deadlines are named alike but for the time that each is of, however their headings came to differ: 5月, 6月."""
    names = [unicodedata.normalize("NFKC", pair[0].name).casefold().strip() for pair in (one, other)]
    times = [[found[0] for found in _TIME.finditer(name)] for name in names]
    return other[1].dated and all(times) and times[0] != times[1] and _TIME.sub("", names[0]) == _TIME.sub("", names[1])


def _heads(headed: Headed) -> tuple[str, ...]:
    """Headings without width, case, spaces and blank ends, so that equal ones compare equal."""
    texts = ["".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in headed.texts]
    return tuple(text for text in texts if text)


def _matters(table: Table, headed: Headed) -> set[str]:
    """The matters of a sheet, without their spaces: where no heading is theirs, what stands under those that mean no column."""
    places = headed.unknown if headed.matter is None else (headed.matter,)
    texts = ("".join(_text(row, place) for place in places) for row in table.rows[headed.first :])
    return {"".join(text.split()) for text in texts if text}


def _text(row: SheetRow, place: int | None) -> str:
    return "" if place is None else row.text_at(place)
