"""What was attained: figures from the ledger checked by hand on both engines, corrections, and roll-ups that add up to what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.items.review import close, return_
from officecli.actions.items.signing import sign
from officecli.actions.items.submitting import submit
from officecli.model.office.organisation import PastPost, Person
from officecli.model.time.periods import Period
from officecli.reports.targets.attainment import Finder
from officecli.reports.targets.counted import Counted, figure
from officecli.reports.targets.measures import counted_in
from officecli.reports.targets.recorded import Recorded, standing
from officecli.standing.standing import Standing
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.store.targets import TargetTerms

NOVEMBER = Period("month", date(2026, 11, 1))
TERMS = TargetTerms(
    id=1, family_id=1, number="T-001", metric="甲", target_class="output", period="month", direction="at-least", goal=Decimal(12), unit="篇",
    threshold=None, bonus=None,
    weight=None, computed=None, post_id=1, duty_id=None, item_id=None, owner_post_id=1, parent_id=None, since=date(2026, 1, 1), until=None, points=(),
)  # fmt: skip
SHARE = replace(TERMS, target_class="efficiency-quality", unit="%")


@pytest.fixture
def autumn(office_url: str, at: Callable[[str], None]) -> Iterator[Place]:
    """王强 leads 甲 (in time, returned once), 乙 (late in November) and 丁 (in December, on another post); 刘洋 leads 丙, due on the month's last day."""
    where = place(office_url)

    def do(moment: str, who: str, what: Callable[[Any], object]) -> None:
        at(moment)
        with acting(where, "act", who) as act:
            what(act)

    for title, lead, due in (("甲", "王强", "2026-11-06"), ("乙", "王强", "2026-11-10"), ("丙", "刘洋", "2026-11-30"), ("丁", "王强", "2026-12-04")):
        do("2026-11-02T01:00", "张伟", given_to(title, lead, due))
    do("2026-11-02T03:00", "王强", lambda act: sign(act, "1"))
    do("2026-11-03T01:00", "王强", lambda act: sign(act, "2"))
    do("2026-11-05T02:00", "王强", lambda act: submit(act, "1", "已报"))
    do("2026-11-06T02:00", "张伟", lambda act: return_(act, "1", "缺数据"))
    do("2026-11-09T02:00", "王强", lambda act: submit(act, "1", "已补"))
    do("2026-11-10T02:00", "张伟", lambda act: close(act, "1", rating=4))
    do("2026-11-25T02:00", "孙丽", move)
    do("2026-12-01T02:00", "王强", lambda act: submit(act, "2", "晚报"))
    do("2026-12-02T02:00", "王强", lambda act: submit(act, "4", "已报"))
    do("2026-12-03T02:00", "张伟", lambda act: close(act, "4", rating=5))
    do("2026-12-31T02:00", "张伟", lambda act: close(act, "2", rating=3))
    yield where
    clock.pretend(None)


def given_to(title: str, lead: str, due: str) -> Callable[[Any], object]:
    return lambda act: register(act, Order(title, lead, due))


def move(act: Any) -> None:
    person = act.person("王强")
    act.sign(Standing("registrar"))
    act.change.add(PastPost, "person-move", person_id=person["id"], post_id=person["post_id"], until=act.today)
    other = act.read.value("SELECT id FROM post WHERE title = '督查科员'")
    act.change.set(act.change.get(Person, person["id"]), "person-move", post_id=other)


def figures(counted: list[Counted], posts: dict[int, str]) -> dict[tuple[str, str], tuple[str | None, list[str]]]:
    """The figure of each measure and post, and the matters behind it."""
    found: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        found.setdefault((one.measure, posts[one.post_id or 0]), []).append(one)
    return {key: (str(figure(key[0], ones).value), [one.title for one in ones]) for key, ones in found.items()}


def test_figures_by_hand_and_ended_periods_never_change(autumn: Place) -> None:
    with reading(autumn) as read:
        posts = {row["id"]: row["title"] for row in read.rows("SELECT id, title FROM post")}
        november = figures(counted_in(read, NOVEMBER), posts)
        december = figures(counted_in(read, NOVEMBER.next), posts)
        assert counted_in(read, NOVEMBER.moved(2)) == []
    clerk, other = "秘书科科员", "督查科员"
    assert november == {
        ("on-time", clerk): ("50.00", ["甲", "乙"]),
        ("first-pass", clerk): ("0.00", ["甲"]),
        ("return-rate", clerk): ("50.00", ["甲", "甲"]),
        ("closed", clerk): ("1", ["甲"]),
        ("sign-hours", clerk): ("4.25", ["甲", "乙"]),
        ("turnaround", clerk): ("3.00", ["甲"]),
    }
    assert december == {
        ("on-time", clerk): ("0.00", ["丙"]),
        ("on-time", other): ("100.00", ["丁"]),
        ("first-pass", other): ("100.00", ["丁", "乙"]),
        ("return-rate", other): ("0.00", ["丁", "乙"]),
        ("closed", other): ("2", ["丁", "乙"]),
        ("sign-hours", other): ("144.00", ["丁"]),
        ("turnaround", other): ("21.50", ["乙", "丁"]),
    }
    with reading(autumn) as read:
        later = counted_in(read, NOVEMBER)
        for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 15)):
            read.as_of = day
            assert counted_in(read, NOVEMBER) == later
        read.as_of = date(2026, 11, 9)
        assert {one.measure for one in counted_in(read, NOVEMBER)} == {"on-time", "first-pass", "return-rate", "sign-hours", "turnaround"}
        assert read.as_of == date(2026, 11, 9)


amounts = st.decimals(0, 1000, places=4)


