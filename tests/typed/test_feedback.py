from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli import i18n
from officecli.errors import BadInput
from officecli.model.time.feedback import Calendar
from officecli.model.words import word
from officecli.typed.items.feedback import read_feedback


@pytest.fixture(params=["en", "zh"])
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    before = i18n.language()
    i18n.use(request.param)
    yield
    i18n.use(before)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", None),
        ("weekly", "weekly"),
        ("每月", "monthly"),
        ("10d", "10d"),
        ("每10天", "10d"),
        ("fortnightly", "14d"),
        ("每月25日前", "monthly-25"),
        ("每月25日前报送进展", "monthly-25"),
        ("每月5号前", "monthly-5"),
        ("每月10日、25日", "monthly-10-25"),
        ("每月底", "monthly-31"),
        ("每月末前", "monthly-31"),
        ("每周五", "weekly-5"),
        ("每周五下班前", "weekly-5"),
        ("逢周一", "weekly-1"),
        ("每周一、周四", "weekly-1-4"),
        ("每季度末", "quarterly-31"),
        ("quarterly", "quarterly-31"),
        ("季报", "quarterly-31"),
        ("every Friday", "weekly-5"),
        ("Fridays", "weekly-5"),
        ("each Friday by 5pm", "weekly-5"),
        ("by the 25th of each month", "monthly-25"),
        ("Monthly on the 25th", "monthly-25"),
        ("monthly (25th)", "monthly-25"),
        ("last day of the month", "monthly-31"),
        ("MONTHLY-25", "monthly-25"),
    ],
)
def test_how_often_as_people_say_it(text: str, code: str | None) -> None:
    assert read_feedback(text) == code


@pytest.mark.parametrize("text", ["sometimes", "每月32日前", "weekly-9", "每年3月", "0d", "每月最后一个工作日", "every 2 months on the 5th"])
def test_what_no_item_can_keep_to_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a feedback period") as refused:
        read_feedback(text)
    assert "每月25日前" in refused.value.fix


@pytest.mark.usefixtures("_language")
@given(st.sampled_from(["weekly", "monthly", "quarterly"]), st.sets(st.integers(1, 31), min_size=1, max_size=2))
def test_what_is_said_is_read_as_the_same_period(every: str, on: set[int]) -> None:
    code = Calendar(every, tuple(sorted(min(day, 7) if every == "weekly" else day for day in on))).code
    if len(set(code.split("-"))) == len(code.split("-")):
        assert read_feedback(word("feedback_every", code)) == code
