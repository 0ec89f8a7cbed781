"""Rules of recurrence in the words of both languages, and the words that mean none."""

from __future__ import annotations

import pytest

from officecli import i18n
from officecli.errors import BadInput
from officecli.typed.recurrence import read_every, say_every

SENTENCES = {
    "every working day": "每个工作日",
    "every Monday": "每周一",
    "every 2 weeks on Tue and Fri": "每两周周二、周五",
    "monthly on the 25th": "每月25日",
    "last working day of the month": "每月最后一个工作日",
    "first working day of the month": "每月第一个工作日",
    "last Friday of the month": "每月最后一个周五",
    "quarterly on the 10th of the first month": "每季度第一个月10日",
    "last day of the quarter": "每季度末",
    "every year on 1 March": "每年3月1日",
    "every year on 30 June and 31 December": "每年6月30日、12月31日",
    "every half-year": "每半年",
    "every other week": "每两周",
    "at the end of every second month": "每两个月月底",
    "each quarter-end": "每季末",
    "monthly at month end": "每月底",
    "at month-end": "每月最后一天",
    "end of the year": "每年底",
    "every first Monday": "每月第一个周一",
    "last Friday": "每月最后一个周五",
    "every third Friday of the month": "每月第三个周五",
    "every 1st and 3rd Monday of the month": "每月第一个周一、第三个周一",
    "every second and last Friday": "每月最后一个周五、第二个周五",
    "on the 1st and the 3rd Monday": "每月第一个周一、第三个周一",
    "every last working day": "每月最后一个工作日",
    "the second Friday": "每月第二个周五",
    "on the 5th and the 20th": "每月5日、20日",
    "last working day of the year": "每年最后一个工作日",
    "first Monday of the year": "每年第一个周一",
    "second to last day of the month": "每月倒数第二天",
    "every other friday": "每两周周五",
    "每月10日前": "monthly on the 10th",
    "每年年底": "every year on the last day of December",
    "every weekday": "每个工作日",
    "fortnightly on Tuesday": "隔周周二",
    "every other day": "每隔一天",
    "Fridays": "每逢周五",
    "every Monday, 10 times": "每周一，共10次",
    "every Friday until 2026-12-31": "每周五，到2026年12月31日止",
    "monthly on the 10th, 20th and 30th": "每月10日、20日、30日",
}


@pytest.mark.parametrize(("english", "chinese"), SENTENCES.items())
def test_both_languages_mean_the_same_and_come_back(english: str, chinese: str) -> None:
    every = read_every(english)
    assert read_every(chinese) == every
    for language in ("en", "zh"):
        i18n.use(language)
        assert read_every(say_every(*every)) == every


@pytest.mark.parametrize(
    "text",
    [
        "",
        "every blue moon",
        "每隔一阵",
        "每隔两周",
        "every 0 weeks",
        "every 3 working days",
        "every other business day",
        "every second Tuesday",
        "every 2nd Friday",
        "every 15",
        "every first",
        "monthly on the 35th",
        "every year on 30 February",
        "every year at month-end",
        "每年4月31日",
        "x" * 500,
        "quarterly on the 10th",
        "every month on the 10th and first Monday",
        "every year on 1 March and 2 May",
        "every Monday until 2026-02-30",
        "每季度第四个月1日",
    ],
)
def test_words_that_mean_no_rule_are_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_every(text)
    assert refused.value.fix
