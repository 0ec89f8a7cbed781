"""The parts of a recurrence rule (RFC 5545): reading them strictly, and writing them in one way only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.patterns import pattern

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY")

_PARTS = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "COUNT", "UNTIL")
_WEEKDAY = pattern(rf"([+-]?[0-9]{{1,2}})?({'|'.join(WEEKDAYS)})")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Nth = tuple[int, int]
"""(which one, 0 for every; weekday, 0 for Monday): (-1, 4) is the last Friday."""


@dataclass(frozen=True)
class Parts:
    """A rule taken apart; lists are ordered, each value once. `until` is the last day that counts, of the rule itself."""

    freq: str
    interval: int = 1
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[Nth, ...] = ()
    positions: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None

    @property
    def text(self) -> str:
        """The rule, written in the one way that is stored."""
        written = {
            "FREQ": self.freq,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "BYMONTH": _numbers(self.months),
            "BYMONTHDAY": _numbers(self.month_days),
            "BYDAY": ",".join(f"{n or ''}{WEEKDAYS[day]}" for n, day in self.weekdays),
            "BYSETPOS": _numbers(self.positions),
            "COUNT": str(self.count or ""),
            "UNTIL": f"{self.until:%Y%m%d}" if self.until else "",
        }
        return ";".join(f"{name}={value}" for name, value in written.items() if value)

    @property
    def names_days(self) -> bool:
        """Whether the rule itself says on which days, so that its start does not."""
        return bool(self.month_days or self.weekdays)


def read_parts(text: str) -> Parts:
    """A rule as somebody wrote it, `RRULE:` in front or not; raises BadInput."""
    values = _split(text)
    known: Mapping[str, Callable[[str, str], Any]] = {
        "INTERVAL": lambda name, value: _number(name, value, 999),
        "BYMONTH": lambda name, value: _list(name, value, range(1, 13)),
        "BYMONTHDAY": lambda name, value: _list(name, value, _either_way(31)),
        "BYDAY": _weekdays,
        "BYSETPOS": lambda name, value: _list(name, value, _either_way(366)),
        "COUNT": lambda name, value: _number(name, value, 9999),
        "UNTIL": _day,
    }
    found = {name: read(name, values[name]) for name, read in known.items() if name in values}
    parts = Parts(
        values["FREQ"],
        found.get("INTERVAL", 1),
        found.get("BYMONTH", ()),
        found.get("BYMONTHDAY", ()),
        found.get("BYDAY", ()),
        found.get("BYSETPOS", ()),
        found.get("COUNT"),
        found.get("UNTIL"),
    )
    _check_together(parts)
    return parts


def _split(text: str) -> dict[str, str]:
    plain = "".join(text.split()).upper().removeprefix("RRULE:").rstrip(";")
    values: dict[str, str] = {}
    for part in plain.split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value:
            raise _wrong(text, _("“{part}” is no NAME=VALUE.").format(part=part[:40]))
        if name in values:
            raise _wrong(text, _("{name} stands there twice.").format(name=name[:40]))
        values[name] = value
    if values.get("FREQ") in SUB_DAILY:
        raise _wrong(text, _("An office's work comes round daily at the most."))
    if values.get("FREQ") not in FREQUENCIES:
        raise _wrong(text, _("FREQ must be one of {names}.").format(names=listed(FREQUENCIES)))
    week_start = values.pop("WKST", "MO")
    if week_start not in WEEKDAYS or (week_start != "MO" and values["FREQ"] == "WEEKLY" and values.get("INTERVAL", "1") != "1"):
        raise _wrong(text, _("Weeks begin on Monday here: leave out WKST."))
    for name in values:
        if name not in _PARTS:
            raise _wrong(text, _("{name} is not understood; known are {names}.").format(name=name[:40], names=listed(_PARTS)))
    return values


def _check_together(parts: Parts) -> None:
    """Refuse what contradicts itself, and what no calendar ever has."""
    text = parts.text
    if parts.count and parts.until:
        raise _wrong(text, _("It gives both COUNT and UNTIL; one of them ends it."))
    if parts.positions and (not parts.names_days or parts.freq == "DAILY"):
        raise _wrong(text, _("BYSETPOS picks among the days of a week, month or year: give BYDAY or BYMONTHDAY with it."))
    if parts.month_days and parts.freq == "WEEKLY":
        raise _wrong(text, _("A week has no BYMONTHDAY; use FREQ=MONTHLY."))
    if any(n for n, _day in parts.weekdays):
        if parts.freq in ("WEEKLY", "DAILY"):
            raise _wrong(text, _("A numbered weekday, like 2MO, needs FREQ=MONTHLY or YEARLY."))
        most = 53 if parts.freq == "YEARLY" and not parts.months else 5
        if any(abs(n) > most for n, _day in parts.weekdays):
            raise _wrong(text, _("It never comes round: there are at most {most} of a weekday.").format(most=most))
    longest = max(_LONGEST[month - 1] for month in parts.months or range(1, 13))
    if parts.month_days and all(abs(day) > longest for day in parts.month_days):
        raise _wrong(text, _("It never comes round: the longest of these months has {days} days.").format(days=longest))


def _number(name: str, value: str, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", value) or not 1 <= int(value) <= most:
        raise _wrong(f"{name}={value}", _("{name} must be a number from 1 to {most}.").format(name=name, most=most))
    return int(value)


def _list(name: str, value: str, allowed: range | frozenset[int]) -> tuple[int, ...]:
    found = value.split(",")
    if not all(re.fullmatch(r"[+-]?[0-9]{1,3}", one) and int(one) in allowed for one in found):
        least = "±1" if -1 in allowed else "1"
        raise _wrong(f"{name}={value}", _("{name} takes numbers from {least} to {most}.").format(name=name, least=least, most=max(allowed)))
    return tuple(sorted({int(one) for one in found}, key=in_order))


def _weekdays(name: str, value: str) -> tuple[Nth, ...]:
    matches = [_WEEKDAY.fullmatch(one) for one in value.split(",")]
    if not all(match and int(match[1] or 1) for match in matches):
        raise _wrong(f"{name}={value}", _("{name} takes {names}, or numbered ones like 2MO or -1FR.").format(name=name, names=listed(WEEKDAYS)))
    found = {(int(match[1] or 0), WEEKDAYS.index(match[2])) for match in matches if match}
    return tuple(sorted(found, key=lambda nth: (in_order(nth[0]), nth[1])))


def _day(name: str, value: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{8}(T[0-9]{6}Z?)?", value):
            return date(int(value[:4]), int(value[4:6]), int(value[6:8]))
    except ValueError:
        pass
    raise _wrong(f"{name}={value}", _("UNTIL is a day like 20261231."))


def _either_way(most: int) -> frozenset[int]:
    return frozenset(range(-most, most + 1)) - {0}


def in_order(number: int) -> tuple[bool, int]:
    """Counted from the front first, then from the end: 1, 15, -2, -1."""
    return number < 0, number


def _numbers(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _wrong(text: str, why: str) -> BadInput:
    return BadInput(
        _("“{rule}” is no rule by which work can come round.").format(rule=text.strip()[:80]),
        why=why,
        fix=_("Write it in words, like “every Monday” or “monthly on the 25th”, or like RRULE:FREQ=MONTHLY;BYMONTHDAY=25"),
    )
