"""Filters combine; what cannot be understood is said, with what was meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officecli import i18n
from officecli.errors import BadInput, NotFound
from officecli.reports.items import ledger, overdue, upcoming
from officecli.reports.items import list as open_items
from officecli.reports.shape.filters import Filters, _in_full, day_typed
from officecli.store.read.reader import Reader
from officecli.typed.dates import almanac
from officecli.typed.dates.beginnings import read_first_day
from officecli.typed.dates.nearest import read_near_day
from stage.by_row import Staged


def serials(office: Staged, **filters: Any) -> list[int]:
    with office.reading() as read:
        return [int(row["number"].partition("-")[2]) for row in ledger.report(read, Filters(**filters)).rows]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        ({"unit": ("综合科",)}, [1, 5, 6, 8, 10, 11]),
        ({"person": ("欧阳修文",)}, [1, 6]),
        ({"person": ("欧阳修文",), "role": "lead"}, [6]),
        ({"person": ("欧阳修文",), "role": "support"}, [1]),
        ({"since": "2026-11-09", "until": "2026-11-09"}, [5, 6, 7]),
        ({"since": "2026-W46", "until": "2026-W46"}, [5, 6, 7]),
        ({"status": "open"}, [1, 2, 4, 5, 6, 7, 8, 10, 11]),
        ({"status": "registered"}, [10]),
        ({"status": "in-hand"}, [1, 2, 4, 6]),
        ({"status": "submitted"}, [7]),
        ({"status": "suspended"}, [8]),
        ({"status": "closed"}, [3]),
        ({"status": "cancelled"}, [9]),
        ({"urgency": "urgent"}, [2]),
        ({"source": "县长批示"}, [1]),
        ({"text": "ＡＮＡ"}, [4]),
        ({"text": "方案"}, [3]),
        ({"unit": ("综合科",), "status": "in-hand", "since": "2026-11-09"}, [6]),
        ({"unit": ("综合科",), "text": "报告", "status": "in-hand", "source": "批示"}, [1]),
        ({"sort": "-number", "limit": 3}, [11, 10, 9]),
        ({"sort": "light", "limit": 2}, [1, 2]),
        ({"sort": "-due", "limit": 1}, [10]),
        ({"as_of": "2026-11-09", "status": "open"}, [1, 2, 4, 5, 6, 7]),
        ({"as_of": "2026-11-08", "person": ("张三",)}, [1]),
    ],
)
def test_filters_combine(busy_office: Staged, filters: dict[str, object], found: list[int]) -> None:
    assert serials(busy_office, **filters) == found


def test_a_day_in_full_is_the_day_that_the_grammar_reads(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        for text in ("2026-11-09", "2024-02-29", "2026-12-31", "2023-02-29", "1700-01-01", "2026-1-9", "20261109", "2026-W46-1", "２０２６-11-09"):
            first, near = (_answer(read_first_day, text, read), _answer(read_near_day, text, read))
            assert (_answer(day_typed, text, read, first=True), _answer(day_typed, text, read)) == (first, near), text
        assert [bool(_in_full(read, text)) for text in ("2026-11-09", "1700-01-01", "2026-13-01")] == [True, False, False]


def _answer(ask: Callable[..., Any], text: str, read: Reader, **how: Any) -> Any:
    """The day, or what is said of a text that is none."""
    try:
        return ask(read, text, **how) if ask is day_typed else ask(text, today=read.today, by=almanac(read))
    except BadInput as error:
        return error.what


def test_the_total_counts_what_the_limit_leaves_out(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        for filters, total in ((Filters(limit=2), 9), (Filters(limit=2, unit=("综合科",)), 6), (Filters(limit=2, as_of="2026-11-09"), 6)):
            found = open_items.report(read, filters)
            assert (len(found.rows), found.total) == (2, total)


def test_a_list_names_the_filters_that_were_typed_and_no_others(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        assert open_items.report(read, Filters()).filters == {}
        assert open_items.report(read, Filters(status="closed")).filters == {"status": "closed"}


def test_nothing_matching_says_so(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        nothing = overdue.report(read, Filters(person=("王建国",)))
        assert (nothing.rows, nothing.empty, nothing.headline) == ((), "Nothing is overdue.", "")
        assert upcoming.report(read, Filters(), days=0).empty == "Nothing falls due by 2026-11-23."


@pytest.mark.parametrize(
    ("filters", "error", "fix"),
    [
        ({"unit": ("督察室",)}, NotFound, "督查室"),
        ({"person": ("欧洋修文",)}, NotFound, "欧阳修文"),
        ({"person": ("张三",), "role": "boss"}, BadInput, "lead, support, any"),
        ({"status": "late"}, BadInput, "suspended"),
        ({"urgency": "very"}, BadInput, "most-urgent"),
        ({"status": "clsed"}, BadInput, "Did you mean closed?"),
        ({"sort": "beauty"}, BadInput, "due"),
        ({"sort": "supports"}, BadInput, "due"),
        ({"as_of": "2026-12-01"}, BadInput, "past day"),
    ],
)
def test_what_cannot_be_understood_is_said(busy_office: Staged, filters: dict[str, Any], error: type[BadInput], fix: str) -> None:
    with busy_office.reading() as read, pytest.raises(error) as refused:
        open_items.report(read, Filters(**filters))
    assert fix in refused.value.fix


@pytest.mark.parametrize(
    ("filters", "same"),
    [
        ({"status": "In hand"}, {"status": "in-hand"}),
        ({"status": "已报结"}, {"status": "submitted"}),
        ({"urgency": "加急"}, {"urgency": "urgent"}),
        ({"urgency": "most urgent"}, {"urgency": "most-urgent"}),
        ({"person": ("欧阳修文",), "role": "配合"}, {"person": ("欧阳修文",), "role": "support"}),
        ({"sort": "-deadline"}, {"sort": "-due"}),
        ({"sort": "－现时限"}, {"sort": "-due"}),
        ({"sort": "牵头人"}, {"sort": "lead"}),
        ({"sort": "original deadline"}, {"sort": "original-due"}),
    ],
)
def test_the_words_people_see_do_as_well_as_codes(busy_office: Staged, filters: dict[str, Any], same: dict[str, Any]) -> None:
    i18n.use("zh")
    try:
        with busy_office.reading() as read:
            said, coded = (open_items.report(read, Filters(**{"status": "open", **one})) for one in (filters, same))
    finally:
        i18n.use("en")
    assert (said.rows, said.filters) == (coded.rows, coded.filters)
    assert coded.rows or "most-urgent" in same.values()


def test_days_ahead_have_bounds(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        assert [row["week"] for row in upcoming.report(read, Filters(), days=30).rows] == ["2026-11-23"] * 3 + ["2026-11-30"]
        with pytest.raises(BadInput):
            upcoming.report(read, Filters(), days=-1)


def test_the_longest_overdue_is_of_all_not_of_those_shown(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = overdue.report(read, Filters(sort="-due", limit=1))
    assert found.summary == {"overdue": 2, "most_days_late": 6}
    assert found.rows[0]["working_days_late"] == 0, "returned after an on-time submission"
    assert found.notes


def test_what_comes_after_the_number_orders_nothing(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        numbers = [
            [row["number"] for row in ledger.report(read, Filters(sort=sort, limit=5)).rows] for sort in ("-number", "-number,light,days late")
        ]
        assert numbers[0] == numbers[1] == sorted(numbers[0], reverse=True)
        with pytest.raises(BadInput):
            ledger.report(read, Filters(sort="number,beauty"))
