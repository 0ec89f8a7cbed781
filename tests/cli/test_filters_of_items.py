"""A filter stands where numbers do, and behind every report of items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from officecli.cli import asking
from stage.filtered_office import listed, numbers, office
from stage.small_office import Office

__all__ = ["office"]


def test_a_filter_stands_where_numbers_do(office: Office) -> None:
    office.done("王强", "view save mine is:mine")
    assert office.done("王强", "ack @mine").count("signed for") == 2
    assert office.done("刘洋", "note 'is:overdue lead:me' 已在赶办").startswith("2026-002 noted")
    assert office.done("王强", "note 3 @mine 已在办理").count("noted") == 2
    assert [row["text"] for row in office.rows("SELECT text FROM note ORDER BY id")] == ["已在赶办", "已在办理", "已在办理"]
    done = json.loads(office.done("刘洋", "note 'lead:me is:closed or 纪要' 又及 --format json"))
    assert [one["number"] for one in done] == ["2026-002"], "of a filter an array, whatever it means now"
    assert office.done("张伟", "show '(电梯 or 信访)'").count("History") == 2


def test_a_filter_that_nothing_fits_is_told_and_one_that_is_a_text_is_not_taken_for_one(office: Office) -> None:
    said = office.type("张伟", "prod 'is:overdue lead:张伟'")
    assert (office.code, "No item fits is:overdue lead:张伟." in said, 'officecli list "is:overdue lead:张伟"' in said) == (3, True, True)
    assert "takes one number" in office.type("张伟", "step is:overdue")
    assert "A text comes after -m." in office.type("王强", "note 1 @张伟")
    office.done("王强", "note 1 is:overdue")
    office.done("王强", "note 1 -m @张伟")
    assert [row["text"] for row in office.rows("SELECT text FROM note ORDER BY id")] == ["is:overdue", "@张伟"]


def test_a_filter_that_means_many_asks_at_a_terminal(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for title in ("甲事", "乙事"):
        office.done("张伟", f"add {title} -l 王强 -d 8-20")
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    asked: list[str] = []

    def refuse(question: str, **_how: object) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(asking, "sure", refuse)
    assert "Nothing was changed" in office.type("张伟", "prod is:open")
    assert (office.code, asked) == (1, ["“prod”: 6 items?"])
    assert office.done("张伟", "prod lead:王强 --yes").count("prodded") == 4


def test_signed_words_are_labels_and_denials_unless_they_are_options(office: Office) -> None:
    office.done("张伟", "edit 1-3 +finance +民生 +急")
    office.done("张伟", "edit 1 -急")
    assert listed(office, "list -finance") == [4]
    assert listed(office, "list -民生 is:open") == [4]
    assert listed(office, "list -急 +民生") == [1]
    assert listed(office, "list -is:overdue +finance") == [3]
    assert listed(office, "list -p王强 -unit:督查室") == listed(office, "list -p王强 '-unit=督查室'") == [1, 3]
    assert numbers(office.done("张伟", "list -fjson")) == [1, 2, 3, 4]
    assert "no option -i" in office.type("张伟", "unit list -ix")


def test_whatever_stands_on_items_takes_a_filter(office: Office, tmp_path: Path) -> None:
    office.done("张伟", "waiver add D308 1 --reason 人手紧")
    office.done("王强", "request raise 1 '三家报价; 建议第二家'")
    office.done("张伟", "edit 3 --hours 40")
    for line, shown, hidden in (
        ("load 牵头:王强", "王强", "刘洋"),
        ("load 王强", "王强", "刘洋"),
        ("load 秘书科", "刘洋", "周海"),
        ("load -is:overdue --format csv", "王强", "张伟"),
        ("plan 王强 -w is:overdue", "2026-001", "2026-003"),
        ("waivers 电梯", "D308", "nothing"),
        ("waivers is:overdue --format csv", "2026-001", "nothing"),
        ("requests -w is:overdue", "Q2026-001", "nothing"),
        ("export is:overdue", "2026-001", "2026-003"),
        ("check lead:刘洋 --format csv", "2026-002", "2026-001"),
        ("dashboard lead:王强 --format md", "2026-003", "2026-002"),
    ):
        said = office.type("张伟", line)
        assert shown in said, line
        assert hidden not in said, line
    for line in ("load is:closed", "plan 王强 -w is:closed", "waivers is:closed", "requests -w is:closed", "check is:closed"):
        assert "2026-00" not in office.done("张伟", line), line
    assert "No waiver fits." in office.done("张伟", "waivers is:closed"), "others are set aside"
    page = office.done("张伟", "dashboard lead:王强 -draft --format md")
    assert "| 2026-07 |" in page
    assert "A filter asks of each item as it stands on 2026-07-20" in page
    assert "At character 6 of the filter" in office.type("张伟", "export lead:nobody")
    assert "given" not in office.type("张伟", f"dashboard is:overdue --dir {tmp_path}")
    assert "Leave out filter, --unit and --person" in office.type("张伟", f"dashboard is:overdue --dir {tmp_path}")


def test_reports_that_took_no_filter_take_one_or_say_which_does(office: Office) -> None:
    office.done("张伟", "add 汛期值班 -l 王强 -d 7-22 --urgency urgent")
    office.done("张伟", "decision add 电梯议定 --by 吴芳 --meeting 常务会")
    office.done("张伟", "decision items 1 电梯回访 -l 刘洋 -d 7-22")
    office.done("张伟", "waiver add D308 1 --reason 人手紧")
    office.done("王强", "request raise 1 '三家报价; 建议第二家'")
    office.done("刘洋", "request raise 订阅刊物 --tried 问过 --recommend 续订")
    for line, shown, hidden in (
        ("forecast urgency:urgent", "汛期值班", "电梯回访"),
        ("forecast 回访", "电梯回访", "汛期值班"),
        ("forecast 督查室", "unit 督查室", "filter 督查室"),
        ("trend urgency:urgent", "1 registered, 0 closed; 0 overdue", "score"),
        ("trend -w is:overdue", "2 registered, 0 closed; 2 overdue", "score"),
        ("trend 王强", "3 registered, 0 closed; 1 overdue", "filter"),
        ("trend lead:nobody", "At character 6 of the filter", "registered"),
        ("trend 无此事", "Nothing here fits “无此事”.", "registered"),
        ("requests is:overdue", "Q2026-001", "Q2026-002"),
        ("requests 订阅", "Q2026-002", "Q2026-001"),
        ("requests 电梯 lead:王强", "Q2026-001", "Q2026-002"),
        ("requests 订阅 lead:王强", "No request fits.", "Q2026-001"),
        ("follow-through 议定 lead:刘洋", "D2026-001", "No decision"),
        ("follow-through lead:王强", "No decision fits.", "D2026-001"),
        ("waivers D308", "人手紧", "No waiver"),
        ("waivers d308 lead:王强", "人手紧", "No waiver"),
        ("waivers R102", "No waiver fits.", "人手紧"),
        ("refusals D308", "This rule refused no attempt.", "takes no"),
        ("check D308 lead:刘洋", "rule D308 dormant · filter lead:刘洋", "2026-001"),
        ("plan 王强 is:overdue", "2026-001", "2026-003"),
        ("calendar 2026-07 lead:刘洋", "2026-002", "2026-001"),
        ("bulletin 2026-07 lead:刘洋", "2026-002", "2026-001"),
        ("paper 档案 整理", "2026-003", "2026-001"),
        ("history title:档案", "History of 2026-003", "2026-001"),
        ("list ' '", "6 items", "filter"),
        ("list -w ' '", "6 items", "filter"),
        ("ranking is:overdue", "officecli accountability is:overdue", "Too many"),
        ("ranking -w is:overdue", "officecli accountability", "no option"),
        ("scorecard is:overdue", "officecli accountability is:overdue", "no person"),
        ("coverage lead:王强", "officecli load lead:王强", "options only"),
        ("refusals is:overdue", "officecli check is:overdue", "no rule"),
        ("suggest-lead is:overdue", "officecli list is:overdue", "Who could"),
        ("suggest-lead 'from: 县委'", "Who could", "takes no filter"),
        ("handbook is:overdue", "officecli list is:overdue", "no post"),
        ("paper decision is:overdue", "officecli follow-through is:overdue", "no decision"),
        ("decision list is:overdue", "officecli follow-through is:overdue", "options only"),
        ("target list is:overdue", "officecli list is:overdue", "options only"),
        ("history is:overdue", "2026-001, 2026-002", "no item"),
        ("request answer is:closed 同意", "officecli requests is:closed", "no request"),
        *(
            (f"{command} july.docx", f"officecli {command} -o july.docx", "as of")
            for command in ("list", "today", "bulletin", "calendar", "trend", "requests")
        ),
    ):
        said = office.type("张伟", line)
        assert shown in said, line
        assert hidden not in said, line
    loaded = json.loads(office.done("张伟", "load lead:王强 -f json"))
    assert loaded["summary"]["under"] is None, "of some work only it cannot be said who has room"
    assert "Q2026-001 answered" in office.done("张伟", "request answer is:overdue 同意")


def test_an_options_letter_before_a_label_nobody_has_is_told_of(office: Office) -> None:
    office.done("张伟", "edit 1 +drafts")
    said = office.type("张伟", "edit 1 -draft")
    assert "-draft was read as -d raft, since no label is called “draft”. Did you mean drafts?" in said
    assert "-urgent was read as -u rgent" in office.type("张伟", "list -urgent")
    assert "was read as" not in office.type("张伟", "edit 1 -dfri --goal ''")
    office.done("张伟", "edit 1 -drafts")


def test_a_label_that_no_item_has_is_said_to_be_none(office: Office) -> None:
    office.done("张伟", "add 电梯 -l me -d fri --label 民生实事")
    for line in ("list label:民生事", "list +民生事", "overdue --label 民生事", "check label:民生事"):
        assert "No item has the label “民生事”. Did you mean 民生实事?" in office.done("张伟", line), line
    assert "No item has the label" not in office.done("张伟", "list label:民生实事") + office.done("张伟", "list label:none")
