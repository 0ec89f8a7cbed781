"""What weekdays and months are called, in short, English messages; and what a week is, in words."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.i18n import N_, _, language

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def week_of(monday: str) -> str:
    """The week of a Monday in ISO format, as a heading: `week of 2026-07-27` · `7月27日—8月2日`."""
    if language() != "zh":
        return _("week of {day}").format(day=monday)
    first = date.fromisoformat(monday)
    last = first + timedelta(days=6)
    return f"{first.month}月{first.day}日—{f'{last.month}月' if last.month != first.month else ''}{last.day}日"
