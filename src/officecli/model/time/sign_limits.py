"""By when an item must be signed for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.working_days import WorkingDays


def sign_by(issued_at: datetime, urgency: str, days: WorkingDays, hours: OfficeHours, limits: Mapping[str, int]) -> datetime:
    """The last moment, on the office's clock like `issued_at`, at which signing for an item is in time.

    `limits` are the settings: office hours for urgent and most urgent items, working days for the others,
    which have until closing time of the last of them.
    """
    if urgency == "most-urgent":
        return hours.add(issued_at, limits["sign.most_urgent_hours"], days)
    if urgency == "urgent":
        return hours.add(issued_at, limits["sign.urgent_hours"], days)
    return hours.end_of_day(days.add(issued_at.date(), limits["sign.ordinary_days"]), issued_at)
