from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from officecli.errors import BadInput
from officecli.formats import as_table
from officecli.formats.out.page import Page
from officecli.formats.out.safe import width
from officecli.reports.shape.choosing import with_columns
from officecli.reports.shape.document import Chapter, Document
from officecli.reports.shape.document import Table as DocumentTable
from officecli.reports.shape.report import Column, Report

Make = Callable[..., Report]


def drawn(report: Report, page: Page) -> str:
    stream = io.StringIO()
    as_table.write(report, stream, page)
    return stream.getvalue()


def plain_report(rows: list[dict[str, Any]], **changes: Any) -> Report:
    columns = (Column("title", "matter", wide=True), Column("lead", "lead"), Column("late", "late", "integer"))
    return Report("list", "Items", "2026-11-23", columns, tuple(rows), total=len(rows), **changes)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("cells", [28, 33, 40, 61, 80, 100, 140, 200, 300])
def test_every_line_fits_the_window_and_none_is_cut(monkeypatch: pytest.MonkeyPatch, sample: Make, cells: int, language: str) -> None:
    monkeypatch.setenv("TERM", "dumb")  # which Rich would take for 80 cells wide
    text = drawn(sample(language, total=0), Page(width=cells, terminal=True))
    assert all(width(line) <= cells for line in text.splitlines())
    assert "…" not in text


@given(
    st.lists(st.tuples(st.text("ab督，é👍 《\n", max_size=40), st.none() | st.integers(-999, 999_999)), min_size=1, max_size=5), st.integers(20, 90)
)
def test_a_window_shows_all_that_was_written(rows: list[tuple[str, int | None]], cells: int) -> None:
    text = drawn(plain_report([{"title": title, "lead": "Ana", "late": late} for title, late in rows]), Page(width=cells, terminal=True))
    assert all(width(line) <= cells for line in text.splitlines())
    shown = Counter(text)
    for title, late in rows:
        shown.subtract(title.replace("\n", "⏎").replace(" ", ""))
        shown.subtract("" if late is None else str(late).replace("-", "−"))
    assert min(shown.values()) >= 0


def test_columns_leave_by_weight_and_from_the_right_and_are_named(sample: Make) -> None:
    left_out = [
        re.search(r"Not shown here: (.*?); see", drawn(sample("en"), Page(width=cells, terminal=True)).replace("\n", " "))
        for cells in (300, 160, 120, 80)
    ]
    assert [found[1] if found else "" for found in left_out] == snapshot(
        ["", "goal, source", "progress, feedback, goal, source", "support, urgency, progress, feedback and 2 more columns"]
    )


def test_a_window_too_narrow_for_the_weightiest_columns_shows_cards(sample: Make) -> None:
    text = drawn(sample("en"), Page(width=40, terminal=True))
    assert "\n2026-031  ▲ red\n  matter" in text
    assert "──" not in text


def test_a_paper_on_a_screen_is_a_table_while_its_columns_have_room() -> None:
    """A bulletin gave a card to each matter that was closed, since what is seldom shown in a list asks for more room there."""
    columns = (Column("n", "number"), Column("title", "matter", wide=True), Column("lead", "lead"), Column("result", "result", wide=True, weight=3))
    row = {"n": "2026-031", "title": "公交站点优化方案的论证和公示", "lead": "陈静", "result": "方案已经专题会议研究通过并印发执行"}
    stream = io.StringIO()
    chapter = Chapter("Done", 2, tables=(DocumentTable("t", "", columns, (row,)),))
    as_table.write_document(Document("bulletin", "Bulletin", "", (chapter,)), stream, Page(width=64, terminal=True))
    assert re.search("number +matter +lead +result\n", stream.getvalue())


