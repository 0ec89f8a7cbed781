"""Charts put into places and words, for the macro that writes them as SVG; a unit is a pixel where the page has room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from math import ceil, log10

from officecli.formats.out.safe import safe, width
from officecli.i18n import clauses, headed
from officecli.light import dataclass
from officecli.reports.shape.chart import Chart, Series

WIDE = 420.0
_CELL = 6.3  # half a Han character in type of 12, or a Latin one in bold
_ROW, _THICK, _LEGEND = 21.0, 13.0, 20.0
_NAMES, _VALUES = 158.0, 58.0  # what the names and the values of bars take at most
_LEFT, _RIGHT, _HIGH, _FOOT = 40.0, 44.0, 130.0, 20.0  # around and in the field of lines


@dataclass(frozen=True)
class Text:
    """Words at a place; `anchor` says which end of them stands there."""

    x: float
    y: float
    said: str
    anchor: str = "start"
    tone: str = ""


@dataclass(frozen=True)
class Block:
    """A rectangle of a series, with what it says where one points at it."""

    x: float
    y: float
    wide: float
    tone: str
    said: str


@dataclass(frozen=True)
class Line:
    """A line of a series: unbroken `runs` of points, each point with what it says."""

    tone: str
    place: int
    runs: tuple[str, ...]
    points: tuple[Text, ...]


@dataclass(frozen=True)
class Drawn:
    """A chart, ready to be written."""

    title: str
    high: float
    texts: tuple[Text, ...]
    legend: tuple[Text, ...] = ()
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    rules: tuple[tuple[float, float, float, float, str], ...] = ()
    wide: float = WIDE
    thick: float = _THICK


def drawn(chart: Chart) -> Drawn | None:
    """The chart in places, None where there is nothing to draw."""
    if not chart.names or all(value is None for one in chart.series for value in one.values):
        return None
    return _bars(chart) if chart.kind == "bars" else _lines(chart)


def _said(chart: Chart, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}%" if chart.percent else f"{value:.1f}".rstrip("0").rstrip(".")


def _told(chart: Chart, place: int, of: Series | None = None) -> str:
    """What stands at a place of the chart, in words."""
    each = (f"{one.label} {_said(chart, one.values[place])}" for one in ([of] if of else chart.series))
    return safe(headed(chart.names[place], clauses(each)))


def _legend(chart: Chart) -> tuple[Text, ...]:
    """What each manner stands for, on a line of its own, where there are several or a mark."""
    entries: list[tuple[str, str]] = [(one.label, one.tone) for one in chart.series] if len(chart.series) > 1 else []
    entries += [(chart.mark_label, "mark")] if chart.mark is not None and chart.mark_label else []
    found, x = [], 0.0
    for label, tone in entries:
        found.append(Text(x, 11, safe(label), tone=tone))
        x += 32 + width(safe(label)) * _CELL
    return tuple(found)


def _bars(chart: Chart) -> Drawn:
    legend = _legend(chart)
    top = _LEGEND if legend else 2.0
    names = [_cut(safe(name)) for name in chart.names]
    left = min(_NAMES, max(width(name) for name in names) * _CELL) + 8
    room = WIDE - left - _VALUES
    sums = [sum(one.values[place] or 0 for one in chart.series) for place in range(len(names))]
    most = max([*sums, chart.mark or 0]) or 1
    at = round(left + (chart.mark or 0) / most * room, 1)
    texts, blocks = [], []
    for place, name in enumerate(names):
        y, x = top + place * _ROW, left
        texts.append(Text(left - 6, y + 11, name, "end"))
        for one in chart.series:
            long = (one.values[place] or 0) / most * room
            if long > 0:
                blocks.append(Block(round(x, 1), y, round(max(long, 1), 1), one.tone, _told(chart, place)))
            x += long
        unknown = all(one.values[place] is None for one in chart.series)
        said = _said(chart, None if unknown else sums[place])
        over_mark = chart.mark is not None and x < at < x + 8 + len(said) * _CELL
        texts.append(Text(round((at if over_mark else x) + 5, 1), y + 11, said))
    high = top + len(names) * _ROW
    rules = ((left, top - 2, left, high, "axis"), *(((at, top - 2, at, high, "mark"),) if chart.mark is not None else ()))
    return Drawn(safe(chart.title), high + 2, tuple(texts), legend, tuple(blocks), rules=rules)


def _cut(name: str) -> str:
    """The name, or as much of it as there is room for."""
    room = int(_NAMES / _CELL)
    if width(name) <= room:
        return name
    while width(name) > room - 1:
        name = name[:-1]
    return name + "…"


def _lines(chart: Chart) -> Drawn:
    legend = _legend(chart)
    top = _LEGEND + 6 if legend else 8.0
    foot, right = top + _HIGH, WIDE - _RIGHT
    most = 100.0 if chart.percent else _rounded_up(max(value for one in chart.series for value in one.values if value is not None))
    places = len(chart.names)
    across = [_LEFT + (right - _LEFT) * ((place / (places - 1)) if places > 1 else 0.5) for place in range(places)]

    def point(place: int, value: float) -> tuple[float, float]:
        return round(across[place], 1), round(foot - value / most * _HIGH, 1)

    rules = [(_LEFT, y, right, y, "axis" if y == foot else "grid") for y in (foot, top + _HIGH / 2, top)]
    texts = [
        Text(_LEFT - 5, y + 4, _said(chart, value).replace(".0%", "%"), "end") for value, y in ((0, foot), (most / 2, top + _HIGH / 2), (most, top))
    ]
    every = max(1, ceil(max(width(name) for name in chart.names) * _CELL * 1.15 / ((right - _LEFT) / max(1, places - 1))))
    texts += [
        Text(round(across[place], 1), foot + 15, safe(chart.names[place]), "middle") for place in range(places) if (places - 1 - place) % every == 0
    ]
    lines = []
    for number, one in enumerate(chart.series):
        points = [Text(*point(place, value), _told(chart, place, one)) for place, value in enumerate(one.values) if value is not None]
        lines.append(Line(one.tone, number, tuple(_runs(one, point)), tuple(points)))
    texts += _ends(chart, [point(places - 1, value) if (value := one.values[-1]) is not None else None for one in chart.series])
    return Drawn(safe(chart.title), foot + _FOOT, tuple(texts), legend, lines=tuple(lines), rules=tuple(rules))


def _runs(one: Series, point: Callable[[int, float], tuple[float, float]]) -> Iterator[str]:
    """The values as unbroken lines: where one is not known there is a gap."""
    for known, run in groupby(enumerate(one.values), key=lambda each: each[1] is not None):
        if known:
            yield " ".join(f"{x},{y}" for x, y in (point(place, value) for place, value in run if value is not None))


def _ends(chart: Chart, ends: list[tuple[float, float] | None]) -> Iterator[Text]:
    """What each line has come to, beside its last point; lines that end together do not write over each other."""
    highest = 1e9
    known = sorted(((end[1], end[0], one) for end, one in zip(ends, chart.series, strict=True) if end), key=lambda each: -each[0])
    for y, x, one in known:
        highest = min(y + 4, highest - 12)
        yield Text(x + 7, round(highest, 1), _said(chart, one.values[-1]))


def _rounded_up(value: float) -> float:
    """The next of 2, 4, 10, 20, 40, 100 and so on, whose half is whole."""
    power = 10.0 ** max(0, int(log10(max(value, 1))))
    return next(power * step for step in (1, 2, 4, 10) if power * step >= max(value, 2))
