"""Wednesday 25 November 2026, in an office that works Monday to Friday: where days that are typed are seen from."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac

LAST = date(2056, 12, 31)
PLAIN = Almanac(WorkingDays({}, last=LAST))
WEDNESDAY = date(2026, 11, 25)

dates_known = st.dates(date(2000, 1, 1), LAST)
bases = st.dates(date(2001, 1, 1), date(2050, 12, 31))
