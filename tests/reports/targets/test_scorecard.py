"""A scorecard by hand: every figure of a month is checked against a table, and what is shown adds up to what is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from officecli.cli import main
from officecli.errors import BadInput, NotFound
from officecli.formats import as_csv, as_json, as_md, as_table
from officecli.formats.out.page import Page
from officecli.model.office.organisation import PastPost, Person, Post, Setting
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.reports.targets.scorecard import report
from stage import by_row
from stage.by_row import Staged
from stage.clerks_november import At, base, november, result, target

CHEN_JING = [
    # term, matter, goal, result, how known, on, weight, base, bonus, points
    ("efficiency-quality", "按时办结率", "≥ 95%", "50% (2/4)", "computed", None, "40.00", "21.05", "0.00", "21.05"),
    ("output", "简报", "≥ 12篇", "13篇", "recorded", None, "30.00", "30.00", "2.50", "32.50"),
    ("norm", "会务规范", "≥ 100%", "66.67% (2/3)", "recorded", None, "20.00", "13.33", "0.00", "13.33"),
    ("efficiency-quality", "平均办理天数", "≤ 2天", "3天", "recorded", None, "10.00", "6.67", "0.00", "6.67"),
    ("late", "乙", None, None, None, "2026-11-11", None, None, None, "-2.00"),
    ("late", "丙", None, None, None, "2026-11-14", None, None, None, "-2.00"),
    ("no-feedback", "丁", None, None, None, "2026-11-17", None, None, None, "-10.00"),
    ("empty-feedback", "丁", None, None, None, "2026-11-09", None, None, None, "-5.00"),
    ("unanswered", "丙", None, None, None, "2026-11-16", None, None, None, "-0.50"),
    ("output", "调研", "≥ 1篇", "1篇", "recorded", None, None, None, None, None),
]
HEADLINE = {"base": "71.05", "bonus": "2.50", "deductions": "19.50", "score": "54.05"}
EXACT = {key: Decimal(amount) for key, amount in HEADLINE.items()}


def test_a_month_by_hand(office_url: str, at: At) -> None:
    office = base(office_url)
    november(office, at)
    with office.reading() as read:
        card = report(read, Filters(text="陈静"), period="2026-11")
    keys = ("term", "matter", "goal", "result", "known", "day", "weight", "base", "bonus", "points")
    assert [tuple(row[key] for key in keys) for row in card.rows] == CHEN_JING
    assert card.summary == EXACT
    assert card.headline == "陈静: base 71.05 + bonus 2.50 − deductions 19.50 = 54.05."
    assert sum(Decimal(row["points"]) for row in card.rows if row["points"]) == Decimal("54.05")
    assert card.rows[0]["sources"] == "2026-001 1, 2026-002 0, 2026-003 0, 2026-004 1"
    assert card.rows[1]["sources"].startswith("V")
    assert [row["number"] for row in card.rows if row["part"] == "deductions"] == ["2026-002", "2026-003", "2026-004", "2026-004", "2026-003"]

    with office.reading() as read:
        overview = report(read, Filters(limit=0), period="2026-11")
        posts = {row["post"]: row for row in report(read, Filters(limit=0), by="post", period="2026-11").rows}
        units = {row["unit"]: row for row in report(read, Filters(limit=0), by="unit", period="2026-11").rows}
        december = report(read, Filters(text="陈静"))
        quarter = report(read, Filters(text="陈静"), period="2026-Q4")
        half = report(read, Filters(text="陈静"), period="2026-H2")
        earlier = report(read, Filters(text="陈静", as_of="2026-11-16"), period="2026-11")
    people = {row["person"]: row for row in overview.rows}
    assert {key: people["陈静"][key] for key in HEADLINE} == HEADLINE
    assert overview.summary == EXACT | {"scored": 1}
    assert people["王强"]["score"] is None, "nothing to score is no score of nought"
    assert {key: posts["督查科员"][key] for key in HEADLINE} == HEADLINE
    assert (units["督查室"]["people"], units["督查室"]["score"], units["督查室"]["mean"]) == (1, "54.05", "54.05")
    in_december = [*(row[0] for row in CHEN_JING[1:4]), CHEN_JING[0][0], "output"]
    assert [row["term"] for row in december.rows] == in_december, "the ledger had nothing to measure yet; what was late in November is not late again"
    assert december.summary["score"] == 0
    assert any("3 targets have no result yet" in note for note in december.notes)
    assert next((row["matter"], row["points"]) for row in quarter.rows) == ("满意率", "0.00")
    assert quarter.summary["deductions"] == half.summary["deductions"] == Decimal("19.50")
    assert [row["matter"] for row in half.rows] == [row["matter"] for row in quarter.rows], "what quarters score, rolled up"
    assert half.filters["period"] == "2026-H2"
    assert any("2026-11 is not over: this is how it stands on 2026-11-16" in note for note in earlier.notes)
    assert any("Counted with what was recorded and confirmed by 2026-12-" in note for note in overview.notes), "which may be more another day"
    assert not any("recorded and confirmed by" in note for note in (*december.notes, *earlier.notes))
    assert [(row["term"], row["day"]) for row in earlier.rows if row["part"] == "deductions"] == [
        ("late", "2026-11-11"), ("late", "2026-11-14"), ("empty-feedback", "2026-11-09"),
    ], "the prod of that day nobody could answer yet"  # fmt: skip


def every_sum(found: Report) -> Decimal:
    return sum((Decimal(row["points"]) for row in found.rows if row["points"]), Decimal(0))


def test_every_card_adds_up_in_every_grouping(november_office: Staged) -> None:
    office = november_office
    with office.changing() as change:
        target(change, "秘书科科员", "来文登记", amount="100", weight="60.00")
        result(change, "来文登记", "99.99")
    with office.reading() as read:
        for by in ("person", "post", "unit"):
            overview = report(read, Filters(limit=0), by=by, period="2026-11")
            explained = report(read, Filters(limit=0), by=by, period="2026-11", explain=True)
            assert every_sum(explained) == explained.summary["score"]
            shown = [row for row in overview.rows if row["score"] is not None]
            assert {key: sum(Decimal(row[key]) for row in shown) for key in HEADLINE} == {key: overview.summary[key] for key in HEADLINE}
            for row in shown:
                assert Decimal(row["base"]) + Decimal(row["bonus"]) - Decimal(row["deductions"]) == Decimal(row["score"])
                card = report(read, Filters(text=row[by]), period="2026-11")
                assert every_sum(card) == card.summary["score"] == Decimal(row["score"])
        people = {row["person"]: row for row in report(read, Filters(limit=0), period="2026-11").rows}
        unit = next(row for row in report(read, Filters(limit=0), by="unit", period="2026-11").rows if row["unit"] == "秘书科")
    assert people["王强"]["score"] == people["刘洋"]["score"] == "59.99", "each on a post of two seats; missed by a hair is not met"
    assert (unit["people"], unit["score"], unit["mean"]) == (2, "119.98", "59.99")


def test_a_post_that_changed_hands_scores_for_who_held_it_at_the_end(november_office: Staged, at: At) -> None:
    office = november_office
    at("2026-11-27T01:00")
    with office.changing() as change:
        chen, zhao = (change.get(Person, office.people[name]) for name in ("陈静", "赵敏"))
        for person, post_id in ((chen, zhao.post_id), (zhao, chen.post_id)):
            change.add(PastPost, "person-move", person_id=person.id, post_id=person.post_id, until=change.day)
            change.set(person, "person-move", post_id=post_id)
    at("2026-12-03T02:00")
    with office.reading() as read:
        found = {row["person"]: row for row in report(read, Filters(limit=0), period="2026-11").rows}
        card = report(read, Filters(text="督查科员"), period="2026-11")
        before = {row["person"]: row for row in report(read, Filters(limit=0, as_of="2026-11-26"), period="2026-11").rows}
    assert (found["陈静"]["base"], found["陈静"]["deductions"]) == ("0.00", "19.50"), "deductions are a person's own"
    assert found["赵敏"]["base"] == "71.05"
    assert any("督查室/督查科员 changed hands on 2026-11-27: it scores for 赵敏" in note for note in card.notes)
    assert before["陈静"]["deductions"] == "19.50"
    assert before["赵敏"]["score"] is None


def test_targets_of_items_and_duties_score_too(sqlite_office: str, at: At) -> None:
    office = base(sqlite_office)
    at("2026-11-02T01:00")
    with office.changing() as change:
        item = by_row.new_item(change, office.people, "专报", "陈静", date(2026, 11, 27))
        duty = change.read.value("SELECT id FROM duty WHERE title = '批示跟踪'")
        target(change, "", "采用", item_id=item.id, target_class="output", amount="1", unit="篇", weight="10.00")
        target(change, "", "回告", duty_id=duty, amount="100", weight="20.00")
        for metric, value in (("采用", "1"), ("回告", "100")):
            result(change, metric, value)
    with office.reading() as read:
        person, post = (report(read, Filters(text=name)) for name in ("陈静", "督查室/督查科员"))
    assert {row["matter"]: row["points"] for row in person.rows} == {"采用": "10.00", "回告": "20.00"}
    assert {row["matter"]: row["points"] for row in post.rows} == {"回告": "20.00"}, "an item's own scores for its lead"
    assert "The weights of 督查室/督查科员 add up to 20.00, not to 100." in post.notes


def test_a_title_of_several_units_must_say_which(sqlite_office: str, at: At) -> None:
    office = base(sqlite_office)
    at("2026-11-23T02:00")
    with office.changing() as change:
        rank = change.read.value("SELECT MIN(id) FROM rank")
        change.add(Post, "setup", title="督查科员", unit_id=office.units["秘书科"], rank_id=rank)
    with office.reading() as read:
        with pytest.raises(BadInput, match="Several units have a post"):
            report(read, Filters(text="督查科员"))
        assert report(read, Filters(text="督查室/督查科员")).title == "Scorecard of 督查室/督查科员"
        assert report(read, Filters(text="县政府办公室")).title == "Scorecards", "the office itself is everybody"


@pytest.fixture
def empty(sqlite_office: str, at: At) -> Iterator[Any]:
    at("2026-11-23T02:00")
    with base(sqlite_office).reading() as read:
        yield read


def test_what_the_ledger_had_nothing_to_measure_of_is_left_out_and_the_rest_carries_its_weight(sqlite_office: str, at: At) -> None:
    at("2026-11-23T02:00")
    office = base(sqlite_office)
    with office.changing() as change:
        target(change, "督查科员", "按时率", amount="95", weight="40.00", computed="on-time")
        target(change, "督查科员", "简报", target_class="output", amount="10", unit="篇", weight="45.00", bonus="5")
        target(change, "督查科员", "满意率", amount="90", weight="15.00")
        result(change, "简报", "5")
        result(change, "满意率", "95")
    with office.reading() as read:
        card = report(read, Filters(text="陈静"))
        overview = next(row for row in report(read, Filters()).rows if row["person"] == "陈静")
    assert [(row["matter"], row["part"], row["weight"], row["points"]) for row in card.rows] == [
        ("简报", "targets", "75.00", "37.50"),
        ("满意率", "targets", "25.00", "25.00"),
        ("按时率", "left-out", None, None),
    ]
    assert card.summary["score"] == Decimal("62.50")
    assert (overview["score"], overview["weight"], overview["targets"]) == ("62.50", "100.00", 2)
    assert any("had nothing to measure: it is left out" in note for note in card.notes)
    assert not any("add up to" in note for note in card.notes)


def test_a_card_of_nothing_but_idle_targets_is_no_score(sqlite_office: str, at: At) -> None:
    at("2026-11-23T02:00")
    office = base(sqlite_office)
    with office.changing() as change:
        target(change, "督查科员", "按时率", amount="95", weight="100.00", computed="on-time")
    with office.reading() as read:
        row = next(row for row in report(read, Filters()).rows if row["person"] == "陈静")
    assert (row["score"], row["weight"], row["missing"]) == (None, None, 0)


def test_a_floor_gives_back_what_is_missing_as_a_term_of_its_own(november_office: Staged) -> None:
    office = november_office
    with office.changing() as change:
        change.add(Setting, "config", name="score.floor", value="1")
        change.add(Setting, "config", name="score.late", value="50")
    with office.reading() as read:
        card = report(read, Filters(text="陈静"), period="2026-11")
        units = {row["unit"]: row for row in report(read, Filters(), by="unit", period="2026-11").rows}
    assert card.summary == {**EXACT, "deductions": Decimal("115.50"), "forgiven": Decimal("41.95"), "score": Decimal("0.00")}
    assert every_sum(card) == 0
    assert [row["points"] for row in card.rows if row["term"] == "forgiven"] == ["41.95"]
    assert card.headline == "陈静: base 71.05 + bonus 2.50 − deductions 115.50 + forgiven 41.95 = 0.00."
    assert (units["督查室"]["score"], units["督查室"]["forgiven"]) == ("0.00", "41.95")


def test_nothing_set_and_nothing_owed(empty: Any) -> None:
    found = report(empty, Filters())
    assert [row for row in found.rows if row["score"] is not None] == []
    assert (found.headline, found.summary["score"]) == ("", 0)
    assert "neither a target nor a deduction" in report(empty, Filters(text="陈静")).empty


def test_a_period_before_the_first_entry_is_empty(empty: Any) -> None:
    found = report(empty, Filters(), period="2025-03")
    assert (found.rows, found.empty) == ((), "Nothing is on record before 2026-07-01.")


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        ({"period": "2026-12"}, BadInput, "still to come"),
        ({"period": "2027"}, BadInput, "still to come"),
        ({"period": "soon"}, BadInput, "no month, quarter, half-year or year"),
        ({"by": "rank"}, BadInput, "--by"),
        ({"text": "陈静静"}, NotFound, "no person, post or unit"),
        ({"sort": "beauty"}, BadInput, "cannot be sorted"),
        ({"unit": ("督察室",)}, NotFound, "no unit"),
        ({"text": "陈静", "unit": ("督查室",), "sort": "score"}, BadInput, "--unit, --sort choose among cards"),
    ],
)
def test_what_cannot_be_understood(empty: Any, words: dict[str, Any], error: type[Exception], said: str) -> None:
    own = {key: words.pop(key) for key in ("period", "by") if key in words}
    with pytest.raises(error, match=said):
        report(empty, Filters(**words), **own)


@pytest.mark.parametrize("format_", ["csv", "json", "md", "html", "docx"])
def test_a_card_is_written_to_a_file_in_every_format(november_office: Staged, tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"card.{format_}"
    assert (
        main.run(["scorecard", "陈静", "--period", "2026-11", "-o", str(file), "--db", f"sqlite:///{november_office.place.path}", "--as", "陈静"])
        == 0
    )
    assert file.stat().st_size > 500
    if format_ == "json":
        found = json.loads(file.read_text(encoding="utf-8"))
        assert found["summary"] == {"base": 71.05, "bonus": 2.5, "deductions": 19.5, "score": 54.05}
        assert sum(row["points"] or 0 for row in found["rows"]) == pytest.approx(54.05)


def test_a_card_in_every_format(november_office: Staged) -> None:
    office = november_office
    with office.reading() as read:
        card = report(read, Filters(text="陈静"), period="2026-11")
    drawn = {}
    for format_ in (as_table, as_csv, as_json, as_md):
        stream = io.StringIO()
        format_.write(card, stream, Page(width=100, terminal=True) if format_ is as_table else Page())
        drawn[format_] = stream.getvalue()
        assert {as_json: '"points": -10,', as_csv: "-10.00"}.get(format_, "−10.00") in drawn[format_], "people read the sign of the days"
    rows = list(csv.DictReader(io.StringIO(drawn[as_csv])))
    assert sum(Decimal(row["points"] or 0) for row in rows) == Decimal("54.05"), "numbers a spreadsheet can add up"
