"""Reads the calendar's rows back as working days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from officecli.model.time.statutory import china
from officecli.model.time.working_days import FIRST, WorkingDays
from officecli.store.read.reader import Reader

SATURDAY = 5
YEARS_AHEAD = 30
"""How far the calendar runs beyond the year in which it was last worked out."""


def known_years(read: Reader) -> set[int]:
    """The years whose public days off are on record; of the others at most those are known that the law fixes, provisionally."""
    return {row["year"] for row in read.rows("SELECT year FROM calendar_year")}


def working_days(read: Reader, last: date | None = None) -> WorkingDays:
    """The office's working days: public days off, and the office's own closings and make-up days over them; up to `last`, or all there are."""
    if last is None:
        if read.calendar is None:
            read.calendar = _worked_out(read, date.fromisoformat(read.value("SELECT MAX(date) FROM calendar_day")))
        return read.calendar
    return _worked_out(read, last)


def _worked_out(read: Reader, until: date) -> WorkingDays:
    region, known = read.office["region"].upper(), known_years(read)
    exceptions = _fixed_by_law(region, set(range(FIRST.year, until.year + 1)) - known, until)
    for row in read.rows("SELECT year, exceptions FROM calendar_year"):
        if row["year"] <= until.year:
            for month_day, working in json.loads(row["exceptions"]).items():
                exceptions[date.fromisoformat(f"{row['year']}-{month_day}")] = bool(working)
    for row in read.rows("SELECT day, working FROM office_day WHERE day <= :until", until=until.isoformat()):
        exceptions[date.fromisoformat(row["day"])] = bool(row["working"])
    unannounced = () if region in ("", "NONE") else frozenset(range(max(known, default=FIRST.year) + 1, until.year + 1))
    return WorkingDays(exceptions, last=until, unannounced=unannounced)


def _fixed_by_law(region: str, years: set[int], until: date) -> dict[date, bool]:
    """The days off known of these years whatever will be announced for them, up to the last day of the calendar."""
    if region not in ("CN", "CHN"):
        return {}
    return {day: False for year in sorted(years) for day in china(year) if day.weekday() < SATURDAY and day <= until}


COLUMNS = ("date", "is_working", "working_no", "provisional")


def each_day(read: Reader, last: date) -> Iterator[tuple[str, int, int, int]]:
    """The rows of `calendar_day` up to `last`, by COLUMNS, as the calendar's own rows give them."""
    known = {str(year) for year in known_years(read)}
    certain = read.office["region"] in ("", "none")
    for day, working, number in working_days(read, last).rows():
        yield day, working, number, 0 if certain or day[:4] in known else 1
