"""Where the days off of a country come from; the office's own closings are laid over them elsewhere."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from typing import TYPE_CHECKING

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.near import nearest

if TYPE_CHECKING:
    from holidays import HolidayBase


@dataclass(frozen=True)
class YearCalendar:
    """A year's days that differ from Monday to Friday: False is a day off, True a working day.

    `provisional`: nobody has published that year yet, or the source does not reach back so far, or some of its dates are estimates.
    """

    exceptions: dict[date, bool]
    provisional: bool
    source: str


def exceptions(region: str, year: int) -> YearCalendar:
    """The calendar of a country (`CN`) or a part of one (`US-CA`); "" and "none" are plain weekends. BadInput for an unknown region."""
    code = region.strip().upper()
    if code in ("", "NONE"):
        return YearCalendar({}, provisional=False, source="weekends")
    if code in ("CN", "CHN"):
        return _china(year)
    return _elsewhere(code, year)


def _china(year: int) -> YearCalendar:
    """China's make-up working days 调休 are decided by the State Council each autumn for the year to come."""
    import chinese_calendar

    published = {**dict.fromkeys(chinese_calendar.holidays, False), **dict.fromkeys(chinese_calendar.workdays, True)}
    if year not in {day.year for day in published}:
        return YearCalendar({}, provisional=True, source="weekends")
    found = {day: working for day, working in published.items() if day.year == year and working != _on_weekday(day)}
    return YearCalendar(found, provisional=False, source=f"chinesecalendar {chinese_calendar.__version__}")


def _elsewhere(code: str, year: int) -> YearCalendar:
    from holidays.version import __version__

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of years it does not know; they are provisional, which is said in our words
        calendar = _published(code, year)
        found = {day: working for day in _days_of(year) if (working := calendar.is_working_day(day)) != _on_weekday(day)}
    known = calendar.start_year <= year <= calendar.end_year
    estimated = any("estimated)" in name for name in calendar.values())
    return YearCalendar(found, provisional=estimated or not known, source=f"holidays {__version__} {code}")


def _published(code: str, year: int) -> HolidayBase:
    """The library's calendar of one year, with English names; BadInput with the nearest codes where it has none."""
    import holidays

    country, _dash, part = code.partition("-")
    parts_by_country = holidays.list_supported_countries()
    if country not in parts_by_country:
        first, rest = code[:2], code[2:].lstrip("_ ./")
        near = [f"{first}-{name}" for name in parts_by_country.get(first, ()) if name.upper() == rest]  # USCA, US CA
        from officecli.store.calendar.regions import regions_meant  # a code is seldom wrong, and the names of all take a quarter of a second

        raise _unknown(code, near or regions_meant(code))
    parts = {name.upper(): name for name in parts_by_country[country]}
    if part and part not in parts:
        raise _unknown(code, [f"{country}-{name}" for name in nearest(part, parts, 3)] or [country])
    languages = getattr(holidays, country).supported_languages
    return holidays.country_holidays(country, subdiv=parts.get(part), years=year, language="en_US" if "en_US" in languages else None)


def _unknown(code: str, near: list[str]) -> BadInput:
    what = _("There is no calendar for the region “{region}”.").format(region=code[:40])
    if near:
        return BadInput(what, fix=_("Did you mean {codes}? “none” is Monday to Friday, without holidays.").format(codes=", ".join(near)))
    return BadInput(what, fix=_("Give a country code such as CN or US-CA, or “none” for Monday to Friday without holidays."))


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]


def _on_weekday(day: date) -> bool:
    return day.weekday() < 5


def holiday_names(region: str, year: int) -> tuple[tuple[date, str], ...]:
    """The public holidays of a year with their English names, in order; BadInput for an unknown region."""
    code = region.strip().upper()
    return tuple(sorted(_published("CN" if code == "CHN" else code, year).items()))
