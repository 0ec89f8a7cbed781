"""Says where days may still change: the days off of their year are not announced yet.

Every report with deadlines asks it, and so it stands apart from the words of dates as people write them, which are slow to import.
"""

from __future__ import annotations

from collections.abc import Iterable

from officecli.i18n import _, listed
from officecli.store.read.reader import Reader


def say_provisional(read: Reader, days: Iterable[str | None]) -> str:
    """Whether some of these days (ISO), worked out in working days, may still change, as their year's days off are not announced; "" where none may."""
    today = read.today.isoformat()
    years = {day[:4] for day in days if day and day > today}
    if not years or max(years) == today[:4]:
        return ""
    open_ones = {row["year"] for row in read.rows("SELECT DISTINCT SUBSTR(date, 1, 4) AS year FROM calendar_day WHERE provisional = 1")}
    unknown = sorted(years & open_ones)
    return _("The public holidays of {year} are not yet known: working days in it are provisional.").format(year=listed(unknown)) if unknown else ""