@given(st.lists(st.tuples(amounts, st.none() | st.integers(0, 30)), max_size=12))
@settings(max_examples=100)
def test_each_result_counts_once_as_its_last_correction_says(steps: list[tuple[Decimal, int | None]]) -> None:
    rows: list[dict[str, Any]] = []
    stands: dict[int, tuple[int, Decimal]] = {}
    for number, (value, which) in enumerate(steps, 1):
        old = list(stands)[which % len(stands)] if stands and which is not None else None
        rows.append(
            {
                "id": number,
                "target_id": 1,
                "value": str(value),
                "points": None,
                "evidence": "",
                "day": "",
                "recorded_by": "",
                "corrects_id": stands[old][0] if old else None,
            }
        )
        stands[old or number] = (number, value)
    recorded = standing(rows)
    assert [(one.id, one.value) for one in recorded] == list(stands.values())
    result = Finder({}, [], recorded).of(TERMS)
    assert result.value == (sum((value for _number, value in stands.values()), Decimal(0)) if stands else None)
    assert result.value is None or result.value == sum(source.amount or Decimal(0) for source in result.sources)
    newest = Finder({}, [], recorded).of(SHARE)
    assert newest.value == (list(stands.values())[-1][1] if stands else None)


@given(st.lists(st.lists(amounts, max_size=3), min_size=1, max_size=5))
@settings(max_examples=100)
def test_rolled_up_output_is_the_sum_of_what_is_shown(children: list[list[Decimal]]) -> None:
    below = [replace(TERMS, id=number, family_id=number, parent_id=1) for number in range(2, len(children) + 2)]
    recorded = [Recorded(0, child.id, value, None, "", "", "") for child, values in zip(below, children, strict=True) for value in values]
    result = Finder({1: below}, [], recorded).of(TERMS)
    assert [source.amount for source in result.sources] == [sum(values, Decimal(0)) if values else None for values in children]
    shown = [source.amount for source in result.sources if source.amount is not None]
    assert result.value == (sum(shown, Decimal(0)) if shown else None)


@given(st.lists(st.lists(st.booleans(), max_size=20), min_size=1, max_size=4))
@settings(max_examples=100)
def test_rolled_up_percentages_are_those_of_all_the_items(children: list[list[bool]]) -> None:
    below = [replace(SHARE, id=number, family_id=number, parent_id=1, post_id=number, computed="on-time") for number in range(2, len(children) + 2)]
    counted = [
        Counted("on-time", 0, "", "", 0, child.post_id, None, "", Decimal(in_time))
        for child, items in zip(below, children, strict=True)
        for in_time in items
    ]
    result = Finder({1: below}, counted, []).of(SHARE)
    every = [in_time for items in children for in_time in items]
    if not every:
        assert result.value is None
        return
    exact = Fraction(100 * sum(every), len(every))
    assert (result.numerator, result.denominator) == (Decimal(sum(every)), Decimal(len(every)))
    assert result.value is not None
    assert abs(Fraction(result.value) - exact) <= Fraction(1, 200)
    assert result.value == (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_known_values_alone_are_weighed() -> None:
    below = [
        replace(SHARE, id=number, family_id=number, parent_id=1, weight=weight) for number, weight in ((2, Decimal(30)), (3, Decimal(10)), (4, None))
    ]
    recorded = [Recorded(0, 2, Decimal(90), None, "", "", ""), Recorded(0, 3, Decimal(70), None, "", "", "")]
    weighed = Finder({1: below}, [], recorded).of(SHARE)
    assert (weighed.value, [source.brings for source in weighed.sources]) == (Decimal("85.00"), ["weight 30", "weight 10", ""])
    alike = Finder({1: below}, [], [*recorded, Recorded(0, 4, Decimal(80), None, "", "", "")]).of(SHARE)
    assert (alike.value, [source.brings for source in alike.sources]) == (Decimal("80.00"), ["weight 1"] * 3)


def test_what_is_said_of_targets_below_is_what_the_sum_is_made_of() -> None:
    computed = replace(SHARE, id=2, family_id=2, parent_id=1, post_id=2, computed="on-time", weight=Decimal(40))
    typed = replace(SHARE, id=3, family_id=3, parent_id=1, weight=Decimal(60))
    counted = [Counted("on-time", 0, "", "", 0, 2, None, "", Decimal(in_time)) for in_time in (1, 1, 0)]
    of_parts = Finder({1: [computed, typed]}, counted, []).of(SHARE)
    assert [(source.amount, source.brings) for source in of_parts.sources] == [(Decimal("66.67"), "2/3"), (None, "")]
    by_weight = Finder({1: [computed, typed]}, counted, [Recorded(0, 3, Decimal(90), None, "", "", "")]).of(SHARE)
    assert [source.brings for source in by_weight.sources] == ["weight 40", "weight 60"]
    assert by_weight.value == Decimal("80.67"), "(66.67 × 40 + 90 × 60) ÷ 100"
    pieces = [replace(TERMS, id=2, family_id=2, parent_id=1, weight=Decimal(40))]
    assert [source.brings for source in Finder({1: pieces}, [], [Recorded(0, 2, Decimal(3), None, "", "", "")]).of(TERMS).sources] == [""]


def test_points_met_of_all_points() -> None:
    norm = replace(TERMS, target_class="norm", unit="%")
    below = [replace(norm, id=2, family_id=2, parent_id=1, points=("a", "b", "c")), replace(norm, id=3, family_id=3, parent_id=1, points=("d",))]
    recorded = [Recorded(0, 2, Decimal("66.67"), "1,3", "", "", ""), Recorded(0, 3, Decimal(0), "", "", "", "")]
    result = Finder({1: below}, [], recorded).of(norm)
    assert (result.value, result.numerator, result.denominator) == (Decimal("50.00"), Decimal(2), Decimal(4))
