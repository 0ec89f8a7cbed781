"""A day written in full is read without the grammar, and as the grammar reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import product

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.typed.dates import Almanac, read
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