def test_a_card_without_a_number_begins_with_its_matter() -> None:
    columns = (Column("number", "number"), Column("title", "matter", wide=True), *(Column(f"c{n}", f"c{n}") for n in range(8)))
    rows = tuple({"number": number, "title": "Monday meeting", **{f"c{n}": "a-word-that-stays" for n in range(8)}} for number in (None, "2026-031"))
    text = drawn(Report("decisions", "Decisions", "", columns, rows, total=2), Page(width=40, terminal=True))
    assert "\nMonday meeting\n  c0" in text


def test_a_window_leaves_out_what_is_there_to_be_written_into_and_says_where_it_stands() -> None:
    """The sheet of a meeting was 300 lines of cards with nothing in them."""
    columns = (Column("number", "number"), Column("said", "decision", use="written"), Column("due", "deadline", "date"))
    report = Report("sheet", "Sheet", "", columns, ({"number": "2026-001", "due": "2026-11-30"},))
    assert "number    deadline  \n" in (window := drawn(report, Page(width=80, terminal=True)))
    assert window.endswith("-o sheet.xlsx\nNot shown here: decision; see them with --wide, or name some with --columns.\n")
    assert "decision" in drawn(report, Page())


def test_a_name_stays_on_one_line_where_that_costs_no_column() -> None:
    columns = (
        Column("title", "matter", wide=True),
        Column("lead", "lead"),
        Column("leader", "leader"),
        Column("a", "on", "date"),
        Column("b", "by", "date"),
    )
    rows = ({"title": "a matter of many words, " * 4, "lead": "Fiona Gallagher", "leader": "Carlos Mendieta", "a": "2026-08-14", "b": "2026-08-14"},)
    assert "Fiona Gallagher  Carlos Mendieta" in drawn(Report("list", "List", "", columns, rows, total=1), Page(width=78, terminal=True))


@pytest.mark.parametrize(("label", "shown"), [("工作日（−逾期）", "\n  工作日（−逾期）  7\n"), ("working days late", "\n  working days   7\n  late")])
def test_a_card_gives_a_label_a_little_more_than_a_third_where_that_tears_none(label: str, shown: str) -> None:
    columns = (Column("number", "number"), Column("late", label, "integer"), *(Column(f"c{n}", f"c{n}") for n in range(8)))
    rows = ({"number": "2026-031", "late": 7, **{f"c{n}": "twelve cells" for n in range(8)}},)
    text = drawn(Report("list", "Items", "2026-11-23", columns, rows, total=1), Page(width=40, terminal=True))
    assert shown in "\n".join(line.rstrip() for line in text.splitlines())


def test_a_card_has_a_line_for_what_an_eye_would_not_take_in_as_a_column_and_says_what_its_figure_is() -> None:
    columns = (Column("row", "row", "integer"), *(Column(f"c{n}", f"column {n}") for n in range(9)), Column("extra", "extra", weight=3))
    rows = ({"row": 4, "extra": "x", **{f"c{n}": "twelve cells" for n in range(9)}},)
    text = drawn(Report("list", "Items", "2026-11-23", columns, rows, total=1), Page(width=80, terminal=True))
    assert "\nrow 4\n" in text
    assert [f"column {n}  twelve cells" in text for n in range(9)] == [True] * 9
    assert "Not shown here: extra;" in text


def test_what_is_to_be_copied_is_not_broken_while_other_text_can_give_way() -> None:
    columns = (Column("title", "matter", wide=True), Column("to_type", "type", whole=True), Column("lead", "lead"))
    rows = ({"title": "Survey of the lifts of " * 3, "to_type": "submit 2026-054 …", "lead": "Ana"},)
    assert "  submit 2026-054 …  " in drawn(Report("list", "Items", "2026-11-23", columns, rows, total=1), Page(width=60, terminal=True))


def test_a_light_is_never_told_by_colour_alone(sample: Make) -> None:
    colored = drawn(sample("en"), Page(width=140, terminal=True, color=True))
    assert "\x1b[1;31m▲\x1b[0m red" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == drawn(sample("en"), Page(width=140, terminal=True))


