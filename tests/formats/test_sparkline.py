from __future__ import annotations

import io

import pytest

from officecli import personal
from officecli.formats import as_table
from officecli.formats.out.page import Page
from officecli.formats.terminal.sparkline import sparkline, sparklines
from officecli.reports.shape.chart import Chart, Series
from officecli.reports.shape.report import Column, Report

MONTHS = tuple(f"2026-{month:02}" for month in range(1, 7))
CHART = Chart("x", MONTHS, (Series("登记", (0, 2, None, 4, 8, 1)), Series("few", (None, 1, None, None, None, 2))), "lines")
SHARES = Chart("y", MONTHS, (Series("on time", (50.0, 100.0, 75.0, 0.0, 12.5, 100.0)),), "lines", percent=True)


@pytest.mark.parametrize(
    ("values", "top", "drawn"),
    [((0, 2, None, 4, 8, 1), None, "▁▃ ▅█▂"), ((50.0, 100.0), 100, "▅█"), ((0, 0), None, "▁▁"), ((None,), None, " "), ((), None, "")],
)
def test_a_block_for_each_value(values: tuple[float | None, ...], top: float | None, drawn: str) -> None:
    assert sparkline(values, top=top) == drawn


def test_a_line_for_each_course_that_can_be_seen_and_the_latest_where_room_is_short() -> None:
    assert [*sparklines((CHART, SHARES), 60)] == ["登记     ▁▃ ▅█▂  0 → 1", "on time  ▅█▇▁▂█  50.0% → 100.0%"]
    assert [*sparklines((CHART,), 17)] == ["登记   ▅█▂  0 → 1"]
    assert [*sparklines((CHART, SHARES), 12)] == []
    assert [*sparklines((), 80)] == []


def test_a_window_draws_them_a_pipe_and_plain_text_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report("trend", "Trend", "2026-07-01", (Column("month", "month"),), ({"month": MONTHS[0]},), charts=(SHARES,))

    def drawn(page: Page) -> str:
        stream = io.StringIO()
        as_table.write(report, stream, page)
        return stream.getvalue()

    assert "▅█▇▁▂█  50.0% → 100.0%" in drawn(Page(width=60, terminal=True))
    assert "█" not in drawn(Page())
    monkeypatch.setitem(personal.for_now, "plain", "yes")
    assert "█" not in drawn(Page(width=60, terminal=True))
