"""The papers of items and decisions say what is on record, leave open what is to be written in, and are refused where nothing is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officecli.errors import BadInput, NotFound
from officecli.formats.paper.own_template import values_of
from officecli.model.chain.decisions import Decision
from officecli.model.items import Extension, Item, Prod
from officecli.model.names import name_key
from officecli.model.office.organisation import Body
from officecli.reports.chain import decision_paper
from officecli.reports.items import bulletin
from officecli.reports.items.papers import extension_form, notice, prod_notice
from officecli.reports.shape.document import Chapter, Document
from officecli.reports.shape.filters import Filters
from stage import by_row
from stage.by_row import Staged
from stage.places import ROOT

MADE: dict[str, tuple[Callable[..., Document], Filters]] = {
    "notice": (notice.paper, Filters(numbers=("1",))),
    "prod": (prod_notice.paper, Filters(numbers=("1",))),
    "extension": (extension_form.paper, Filters(numbers=("2",))),
    "decision": (decision_paper.paper, Filters()),
    "bulletin": (bulletin.report, Filters()),
}


@pytest.fixture
def office(store_url: str, at: Callable[[str], None]) -> Staged:
    """On 23 November: 1 overdue and pressed for three times, an outside body's; 2 with a later deadline asked for; 3 closed in time; 4 due next."""
    at("2026-11-02T01:00")
    office = by_row.office(store_url)
    with office.changing() as change:
        body = change.add(Body, "add", name="县水利局", name_key=name_key("县水利局"), contact="周工", phone="0571-1234").id
        decided = change.add(
            Decision,
            "decide",
            number="D2026-001",
            year=2026,
            serial=1,
            title="水库除险",
            title_key="水库除险",
            source="第12次会议",
            registered=date(2026, 11, 2),
            person_id=office.people["王建国"],
            decided_by="王建国",
            day=date(2026, 11, 2),
        )
        new = by_row.new_item
        new(change, office.people, "水库除险加固", "张三", date(2026, 11, 13), goal="三座水库验收", body_id=body, decision_id=decided.id, point="1")
        new(change, office.people, "会议材料", "钱进", date(2026, 11, 27))
        new(change, office.people, "值班表", "周涛", date(2026, 11, 20))
        new(change, office.people, "年终总结", "李明", date(2026, 12, 4))
    for day, level in (("2026-11-16", "blue"), ("2026-11-18", "orange"), ("2026-11-20", "red")):
        at(f"{day}T01:00")
        with office.changing() as change:
            one = _item(change, 1)
            change.add(Prod, "prod", item_id=one.id, person_id=one.originator_id, lead_id=one.lead_id, day=change.day, level=level, text="请报进度")
            if level == "blue":
                by_row.extend(change, _item(change, 2), date(2026, 12, 1), None)
                by_row.close(change, _item(change, 3))
    at("2026-11-23T01:00")
    return office


def _item(change: Any, serial: int) -> Item:
    found: Item = change.get(Item, change.read.value("SELECT id FROM item WHERE serial = :n", n=serial))
    return found


def _made(office: Staged, make: Callable[..., Document], *numbers: str, **filters: Any) -> tuple[Chapter, ...]:
    with office.reading() as read:
        found = make(read, Filters(numbers=numbers, **filters))
    assert found.office == "县政府办公室"
    assert found.official or not found.chapters
    return found.chapters


def test_what_a_quoted_matter_quotes_stands_in_single_marks(office: Staged) -> None:
    with office.changing() as change:
        by_row.new_item(change, office.people, "开展“回头看”检查", "李明", date(2026, 12, 4))
        one = _item(change, 5)
        change.add(Prod, "prod", item_id=one.id, person_id=one.originator_id, lead_id=one.lead_id, day=change.day, level="blue", text="")
    (pressed,) = _made(office, prod_notice.paper, "5")
    assert pressed.letter is not None
    assert pressed.letter.said[0].startswith("“开展‘回头看’检查” (2026-005)")
    assert pressed.values["title"] == "开展“回头看”检查"


def test_every_paper_says_what_is_on_record(office: Staged) -> None:
    first, second = _made(office, notice.paper, "2", "1")
    assert (first.letter.to, second.letter.to) == ("县水利局", "督查室")  # type: ignore[union-attr]
    assert {key: first.values[key] for key in ("number", "requirement", "responsible", "contact", "lead")} == {
        "number": "2026-001", "requirement": "三座水库验收", "responsible": "县水利局", "contact": "周工 0571-1234", "lead": "张三",
    }  # fmt: skip
    assert [chapter.begins_page for chapter in (first, second)] == [False, True]
    assert len(_made(office, notice.paper, unit=("综合科",))) == 2  # what is closed is not asked for by a filter
    assert _made(office, notice.paper, "3")[0].values["number"] == "2026-003"

    (pressed,) = _made(office, prod_notice.paper, status="open")
    assert pressed.letter is not None
    assert pressed.title == "Prod notice (third)"
    assert pressed.letter.said[0].startswith(
        "“水库除险加固” (2026-001), which you are responsible for, was due on 2026-11-13 and is 6 working days late."
    )
    assert pressed.letter.said[1:] == ("请报进度", "The earlier prods were left unanswered; please give the reason too.")
    assert pressed.letter.on == "2026-11-20"

    asked, open_one = _made(office, extension_form.paper, "2", "4")
    assert (asked.values["reason"], asked.values["asked_due"], asked.values["asker"]) == ("等数据", "2026-12-01", "钱进")
    assert "verdict" not in asked.values
    assert {"reason", "asked_due", "verdict"} <= open_one.blanks
    assert open_one.values["reason"] is None

    (decision,) = _made(office, decision_paper.paper, "D1")
    assert [(row["point"], row["number"], row["gap"]) for row in decision.tables[0].rows] == [("1", "2026-001", "overdue")]
    assert len(_made(office, decision_paper.paper)) == 1