def test_people_cannot_colour_or_move_the_terminal(sample: Make) -> None:
    for page in (Page(width=140, terminal=True), Page(width=30, terminal=True), Page()):
        text = drawn(sample("en"), page)
        assert "[red]x[/red]" in text
        assert not set("\x1b\x00\u202e\u200b\ud800") & set(text)


def test_rows_above_five_hundred_and_piped_rows_are_whole(sample: Make) -> None:
    title = "关于老旧小区电梯更新改造的" * 8
    for count, page in ((501, Page(width=60, terminal=True)), (1, Page(width=60))):
        assert title in drawn(plain_report([{"title": title, "lead": "张三", "late": 1}] * count), page)
    assert title not in drawn(plain_report([{"title": title, "lead": "张三", "late": 1}] * 100), Page(width=60, terminal=True))


@given(st.lists(st.tuples(st.text("ab督，é👍 \x1b\n", max_size=9), st.none() | st.integers(-999, 999_999)), min_size=1, max_size=8))
def test_plain_columns_line_up_by_display_width(rows: list[tuple[str, int | None]]) -> None:
    text = drawn(plain_report([{"title": title, "lead": "|", "late": late} for title, late in rows]), Page())
    heading, rule, *lines = text.rstrip("\n").split("\n\n")[1].split("\n")
    place = width(heading[: heading.index("lead")])
    assert {width(line[: line.index("|")]) for line in lines} == {place}
    assert {width(line) for line in lines} == {width(rule)} == {width(heading)}


def test_a_word_of_usual_length_stays_whole() -> None:
    columns = (Column("title", "matter", wide=True), Column("unit", "unit"))
    report = Report("list", "Items", "", columns, ({"title": "Replace the microfilm reader " * 3, "unit": "Administration of the archive"},))
    assert "  Administration\n" in drawn(report, Page(width=37, terminal=True))


def test_nothing_found_says_so_without_headings() -> None:
    for page in (Page(), Page(width=80, terminal=True), Page(width=20, terminal=True)):
        text = drawn(plain_report([], empty="Nothing is overdue."), page)
        assert "Nothing is overdue." in text
        assert "matter" not in text


def test_what_the_limit_left_out_is_said() -> None:
    report = Report("list", "Items", "", (Column("n", "n", "integer"),), ({"n": 1},), total=2915)
    assert "… 2,914 more: --limit 0, or --format csv" in drawn(report, Page())


def test_a_group_is_headed_once_and_its_column_left_out(sample: Make) -> None:
    text = drawn(sample("en"), Page(width=140, terminal=True))
    assert text.count("督查室 (2)") == 1
    assert "unit  " not in text


def test_a_heading_gets_one_line_or_two_never_a_useless_bit_more() -> None:
    columns = (Column("lead", "lead"), Column("late", "working days late", "integer"))
    report = Report("list", "Items", "", columns, ({"lead": "Ana", "late": 3},))
    widths = {cells: len(drawn(report, Page(width=cells, terminal=True)).splitlines()[-1]) for cells in (20, 22, 23)}
    assert widths == {20: len("lead  ") + len("days late"), 22: len("lead  ") + len("days late"), 23: len("lead  working days late")}


def items_report(rows: int = 3, **changes: Any) -> Report:
    columns = (
        Column("number", "number"),
        Column("light", "light", "light"),
        Column("title", "matter", wide=True),
        Column("lead", "lead"),
        Column("due", "deadline", "date"),
        Column("working_days_left", "days left", "integer"),
        Column("working_days_late", "days late", "count"),
        Column("status", "status", "word", weight=2),
        Column("remarks", "remarks", weight=2),
        *(Column(f"more_{n}", f"more {n}", weight=3) for n in range(9)),
        Column("count", "counted", "integer", weight=4),
    )
    said: dict[str, Any] = {"remarks": None, "count": 5} | {f"more_{n}": "x" for n in range(9)}
    late = {"light": "red", "status": "in-hand", "working_days_left": None, "working_days_late": 3}
    soon = {"light": "yellow", "status": "issued", "working_days_left": 4, "working_days_late": 0}
    moved = {"light": "green", "status": "in-hand", "working_days_left": 9, "working_days_late": 2}
    made = tuple(
        {"number": f"2026-{n:03}", "title": "电梯", "lead": "Ana", "due": "2026-11-20", **(late, soon, moved)[(n - 1) % 3], **said}
        for n in range(1, rows + 1)
    )
    return Report("list", "Items", "2026-11-23", columns, made, total=rows, **changes)


