"""Recurrence in English: every Monday, every 2 weeks on Tue and Fri, monthly on the 25th, every quarter on the 10th of its first month."""

from __future__ import annotations

import re
from datetime import date

from officecli.model.time.periods import MONTH_NAMES
from officecli.typed.dates.english.words import MONTH, WEEKDAY, weekday_number
from officecli.typed.dates.names import MONTHS
from officecli.typed.recurrence.phrases import NamedDay, Phrase, Unit, each_alike, of_year

_UNITS: dict[str, Unit] = {
    "day": "day", "working day": "day", "workday": "day", "business day": "day", "weekday": "day", "week": "week", "month": "month",
    "quarter": "quarter", "half-year": "half", "half year": "half", "year": "year",
}  # fmt: skip
_ADVERBS: dict[str, tuple[int, Unit]] = {
    "daily": (1, "day"), "weekly": (1, "week"), "fortnightly": (2, "week"), "monthly": (1, "month"), "quarterly": (1, "quarter"),
    "half-yearly": (1, "half"), "yearly": (1, "year"), "annually": (1, "year"),
}  # fmt: skip
_COUNTS = {"other": 2, "second": 2, "third": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}

_HEAD = rf"(?:(?:every|each|per|a) (?:(?P<n>\d{{1,3}}|{'|'.join(_COUNTS)}) )?(?P<unit>{'|'.join(_UNITS)})s?|(?P<adverb>{'|'.join(_ADVERBS)}))"
_NTH = rf"(?P<nth>last|\d{{1,2}}(?:st|nd|rd|th)(?: last)?|(?:{'|'.join(_ORDINALS)})(?: last)?)"
_WHICH = rf"(?P<which>last|\d(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read(text: str) -> Phrase | None:
    """What a text in small letters, with single spaces, says; None if it is none of these."""
    count = until = None
    if match := re.fullmatch(r"(.*?),? (\d{1,4}) times", text):
        text, count = match[1], int(match[2])
    elif match := re.fullmatch(r"(.*?),? until (\d{4})-(\d\d)-(\d\d)", text):
        text, until = match[1], date(int(match[2]), int(match[3]), int(match[4]))
    strict = re.fullmatch(r"(.*?),? only in (?:months|years) that have it", text)
    plain = _usual(_each_weekday(re.sub(r"\b(?:the|its) ", "", strict[1] if strict else text)))
    unit, interval, rest = _head(plain)
    found = _on(unit, rest)
    if found is None:
        return None
    months, on = found
    return Phrase(unit, interval, on=tuple(sorted(set(on))), months=months, strict=bool(strict), count=count, until=until)


def _each_weekday(text: str) -> str:
    """1st and 3rd Monday as 1st Monday and 3rd Monday."""
    while match := re.search(rf"\b{_WHICH}(?P<join>,? and|,) (?:last|\d(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}) {WEEKDAY}\b", text):
        text = f"{text[: match.end('which')]} {match['weekday']}{text[match.end('which') :]}"
    return text


def _usual(text: str) -> str:
    """End of every month and every month-end as last day of every month, second to last and penultimate as second last."""
    text = re.sub(r"^(?:every |each |at |by )?(month|quarter|half-year|year)[- ]end$", r"last day of every \1", text)
    found = re.search(r"\b(?:at |by )?(month|quarter|half-year|year)[- ]end$", text)
    if found and found[1] in text[: found.start()]:  # every year at month-end is not its last day
        text = f"{text[: found.start()]}last day"
    text = re.sub(r"\b(?:at |by )?end of ", "last day of ", text)
    return re.sub(r"\b(?:second[- ]to[- ]last|next[- ]to[- ]last|penultimate)\b", "second last", text)


def say(phrase: Phrase) -> str:
    """`every 2 weeks on Tuesday and Friday`."""
    names = [_name(on) for on in phrase.on]
    if phrase.unit == "week" and phrase.interval == 1 and names:
        when = f"every {_and(names)}"
    else:
        days = _and(_days(phrase, names))
        when = _how_often(phrase) + (f" on {days}" if days else "")
    strict = f"only in {'years' if phrase.unit == 'year' else 'months'} that have it" if phrase.strict else ""
    ends = (f"{phrase.count} times" if phrase.count else "", f"until {phrase.until}" if phrase.until else "")
    return ", ".join(part for part in (when, strict, *ends) if part)


def _how_often(phrase: Phrase) -> str:
    unit = {"half": "half-year"}.get(phrase.unit, phrase.unit)
    if phrase.interval > 1:
        return f"every {phrase.interval} {unit}s"
    return "every working day" if unit == "day" else f"every {unit}"


def _days(phrase: Phrase, names: list[str]) -> list[str]:
    """The days as they stand after “on”: of their months, or of the unit."""
    if phrase.unit == "year" and phrase.months:
        months = [MONTH_NAMES[month - 1] for month in phrase.months]
        first = phrase.on[0]
        by_number = first.kind == "day" and first.n > 0
        return [f"{first.n} {month}" for month in months] if by_number else [f"the {name} of {_and(months)}" for name in names]
    if phrase.unit in ("quarter", "half"):
        return [f"the {name} of its {_ordinal(phrase.months[0])} month" for name in names] if phrase.months else names
    return [f"the {name}" for name in names] if phrase.unit in ("month", "year") else names


