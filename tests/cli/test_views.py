"""Filters under a name of one's own, and filters where numbers stand: as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli import personal
from officecli.cli import asking
from officecli.store.place import place
from stage.made_once import made_once
from stage.small_office import Office


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """Four items of two people: 1 and 2 overdue, 3 and 4 not."""
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)

    def give() -> None:
        for title, lead, due in (
            ("电梯调查", "王强", "7-8"),
            ("会议纪要", "刘洋", "7-9"),
            ("档案整理", "王强", "8-20"),
            ("信访答复", "刘洋", "8-21"),
        ):
            office.done("张伟", f"add {title} -l {lead} -d {due}")

    made_once(place(sqlite_office), give, "of views")
    at("2026-07-20T02:00")
    return office


def numbers(said: str) -> list[int]:
    return [int(row["number"][-3:]) for row in json.loads(said)["rows"]]


def listed(office: Office, line: str) -> list[int]:
    return numbers(office.done("张伟", f"{line} --format json"))


def test_a_view_stands_wherever_a_filter_does_and_in_other_views(office: Office) -> None:
    assert office.done("王强", "view save 急件 是:逾期 牵头:本人") == "Saved: @急件. 1 item fits now.\n"
    assert office.done("王强", "view save late 'is:overdue' --columns number,due --sort -due") == "Saved: @late. 2 items fit now.\n"
    assert office.done("王强", "view save both '@LATE or 档案'") == "Saved: @both. 3 items fit now.\n"
    assert numbers(office.done("王强", "list ＠急件 --format json")) == [1]
    assert numbers(office.done("刘洋", "list @急件 --format json")) == [2]
    assert listed(office, "list @both -lead:刘洋") == [1, 3]
    assert listed(office, "ledger -w '@both 电梯'") == [1]
    assert office.done("王强", "list @late").splitlines()[3:7] == [
        "number    deadline",
        "────────  ──────────",
        "2026-002  2026-07-09",
        "2026-001  2026-07-08",
    ]
    assert listed(office, "list @late --sort due") == [1, 2]
    assert "matter" in office.done("王强", "list @late --columns number,title")
    assert "matter" in office.done("王强", "list '@late lead:王强'")
    assert office.done("王强", "view show LATE") == "officecli view save late is:overdue --columns number,due --sort -due\n"


def test_a_view_is_kept_in_ones_own_file_with_its_comments_and_replaced_and_removed(office: Office) -> None:
    file = personal.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(
        '# mine\nlang = "en"\n\n[views]\nshort = "is:open"  # all of it\n\n[views.late]\n# on Mondays\nfilter = "is:overdue"\nsort = "due"\n',
        encoding="utf-8",
    )
    assert listed(office, "list @short") == [1, 2, 3, 4]
    assert office.done("王强", "view save @Late 'late:>5'") == "Saved in place of what it was: @late. 2 items fit now.\n"
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# all of it" in text
    assert "# on Mondays" in text
    assert 'filter = "late:>5"' in text
    assert "sort" not in text
    assert office.done("王强", "view remove short") == "Removed: @short, which was is:open\n"
    assert [row["name"] for row in json.loads(office.done("王强", "view list --format json"))["rows"]] == ["@late"]
    assert "views" not in office.done("王强", "config --mine list")
    office.done("王强", "view remove late")
    assert "views" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        ("list @nobody", "There is no view @nobody.", 2),
        ("view show lat", "Did you mean late?", 3),
        ("view save late 'laed:me'", "There is no key “laed”.", 2),
        ("view save late 'lead:nobody'", "Nobody here is called “nobody”.", 3),
        ("view save late '@late is:open'", "The view @late is made of itself.", 2),
        ("view save 'a b' is:open", "“a b” cannot be the name of a view.", 2),
        ("view save late is:open --columns beauty", "There is no column “beauty” here.", 2),
        ("view save late is:open --sort beauty", "Items cannot be sorted by “beauty”.", 2),
        ("view save late is:open --group title", "Items cannot be grouped by “title”.", 2),
    ],
)
def test_what_no_view_can_be_is_refused_and_nothing_written(office: Office, line: str, said: str, code: int) -> None:
    office.done("王强", "view save late is:overdue")
    before = personal.config_file().read_text(encoding="utf-8")
    assert said in office.type("王强", line)
    assert office.code == code
    assert personal.config_file().read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "text", ['[views.late]\nsort = "due"\n', "[views]\nlate = 3\n", '[views.late]\nfilter = "is:open"\ncolour = "red"\n', "[views\n"]
)
def test_a_file_that_is_broken_says_so(office: Office, text: str) -> None:
    file = personal.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    said = office.type("王强", "list @late")
    assert office.code == 2
    assert str(file) in said
    assert "views.late" in said or "not valid TOML" in said


def test_a_view_whose_columns_a_report_has_not_is_shown_as_usual_and_says_so(office: Office) -> None:
    office.done("王强", "view save late is:overdue --columns number,labels")
    assert "the columns of the view do not fit here" in office.done("王强", "upcoming @late --days 60")
    office.done("王强", "view save order is:overdue --sort lead,-due --group unit")
    assert "Ordered as usual" in office.done("王强", "ledger @order")
    assert "sorted by “lead”" in office.done("王强", "accountability -w @order")
    assert "Ordered as usual" not in office.done("王强", "list @order")
    assert "sorted by “due”" in office.type("王强", "accountability -w @order --sort due")
    assert office.code == 2


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


def test_rows_stand_in_the_order_and_under_the_headings_asked_for(office: Office) -> None:
    assert listed(office, "list --sort lead,-due") == [4, 2, 3, 1]
    assert listed(office, "list --group lead --sort -due") == [4, 2, 3, 1]
    shown = office.done("张伟", "overdue --group lead --columns number,lead --limit 1 --lang zh")
    assert "刘洋（1）" in shown
    assert "王强（1 项中的" not in shown
    for line, said in (
        ("list --columns number,deu", "Did you mean due?"),
        ("list --columns=-deu", "Did you mean -due?"),
        ("list --sort dedline", "Did you mean deadline?"),
        ("list --group unt", "Did you mean unit?"),
        ("list --sort dat", "It takes one of: "),  # and neither days left nor days late
        ("list --sort=-name", "It takes one of: "),
        ("list --sort dead", "Did you mean deadline?"),  # which begins so, and not lead
        ("list --sort=-owner", "Did you mean -lead?"),  # as a ledger heads it
        ("list --sort 优先级", "Did you mean urgency?"),
        ("accountability --sort persn", "Did you mean person?"),
        ("requests --sort agge", "It takes one of: "),
    ):
        assert said in office.type("张伟", line), line
    assert "It has:" in office.type("张伟", "overdue --group kind")


def test_views_are_found_by_tab(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICECLI_DB", office.url)
    office.done("王强", "view save late is:overdue")
    office.done("张伟", "edit 1 +Finance")

    def offered(*line: str) -> list[str]:
        return [one.partition("\t")[0] for one in office.done("王强", f"completion words -- {len(line)} officecli {' '.join(line)}").splitlines()]

    assert offered("list", "@l") == ["@late"]
    assert offered("note", "@") == ["@late"]
    assert offered("view", "show", "l") == ["late"]
    assert offered("list", "is:ov") == ["is:overdue"]
    assert offered("list", "label:f") == ["label:Finance"]
    assert offered("edit", "1", "+f") == ["+Finance"]
    assert "lead:" in offered("list", "l")


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