@pytest.mark.parametrize(("cells", "most"), [(80, 7), (120, 10), (200, 17)])
def test_a_window_shows_no_more_columns_than_an_eye_takes_in_and_none_that_is_empty(cells: int, most: int) -> None:
    heading = drawn(items_report(), Page(width=cells, terminal=True)).splitlines()[2]
    assert [*re.split("  +", heading)][:6] == ["number", "status", "matter", "lead", "deadline", "days (−late)"]
    assert len(re.split("  +", heading)) == min(most, 6 + 9)
    assert "remarks" not in heading


def test_days_are_one_column_with_a_sign_and_a_light_is_told_by_its_shape_beside_the_status() -> None:
    lines = drawn(items_report(), Page(width=80, terminal=True)).splitlines()
    assert [re.split("  +", line)[1:6:4] for line in lines[4:7]] == [["▲ in hand", "−3"], ["◐ issued", "+4"], ["● in hand", "+9 (−2)"]]
    assert "▲ red  ◐ yellow  ● green" in lines


def test_a_light_and_status_in_one_column_have_the_heading_of_the_status() -> None:
    """The sheet of a meeting said Number, Matter, Lead, Deadline, status."""
    report = items_report()
    columns = tuple(replace(column, label=column.label.capitalize()) for column in report.columns)
    assert drawn(replace(report, columns=columns), Page(width=80, terminal=True)).splitlines()[2].startswith("Number    Status")


def test_programs_and_pipes_get_the_columns_as_they_are() -> None:
    assert "days left  days late  status" in drawn(items_report(), Page())


def test_what_is_asked_for_is_shown_as_it_is_and_wide_is_everything() -> None:
    named = with_columns(items_report(), "due, 牵头人, -Light,working-days-late,lead".replace("牵头人", "matter"))
    assert [column.key for column in named.columns] == ["due", "title", "working_days_late", "lead"]
    assert "deadline    matter  days late  lead" in drawn(named, Page(width=80, terminal=True))
    without = drawn(with_columns(items_report(), "-light,-lead"), Page(width=80, terminal=True))
    assert "lead" not in without.splitlines()[2]
    assert "status" in without.splitlines()[2]
    wide = drawn(with_columns(items_report(), "", wide=True), Page(width=40, terminal=True))
    assert wide.count("counted") == 3
    for typed, said in (("nonsense", "nonsense"), (",".join("-" + column.key for column in items_report().columns), "No column")):
        with pytest.raises(BadInput, match=said):
            with_columns(items_report(), typed)


def test_where_the_window_is_too_short_the_gravest_is_last_unless_a_pager_begins_at_the_top() -> None:
    report = items_report(30, gravest_first=True)
    numbers = [f"2026-{n:03}" for n in range(1, 31)]

    def order(page: Page, found: Report = report) -> list[str]:
        return re.findall(r"^2026-\d{3}", drawn(found, page), re.MULTILINE)

    assert order(Page(width=80, height=25, terminal=True)) == numbers[::-1]
    assert order(Page(width=80, height=60, terminal=True)) == numbers
    assert order(Page(width=80, height=25, paged=True, terminal=True)) == numbers
    assert order(Page(width=80, height=25, terminal=True), items_report(30)) == numbers
    assert order(Page()) == numbers
    many = items_report(101, gravest_first=True)
    assert order(Page(width=80, height=25, terminal=True), many)[0] == "2026-101"
    assert len(re.split("  +", drawn(many, Page(width=80, height=25, terminal=True)).splitlines()[2])) == 7
