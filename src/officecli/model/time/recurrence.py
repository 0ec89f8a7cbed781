"""When routine work comes round: a rule (RFC 5545), from its start, on days the office works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from officecli.errors import BadInput
from officecli.hints import Any, NamedTuple
from officecli.i18n import _
from officecli.light import replace
from officecli.model.time.recurrence_rule import WEEKDAYS, Parts, read_parts
from officecli.model.time.working_days import WorkingDays

_LOOK_AHEAD = 60
"""Years in which a rule must come round once; 29 February takes eight at the most, and every seventh year of those 56."""
_MIDNIGHT = datetime.min.time()


def check_rule(text: str) -> str:
    """The rule written in the one way that is stored (without `RRULE:`); raises BadInput for one that is wrong, or never comes round."""
    parts = read_parts(text)
    _require_a_day(replace(parts, interval=1, count=None, until=None), date(2000, 1, 1))
    return parts.text


def anchored(rule: str, start: date) -> str:
    """The rule with the days it leaves to its start said in it: “every month” from 31 January is every month's last day.

    Raises BadInput for a rule that never comes round from there.
    """
    parts = _with_days(_parts(rule), start, as_meant=True)
    if parts.until and parts.until < start:
        raise BadInput(
            _("It ends on {until}, before it starts on {start}.").format(until=parts.until, start=start),
            fix=_("Give an earlier start or a later end."),
        )
    _require_a_day(parts, start)
    return parts.text


def is_endless(rule: str) -> bool:
    """Whether nothing in the rule ends it."""
    parts = _parts(rule)
    return parts.count is None and parts.until is None


def occurrences(rule: str, *, start: date, after: date | None, until: date | None, days_off: str, days: WorkingDays) -> Iterator[date]:
    """The days on which the rule comes round, in order, each once, later than `after` (None: all) and up to `until`, both counted after moving.

    An occurrence on a day off moves to the working day `before` or `after` it, or is left out (`skip`); two that meet on one day are one.
    What comes so many times is counted before moving (RFC 5545), except what comes every so many days: that is counted as it comes.
    So the days up to D, and then those after D, are together the same as all at once. Lazily worked out: `islice` gives the next few.
    Days beyond the office's calendar raise BadInput, and so does an endless rule without `until`.
    """
    if until is None and is_endless(rule):
        raise BadInput(_("The rule never ends: “{rule}”.").format(rule=rule), fix=_("Say until when."))
    days.day(start)
    first = start if after is None else max(start, _last_working_day(after, days))
    found = _turns(_parts(rule), start, first, days.last if until is None else days.day(until), days_off, days)
    return _within((turn.comes for turn in found), after, until)


class Turn(NamedTuple):
    """A day of a rule, and the day it comes round, after moving."""

    day: date
    comes: date


def turns(rule: str, *, start: date, passed: date | None, until: date, days_off: str, days: WorkingDays) -> Iterator[Turn]:
    """The occurrences up to `until`, like `occurrences`, of the rule's own days later than `passed`.

    So each of them is met once however the days off change meanwhile; `passed_by` says what to pass the next time.
    """
    first = start if passed is None else max(start, passed + timedelta(days=1))
    found = _turns(_parts(rule), start, first, days.day(until), days_off, days)
    return takewhile(lambda turn: turn.comes <= until, (turn for turn in found if turn.day >= first))


def passed_by(until: date, days_off: str, days: WorkingDays) -> date:
    """The last of a rule's own days that has come round by the day `until`."""
    if days_off == "before":
        return _day_before_next_working_day(until, days) if until < days.last else until
    return _last_working_day(until, days) if days_off == "after" else until


def late_day(day: int, months: tuple[int, ...] = ()) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(BYMONTHDAY, BYSETPOS) for a day of the month as people mean it: in a month too short for it, the last day."""
    if day == 31 or (day == 29 and months == (2,)):
        return (-1,), ()
    if day < 29 or (months and 2 not in months):
        return (day,), ()
    return tuple(range(28, day + 1)), (-1,)


def _raw(parts: Parts, start: date, first: date, last: date) -> Iterator[date]:
    """The days of the rule from `first` to `last`, before any is moved; what lies long before `first` is not counted through."""
    found = _rrule(_nearer(_with_days(parts, start), start, first), last)
    return (day for day in found if day >= first)


def _turns(parts: Parts, start: date, first: date, until: date, days_off: str, days: WorkingDays) -> Iterator[Turn]:
    """The turns of the rule's days from `first` on, at least those that come by `until`."""
    last = passed_by(until, "before", days) if days_off == "before" else until
    if parts.freq == "DAILY" and parts.count:  # “every working day, 10 times” means ten days at work, not the working ones of ten days
        return islice(_each_once(_moved(_raw(replace(parts, count=None), start, start, last), days_off, days)), parts.count)
    return _each_once(_moved(_raw(parts, start, first, last), days_off, days))