def _head(text: str) -> tuple[Unit, int, str]:
    """(unit, interval, what stands besides, “?” where it means nothing); a list of days alone comes every week, month, or year."""
    for pattern in (rf"{_HEAD}(?:,? (?:on |by |at )?(?P<rest>.+))?", rf"(?:on )?(?P<rest>.+?)(?:,| of)? {_HEAD}"):
        if match := re.fullmatch(pattern, text):
            if match["adverb"]:
                interval, unit = _ADVERBS[match["adverb"]]
            else:
                written, unit = match["n"] or "1", _UNITS[match["unit"]]
                interval = _COUNTS.get(written) or int(written)
                if interval > 1 and unit == "day" and match["unit"] != "day":  # a rule counts days, and not working days
                    return unit, interval, "?"
            return unit, interval, match["rest"] or ""
    if match := re.fullmatch(rf"(?:every|each) other (?P<rest>{WEEKDAY}s?)", text):
        return "week", 2, match["rest"]
    if match := re.fullmatch(rf"(?:on |(?:every|each) (?={_WHICH}\W.*{WEEKDAY} ))?(?P<rest>.+?) of (?P<unit>month|quarter|half[- ]year|year)", text):
        return _UNITS[match["unit"]], 1, match["rest"]
    rest = re.sub(r"^(?:every|each|on) ", "", text)
    if re.match(WEEKDAY, re.sub(r"\W", " ", rest)):
        return "week", 1, rest
    days = [None if one in _ORDINALS or one.isdecimal() else _day(one) for one in _split(rest)]
    if not all(days):
        return "year", 1, rest or "?"
    counted = (
        text != rest and len(days) == 1 and days[0] and days[0].kind == "weekday" and days[0].n > 1
    )  # every second Friday: of a month, or of all?
    return "month", 1, "?" if counted and not text.startswith("on ") else rest


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
    if unit in ("quarter", "half") and (match := re.fullmatch(rf"(?P<days>.+) of {_WHICH} month(?: of .+)?", text)):
        length = 3 if unit == "quarter" else 6
        months, text = (length if match["which"] == "last" else _number(match["which"]),), match["days"]
    days = [_day(one) for one in _split(text)]
    return (months, [day for day in days if day]) if all(days) else None


def _in_weeks(text: str) -> tuple[tuple[int, ...], list[NamedDay]] | None:
    matches = [re.fullmatch(rf"{WEEKDAY}", re.sub(r"s$", "", one) if one.endswith("days") else one) for one in _split(text)]
    return ((), [NamedDay("weekday", 0, weekday_number(match["weekday"])) for match in matches if match]) if all(matches) else None


def _in_months(text: str) -> tuple[tuple[int, ...], list[NamedDay]] | None:
    pairs: list[tuple[int, NamedDay]] = []
    for one in _split(text):
        if match := re.fullmatch(
            rf"(?P<n>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH.replace('month', 'first')} (?P<m>\d{{1,2}})(?:st|nd|rd|th)?", one
        ):
            pairs.append((_month(match["month"] or match["first"]), NamedDay("day", int(match["n"] or match["m"]))))
        elif match := re.fullmatch(rf"(?P<day>.+) of {MONTH}", one):
            day = _day(match["day"])
            if day is None:
                return None
            pairs.append((_month(match["month"]), day))
        elif pairs and (match := re.fullmatch(MONTH, one)):
            pairs.append((_month(match["month"]), pairs[-1][1]))
        elif found := of_year(_day(one)):
            pairs.append(found)
        else:
            return None
    months, days = each_alike(pairs)
    return months, list(days)


def _day(text: str) -> NamedDay | None:
    if match := re.fullmatch(rf"{_NTH} (?:working|business) day", text):
        n = _number(match["nth"])
        return NamedDay("working", n) if n in (1, -1) else None
    if match := re.fullmatch(rf"{_NTH} {WEEKDAY}", text):
        return NamedDay("weekday", _number(match["nth"]), weekday_number(match["weekday"]))
    if match := re.fullmatch(rf"{_NTH}(?: day)?|(?:day )?(?P<n>\d{{1,2}})", text):
        n = int(match["n"]) if match["n"] else _number(match["nth"])
        return NamedDay("day", n) if n and -31 <= n <= 31 else None
    return None


def _number(written: str) -> int:
    """2 for 2nd and second, -1 for last, -2 for 2nd last."""
    first, _space, last = written.partition(" ")
    n = 1 if first == "last" else _ORDINALS.get(first) or int(re.sub(r"\D", "", first))
    return -n if last or first == "last" else n


def _name(on: NamedDay) -> str:
    what = {"day": " day", "working": " working day", "weekday": f" {DAY_NAMES[on.weekday]}"}[on.kind]
    if on.kind == "weekday" and not on.n:
        return what.strip()
    if on.n > 0:
        return _ordinal(on.n) + ("" if on.kind == "day" else what)
    return ("last" if on.n == -1 else f"{_ordinal(-on.n)} last") + what


def _ordinal(n: int) -> str:
    return f"{n}{'th' if n // 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _month(written: str) -> int:
    return MONTHS.index(written[:3]) + 1


def _split(text: str) -> list[str]:
    return re.split(r",? and |, ?| ?& ?", text)


def _and(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
