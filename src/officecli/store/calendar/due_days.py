"""In SQL, whether feedback by the calendar (`model.time.feedback`) is due by a day; the same as `Calendar.is_due` in both engines."""

from __future__ import annotations

_T = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)  # Sakamoto's: what the months before add to a weekday


def by_calendar(code: str) -> str:
    """Whether a column with the code of a feedback period names days of the calendar."""
    return f"REPLACE({code}, '-', '') <> {code}"


FEEDBACK_LIMIT = f"""CASE i.feedback_every WHEN 'weekly' THEN CAST(:feedback_weekly_days AS INTEGER) WHEN 'monthly' THEN CAST(:feedback_monthly_days AS INTEGER)
            ELSE CASE WHEN {by_calendar("i.feedback_every")} THEN 1 ELSE CAST(REPLACE(i.feedback_every, 'd', '') AS INTEGER) END END"""
"""How many days may pass without feedback on an item `i`; takes :feedback_weekly_days and :feedback_monthly_days.

Weeks and months are counted in working days; "10d" is ten days of the calendar,
which has a row for each. By days of the calendar ("monthly-25") each sign is that
of the next due day, which it may fall on itself: of those that have passed since, one is answered.
"""


def is_due_day(code: str, day: str) -> str:
    """Whether the column `day` of a row of `calendar_day`, an ISO date, is one of the days that the column `code` names."""
    year, month, number = (f"CAST(SUBSTR({day}, {start}, {length}) AS INTEGER)" for start, length in ((1, 4), (6, 2), (9, 2)))
    ends_month = f"{number} >= 28 AND SUBSTR((SELECT MIN(after.date) FROM calendar_day after WHERE after.date > {day}), 9, 2) = '01'"
    lacking = " OR ".join(f"({number} < {late} AND {_names(code, str(late))})" for late in (29, 30, 31))
    of_month = f"({_names(code, number)} OR ({ends_month} AND ({lacking})))"
    return (
        f"(({code} LIKE 'weekly-_%' AND {_names(code, _weekday(year, month, number))}) OR ({code} LIKE 'monthly-_%' AND {of_month})"
        f" OR ({code} LIKE 'quarterly-_%' AND {month} % 3 = 0 AND {of_month}))"
    )


def _names(code: str, number: str) -> str:
    """Whether the code has this number among its days."""
    return f"REPLACE({code} || '-', '-' || CAST({number} AS TEXT) || '-', '') <> {code} || '-'"


def _weekday(year: str, month: str, number: str) -> str:
    """1 for Monday to 7 for Sunday."""
    adds = " ".join(f"WHEN {at} THEN {added}" for at, added in enumerate(_T, 1))
    since = f"({year} - CASE WHEN {month} < 3 THEN 1 ELSE 0 END)"
    return f"(({since} + {since} / 4 - {since} / 100 + {since} / 400 + CASE {month} {adds} END + {number} + 6) % 7 + 1)"