def _moved(found: Iterator[date], days_off: str, days: WorkingDays) -> Iterator[Turn]:
    for day in found:
        if days.is_working(day):
            yield Turn(day, day)
        elif days_off == "before":
            yield Turn(day, days.add(day, -1))
        elif days_off == "after":
            yield Turn(day, days.add(day, 1))


def _each_once(found: Iterator[Turn]) -> Iterator[Turn]:
    last = None
    for turn in found:
        if turn.comes != last:
            yield turn
        last = turn.comes


def _within(found: Iterator[date], after: date | None, until: date | None) -> Iterator[date]:
    wanted = found if after is None else (day for day in found if day > after)
    return wanted if until is None else takewhile(lambda day: day <= until, wanted)


def _nearer(parts: Parts, start: date, first: date) -> tuple[Parts, date]:
    """The same rule from a later start, in step with its interval, on or before `first`; a rule with COUNT must be counted from its own."""
    if parts.count or first <= start:
        return parts, start
    months = (first.year - start.year) * 12 + first.month - start.month
    match parts.freq:
        case "DAILY":
            near = start + timedelta(days=(first - start).days // parts.interval * parts.interval)
        case "WEEKLY":
            weeks = (first - start).days // 7 // parts.interval * parts.interval
            near = start + timedelta(weeks=weeks)
        case "MONTHLY":
            ahead = start.month - 1 + months // parts.interval * parts.interval
            near = date(start.year + ahead // 12, ahead % 12 + 1, 1)
        case _:
            near = date(start.year + (first.year - start.year) // parts.interval * parts.interval, 1, 1)
    return parts, max(near, start)


def _with_days(parts: Parts, start: date, *, as_meant: bool = False) -> Parts:
    """The rule with the weekday, or the day of the month, that it takes from its start: to the letter (RFC 5545), or as people mean a late day."""
    if parts.names_days or parts.freq == "DAILY":
        return parts
    if parts.freq == "WEEKLY":
        return replace(parts, weekdays=((0, start.weekday()),))
    months = parts.months or ((start.month,) if parts.freq == "YEARLY" else ())
    month_days, positions = late_day(start.day, months) if as_meant else ((start.day,), ())
    return replace(parts, months=months, month_days=month_days, positions=positions)


def _require_a_day(parts: Parts, start: date) -> None:
    if parts.freq == "DAILY" and parts.interval == 1:
        if not parts.names_days:
            return
        parts = replace(parts, freq="MONTHLY")  # the same days, found a month at a time
    horizon = date(start.year + _LOOK_AHEAD, 1, 1)
    if next(_rrule((_with_days(parts, start), start), horizon), None) is None:
        raise BadInput(
            _("“{rule}” never comes round.").format(rule=parts.text),
            why=_("There is no such day in {years} years from {start}.").format(years=_LOOK_AHEAD, start=start.isoformat()),
            fix=_("Give days the calendar has; the last day of a month is “last day”, or BYMONTHDAY=-1."),
        )


def _rrule(rule: tuple[Parts, date], last: date) -> Iterator[date]:
    """The days of a rule up to `last`, worked out by dateutil."""
    from dateutil import rrule

    parts, start = rule
    by_name: Any = {name: getattr(rrule, name) for name in WEEKDAYS}
    frequency: Any = getattr(rrule, parts.freq)
    found = rrule.rrule(
        frequency,
        dtstart=datetime.combine(start, _MIDNIGHT),
        interval=parts.interval,
        bymonth=parts.months or None,
        bymonthday=parts.month_days or None,
        byweekday=[by_name[WEEKDAYS[day]](n) if n else by_name[WEEKDAYS[day]] for n, day in parts.weekdays] or None,
        bysetpos=parts.positions or None,
        until=datetime.combine(min(last, parts.until or last), _MIDNIGHT),
    )
    return islice((moment.date() for moment in found), parts.count)  # dateutil counts too, but then to the year 9999


@lru_cache(maxsize=4096)
def _parts(rule: str) -> Parts:
    return read_parts(rule)


def _last_working_day(day: date, days: WorkingDays) -> date:
    """`day` or the last working day before it: what falls between the two may move past `day`."""
    return day if days.is_working(day) or days.number(day) == 0 else days.add(day, -1)


def _day_before_next_working_day(day: date, days: WorkingDays) -> date:
    """The last day from which an occurrence moves back to `day` or earlier."""
    working = days.number(day)
    while day < days.last and days.number(day + timedelta(days=1)) == working:
        day += timedelta(days=1)
    return day
