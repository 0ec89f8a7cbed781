"""Days that have a name wherever English is written, and no place in every region's calendar of days off: Good Friday, Black Friday, MLK Day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from officecli.typed.dates.landmarks import nth_weekday

Made = Callable[[int], date]
"""The day of a year."""

_MONDAY, _THURSDAY = 0, 3
_ORTHODOX = frozenset(["BG", "BY", "CY", "ET", "GE", "GR", "MD", "ME", "MK", "RO", "RS", "RU", "UA"])
"""Countries whose Easter is that of the Orthodox churches."""


def _on(month: int, day: int) -> Made:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, away: int = 0) -> Made:
    """So many days away from the first … fourth (-1: last) such weekday of a month."""
    return lambda year: nth_weekday("", year, month, nth, weekday) + timedelta(days=away)


_EASTER = {
    "ashwednesday": -46, "shrovemonday": -48, "shrovetuesday": -47, "pancake": -47, "pancaketuesday": -47, "fattuesday": -47, "mardigras": -47,
    "palmsunday": -7, "maundythursday": -3, "holythursday": -3, "goodfriday": -2, "holysaturday": -1, "easter": 0, "eastersunday": 0,
    "eastermonday": 1, "ascension": 39, "ascensionthursday": 39, "pentecost": 49, "whitsunday": 49, "whitmonday": 50, "pentecostmonday": 50,
    "trinitysunday": 56, "corpuschristi": 60,
}  # fmt: skip
"""By how many days each is away from Easter Sunday."""
_ANYWHERE: dict[str, Made] = {
    **dict.fromkeys(("newyear", "newyears"), _on(1, 1)),
    **dict.fromkeys(("valentine", "valentines"), _on(2, 14)),
    **dict.fromkeys(("stpatrick", "stpatricks", "saintpatrick"), _on(3, 17)),
    "halloween": _on(10, 31),
    "blackfriday": _nth(4, _THURSDAY, 11, 1), "cybermonday": _nth(4, _THURSDAY, 11, 4), "givingtuesday": _nth(4, _THURSDAY, 11, 5),
    "smallbusinesssaturday": _nth(4, _THURSDAY, 11, 2),
    "christmas": _on(12, 25), "boxing": _on(12, 26),
    **dict.fromkeys(("newyeareve", "newyearseve", "nye"), _on(12, 31)),
}  # fmt: skip
_AMERICAN: dict[str, Made] = {
    **dict.fromkeys(("mlk", "mlkjr", "martinlutherking", "martinlutherkingjr"), _nth(3, _MONDAY, 1)),
    "lincolnbirthday": _on(2, 12),
    **dict.fromkeys(("presidents", "president", "washingtonbirthday"), _nth(3, _MONDAY, 2)),
    "memorial": _nth(-1, _MONDAY, 5), "juneteenth": _on(6, 19), "independence": _on(7, 4), "labor": _nth(1, _MONDAY, 9),
    **dict.fromkeys(("columbus", "indigenouspeoples", "indigenouspeople"), _nth(2, _MONDAY, 10)),
    "election": _nth(1, _MONDAY, 11, 1),  # the Tuesday after the first Monday
    **dict.fromkeys(("veterans", "veteran"), _on(11, 11)),
    "thanksgiving": _nth(4, _THURSDAY, 11),
}  # fmt: skip
"""What they are called in the United States, whether a state keeps them or not."""


def named_day(bare: str, region: str) -> Made | None:
    """The day of each year that is called so, `bare` being its name in small letters alone; None for a name that is none."""
    if bare in _EASTER:
        return lambda year: _easter(year, region) + timedelta(days=_EASTER[bare])
    return _ANYWHERE.get(bare) or (_AMERICAN.get(bare) if region.startswith("US") else None)


def _easter(year: int, region: str) -> date:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # few name it

    return easter(year, EASTER_ORTHODOX if region[:2] in _ORTHODOX else EASTER_WESTERN)
