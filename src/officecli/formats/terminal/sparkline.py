"""How figures went, a line each in small blocks: what a window draws of a chart of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.formats.out.safe import pad, safe, width
from officecli.reports.shape.chart import Chart

BLOCKS = "▁▂▃▄▅▆▇█"
LEAST = 3
"""With fewer values there is no course to be seen."""


def sparklines(charts: Sequence[Chart], room: int) -> Iterator[str]:
    """A line for each course of these charts, with its first and its last figure; the
    latest blocks only where the window has no room for all, no line where for too few.
    """
    courses = [(safe(series.label), series.values, chart.percent) for chart in charts if chart.kind == "lines" for series in chart.series]
    side = max((width(label) for label, _values, _percent in courses), default=0)
    for label, values, percent in courses:
        known = [value for value in values if value is not None]
        ends = f"{_figure(known[0], percent=percent)} → {_figure(known[-1], percent=percent)}" if known else ""
        most = room - side - width(ends) - 4
        if len(known) >= LEAST and most >= LEAST:
            yield f"{pad(label, side)}  {sparkline(values[-most:], top=100 if percent else None)}  {ends}"


def sparkline(values: Sequence[float | None], *, top: float | None = None) -> str:
    """A block for each value, from nothing up to `top` (None: the greatest of them); a gap where it is not known."""
    most = top or max((value for value in values if value is not None), default=0) or 1
    return "".join(" " if value is None else BLOCKS[min(len(BLOCKS) - 1, int(value / most * len(BLOCKS)))] for value in values)


def _figure(value: float, *, percent: bool) -> str:
    return f"{value:.1f}%" if percent else f"{value:g}"
