"""Of several each is done, or it is said why not; and what a number among them may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_of_two_filters_what_is_both_is_meant(office: Office) -> None:
    for title, lead in (("核对台账", "陈静"), ("来信办理", "孙丽")):
        office.done("吴芳", f"add {title} --lead {lead} --due fri")
    assert office.done("陈静", "ack is:unsigned lead:陈静").count("signed for") == 1
    assert office.done("吴芳", 'prod is:open lead:陈静 "进展如何"').count("is prodded") == 1
    assert "2026-002" not in office.done("吴芳", "show 'is:open or is:closed' lead:陈静")
    office.done("吴芳", "edit 1 +急办")
    office.done("吴芳", "view save 急 +急办")
    for second in ("+急办", "@急", "'(lead:陈静 or +急办)'", "'lead:陈静 is:open'"):
        assert "2026-002" not in office.done("吴芳", f"show is:open {second}"), second


def test_an_empty_number_among_others_is_said_in_a_line_of_its_own(office: Office) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    assert "\n  “”: There is no item “”\n" in office.type("陈静", "ack '' 1")
    assert (office.code, office.rows("SELECT status FROM item")) == (1, [{"status": "in-hand"}]), "and the others are done"


def test_a_word_among_numbers_that_is_no_item_stops_all_before_any_is_done(office: Office) -> None:
    """`ack 2 as 陈静` signed for one item, as whoever typed it, and looked two more up."""
    for title in ("核对台账", "会议纪要"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    meant = {"1 as 陈静": "1 --as 陈静", "1,2 代 陈静": "1,2 --as 陈静", "1 2 昨天": "1 2 --on 昨天", "1 某某": "1"}
    for words, line in meant.items():
        assert office.type("吴芳", f"ack {words}").endswith(f"officecli ack {line}\n")
        assert (office.code, office.rows("SELECT DISTINCT status FROM item")) == (2, [{"status": "issued"}])
    office.done("陈静", "ack 会议纪要 1")


def test_of_several_items_each_is_done_or_it_is_said_why_not(office_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    for title in ("核对台账", "来信办理", "会议纪要", "大事记"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    before = office.rows("SELECT COUNT(*) AS n FROM refusal_log")[0]["n"]
    office.done("陈静", "ack 4")
    office.done("陈静", "ack 4 3")  # what is done already is no error
    office.done("陈静", "submit 1,2 已核对")
    assert "Not done: 1 of 2; nothing was changed." not in office.type("吴芳", "close 1-4 9 --dry-run")
    assert (office.code, [row["status"] for row in _items(office)]) == (1, ["submitted", "submitted", "in-hand", "in-hand"])
    capsys.readouterr()
    said = office.type("吴芳", "close 1 3 2 4 9")
    assert office.code == 1
    assert "Not done: 3 of 5; the others are done." in said
    assert [line.split(":")[0].strip() for line in said.splitlines() if "F602" in line or "no item" in line] == ["2026-003", "2026-004", "9"]
    assert said.count("officecli close 2026-003 ") == 1  # one advice for both
    assert [row["status"] for row in _items(office)] == ["closed", "closed", "in-hand", "in-hand"]
    assert office.rows("SELECT verb, codes FROM refusal_log ORDER BY id")[before:] == [{"verb": "close", "codes": "F602"}] * 2
    assert office.rows("SELECT COUNT(DISTINCT command) AS n FROM trail WHERE verb = 'close'") == [{"n": 1}]
    office.done("吴芳", "undo")
    assert [row["status"] for row in _items(office)] == ["submitted", "submitted", "in-hand", "in-hand"]
    office.type("吴芳", "close 1 3 --all-or-none")
    assert (office.code, [row["status"] for row in _items(office)]) == (1, ["submitted", "submitted", "in-hand", "in-hand"])
    assert "It was done on" not in office.type("陈静", "note 8 9 过半 --on 2026-07-03")  # of neither is anything recorded
    office.type("吴芳", "assign 1 2 3 --to 无名氏")  # what is wrong with all is said once, as of one
    assert office.code == 3
    office.done("吴芳", "assign 3 4 --to 李娜 分工调整")
    office.done("李娜", "wait 3-4 --to 财政局 等数据")
    assert office.rows("SELECT COUNT(*) AS n FROM wait WHERE reason = '等数据'") == [{"n": 2}]
    office.done("李娜", "wait 3-4 --over")
    assert "1 of 2; the others are done" in office.type("吴芳", "prod 3 2026-003")
    assert office.rows("SELECT level FROM prod") == [{"level": "blue"}]
    assert "2026-003 is named twice." in office.type("吴芳", "prod 3 2026-003 --all-or-none")
    assert office.rows("SELECT level FROM prod") == [{"level": "blue"}]
    office.done("李娜", "edit 3-4 --depth in-depth")
    assert office.rows("SELECT depth FROM item ORDER BY id")[2:] == [{"depth": "in-depth"}] * 2
    office.done("孙丽", "verify")


def _items(office: Office) -> list[dict[str, object]]:
    return office.rows("SELECT status FROM item ORDER BY id")


def test_numbers_of_a_range_that_are_none_are_told_together(office: Office) -> None:
    office.done("吴芳", "add 件一 --lead 陈静 --due fri")
    said = office.type("陈静", "note 1-30 过半 --dry-run")
    assert "2-30: there are no items of these numbers" in said
    assert "Not done: 29 of 30; the others are done." in said
    assert "2: There is no item “2”\n  3: " in office.type("陈静", "note 1-3 过半 --dry-run"), "of two each is named"


def test_what_one_leads_oneself_is_left_out_of_a_prod(office: Office) -> None:
    office.done("吴芳", "add 件一 --lead 陈静 --due fri")
    office.done("吴芳", "add 件二 --lead me --due fri")
    assert "2026-002 is left out, for you lead it yourself: 件二." in office.done("吴芳", "prod is:open 进展如何")
    assert office.rows("SELECT i.number FROM prod p JOIN item i ON i.id = p.item_id") == [{"number": "2026-001"}]
    assert "You lead 2026-002 yourself." in office.type("吴芳", "prod 2 进展如何")


def test_of_several_requests_and_notices_too(office: Office) -> None:
    """Those of one matter go up together, for one leader is to have it; a number that is none stops no other."""
    for who, title in (("王强", "更换复印机"), ("刘洋", "更换复印机"), ("王强", "订阅刊物、更换书柜")):
        office.done(who, f"request raise {title} --tried 比价 --recommend 照办")
    assert "C502" in office.type("张伟", "request escalate 1")
    said = office.type("张伟", "request escalate Q2026-001 2 9 超出权限")
    assert (office.code, "Not done: 1 of 3; the others are done." in said, said.count(" goes up to 吴芳.")) == (1, True, 2)
    assert office.rows("SELECT answer FROM request_stage WHERE outcome = 'escalated'") == [{"answer": "超出权限"}] * 2
    office.done("吴芳", "request answer 1,2 可以 更换")
    assert office.rows("SELECT answer FROM request_stage WHERE outcome = 'answered'") == [{"answer": "可以 更换"}] * 2
    assert "The text is missing.\n  → For example: officecli request answer 3 " in office.type("张伟", "request answer 3")
    said = office.type("王强", "seen Q1 99")
    assert (office.code, "Seen: Q2026-001." in said, "99: There is no item “99”" in said) == (1, True, True)
    assert "named twice" not in office.done("王强", "request withdraw 订阅刊物、更换书柜"), "a matter with a comma in it is one"
    assert [row["status"] for row in office.rows("SELECT status FROM request ORDER BY id")] == ["answered", "answered", "withdrawn"]


def test_several_results_are_rated_at_once_and_another_rating_is_told(office: Office) -> None:
    """All verbs took ranges but this one; and who rated what was rated overwrote it without a word."""
    for title in ("核对台账", "会议纪要", "来信办理"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
        office.done("吴芳", f"close {title} 已办")
    said = office.done("吴芳", "rate 1-2 5")
    assert (said.count("is rated 5"), "was" in said) == (2, False)
    assert "2026-001 is rated 5: 核对台账." in office.done("吴芳", "rate 1 5"), "the same is nothing else"
    assert "2026-003 评分 4：来信办理。" in office.done("吴芳", "rate 来信 4 --lang zh")
    assert "2026-001 评分 2（原为 5）：核对台账。" in office.done("吴芳", "rate 1 2 --lang zh")
    assert "2026-003 is rated 3 (was 4)" in office.done("吴芳", "rate is:closed 3")
    assert [row["rating"] for row in office.rows("SELECT rating FROM submission ORDER BY id")] == [3, 3, 3]


def test_of_several_what_is_the_same_is_said_once(office: Office) -> None:
    said = office.type("孙丽", "add 安检 --each 陈静,李娜 -d fri --by 周海")
    assert (office.code, said.count("A404"), said.count("--from")) == (1, 1, 2), said
    said = office.done("孙丽", "add 安检 --each 陈静,李娜 -d 7-12 --by 周海 --from 例会")
    assert said.count("is due on 2026-07-12") == 3
    assert said.count("officecli edit 2026-001,2026-002,2026-003 --due 2026-07-13") == 1
    office.done("孙丽", "edit 2026-001,2026-002,2026-003 --due 2026-07-13")
    office.change("item 2026-002 number=督〔2026〕2号")
    office.done("孙丽", "cancel 2-3 重复")
    assert "\n  督〔2026〕2号: It is" in office.type("孙丽", "suspend 督〔2026〕2号 3 等候"), "its number stands before it once"


def test_a_list_that_a_command_shows_besides_comes_in_other_formats_too(office: Office) -> None:
    office.done("孙丽", "away 陈静 fri")
    assert office.done("孙丽", "away --format csv").splitlines()[1].startswith("陈静,2026-07-06,2026-07-10")
    assert office.done("孙丽", "undo --list --format csv").startswith("no.,when,act,what about")
    assert "Use one of: text, json, csv, md, html." in office.type("孙丽", "away --format xlsx")
