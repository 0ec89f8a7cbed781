"""A day written in full is read without the grammar, and as the grammar reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import product

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.dates import DateCells, is_whole_day
from officecli.files.ledger.rows.days.moves import moves_in
from officecli.files.ledger.words.states import read_state
from officecli.typed.dates import Almanac
from officecli.typed.dates.reading import read
from officecli.typed.dates.view import View

TODAY = date(2026, 11, 23)
YEARS, MONTHS, DAYS = (1900, 1999, 2026, 2027, 2120, 9999), ("0", "2", "02", "7", "12", "13"), ("0", "5", "05", "28", "30", "31", "32")


def answer(understand: Callable[[], object]) -> object:
    try:
        return understand()
    except BadInput as refused:
        return refused.what, refused.fix


def test_a_day_in_full_is_read_as_the_grammar_reads_it(almanac: Almanac) -> None:
    cells, told = DateCells(almanac, TODAY, year=2025), Counter[bool]()
    for (year, month, day, sign), base in product(product(YEARS, MONTHS, DAYS, "-./"), (None, date(2026, 7, 1), TODAY)):
        text, view = f"{year}{sign}{month}{sign}{day}", View(almanac, TODAY, base, "past", 2025)
        found = answer(lambda text=text, base=base: cells.happened("closed", text, base))  # type: ignore[misc]
        assert found == answer(lambda text=text, view=view: read(text, view)), (text, base)  # type: ignore[misc]
        told[isinstance(found, tuple)] += 1
    assert min(told[True], told[False]) > 100


def test_a_day_with_its_year_is_read_alike_from_whatever_day_it_is_counted_and_says_nothing_more(almanac: Almanac) -> None:
    told = Counter[bool]()
    for year, month, day in product(YEARS, MONTHS, ("5", "05", "28", "31")):
        name = f"{date(2026, min(max(int(month), 1), 12), 1):%B}"
        for text in (
            f"{year}年{month}月{day}日",
            f"{year}年{month}月{day}日前",
            f"{month}/{day}/{year}",
            f"{day}.{month}.{year}",
            f"{name} {day}, {year}",
            f"{day} {name[:3].upper()} {year}",
        ):
            cells = DateCells(almanac, TODAY, year=2025)  # which remembers it from one base to the next
            for base in (date(2026, 7, 1), None, TODAY, date(2026, 7, 2)):
                found = answer(lambda cells=cells, text=text, base=base: cells.due("due", text, base))  # type: ignore[misc]
                view = View(almanac, TODAY, base, "ahead", 2025)
                assert found == answer(lambda text=text, view=view: read(text, view)), (text, base)  # type: ignore[misc]
                told[isinstance(found, tuple)] += 1
            if is_whole_day(text):
                assert read_state(text) is None
                assert moves_in(text) == ()
    assert min(told[True], told[False]) > 100
