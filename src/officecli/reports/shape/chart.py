"""A chart beside the rows of a report: what is to be compared, in numbers; formats that can draw do so, the others have the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.hints import Any, Literal
from officecli.light import dataclass

Tone = Literal["plain", "good", "bad", "faint"]

MOST_BARS = 20
"""More are looked up in the table."""


@dataclass(frozen=True)
class Series:
    """What is drawn in one manner: a value for each of the chart's `names`, None where it is not known."""

    label: str
    values: tuple[float | None, ...]
    tone: Tone = "plain"


@dataclass(frozen=True)
class Chart:
    """`bars`: one for each name, its series one after the other; `lines`: the names from left to right, a line for each series.

    `percent`: values are percentages. `mark` is a value to hold the others against, such as a floor, under `mark_label`.
    """

    title: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Literal["bars", "lines"] = "bars"
    percent: bool = False
    mark: float | None = None
    mark_label: str = ""


def bars(
    title: str,
    name: Callable[[Any], str],
    rows: Sequence[dict[str, Any]],
    series: Sequence[tuple[str, Tone, Callable[[Any], float | None]]],
    **more: Any,
) -> tuple[Chart, ...]:
    """A chart of the first rows, or none where there is no row: each series is its label, its tone and its value of a row."""
    shown = rows[:MOST_BARS]
    drawn = tuple(Series(label, tuple(map(value, shown)), tone) for label, tone, value in series)
    return (Chart(title, tuple(map(name, shown)), drawn, **more),) if shown else ()
