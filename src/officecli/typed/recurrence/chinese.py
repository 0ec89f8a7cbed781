"""Recurrence in Chinese: 每个工作日, 每周一、周四, 每两周周二, 每月25日, 每月最后一个工作日, 每季度第一个月10日, 每年3月1日."""

from __future__ import annotations

import re
from datetime import date

from officecli.model.numerals import with_digits
from officecli.typed.dates.chinese.words import WEEKDAY, weekday_number
from officecli.typed.dates.names import WEEK_HAN
from officecli.typed.recurrence.phrases import NamedDay, Phrase, Unit, each_alike, of_year

_NTH = r"(?:第(?P<n>\d{1,2})|倒数第(?P<back>\d{1,2})|(?P<last>最后1)|(?P<first>首))"
_HEADS: tuple[tuple[str, Unit], ...] = (
    (r"每个?工作日|每[日天]|每个?(?P<n>\d{1,3})[天日]", "day"),
    (rf"每个?(?P<n>\d{{1,3}})?个?{WEEK_HAN}", "week"),
    (r"每个?(?P<n>\d{1,3})?个?月的?", "month"),
    (r"每个?季度?的?", "quarter"),
    (r"每半年的?", "half"),
    (r"每(?P<n>\d{1,3})?年的?", "year"),
)
_UNITS = {"day": "天", "week": "周", "month": "个月", "year": "年"}
_NUMERALS = "〇一二三四五六七八九十"
_DAYS = "一二三四五六日"
_STRICT = ",没有这一天的(?:月份|年份)不办"


def read(text: str) -> Phrase | None:
    """What a text without spaces says, signs in half width; None if it is none of these."""
    count = until = None
    if match := re.fullmatch(r"(.*?),?共(\d{1,4})次", text):
        text, count = match[1], int(match[2])
    elif match := re.fullmatch(r"(.*?),?[到至](\d{4})[-年](\d{1,2})[-月](\d{1,2})日?(?:为?止)?", text):
        text, until = match[1], date(int(match[2]), int(match[3]), int(match[4]))
    text = re.sub("(?<=[日号底末])(?:之前|以前|前)$", "", text)  # the day it comes round is the day it is due
    plain = re.sub(_STRICT, "", text)
    digits = _usual(with_digits(plain))
    for pattern, unit in _HEADS:
        match = re.match(pattern, digits)
        found = _on(unit, digits[match.end() :].removeprefix(",")) if match else None
        if match and found:
            months, on = found
            interval = int((match.groupdict().get("n")) or 1)
            if not interval:
                return None
            return Phrase(unit, interval, on=tuple(sorted(set(on))), months=months, strict=plain != text, count=count, until=until)
    return None


def say(phrase: Phrase) -> str:
    """`每2周周二、周五`."""
    names = [_name(on) for on in phrase.on]
    if phrase.unit == "year" and phrase.months:
        names = [f"{month}月{name}" for month in phrase.months for name in names]
    elif phrase.months:
        names = [f"第{_numeral(phrase.months[0])}个月{name}" for name in names]
    ends = [f"共{phrase.count}次" if phrase.count else "", f"到{phrase.until}止" if phrase.until else ""]
    strict = f"没有这一天的{'年份' if phrase.unit == 'year' else '月份'}不办" if phrase.strict else ""
    return "，".join(part for part in (_how_often(phrase) + "、".join(names), strict, *ends) if part)


def _how_often(phrase: Phrase) -> str:
    if phrase.interval > 1:
        return f"每{'两' if phrase.interval == 2 else _numeral(phrase.interval)}{_UNITS.get(phrase.unit, '')}"
    if phrase.unit == "week" and phrase.on:
        return "每"
    return {"day": "每个工作日", "week": "每周", "month": "每月", "quarter": "每季度", "half": "每半年", "year": "每年"}[phrase.unit]


def _usual(text: str) -> str:
    """每隔一周 and 隔周 as 每2周, 每逢周五 as 每周五; 每隔两周 means two things, and is not understood."""
    return re.sub(r"^每?隔1?个?(?=[周星礼天日月年])", "每2", re.sub("^每?逢", "每", text))


def _on(unit: Unit, text: str) -> tuple[tuple[int, ...], list[NamedDay]] | None:
    """(months, days) that a text names; None if it is not understood."""
    if not text:
        return (), []
    if unit == "day":
        return None
    if unit == "week":
        return _in_weeks(text)
    if unit == "year":
        return _in_months(text)
    months: tuple[int, ...] = ()
    if unit != "month" and (match := re.match(r"(?:第(\d)个?月|首月|(末月|最后1个月))的?", text)):
        months = (int(match[1]) if match[1] else {"quarter": 3, "half": 6}[unit] if match[2] else 1,)
        text = text[match.end() :]
    days = [_day(one) for one in _split(text)]
    return (months, [day for day in days if day]) if all(days) else None


def _in_weeks(text: str) -> tuple[tuple[int, ...], list[NamedDay]] | None:
    matches = [re.fullmatch(rf"{WEEK_HAN}?{WEEKDAY}", one) for one in _split(text)]
    return ((), [NamedDay("weekday", 0, weekday_number(match["weekday"])) for match in matches if match]) if all(matches) else None


def _in_months(text: str) -> tuple[tuple[int, ...], list[NamedDay]] | None:
    pairs: list[tuple[int, NamedDay]] = []
    for one in _split(text):
        match = re.fullmatch(r"(\d{1,2})月的?(.+)", one)
        day = _day(match[2]) if match else None
        found = (int(match[1]), day) if match and day else of_year(_day(one))
        if found is None or not 1 <= found[0] <= 12:
            return None
        pairs.append(found)
    months, days = each_alike(pairs)
    return months, list(days)


def _day(text: str) -> NamedDay | None:
    if re.fullmatch("月[底末]|[季年][底末]|[底末]|末日|最后1[天日]", text):
        return NamedDay("day", -1)
    if match := re.fullmatch(r"(\d{1,2})[日号]", text):
        return NamedDay("day", int(match[1])) if 1 <= int(match[1]) <= 31 else None
    if match := re.fullmatch(rf"{_NTH}个?工作日", text):
        n = _number(match)
        return NamedDay("working", n) if n in (1, -1) else None
    if match := re.fullmatch(rf"{_NTH}个?{WEEK_HAN}{WEEKDAY}", text):
        return NamedDay("weekday", _number(match), weekday_number(match["weekday"]))
    if match := re.fullmatch(rf"{_NTH}[天日]", text):
        return NamedDay("day", _number(match)) if -31 <= _number(match) <= 31 and _number(match) else None
    return None


def _number(match: re.Match[str]) -> int:
    if match["n"]:
        return int(match["n"])
    return -int(match["back"]) if match["back"] else -1 if match["last"] else 1


def _name(on: NamedDay) -> str:
    nth = "最后一" if on.n == -1 else f"第{_numeral(on.n)}" if on.n > 0 else f"倒数第{_numeral(-on.n)}"
    if on.kind == "weekday":
        return f"{nth}个周{_DAYS[on.weekday]}" if on.n else f"周{_DAYS[on.weekday]}"
    if on.kind == "working":
        return f"{nth}个工作日"
    return f"{on.n}日" if on.n > 0 else f"{nth}天"


def _numeral(n: int) -> str:
    return _NUMERALS[n] if n <= 10 else str(n)


def _split(text: str) -> list[str]:
    return re.split("[、,和及与]", text)
