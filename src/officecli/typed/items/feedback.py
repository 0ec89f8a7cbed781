"""How often feedback is due, as people say it: weekly, every 10 days, 每月25日前, every Friday."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model import codes
from officecli.model.time.feedback import Calendar, by_calendar
from officecli.patterns import pattern
from officecli.typed.recurrence import chinese, english
from officecli.typed.recurrence.phrases import Phrase
from officecli.typed.text import plain_words

_FIXED = {
    **{word: code for code in codes.FEEDBACK for word in (code, *codes.FEEDBACK.also[code].split("|"))},
    **dict.fromkeys(("daily", "每日", "每天", "日报", "every day", "1天", "每个工作日", "every working day"), "1d"),
    **dict.fromkeys(("fortnightly", "biweekly", "bi-weekly", "双周", "每两周", "两周", "隔周", "每2周", "every two weeks", "every 2 weeks"), "14d"),
    **dict.fromkeys(("半月", "每半月", "半月报", "半个月", "每半个月"), "15d"),
    **dict.fromkeys(("旬", "每旬", "旬报", "每十天"), "10d"),
    **dict.fromkeys(("季度", "每季度", "每季", "季报", "quarterly", "every quarter"), "quarterly-31"),
    **dict.fromkeys(("半年", "每半年", "half-yearly"), "180d"),
}
_EVERY_DAYS = pattern(r"(?:每隔?\s*|every\s+)?(\d{1,3})\s*(?:个?工作日|天|日|d|days?|working days)(?:一次|一报)?", re.ASCII)
_TAIL = pattern(r"(?:之前|以前|前|下班|\d{1,2}[:点时]\d{0,2}|一次|报送|报告|上报|反馈|更新|汇报|报|进展|情况|一报)+$")
_LEAD = pattern(r"^(?:请|须|应|于|在|by |due |before |on )+")


def read_feedback(text: str) -> str | None:
    """The code of a feedback period (`model.time.feedback`); None for nothing. Raises BadInput for what is none."""
    plain = plain_words(text).strip("。. ")
    if not plain:
        return None
    if plain in _FIXED:
        return _FIXED[plain]
    days = _EVERY_DAYS.fullmatch(plain)
    if days and int(days[1]):
        return f"{int(days[1])}d"
    calendar = by_calendar(plain) or _by_words(plain)
    if calendar:
        return calendar.code
    raise BadInput(
        _("“{text}” is not a feedback period.").format(text=text[:40]),
        fix=_(
            "Write weekly, fortnightly, monthly, quarterly, a number of days such as 10d, or the day it is due: every Friday, by the 25th of "
            "every month (每周五, 每月25日前)."
        ),
    )


def _by_words(plain: str) -> Calendar | None:
    """The days of the calendar that a text names; None where it names none, or more than a code holds."""
    bare = _LEAD.sub("", plain)
    if plain.isascii():
        bare = re.sub(
            r"^(monthly|weekly|quarterly)[ ,(]+(?:on |by |due )?(?:the )?([^)]+)\)?$",
            r"\1 on the \2",
            re.sub(r",? (?:by|at) \d{1,2}(?::\d\d)? ?(?:[ap]m)?$", "", bare),
        )
        phrase = english.read(re.sub("^weekly on the ", "weekly on ", bare).replace("end of each month", "monthly on the last day"))
    else:
        phrase = chinese.read(re.sub(r"\s", "", _TAIL.sub("", bare)).replace("每月底", "每月末"))
    found = _days(phrase) if phrase and phrase.interval == 1 and not (phrase.count or phrase.until) else None
    return by_calendar(found.code) if found else None


def _days(phrase: Phrase) -> Calendar | None:
    on = tuple(sorted({one.weekday + 1 if one.kind == "weekday" else 31 if one.n == -1 else one.n for one in phrase.on}))
    if not on or on[0] < 1:
        return None
    if phrase.unit == "week" and all(one.kind == "weekday" and one.n == 0 for one in phrase.on):
        return Calendar("weekly", on)
    if any(one.kind != "day" for one in phrase.on):
        return None
    if phrase.unit == "month" and not phrase.months:
        return Calendar("monthly", on)
    last_month = phrase.months == (3,) or (not phrase.months and on == (31,))
    return Calendar("quarterly", on) if phrase.unit == "quarter" and last_month else None
