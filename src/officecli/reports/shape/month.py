"""A month as a sheet of a wall calendar: what a window draws above the rows of a report that are of its days."""

from __future__ import annotations

from datetime import date

from officecli import personal
from officecli.light import dataclass

_SUNDAY_FIRST = (
    " AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE"
    " VI WS YE ZA ZW USA CAN MEX JPN "
)
_SATURDAY_FIRST = " AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY "


@dataclass(frozen=True)
class Month:
    """The days from `first` to `last`; `off` are those on which the office is closed,
    `make_up` those of a weekend on which it works. Weeks begin on `begins` (0: Monday).
    """

    first: date
    last: date
    today: date
    off: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    begins: int = 0


def weeks_begin(region: str) -> int:
    """The weekday (0: Monday) on which whoever asks lets their weeks begin, else the people of a region, by Unicode CLDR."""
    if mine := personal.setting("week"):
        return {"monday": 0, "saturday": 5, "sunday": 6}[mine]
    country = f" {region.strip().upper().partition('-')[0]} "
    return 6 if country in _SUNDAY_FIRST else 5 if country in _SATURDAY_FIRST else 0
