"""What people say of recurring work, whatever the language, and the rule it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from officecli.errors import BadInput
from officecli.hints import TYPE_CHECKING, Literal, NamedTuple
from officecli.i18n import _
from officecli.light import dataclass, replace
from officecli.model.time.recurrence_rule import Parts, in_order

if TYPE_CHECKING:
    from dataclasses import KW_ONLY

Unit = Literal["day", "week", "month", "quarter", "half", "year"]
MONTHS_OF: dict[str, int] = {"quarter": 3, "half": 6}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class NamedDay(NamedTuple):
    """A day as people name it: the `n`-th day (-1 the last), working day (only 1 and -1), or weekday (`n` 0: every)."""

    kind: Literal["day", "working", "weekday"]
    n: int
    weekday: int = 0


def of_year(day: NamedDay | None) -> tuple[int, NamedDay] | None:
    """(month, day) of the first or the last such day of a year; None for any other, of which the month must be said."""
    if day is None or (day.n != -1 and (day.n != 1 or day.kind == "day")):
        return None
    return (1 if day.n > 0 else 12), day


@dataclass(frozen=True)
class Phrase:
    """“Every `interval` `unit`s on …”. `months` are those of a year, or which one of a quarter or half-year.

    A day that a month lacks is its last one to people; `strict` leaves such months out.
    """

    unit: Unit
    interval: int = 1
    _: KW_ONLY
    on: tuple[NamedDay, ...] = ()
    months: tuple[int, ...] = ()
    strict: bool = False
    count: int | None = None
    until: date | None = None


class RuleWithDaysOff(NamedTuple):
    """A rule, and what must become of its days off for it to mean what was said ("" where that is open)."""

    rule: str
    days_off: str = ""


def rule_of(phrase: Phrase) -> RuleWithDaysOff:
    """The rule that somebody means; raises BadInput where one rule cannot say it."""
    ends = Parts("DAILY", count=phrase.count, until=phrase.until)
    days_off = _days_off(phrase)
    months = _months(phrase)
    if phrase.unit in ("day", "week"):
        weekdays = tuple((on.n, on.weekday) for on in phrase.on)
        return RuleWithDaysOff(replace(ends, freq="DAILY" if phrase.unit == "day" else "WEEKLY", interval=phrase.interval, weekdays=weekdays).text)
    freq = "YEARLY" if months or phrase.unit == "year" else "MONTHLY"
    interval = phrase.interval if months else phrase.interval * MONTHS_OF.get(phrase.unit, 1)
    weekdays = tuple((on.n, on.weekday) for on in phrase.on if on.kind == "weekday")
    numbers = {on.n for on in phrase.on if on.kind != "weekday"}
    if weekdays and numbers:
        raise BadInput(_("Days of the month and weekdays cannot stand in one rule."), fix=_("Write one procedure for each."))
    month_days, positions = (tuple(sorted(numbers, key=in_order)), ()) if phrase.strict else _as_meant(numbers, months)
    parts = replace(ends, freq=freq, interval=interval, months=months, month_days=month_days, positions=positions, weekdays=weekdays)
    return RuleWithDaysOff(parts.text, days_off)


def _days_off(phrase: Phrase) -> str:
    """What becomes of days off, where a working day is named: the last one lies before them, the first one after."""
    if not any(on.kind == "working" for on in phrase.on):
        return ""
    if len(phrase.on) > 1:
        raise BadInput(_("A working day of the month stands alone in a rule."), fix=_("Write one procedure for each, or give days like “the 10th”."))
    return "before" if phrase.on[0].n < 0 else "after"


def phrase_of(parts: Parts, days_off: str = "") -> Phrase | None:
    """How people would say a rule; None for one that has no plain words."""
    phrase = Phrase("day", parts.interval, count=parts.count, until=parts.until)
    by_weekday = tuple(NamedDay("weekday", n, day) for n, day in parts.weekdays)
    if parts.freq == "DAILY":
        return None if parts.months or parts.names_days else phrase
    if parts.freq == "WEEKLY":
        return None if parts.months or parts.positions else replace(phrase, unit="week", on=by_weekday)
    numbers, strict = _numbers_meant(parts)
    if numbers is None or not _has_plain_words(parts, len(numbers)):
        return None
    on = by_weekday or tuple(NamedDay("day", n) for n in numbers)
    if on in ((NamedDay("day", -1),), (NamedDay("day", 1),)) and days_off == ("before" if on[0].n < 0 else "after"):
        on = (NamedDay("working", on[0].n),)
    if parts.freq == "MONTHLY":
        return replace(phrase, unit="month", on=on, strict=strict)
    return replace(phrase, unit=_unit(parts), months=_in_unit(parts), on=on, strict=strict)


def _has_plain_words(parts: Parts, numbers: int) -> bool:
    """Whether the months, weekdays and `numbers` days of a monthly or yearly rule stand together as in a sentence."""
    if parts.freq == "MONTHLY" and parts.months:
        return False
    if parts.freq == "YEARLY" and (bool(parts.months) != parts.names_days or numbers + len(parts.weekdays) > 1):
        return False
    beside = parts.month_days or parts.positions
    return not (parts.weekdays and (beside or not all(n for n, _day in parts.weekdays)))


def each_alike(pairs: Iterable[tuple[int, NamedDay]]) -> tuple[tuple[int, ...], tuple[NamedDay, ...]]:
    """(months, days) of days in named months, “30 June and 31 December”; raises BadInput for a day its month lacks, and where they differ."""
    found = sorted(set(pairs))
    for month, on in found:
        longest = 29 if month == 2 else _LENGTHS[month - 1]
        if on.kind == "day" and on.n > longest:
            raise BadInput(
                _("Month {month} has no day {day}, so it never comes round.").format(month=month, day=on.n),
                fix=_("Say “last day” for a month's end."),
            )
    months = tuple(month for month, _on in found)
    days = {on for _month, on in found}
    if len(days) > 1 and len(set(months)) == len(months) and all(on == NamedDay("day", _LENGTHS[month - 1]) for month, on in found):
        days = {NamedDay("day", -1)}
    if len(days) > 1:
        raise BadInput(_("Different days of different months cannot stand in one rule."), fix=_("Write one procedure for each."))
    return months, tuple(days)


def _months(phrase: Phrase) -> tuple[int, ...]:
    """The months of the year; a quarter's second month is February, May, August and November."""
    if phrase.unit not in MONTHS_OF or not phrase.on:
        return phrase.months
    step = MONTHS_OF[phrase.unit]
    last = {NamedDay("day", -1), NamedDay("working", -1)}
    if not phrase.months and not set(phrase.on) <= last | {NamedDay("day", 1), NamedDay("working", 1)}:
        raise BadInput(
            _("A day of a quarter or half-year needs its month."),
            fix=_("Write it like “quarterly on the 10th of the first month” or “on the last day of the quarter”."),
        )
    which = phrase.months or ((step,) if set(phrase.on) <= last else (1,))
    if any(month > step for month in which):
        raise BadInput(_("It has only {n} months.").format(n=step), fix=_("Name one of them."))
    return tuple(sorted(month + start for month in which for start in range(0, 12, step)))


