"""The handbook: a page for every post, by unit and rank, with what is missing in red, on both engines; and as a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.office.founding import Founding, found
from officecli.cli import main
from officecli.errors import BadInput, NotFound
from officecli.formats.as_html import write_document
from officecli.formats.out.page import Page
from officecli.model.office.organisation import Duty, DutySupport, Person, Post, Unit
from officecli.model.procedures.procedures import Procedure, ProcedureVersion
from officecli.model.procedures.steps import ProcedureStep
from officecli.model.targets import ChecklistPoint, Target
from officecli.reports.office.handbook import handbook
from officecli.reports.shape.document import Chapter, Document, Table
from officecli.store.place import place
from officecli.store.read.reader import Reader, reading
from officecli.typed.meant import Several
from stage.monday import office, small_office

__all__ = ["office", "small_office"]

NORMS = {"may": "签收文件\n登记台账", "may_not": "代签意见", "how": "当日事当日毕", "degree": "差错率为零"}


@contextmanager
def changed(url: str) -> Iterator[Acting]:
    with acting(place(url), "setup", "孙丽", rules=()) as act:
        yield act


def id_of(act: Acting, table: str, title: str) -> int:
    return int(act.read.value(f"SELECT id FROM {table} WHERE title = :title", title=title))


def target(act: Acting, metric: str, **terms: Any) -> int:
    usual = {
        "target_class": "efficiency-quality",
        "direction": "at-least",
        "amount": "98",
        "unit": "%",
        "period": "month",
        "since": date(2026, 11, 1),
    }
    return int(act.change.add(Target, "target-add", metric=metric, **(usual | terms)).id)


def book(url: str, typed: str = "") -> Document:
    with reading(place(url)) as read:
        return handbook(read, typed)


def page(url: str, typed: str) -> Chapter:
    (found_page,) = book(url, typed).chapters
    return found_page


def table(chapter: Chapter, key: str) -> Table:
    return next(one for one in chapter.tables if one.key == key)


def test_posts_come_by_unit_and_rank_and_units_under_others_after_them(office: str) -> None:
    with changed(office) as act:
        lower = act.change.add(Unit, "setup", name="文印室", nature="service", parent_id=act.read.value("SELECT id FROM unit WHERE name = '秘书科'"))
        act.change.add(Unit, "setup", name="值班室", nature="efficiency", functions="advising,serving")
        usual = act.read.row("SELECT rank_id, unit_id FROM post WHERE title = '秘书科科员'")
        assert usual
        act.change.add(Post, "setup", title="打字员", unit_id=lower.id, rank_id=usual["rank_id"])
    found_book = book(office)
    assert [(chapter.level, chapter.title) for chapter in found_book.chapters] == [
        (1, "办公室领导"), (2, "办公室领导/主任"), (2, "办公室领导/副主任"),
        (1, "秘书科"), (2, "秘书科/秘书科科长"), (2, "秘书科/秘书科科员"), (2, "秘书科/秘书科办事员"),
        (1, "文印室"), (2, "文印室/打字员"),
        (1, "督查室"), (2, "督查室/督查室主任"), (2, "督查室/督查员"), (2, "督查室/督查科员"),
        (1, "值班室"),
    ]  # fmt: skip
    assert [chapter.title for chapter in book(office, "秘书科").chapters][-2:] == ["文印室", "文印室/打字员"]
    assert found_book.chapters[7].values["under"] == "秘书科"
    assert found_book.chapters[-1].lacks == {"posts": "no post"}
    assert found_book.chapters[-1].values["functions"] == ["advising", "serving"]
    assert [chapter.begins_page for chapter in found_book.chapters[:4]] == [False, False, True, True]


def test_a_page_says_where_a_post_stands_and_what_it_lacks(office: str) -> None:
    with changed(office) as act:
        head = act.change.get(Post, id_of(act, "post", "督查室主任"))
        act.change.set(head, "setup", stand_in_id=id_of(act, "post", "督查员"), **NORMS, seats=2)
    found_page = page(office, "督查室主任")
    assert {key: found_page.values[key] for key in ("unit", "rank", "reports_to", "reported_by", "stand_in", "seats", "extension")} == {
        "unit": "督查室",
        "rank": "科长级, level 6",
        "reports_to": "办公室领导/副主任",
        "reported_by": "督查室/督查员, 督查室/督查科员",
        "stand_in": "督查室/督查员",
        "seats": 2,
        "extension": "30 working days",
    }
    assert [holder["name"] for holder in found_page.values["held_by"]] == ["李娜"]
    assert found_page.values["may"] == NORMS["may"]
    assert found_page.lacks == {"vacant": "1"}
    assert page(office, "督查员").lacks == dict.fromkeys(NORMS, "no norm written")
    assert page(office, "主任").values["reports_to"] == "nobody"


def test_a_post_that_nobody_holds_says_so(office: str) -> None:
    with changed(office) as act:
        for name in ("张伟", "李娜"):
            act.change.set(act.change.get(Person, act.person(name)["id"]), "person-leave", left_on=date(2026, 11, 20), post_id=None)
        act.change.set(act.change.get(Post, id_of(act, "post", "督查室主任")), "setup", stand_in_id=id_of(act, "post", "督查员"))
    assert page(office, "秘书科科长").lacks["held_by"] == "vacant, no stand-in"
    assert page(office, "督查室主任").lacks["held_by"] == "vacant"


def test_duties_come_with_who_supports_them_and_those_a_post_supports(office: str) -> None:
    with changed(office) as act:
        duty, clerk = id_of(act, "duty", "文稿审核"), id_of(act, "post", "督查科员")
        act.change.set(act.change.get(Duty, duty), "setup", function="advising", kind="文稿", nature="writing")
        act.change.add(DutySupport, "setup", duty_id=duty, post_id=clerk, part="核对数据")
        act.change.add(DutySupport, "setup", duty_id=id_of(act, "duty", "督促检查"), post_id=clerk)
        act.change.set(act.change.get(Duty, id_of(act, "duty", "台账登记")), "setup", retired=True)
    (row,) = table(page(office, "秘书科科长"), "duties").rows
    assert (row["title"], row["function"], row["kind"], row["nature"]) == ("文稿审核", "advising", "文稿", "writing")
    assert row["supports"] == [{"name": "督查室/督查科员", "part": "核对数据", "done": False}]
    supported = table(page(office, "督查科员"), "supports")
    assert supported.rows == (
        {"title": "文稿审核", "post": "秘书科/秘书科科长", "part": "核对数据"},
        {"title": "督促检查", "post": "督查室/督查室主任", "part": None},
    )
    assert supported.lacks == ("No part is said for: 督促检查.",)
    assert table(page(office, "督查员"), "duties").lacks == ("It has no duty.",)


def test_targets_come_by_period_with_the_sum_of_their_weights(office: str) -> None:
    with changed(office) as act:
        post, duty = id_of(act, "post", "秘书科科长"), id_of(act, "duty", "文稿审核")
        target(act, "年度满意率", post_id=post, period="year", since=date(2026, 1, 1), weight="90.00")
        target(act, "按时办结率", post_id=post, weight="33.33", threshold="90", bonus="5", computed="on-time")
        checked = target(act, "文稿规范", duty_id=duty, weight="66.67", target_class="norm", amount="100")
        for position, text in enumerate(("格式正确", "用语规范"), 1):
            act.change.add(ChecklistPoint, "target-add", target_id=checked, position=position, text=text)
        target(act, "旧目标", post_id=post, weight="40.00", until=date(2026, 11, 1))
        target(act, "新目标", post_id=post, weight="40.00", since=date(2026, 12, 1))
        target(act, "退回率", post_id=id_of(act, "post", "副主任"), weight="100.00", direction="at-most", amount="5")
    found_table = table(page(office, "秘书科科长"), "targets")
    assert [(row["metric"], row["part"], row["goal"], row["weight"], row["period"], row["since"]) for row in found_table.rows] == [
        ("按时办结率", None, "at least 98%", "33.33", "month", None),
        ("文稿规范", "文稿审核", "at least 100%", "66.67", "month", None),
        ("新目标", None, "at least 98%", "40", "month", "2026-12-01"),
        ("年度满意率", None, "at least 98%", "90", "year", None),
    ]
    assert (found_table.rows[0]["threshold"], found_table.rows[0]["bonus"], found_table.rows[0]["computed"]) == ("90%", "5", "on-time")
    assert found_table.notes == ("weights by month: 100", "T-003 文稿规范: 1. 格式正确; 2. 用语规范")
    assert found_table.lacks == ("The weights by year add up to 90, not 100.",)
    deputy = table(page(office, "副主任"), "targets")
    assert deputy.rows[0]["goal"] == "at most 5%"
    assert deputy.lacks == ("No target for: 分管秘书科、督查室.",)
    assert table(page(office, "主任"), "targets").lacks == ("It has no target.",)


def test_procedures_come_with_when_they_come_round(office: str) -> None:
    with changed(office) as act:
        post = id_of(act, "post", "督查员")
        for name, rule, retired in (("周报", "FREQ=WEEKLY;BYDAY=MO", False), ("应急", None, False), ("旧规程", None, True)):
            made = act.change.add(
                Procedure,
                "add",
                name=name,
                kind="information",
                post_id=post,
                recurrence=rule,
                start=date(2026, 1, 5) if rule else None,
                retired=retired,
            )
            version = act.change.add(ProcedureVersion, "add", procedure_id=made.id, number=1, since=date(2026, 1, 1), title=name)
            act.change.add(ProcedureStep, "add", version_id=version.id, position=1, title="汇总")
            if name == "周报":
                done = {"standard": "无差错", "check_point": "数字两人核对", "limit_amount": 1, "limit_unit": "days"}
                act.change.add(ProcedureStep, "add", version_id=version.id, position=2, title="核校", post_id=id_of(act, "post", "督查科员"), **done)
    assert [(row["name"], row["every"], row["steps"]) for row in table(page(office, "督查员"), "procedures").rows] == [
        ("周报", "every Monday", 2),
        ("应急", "only when it is run", 1),
    ]
    clerk = page(office, "督查科员")
    assert "procedures" not in [one.key for one in clerk.tables]
    steps = table(page(office, "督查员"), "steps: 周报")
    assert [(row["title"], row["who"], row["standard"], row["check_point"], row["limit"]) for row in steps.rows] == [
        ("汇总", "whoever leads it", None, None, None),
        ("核校", clerk.title, "无差错", "数字两人核对", "1 working day"),
    ]
    assert steps.lacks == ("Step 1 “汇总” lacks: standard, check-point, limit.",)
    assert [(row["procedure"], row["position"], row["title"]) for row in table(clerk, "steps").rows] == [("周报", 2, "核校")]


def test_an_office_without_posts_has_an_empty_handbook(sqlite_url: str) -> None:
    found(place(sqlite_url), Founding("新办公室"))
    empty = book(sqlite_url)
    assert (empty.title, empty.chapters, empty.empty) == ("Handbook: 新办公室", (), "No posts yet: officecli setup FILE")


def test_a_name_that_means_nothing_or_too_much_is_refused(small_office: str) -> None:
    with pytest.raises(NotFound, match="no post and no unit") as refused:
        book(small_office, "书秘科")
    assert refused.value.fix == "Did you mean 秘书科?"
    with pytest.raises(Several):
        book(small_office, "秘书科科")
    with changed(small_office) as act:
        one = act.read.row("SELECT rank_id, unit_id FROM post WHERE title = '督查员'")
        assert one
        act.change.add(Post, "setup", title="秘书科科长", unit_id=one["unit_id"], rank_id=one["rank_id"])
    with pytest.raises(BadInput, match="Several units have a post"):
        book(small_office, "秘书科科长")
    assert page(small_office, "秘书科/秘书科科长").title == "秘书科/秘书科科长"


def test_two_hundred_posts_ask_the_store_no_more_than_one(small_office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with changed(small_office) as act:
        one = act.read.row("SELECT rank_id, unit_id FROM post WHERE title = '督查员'")
        assert one
        for number in range(200):
            act.change.add(Post, "setup", title=f"岗位{number}", unit_id=one["unit_id"], rank_id=one["rank_id"])
    asked: list[str] = []
    rows = Reader.rows

    def counted(self: Reader, sql: str, *values: Any, **more: Any) -> list[dict[str, Any]]:
        asked.append(sql)
        return rows(self, sql, *values, **more)

    monkeypatch.setattr(Reader, "rows", counted)
    assert len(book(small_office).chapters) == 211
    assert len(asked) < 20


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main.run(words)
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_command_prints_a_page_and_refuses_what_is_no_table(
    small_office: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", small_office)
    status, out, _err = said(["handbook", "督查员"], capsys)
    assert (status, out.splitlines()[:2]) == (0, ["Handbook: 督查室/督查员 · as of 2026-11-23", "1 post; something is missing in 1, in red."])
    status, out, _err = said(["handbook", "督查室", "--format", "json"], capsys)
    told = json.loads(out)
    assert told["summary"] == {"posts": 3, "lacking": 3}
    assert told["chapters"][1]["lacking"] == ["may", "may_not", "how", "degree", "targets"]
    status, _out, err = said(["handbook", "--format", "csv"], capsys)
    assert status == 2
    assert "Use one of: docx, html, json, md, table, xlsx." in err


def test_the_handbook_is_a_word_file_with_a_heading_for_every_post(
    small_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", small_office)
    file = tmp_path / "handbook.docx"
    assert said(["handbook", "--format", "docx", "-o", str(file)], capsys)[0] == 0
    read = docx.Document(str(file))
    headings = [paragraph.text for paragraph in read.paragraphs if paragraph.style is not None and paragraph.style.name == "Heading 2"]
    assert len(headings) == 8
    assert headings[0] == "办公室领导/主任"
    missing = [run.text for one in read.tables for row in one.rows for run in row.cells[-1].paragraphs[0].runs if run.font.color.rgb is not None]
    assert missing == ["no norm written"] * 4 * 8


def test_what_people_write_into_norms_is_text_on_the_page(small_office: str) -> None:
    with changed(small_office) as act:
        act.change.set(act.change.get(Post, id_of(act, "post", "督查员")), "setup", may="<script>alert(1)</script>\n第二条")
    stream = io.StringIO()
    write_document(book(small_office, "督查员"), stream, Page())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>第二条" in stream.getvalue()
    assert "<script" not in stream.getvalue()
