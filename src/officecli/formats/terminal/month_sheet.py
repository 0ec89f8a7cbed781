"""A month's sheet as a wall calendar has it: a week a line, on each day what falls due, by its light and its number."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from datetime import date
from typing import Any

from officecli.formats.out.safe import pad, safe, width
from officecli.formats.value import SIGNS
from officecli.i18n import N_, _
from officecli.model.time.day_names import WEEKDAYS
from officecli.model.words import word
from officecli.reports.shape.month import Month
from officecli.reports.shape.report import Report

GAP = 1
NARROW = 8  # cells of a day: with fewer it is only said how many fall due on it
TITLED = 14  # cells of a day in which the beginning of a matter is read
MOST = 4  # lines of a day
WIDEST = 24
CLOSED, MADE_UP = N_("×"), N_("+")
GRAVEST = ("red", "yellow", "green", "grey", "blue")


def month_lines(report: Report, month: Month, room: int) -> list[str]:
    """The sheet in at most `room` cells: the weekdays, then each week; below it what its marks mean."""
    cells = min(WIDEST, (room + GAP) // 7 - GAP)
    due: dict[date, list[dict[str, Any]]] = {}
    for row in report.rows:
        if row["due"]:
            due.setdefault(date.fromisoformat(row["day"]), []).append(row)
    names = [_(WEEKDAYS[(month.begins + number) % 7]) for number in range(7)]
    lines = [_line(names, cells), "─" * (7 * (cells + GAP) - GAP)]
    for week in Calendar(month.begins).monthdatescalendar(month.first.year, month.first.month):
        days = [_day(day, month, due.get(day, []), cells) if month.first <= day <= month.last else [""] for day in week]
        high = max(len(day) for day in days)
        lines += [_line([day[number] if number < len(day) else "" for day in days], cells) for number in range(high)]
        lines += [""] if cells >= NARROW else []
    return [*lines, *([] if cells >= NARROW else [""]), *_legend(report, month, room)]


def _day(day: date, month: Month, rows: list[dict[str, Any]], cells: int) -> list[str]:
    """The lines of a day: its number and whether the office is closed, then what falls due."""
    number = f"[{day.day}]" if day == month.today else str(day.day)
    first = number + (_(CLOSED) if day in month.off else _(MADE_UP) if day in month.make_up else "")
    if not rows:
        return [first]
    if cells < NARROW:
        gravest = min((row["light"] for row in rows), key=GRAVEST.index)
        return [first, f"{SIGNS[gravest]}{len(rows)}"]
    shown = rows if len(rows) <= MOST else rows[: MOST - 1]
    return [first, *(_short(row, cells) for row in shown), *([f"+{len(rows) - len(shown)}"] if len(shown) < len(rows) else [])]


def _short(row: dict[str, Any], cells: int) -> str:
    """An item in so many cells: its sign, its number without the year, and the beginning of its matter where there is room."""
    text = f"{SIGNS[row['light']]}{safe(row['number']).rpartition('-')[2]}"
    return _cut(f"{text} {safe(row['title'])}" if cells >= TITLED else text, cells)


def _cut(text: str, cells: int) -> str:
    while width(text) > cells:
        text = text[:-2] + "…"
    return text


def _line(texts: list[str], cells: int) -> str:
    return (" " * GAP).join(pad(text, cells) for text in texts).rstrip()


def _legend(report: Report, month: Month, room: int) -> Iterator[str]:
    """What the marks mean, of those that there are."""
    here = {row["light"] for row in report.rows if row["due"]}
    marks = [f"{SIGNS[light]} {word('light', light)}" for light in GRAVEST if light in here]
    marks += [f"{_(CLOSED)} {word('ahead', 'closed')}"] if month.off else []
    marks += [f"{_(MADE_UP)} {word('ahead', 'make-up')}"] if month.make_up else []
    marks += [_("[ ] today")] if month.first <= month.today <= month.last else []
    line = ""
    for mark in marks:
        if line and width(line) + 2 + width(mark) > room:
            yield line
            line = ""
        line += ("  " if line else "") + mark
    if line:
        yield line