def _as_meant(numbers: set[int], months: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(BYMONTHDAY, BYSETPOS), so that a late day is the last one in a month too short for it."""
    whole = bool(months) and all(_LENGTHS[month - 1] == 31 for month in months)  # 31 January is that day, and no last one
    days = {-1 if (n == 31 and not whole) or (n == 29 and months == (2,)) else n for n in numbers}
    late = [n for n in days if n > 28]
    early = sorted(n for n in days if 0 < n < 28)
    if len(late) == 1 and len(early) + 1 == len(days) and (2 in months or not months):
        return (*early, *range(28, late[0] + 1)), (*range(1, len(early) + 1), -1)
    return tuple(sorted(days, key=in_order)), ()


def _numbers_meant(parts: Parts) -> tuple[tuple[int, ...] | None, bool]:
    """The days of the month as people say them, None where they cannot; and whether months that lack one are left out."""
    days = parts.month_days
    if parts.positions:
        meant = {*(n for n in days if n < 28), max(days, default=0)}
        return (tuple(sorted(meant)), False) if days and _as_meant(meant, parts.months) == (days, parts.positions) else (None, False)
    lengths = [_LENGTHS[month - 1] for month in parts.months or range(1, 13)]
    return days, any(abs(n) > min(lengths) for n in days)


def _unit(parts: Parts) -> Unit:
    months = parts.months
    if parts.interval == 1 and len(months) in (2, 4):
        step = 12 // len(months)
        if months == tuple(range(months[0], 13, step)) and months[0] <= step:
            return "quarter" if step == 3 else "half"
    return "year"


def _in_unit(parts: Parts) -> tuple[int, ...]:
    return parts.months[:1] if _unit(parts) != "year" else parts.months
