"""What an office reads days by: its working days, its region, its clock, and in which order it writes day and month."""

from __future__ import annotations

from datetime import date

from officecli.light import dataclass, field
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader
from officecli.typed.dates.orders import Orders

_MONTH_FIRST = frozenset(["US", "PR", "GU", "AS", "VI", "MP", "UM"])
_YEAR_FIRST = frozenset(["CN", "CHN", "TW", "JP", "KR", "KP", "MN", "HU", "LT"])
_BOTH_WAYS = frozenset(["CA", "PH", "ZA", "HK", "MO", "KE", "GH", "PA", "BZ"])


@dataclass(frozen=True)
class Almanac:
    """An office's days; `region` is a country's code or "", `timezone` an IANA name, `orders` how numbers are to be read.

    `heard` is a reader's `heard_of_days`.
    """

    days: WorkingDays
    region: str = ""
    timezone: str = "UTC"
    orders: Orders = field(default_factory=Orders)
    heard: list[tuple[str, str, date | None]] = field(default_factory=list)


def almanac(read: Reader) -> Almanac:
    """The office's own almanac."""
    region = str(read.office["region"] or "")
    return Almanac(working_days(read), region, read.office["timezone"], Orders(usual=usual_order(region)), read.heard_of_days)


def usual_order(region: str) -> str:
    """`mdy`, `dmy` or `ymd`, as people of a region write days in numbers; "" where they write them both ways, or nobody knows."""
    country = region.strip().upper().partition("-")[0]
    if country in _MONTH_FIRST:
        return "mdy"
    if country in _YEAR_FIRST:
        return "ymd"
    return "" if country in _BOTH_WAYS or country in ("", "NONE") else "dmy"
