"""When an item is handed out, and by when it must be signed for, by the office's hours and working days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.sign_limits import sign_by
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader


def issue_moment(read: Reader, issued: date) -> datetime:
    """When the item is handed out, UTC: now, or the opening of the office on another day."""
    if issued == read.today:
        return clock.now()
    hours = OfficeHours.parse(read.office["hours"])
    opening = datetime.combine(issued, time(), ZoneInfo(read.office["timezone"]))
    return opening + timedelta(seconds=hours.spans[0][0])


def sign_limit(read: Reader, at: datetime, urgency: str) -> datetime:
    """By when an item handed out at this moment must be signed for."""
    local = at.astimezone(ZoneInfo(read.office["timezone"]))
    return sign_by(local, urgency, working_days(read), OfficeHours.parse(read.office["hours"]), read.settings)
