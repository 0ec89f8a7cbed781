"""A step typed on one line, its limit, the order of steps and the title of what they make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli import i18n
from officecli.errors import BadInput
from officecli.typed.procedures.as_typed import TypedStep, read_step
from officecli.typed.procedures.checked_steps import checked_steps
from officecli.typed.procedures.limits import read_limit, say_limit
from officecli.typed.procedures.titles import check_title, default_title


def test_a_step_typed_on_one_line() -> None:
    typed = read_step("审核 | who: 督查员 | 标准：不漏 | check: 密级 ｜ limit: 2 days | needs: 1、2")
    assert typed == TypedStep("审核", "督查员", "不漏", "密级", "2 days", ("1", "2"))
    for wrong in ("审核 | 谁知道: x", "审核 | 快办", "审核 | limit: 1 | limit: 2"):
        with pytest.raises(BadInput) as refused:
            read_step(wrong)
        assert refused.value.fix


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2 days", (2, "days")), ("3wd", (3, "days")), ("a day", (1, "days")), ("4 hours", (4, "hours")), ("2个工作日", (2, "days")),
     ("两天", (2, "days")), ("4小时内", (4, "hours")), ("", (None, None))],
)  # fmt: skip
def test_limits_in_both_languages(text: str, expected: tuple[int | None, str | None]) -> None:
    assert read_limit(text) == expected


@settings(max_examples=60)
@given(st.integers(1, 1000), st.sampled_from(["days", "hours"]), st.sampled_from(["en", "zh"]))
def test_a_limit_said_is_the_same_limit(amount: int, unit: str, language: str) -> None:
    i18n.use(language)
    assert read_limit(say_limit(amount, unit)) == (amount, unit)
    assert read_limit(f"{amount} {unit}") == (amount, unit)


@settings(max_examples=150)
@given(st.lists(st.lists(st.integers(1, 6), max_size=3), min_size=1, max_size=6))
def test_steps_with_an_order_are_taken_and_circles_named(needs: list[list[int]]) -> None:
    inside = [[need for need in one if need <= len(needs)] for one in needs]
    wrong: list[str] = []
    said = [TypedStep(f"s{position}", needs=tuple(map(str, one))) for position, one in enumerate(inside, 1)]
    checked_steps(said, lambda _typed: {"id": 1}, lambda _path, error: wrong.append(error.what))
    done: set[int] = set()
    for _round in needs:
        done |= {position for position, one in enumerate(inside, 1) if done.issuperset(one)}
    assert bool(wrong) == (len(done) < len(needs))


def test_titles() -> None:
    assert check_title(" 月报 {month} ") == "月报 {month}"
    assert default_title("月报", "FREQ=MONTHLY;BYMONTHDAY=25", "zh") == "月报（{year}年{month}）"
    assert default_title("Return", "FREQ=WEEKLY;BYDAY=MO", "en") == "Return ({date})"
    assert default_title("Return", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "en") == "Return ({year})"
    assert default_title("Return", None, "en") == "Return"
