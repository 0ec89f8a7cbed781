"""A month with its deadlines and its days off, as a sheet in a window and as rows for everything else."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from inline_snapshot import snapshot

from officecli import i18n, personal
from officecli.errors import BadInput
from officecli.formats import as_ics, as_table
from officecli.formats.out.page import Page
from officecli.formats.out.safe import width
from officecli.formats.terminal.month_sheet import month_lines
from officecli.reports.planning import calendar
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.month import weeks_begin
from officecli.reports.shape.report import Report
from stage.by_row import Staged


def found(office: Staged, month: str = "", **filters: Any) -> Report:
    with office.reading() as read:
        return calendar.report(read, Filters(text=month, **filters))


def sheet(report: Report, cells: int) -> str:
    assert report.month is not None
    lines = month_lines(report, report.month, cells)
    assert max(map(width, lines)) <= cells
    return "\n".join(lines)


def test_each_deadline_stands_on_its_day_beside_the_days_off(busy_office: Staged) -> None:
    november, october = found(busy_office), found(busy_office, "2026-10")
    assert [(row["day"], row["number"], row["light"]) for row in november.rows] == snapshot(
        [
            ("2026-11-06", "2026-003", "blue"),
            ("2026-11-13", "2026-001", "red"),
            ("2026-11-20", "2026-002", "red"),
            ("2026-11-23", "2026-005", "yellow"),
            ("2026-11-23", "2026-011", "yellow"),
            ("2026-11-24", "2026-006", "yellow"),
            ("2026-11-25", "2026-007", "green"),
        ]
    )
    assert november.summary == snapshot({"deadlines": 7, "open": 6, "working_days": 21})
    assert [(row["day"], row["ahead"]) for row in october.rows if row["ahead"]] == snapshot(
        [
            ("2026-10-01", "closed"),
            ("2026-10-02", "closed"),
            ("2026-10-05", "closed"),
            ("2026-10-06", "closed"),
            ("2026-10-07", "closed"),
            ("2026-10-10", "make-up"),
        ]
    )
    assert found(busy_office, "2026-11", person=("张三",)).total < november.total
    assert {row["number"] for row in found(busy_office, "11月", status="open").rows} <= {row["number"] for row in november.rows}


def test_a_sheet_of_the_month_fits_narrow_and_wide_windows_in_both_languages(busy_office: Staged) -> None:
    assert sheet(found(busy_office), 40) == snapshot("""\
Mon  Tue  Wed  Thu  Fri  Sat  Sun
──────────────────────────────────
                              1×
2    3    4    5    6    7×   8×
                    ✓1
9    10   11   12   13   14×  15×
                    ▲1
16   17   18   19   20   21×  22×
                    ▲1
[23] 24   25   26   27   28×  29×
◐2   ◐1   ●1
30

▲ red  ◐ yellow  ● green  ✓ blue
× office closed  [ ] today\
""")
    assert sheet(found(busy_office), 80) == snapshot("""\
Mon        Tue        Wed        Thu        Fri        Sat        Sun
────────────────────────────────────────────────────────────────────────────
                                                                  1×

2          3          4          5          6          7×         8×
                                            ✓003

9          10         11         12         13         14×        15×
                                            ▲001

16         17         18         19         20         21×        22×
                                            ▲002

[23]       24         25         26         27         28×        29×
◐005       ◐006       ●007
◐011

30

▲ red  ◐ yellow  ● green  ✓ blue  × office closed  [ ] today\
""")
    i18n.use("zh")
    try:
        assert sheet(found(busy_office), 120) == snapshot("""\
周一             周二             周三             周四             周五             周六             周日
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                                                                                                      1休

2                3                4                5                6                7休              8休
                                                                    ✓003 接待方案

9                10               11               12               13               14休             15休
                                                                    ▲001 全县经济工…

16               17               18               19               20               21休             22休
                                                                    ▲002 关于老旧小…

[23]             24               25               26               27               28休             29休
◐005 办公用房…   ◐006 防汛值班…   ●007 涉密文件…
◐011 突发停水…

30

▲ 红  ◐ 黄  ● 绿  ✓ 蓝  休 休息  [ ] 今天\
""")
    finally:
        i18n.use("en")


def test_weeks_begin_as_in_the_region_and_what_a_day_cannot_hold_is_counted(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    report = found(busy_office)
    assert report.month is not None
    first = next(row for row in report.rows if row["number"])
    many = replace(report, rows=tuple({**first, "number": f"2026-{n}"} for n in range(6)), month=replace(report.month, begins=6))
    lines = sheet(many, 80).splitlines()
    assert lines[0].split() == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    assert [line.split()[0] for line in lines if "+" in line][:1] == ["+3"]
    assert [weeks_begin(region) for region in ("CN", "US", "us-ca", "", "GB", "EG")] == [0, 6, 6, 0, 0, 5]
    monkeypatch.setitem(personal.for_now, "week", "saturday")
    assert weeks_begin("CN") == 5, "as somebody has it for themselves"
    assert found(busy_office, "next").title == found(busy_office, "next month").title


def test_a_window_has_the_sheet_a_pipe_only_rows_and_a_calendar_program_the_days(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    report = found(busy_office)

    def drawn(page: Page) -> str:
        stream = io.StringIO()
        as_table.write(report, stream, page)
        return stream.getvalue()

    assert "Mon " in drawn(Page(width=80, terminal=True))
    assert "Mon " not in drawn(Page())
    monkeypatch.setitem(personal.for_now, "plain", "yes")
    assert "Mon " not in drawn(Page(width=80, terminal=True))
    calendar_file = io.StringIO(newline="")
    as_ics.write(report, calendar_file, Page())
    assert calendar_file.getvalue().count("BEGIN:VTODO") == sum(1 for row in report.rows if row["due"])
    assert date.fromisoformat(report.rows[0]["day"]).month == 11


@pytest.mark.parametrize(("typed", "said"), [("2026-Q4", "no month"), ("sometime", "no month, quarter, half-year or year"), ("2999-01", "year")])
def test_what_is_no_month_is_said(busy_office: Staged, typed: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        found(busy_office, typed)
    assert said in str(refused.value) + refused.value.why
    assert refused.value.fix