def test_an_outside_body_signs_its_slip_itself(office: Staged) -> None:
    with office.changing() as change:
        for serial in (1, 2):
            change.set(_item(change, serial), "sign", signed=date(2026, 11, 3), status="in-hand")
    bodys, ours = _made(office, notice.paper, "1", "2")
    slips = [chapter.letter.slip.values for chapter in (bodys, ours)]  # type: ignore[union-attr]
    assert [(slip["receiver"], slip["signed"]) for slip in slips] == [(None, None), ("钱进", "2026-11-03")]
    (pressed,) = _made(office, prod_notice.paper, "1")
    assert [fact.label for fact in pressed.facts if fact.key == "lead"] == ["Followed up by"]


def test_no_form_asks_for_an_extension_after_the_deadline(office: Staged) -> None:
    with pytest.raises(BadInput, match="2026-001: the deadline has passed"):
        _made(office, extension_form.paper, "1", "4")
    assert "2026-001" not in [chapter.values["number"] for chapter in _made(office, extension_form.paper, status="open")]


def test_a_form_is_of_the_request_that_waits_or_holds(office: Staged, at: Callable[[str], None]) -> None:
    at("2026-11-24T01:00")
    with office.changing() as change:
        item = _item(change, 2)
        asked = change.get(Extension, change.read.value("SELECT MAX(id) FROM extension"))
        by_row.decide(change, item, asked, "granted")
    (granted,) = _made(office, extension_form.paper, "2")
    assert (granted.values["due"], granted.values["verdict"], granted.values["decided_by"]) == (
        "2026-11-27",
        "granted, new deadline 2026-12-01",
        "王建国",
    )
    assert granted.values["before"] == "never"
    with office.changing() as change:
        change.set(_item(change, 2), "edit", due=date(2026, 12, 8))
    (anew,) = _made(office, extension_form.paper, "2")
    assert (anew.values["due"], anew.values["reason"], anew.values["before"]) == ("2026-12-08", None, "1 time (2 working days in all)")


def test_the_bulletin_of_a_month_names_who_lags_behind_and_what_is_next(office: Staged) -> None:
    with office.reading() as read:
        found = bulletin.report(read, Filters(text="2026-11"))
        assert found.summary == {
            "handed_out": 4, "closed": 1, "closed_in_time": 1, "open": 3, "overdue": 1, "next_deadline": "2026-11-27", "lagging_units": ["综合科"],
            "lagging_bodies": ["县水利局"],
        }  # fmt: skip
        (chapter,) = found.chapters
        assert {table.key: [row.get("number") or (row.get("unit") or row.get("body"), row["longest"]) for row in table.rows] for table in chapter.tables} == {
            "closed": ["2026-003"], "units": [("综合科", 6)], "bodies": [("县水利局", 6)], "overdue": ["2026-001"], "coming": ["2026-002", "2026-004"],
        }  # fmt: skip
        assert chapter.letter is not None
        assert chapter.letter.said[0].endswith("On 2026-11-23, 3 are open, 1 of them overdue. The period is not over.")
        assert chapter.letter.closing[0].startswith("综合科, 县水利局 are asked")
        assert len(chapter.letter.said) == 1
        some = bulletin.report(read, Filters(text="2026-11", unit=("综合科",), urgency="urgent")).chapters[0].letter
        assert some is not None
        assert some.said[1:] == ("It tells of some matters only: 综合科, urgent.",), "or whoever gets it takes the figures for all"
        before = bulletin.report(read, Filters(text="2026-10"))
        assert [table.notes for table in before.chapters[0].tables if table.notes] == [
            ("Nothing was closed.",), ("Nothing is overdue.",), ("Nothing is due in the next 14 days.",),
        ]  # fmt: skip
        assert read.as_of == date(2026, 11, 23)
        with pytest.raises(BadInput, match="still to come"):
            bulletin.report(read, Filters(text="2027-01"))


def test_a_paper_of_nothing_is_refused(office: Staged) -> None:
    wrong: tuple[tuple[Callable[..., Document], tuple[str, ...], type[Exception], str], ...] = (
        (notice.paper, (), BadInput, "Which items"),
        (notice.paper, ("99",), NotFound, "no item “99”"),
        (prod_notice.paper, ("1", "2", "4"), BadInput, "Nobody was prodded on 2026-002, 2026-004 yet"),
        (extension_form.paper, ("3",), BadInput, "2026-003: what is over"),
        (decision_paper.paper, ("7",), NotFound, "no decision “7”"),
    )
    for make, numbers, error, said in wrong:
        with pytest.raises(error, match=said):
            _made(office, make, *numbers)


def test_the_page_of_papers_names_every_placeholder(office: Staged) -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs" / "papers.md").read_text("utf-8").splitlines()
        if line.startswith("| `") and line.count("|") == 3
    ]
    told = {
        name: {found for placeholders, paper in rows if paper.startswith((name, "every")) for found in re.findall("`([^`]+)`", placeholders)}
        for name in MADE
    }
    for name, (make, filters) in MADE.items():
        with office.reading() as read:
            (values, *_more) = values_of(make(read, filters))
        held = {key for key, value in values.items() if isinstance(value, str)} | {f"slip.{key}" for key in values["slip"]}
        tables = {f"{key}.{column}" for key, value in values.items() if isinstance(value, list) for row in value for column in row}
        assert held | tables == told[name] - {
            one for one in told[name] - tables if one.split(".")[0] in values and values[one.split(".")[0]] == []
        }, name
