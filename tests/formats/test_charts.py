"""Charts say what the rows say, in lengths and places, and nothing that people wrote gets out of them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import lxml.html
import pytest

from officecli.formats import as_docx, as_html
from officecli.formats.out.page import Page
from officecli.formats.paper.charts import WIDE, drawn
from officecli.reports.shape.chart import Chart, Series, bars
from officecli.reports.shape.report import Report


def line(*values: float | None) -> Chart:
    return Chart("On time", tuple(f"2026-{month:02d}" for month in range(1, len(values) + 1)), (Series("on time", values),), "lines", percent=True)


def test_bars_are_as_long_as_their_values_and_stand_one_after_the_other() -> None:
    found = drawn(Chart("Open", ("Ana", "督查室"), (Series("overdue", (1, 0), "bad"), Series("other", (3, 2), "faint")), mark=2, mark_label="two"))
    assert found
    late, other, second = found.blocks
    assert [late.tone, other.tone, second.tone] == ["bad", "faint", "faint"]
    assert (other.wide / late.wide, second.wide / late.wide, other.x) == pytest.approx((3, 2, late.x + late.wide), abs=0.1)
    assert second.y > late.y == other.y
    assert late.said == "Ana: overdue 1; other 3"
    assert [text.said for text in found.texts] == ["Ana", "4", "督查室", "2"]
    assert [text.said for text in found.legend] == ["overdue", "other", "two"]
    assert found.rules[1][0] == pytest.approx(second.x + second.wide, abs=0.1), "the mark stands where a bar of its value ends"


def test_what_is_not_known_is_a_gap_in_the_line_and_no_nought() -> None:
    found = drawn(line(100, 50, None, 0))
    assert found
    (drawn_line,) = found.lines
    assert [len(run.split()) for run in drawn_line.runs] == [2, 1]
    (first, second, last) = drawn_line.points
    assert (second.y - first.y) * 2 == last.y - first.y
    assert [point.said for point in drawn_line.points] == ["2026-01: on time 100.0%", "2026-02: on time 50.0%", "2026-04: on time 0.0%"]
    unknown = drawn(Chart("Shares", ("a", "b"), (Series("", (None, 40)),), percent=True))
    assert unknown
    assert [text.said for text in unknown.texts] == ["a", "–", "b", "40.0%"]


@pytest.mark.parametrize("chart", [line(), line(None, None), Chart("", (), ())])
def test_nothing_is_drawn_of_nothing(chart: Chart) -> None:
    assert drawn(chart) is None


@pytest.mark.parametrize("values", [(0.0,), (0.0, 0.0), (7.0,), (10_000.0, 3.0)])
@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_noughts_single_values_and_large_ones_stay_on_the_chart(values: tuple[float, ...], kind: str) -> None:
    found = drawn(Chart("", tuple("很长的科室名称及其下属机构办公室" for _value in values), (Series("a", values),), kind))  # type: ignore[arg-type]
    assert found
    assert all(block.x >= 0 and block.x + block.wide <= WIDE for block in found.blocks)
    assert all(0 <= point.x <= WIDE and 0 <= point.y <= found.high for one in found.lines for point in one.points)
    assert all(0 <= text.x <= WIDE and 0 <= text.y <= found.high for text in found.texts)


def test_of_many_rows_the_first_are_drawn() -> None:
    rows = [{"name": str(number), "n": number} for number in range(90)]
    ((shown,), none) = (bars("", lambda row: str(row["name"]), found, (("n", "plain", lambda row: row["n"]),)) for found in (rows, []))
    assert (len(shown.names), shown.series[0].values[-1], none) == (20, 19, ())


def test_a_page_draws_it_and_obeys_nothing_in_it_and_word_has_the_table(sample: Callable[..., Report]) -> None:
    hostile = '</title><script>alert(1)</script>" onload="x'
    report = sample("en", charts=(Chart(hostile, (hostile,), (Series(hostile, (3,)), Series("b", (1,)))), line(50, 60)))
    stream = io.StringIO()
    as_html.write(report, stream, Page())
    page = stream.getvalue()
    assert page.count("<svg") == 2
    assert "<script" not in page
    assert not any("onload" in one.attrib for one in lxml.html.document_fromstring(page).iter())
    assert re.search(r'fill="|stroke="|style="|#[0-9a-f]{3,6}', page.partition("<body>")[2]) is None, (
        "no colour of its own: the page's, light, dark or printed"
    )
    as_docx.write(report, io.BytesIO(), Page())
