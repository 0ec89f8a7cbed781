"""Writes the calendar's days: a table worked out from the calendar's own rows, so that SQL can subtract working days."""

from __future__ import annotations

from datetime import date

from officecli.store.calendar.days import COLUMNS, each_day
from officecli.store.write.writer import Writer

TABLE = "calendar_day"


def write_days(writer: Writer, last: date) -> None:
    """Write the days up to `last` anew from the first on that is not as the calendar's rows give it: working days are counted on from one to the next."""
    expected = list(each_day(writer.read, last))
    there = list(writer.read.each(f"SELECT {', '.join(COLUMNS)} FROM {TABLE} ORDER BY date", {}))
    alike = 0
    while alike < min(len(there), len(expected)) and there[alike] == expected[alike]:
        alike += 1
    if alike < len(there):
        writer.run(f"DELETE FROM {TABLE} WHERE date >= {writer.marks(1)}", [(there[alike][0],)])
    writer.insert_values(TABLE, COLUMNS, expected[alike:])
