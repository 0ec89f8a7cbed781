"""A request climbs one step at a time, to one leader, and comes back with an answer."""

from __future__ import annotations

import pytest

from stage.small_office import Office

MORE = "--tried 比价 --recommend 订两种"


def test_it_climbs_by_who_holds_it_and_ends_at_the_top(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert "A401" in office.type("吴芳", "request escalate 1")
    office.done("李娜", "request escalate Q2026-001 --reason 超出权限")
    office.done("吴芳", "request escalate 1")
    assert "Nobody stands above 周海" in office.type("周海", "request escalate 1")
    assert office.code == 1
    assert "Q2026-001 answered: approved · 同意." in office.done("周海", "request answer q2026-1 同意 --verdict approved")
    assert "周海 answered it on 2026-07-06." in office.type("周海", "request answer 1 同意")
    assert office.code == 1


@pytest.mark.parametrize(("who", "line", "code", "said"), [
    ("周海", f"request raise 订阅刊物 {MORE}", 1, "周海 has no superior to ask"),
    ("陈静", f"request raise 订阅刊物 {MORE} --to 陈静", 2, "陈静 cannot ask themselves"),
    ("陈静", f"request raise {MORE}", 2, "NUMBER|TITLE is missing"),
    ("陈静", f"request raise 订阅刊物 {MORE} --to 吴芳 --exception named", 2, "An exception needs its reason"),
    ("陈静", f"request raise 订阅刊物 {MORE} --to 吴芳 --exception holiday --reason x", 2, "emergency, unreachable"),
    ("陈静", f"request raise 订阅刊物 {MORE} --exception named --reason x", 2, "nobody is passed over"),
    ("陈静", f"request raise 订阅刊物 {MORE} --to 王强 --exception named --reason x", 2, "王强 does not stand above 陈静"),
    ("陈静", f"request raise 订阅刊物 {MORE} --reason x", 2, "why a superior is passed over"),
    ("陈静", f"request raise 订阅刊物 {MORE} --waive C501=x", 2, "this request has none"),
    ("陈静", f"request raise 订阅刊物 {MORE} --for 王强", 1, "陈静 may not ask for 王强"),
    ("李娜", "request answer 5 同意", 3, "Nobody has raised a request yet"),
    ("李娜", "request answer x 同意", 3, "There is no request “x”"),
    ("李娜", "request answer 5 同意 --verdict maybe", 2, "approved, refused, instructed"),
])  # fmt: skip
def test_what_cannot_be_is_said(office: Office, who: str, line: str, code: int, said: str) -> None:
    assert said in office.type(who, line)
    assert office.code == code


def test_what_lies_at_the_top_unanswered_moves_no_further(office: Office) -> None:
    office.done("吴芳", f"request raise 订阅刊物 {MORE}")
    office.at("2026-07-27T02:00")
    assert "Nobody stands above 周海" in office.type("吴芳", f"request raise 订阅刊物 {MORE} --exception unanswered --reason 等了三周")
    assert office.code == 2


def test_an_unknown_number_offers_the_nearest(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert "Did you mean Q2026-001?" in office.type("李娜", "request answer Q2026-011 同意")
    assert office.code == 3


def test_the_number_of_an_item_offers_the_one_request_that_waits_about_it(office: Office) -> None:
    for title in ("月度信息", "订阅刊物"):
        office.done("吴芳", f"add {title} --lead 陈静 --due fri")
    office.done("陈静", f"request raise --item 2 {MORE}")
    assert "Did you mean Q2026-001?" in office.type("李娜", "request answer 2 同意")
    assert "Did you mean Q2026-001?" in office.type("李娜", "request answer 2026-002 同意")
    office.done("李娜", "request answer 1 同意")
    assert "The newest is Q2026-001" in office.type("李娜", "request answer 2 同意")


def test_nothing_is_asked_about_a_closed_item(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    office.done("吴芳", "close 1 --result 已刊发")
    assert "there is nothing left to instruct" in office.type("陈静", f"request raise --item 1 {MORE}")
    assert office.code == 1


def test_whoever_is_passed_over_is_told_except_of_a_complaint(office: Office) -> None:
    assert "李娜 is told of it." in office.done("陈静", f"request raise 订阅刊物 {MORE} --to 吴芳 --exception emergency --reason 今天截止")
    assert "told" not in office.done("陈静", f"request raise 排班 {MORE} --to 吴芳 --exception complaint --reason 不公")
    assert office.rows("SELECT p.name FROM request_copy c JOIN person p ON p.id = c.person_id") == [{"name": "李娜"}]


def test_what_was_left_unanswered_moves_up_itself(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done("陈静", f"request raise 版面 --item 1 {MORE}")
    office.at("2026-07-08T02:00")
    said = office.type("陈静", "request raise --item 1 --exception unanswered --reason 一直未批")
    assert (office.code, "Q2026-001 has waited for 李娜 for 2 working days." in said) == (1, True)
    assert "C501" in said
    office.at("2026-07-09T02:00")
    said = office.done("陈静", "request raise --item 1 --exception unanswered --reason 一直未批 --recommend 订三种")
    assert "Q2026-001 goes to 吴芳: 版面." in said
    assert "李娜 is told of it." in said
    assert office.rows("SELECT number, status, exception, exception_reason, tried, recommend FROM request") == [
        {
            "number": "Q2026-001", "status": "pending", "exception": "unanswered", "exception_reason": "一直未批", "tried": "比价",
            "recommend": "订三种",
        }
    ]  # fmt: skip
    assert [row["name"] for row in office.rows("SELECT h.name FROM request_stage s JOIN person h ON h.id = s.holder_id ORDER BY s.id")] == [
        "李娜",
        "吴芳",
    ]
    office.done("吴芳", "request answer 1 同意 --verdict approved")
    assert "C501" in office.type("陈静", "request raise --item 1 --exception unanswered --reason 再报")


def test_a_matter_moves_up_whole(office: Office) -> None:
    for who in ("王强", "刘洋"):
        office.done(who, f"request raise 更换复印机 {MORE}")
    office.at("2026-07-09T02:00")
    said = office.done("刘洋", "request raise 更换复印机 --exception unanswered --reason 一直未批")
    assert "Q2026-001 goes up to 吴芳." in said
    assert "Q2026-002 goes to 吴芳: 更换复印机." in said
    assert office.rows("SELECT h.name FROM request_stage s JOIN person h ON h.id = s.holder_id WHERE s.until IS NULL") == [{"name": "吴芳"}] * 2
    assert office.rows("SELECT number, exception FROM request ORDER BY id") == [
        {"number": "Q2026-001", "exception": None},
        {"number": "Q2026-002", "exception": "unanswered"},
    ]


def test_how_long_is_a_setting_and_a_wrong_leader_is_none(office: Office) -> None:
    office.done("孙丽", "config set requests.unanswered_days 1")
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    office.at("2026-07-07T02:00")
    assert "张伟 does not stand above 李娜" in office.type("陈静", "request raise 订阅刊物 --to 张伟 --exception unanswered --reason 未批")
    assert office.code == 2
    assert "An exception needs its reason" in office.type("陈静", "request raise 订阅刊物 --exception unanswered")
    office.done("陈静", "request raise 订阅刊物 --to 周海 --exception unanswered --reason 未批")
    assert office.rows("SELECT p.name FROM request_copy c JOIN person p ON p.id = c.person_id ORDER BY c.id") == [{"name": "李娜"}, {"name": "吴芳"}]


def test_who_cannot_be_reached_is_passed_over_once_the_attempt_is_noted(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    refused = office.type("陈静", "request raise 订阅刊物 --exception unreachable --reason 在飞机上")
    assert (office.code, "No attempt to reach 李娜 about Q2026-001 is noted." in refused) == (1, True)
    assert "Q2026-001: noted that 李娜 could not be reached." in office.done("陈静", "request attempt 1 两次电话未接")
    assert "Could not be reached on 2026-07-06: 两次电话未接 (陈静)" in office.done("陈静", "request show 1")
    assert "Q2026-001 goes to 吴芳" in office.done("陈静", "request raise 订阅刊物 --exception unreachable --reason 在飞机上")
    refused = office.type("陈静", "request raise 订阅刊物 --exception unreachable --reason 也在飞机上")
    assert "No attempt to reach 吴芳" in refused, "the attempt was of the turn before"


@pytest.mark.parametrize(("who", "line", "code", "said"), [
    ("王强", "request attempt 1 找不到人", 1, "A401"),
    ("陈静", "request attempt 1 …", 2, "It is not said what was tried."),
    ("陈静", "request attempt 9 找不到人", 3, "There is no request"),
])  # fmt: skip
def test_an_attempt_is_the_asker_s_to_note(office: Office, who: str, line: str, code: int, said: str) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert said in office.type(who, line)
    assert office.code == code
    assert office.rows("SELECT id FROM request_attempt") == []


def test_the_superior_complained_of_never_answers_as_a_stand_in(office: Office) -> None:
    office.done("陈静", f"request raise 排班 {MORE} --to 吴芳 --exception complaint --reason 不公")
    office.done("吴芳", "person absent 吴芳 --to fri --stand-in 李娜")
    assert "A401" in office.type("李娜", "request answer 1 不同意 --verdict refused")
    office.done("周海", "request answer 1 调整 --verdict approved")
    assert office.last()[:2] == ("周海", "holder-superior")


def test_the_stand_in_answers_for_the_leader(office: Office) -> None:
    office.done("王强", f"request raise 订阅刊物 {MORE}")
    office.done("张伟", "person absent 张伟 --to fri --stand-in 赵敏")
    assert "赵敏 acts for 张伟 today." in office.done("王强", "request show 1")
    office.done("赵敏", "request answer 1 同意 --verdict approved")
    assert office.last() == ("赵敏", "holder", "张伟")


def test_a_registrar_writes_for_both_sides(office: Office) -> None:
    office.done("孙丽", f"request raise 订阅刊物 {MORE} --for 陈静")
    assert office.last() == ("孙丽", "registrar", "陈静")
    office.done("孙丽", "request answer 1 同意 --verdict approved")
    assert office.last() == ("孙丽", "registrar", "李娜")


def test_only_the_asker_withdraws(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert "A401" in office.type("李娜", "request withdraw 1")
    office.done("陈静", "request withdraw 1")
    assert "It was withdrawn on 2026-07-06." in office.type("李娜", "request answer 1 同意")


def test_answers_that_clash_go_to_the_superior_of_both(office: Office) -> None:
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    office.done("李娜", "request answer 1 同意 --verdict approved")
    office.done("王强", f"request raise 更换复印机 {MORE}")
    assert "吴芳 decides both" in office.done("张伟", "request answer 2 不同意 --verdict refused")
    assert {row["status"] for row in office.rows("SELECT status FROM request")} == {"frozen"}
    assert "A401" in office.type("李娜", "request answer 1 同意 --verdict approved")
    office.done("吴芳", "request answer 1 租一台 --verdict approved")
    assert office.rows("SELECT status FROM request ORDER BY id") == [{"status": "answered"}] * 2
    assert office.rows("SELECT verdict FROM request_stage WHERE answer = '租一台'") == [{"verdict": "approved"}] * 2


def test_an_answer_is_what_its_first_words_say_and_so_two_clash(office: Office) -> None:
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    assert "Q2026-001 answered: approved · 同意，列入明年预算." in office.done("李娜", "request answer 1 同意，列入明年预算")
    office.done("王强", f"request raise 更换复印机 {MORE}")
    assert "吴芳 decides both" in office.done("张伟", "request answer 2 不同意购置")
    assert "Q2026-001 answered: instructed · 同意购置." in office.done("吴芳", "request answer 1 同意购置 --verdict instructed"), (
        "as it is told, whatever it says"
    )


@pytest.mark.parametrize("second", ["approved", "instructed"])
def test_answers_that_agree_stand(office: Office, second: str) -> None:
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    office.done("李娜", "request answer 1 同意 --verdict approved")
    office.done("王强", f"request raise 更换复印机 {MORE}")
    office.done("张伟", f"request answer 2 可以 --verdict {second}")
    assert office.rows("SELECT status FROM request ORDER BY id") == [{"status": "answered"}] * 2


def test_a_leader_may_change_their_mind(office: Office) -> None:
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    office.done("李娜", "request answer 1 不同意 --verdict refused")
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    office.done("李娜", "request answer 2 同意 --verdict approved")
    assert office.rows("SELECT status FROM request ORDER BY id") == [{"status": "answered"}] * 2


def test_waiting_is_counted_in_working_days_by_leader(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    office.at("2026-07-09T02:00")
    office.done("李娜", "request escalate 1")
    office.at("2026-07-13T02:00")
    assert "1 request waits; the longest for 2 working days." in office.done("周海", "requests")
    assert "李娜: 1 turn, 0 waiting now; 3.0 working days on average, 3 at most." in office.done("周海", "requests")
    office.done("吴芳", "request answer 1 同意 --verdict approved")
    assert '"leader": "吴芳", "turns": 1, "now": 0, "answered": 1' in office.done("周海", "requests --by leader --format json")
    assert "waits" not in office.done("周海", "requests")
    assert '"holder": "李娜", "status": "pending"' in office.done("周海", "requests --as-of 2026-07-08 --format json")


def test_a_request_stands_on_its_item_until_it_is_undone(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    office.done("吴芳", "edit 1 --goal 一篇")
    office.done("陈静", f"request raise --item 1 {MORE}")
    assert "2026-001 has changed since: 陈静 raised a request." in office.type("吴芳", "undo")
    assert office.code == 4
    office.done("陈静", "undo")
    office.done("吴芳", "undo")
    assert office.rows("SELECT goal FROM item") == [{"goal": ""}]


def test_what_lay_with_somebody_who_left_is_for_the_superior_of_its_asker_now(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert "waits for the next superior now: Q2026-001." in office.done("孙丽", "person leave 李娜 --handover-to 张伟")
    assert "is for 吴芳, who holds it" in office.type("张伟", "request answer 1 同意")
    assert '"holder": "吴芳", "status": "pending"' in office.done("周海", "requests --person 吴芳 --format json")
    office.done("吴芳", "request answer 1 同意 --verdict approved")
    assert office.last() == ("吴芳", "holder-superior", None)
