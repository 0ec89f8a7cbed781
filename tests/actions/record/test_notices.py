"""Told means delivered: whoever is told of a matter finds it in the digest until they have seen it, have acted on it, or it has ended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stage.small_office import Office

MORE = "--tried 比价 --recommend 订两种"


def told(office: Office, who: str) -> list[tuple[str, str, str | None]]:
    """What the digest of somebody says for their information: number, cause, and what is said of it."""
    found = json.loads(office.done(who, f"digest --for {who} --format json"))
    rows = [row for row in found["rows"] if row["section"] == "for-information"]
    assert found["summary"].get("for-information", 0) == len(rows)
    return [(row["number"], row["cause"], row["reason"]) for row in rows]


def test_a_copy_is_in_the_digest_until_it_is_seen(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    assert "2026-001: a copy goes to 陈静; 会场布置." in office.done("张伟", "copy 1 --to 陈静、李娜 --text 周一会前看")
    assert told(office, "陈静") == told(office, "李娜") == [("2026-001", "copy", "周一会前看")]
    assert "For your information" in office.done("陈静", "digest --for 陈静")
    assert "Seen: 2026-001." in office.done("陈静", "seen 1")
    assert told(office, "陈静") == []
    assert told(office, "李娜") == [("2026-001", "copy", "周一会前看")]
    assert office.rows("SELECT p.name, n.seen FROM notice n JOIN person p ON p.id = n.person_id ORDER BY n.id") == [
        {"name": "陈静", "seen": "2026-07-06"},
        {"name": "李娜", "seen": None},
    ]
    history = office.done("周海", "history 1 --format csv")
    assert "sent a copy,陈静 is told: copy; 李娜 is told: copy" in history
    assert "saw what there was to know,," in history


def test_what_fits_a_filter_is_seen_without_a_word_on_what_one_was_not_told_of(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    office.done("张伟", "add 采购 --lead 王强 --due fri")
    office.done("张伟", "copy 1 --to 陈静")
    assert office.done("陈静", "seen lead:王强") == "Seen: 2026-001.\n"
    assert told(office, "陈静") == []
    assert office.done("陈静", "seen lead:王强") == "There is nothing you have not seen.\n"


def test_today_of_a_person_tells_it_too(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due 7-31")
    office.done("张伟", "copy 1 --to 陈静 --to 李娜")
    found = json.loads(office.done("陈静", "today --person 陈静 --person 李娜 --format json"))
    assert [(row["section"], row["cause"]) for row in found["rows"]] == [("for-information", "copy")]
    assert found["summary"]["for-information"] == 1


def test_a_copy_ends_with_its_item_and_is_sent_twice_as_one_line(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    office.done("张伟", "copy 1 --to 陈静")
    assert "陈静 has this copy already, since 2026-07-06" in office.done("张伟", "copy 1 --to 陈静")
    office.done("张伟", "copy 1 --to 陈静 --text 改到二楼")
    assert told(office, "陈静") == [("2026-001", "copy", "改到二楼")]
    (row,) = json.loads(office.done("陈静", "digest --for 陈静 --format json"))["rows"]
    assert (row["told_by"], row["since"], row["lead"], row["due"], row["who"]) == ("张伟", "2026-07-06", "王强", "2026-07-10", None)
    office.done("张伟", "cancel 1 --reason 会议取消")
    assert told(office, "陈静") == []


@pytest.mark.parametrize(("who", "line", "code", "said"), [
    ("张伟", "copy 1 --to 张伟", 2, "you send the copy"),
    ("张伟", "copy 1 --to 无名", 3, "Nobody here is called"),
    ("张伟", "copy 1 --to 、", 2, "It is not said to whom the copy goes."),
    ("陈静", "copy 1 --to 李娜", 1, "A401"),
    ("陈静", "seen", 2, "It is not said what you have seen."),
    ("陈静", "seen 1 --all", 2, "either some of them or all"),
    ("陈静", "seen 7", 3, "There is no item “7”"),
    ("陈静", "seen Q7", 3, "Nobody has raised a request yet"),
    ("陈静", "seen 1", 0, "You have seen all there is to 1."),
    ("陈静", "seen 会场", 0, "You have seen all there is to 2026-001."),
    ("陈静", "seen Draft", 3, "There is no item “Draft”."),
    ("陈静", "seen --all", 0, "There is nothing you have not seen."),
])  # fmt: skip
def test_what_cannot_be_is_said(office: Office, who: str, line: str, code: int, said: str) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    assert said in office.type(who, line)
    assert office.code == code


def test_acting_on_a_matter_is_seeing_it_and_taking_that_back_is_not(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    office.done("王强", "copy 1 --to 吴芳")
    office.done("吴芳", "edit 1 --goal 座位图")
    assert told(office, "吴芳") == []
    office.done("吴芳", "undo")
    assert told(office, "吴芳") == [("2026-001", "copy", None)]
    office.done("吴芳", "seen 1")
    office.done("吴芳", "undo")
    assert told(office, "吴芳") == [("2026-001", "copy", None)]


def test_seeing_it_keeps_nobody_from_taking_an_act_back(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due fri")
    office.done("张伟", "copy 1 --to 陈静")
    office.done("陈静", "seen 1")
    office.done("张伟", "undo")
    assert told(office, "陈静") == [("2026-001", "undone", "“copy” was taken back")]
    assert "“抄送”已被撤回" in office.done("陈静", "digest --for me --lang zh"), "whoever reads it reads it in their own language"
    office.done("陈静", "seen 1")
    office.done("张伟", "undo")
    assert told(office, "陈静") == [], "nobody had told them of the item itself"


def test_every_superior_passed_over_by_an_order_is_told(office: Office) -> None:
    said = office.done("周海", "add 会场布置 --lead 王强 --due fri")
    assert "above 王强 was not told: 张伟, 吴芳." in said
    assert told(office, "张伟") == told(office, "吴芳") == [("2026-001", "order", None)]
    assert told(office, "周海") == told(office, "王强") == []
    office.done("吴芳", "seen --all")
    assert "吴芳" not in office.type("周海", "check --rule C507")
    assert "张伟" in office.type("周海", "check --rule C507")
    office.done("王强", "tell 1 张伟")
    assert told(office, "张伟") == [("2026-001", "order", None)], "told by mouth, and the paper is still to be read"
    assert office.rows("SELECT COUNT(*) AS n FROM notice") == [{"n": 2}]


def test_an_order_handed_on_past_a_superior_is_told_too(office: Office) -> None:
    office.done("周海", "add 会场布置 --lead 吴芳 --due fri")
    assert office.rows("SELECT id FROM notice") == []
    office.done("周海", "assign 1 --lead 王强 --reason 急用")
    assert told(office, "张伟") == [("2026-001", "order", None)]


def test_the_third_prod_goes_up_to_the_responsible_leader(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 王强 --due 7-31")
    for day, leaders in (("06", []), ("07", []), ("08", ["third notice: 请抓紧"])):
        office.at(f"2026-07-{day}T02:00")
        said = office.done("孙丽", "prod 1 --text 请抓紧")
        assert ("吴芳 is told of the prod" in said) == bool(leaders)
        assert [reason for _number, _cause, reason in told(office, "吴芳")] == leaders
    assert told(office, "张伟") == [], "in whose name the registrar prods"
    office.done("王强", "note 1 正在办")
    assert told(office, "吴芳") == [], "answered"


def test_a_second_prod_by_the_leader_goes_to_the_head_of_the_section(office: Office) -> None:
    office.done("吴芳", "add 会场布置 --lead 王强 --due 7-31 --kind emergency")
    office.done("吴芳", "prod 1")
    office.at("2026-07-07T02:00")
    assert "2026-001: 张伟 is told of the prod." in office.done("吴芳", "prod 1")
    assert told(office, "张伟") == [("2026-001", "prod", "second notice")]
    office.done("张伟", "seen 1")
    office.at("2026-07-08T02:00")
    office.done("吴芳", "prod 1")
    assert told(office, "张伟") == [("2026-001", "prod", "third notice")], "told anew, the leader does it themselves"


def test_what_is_not_signed_for_at_twice_the_limit_is_told_to_the_superior_until_seen(office: Office) -> None:
    office.done("吴芳", "add 会场布置 --lead 王强 --due 7-31 --kind emergency")
    office.at("2026-07-08T02:00")
    assert told(office, "张伟") == []
    office.at("2026-07-09T02:00")
    assert told(office, "张伟") == [("2026-001", "D302", None)]
    assert told(office, "吴芳") == [], "to the direct superior alone"
    assert office.rows("SELECT id FROM notice") == [], "time makes no notice"
    office.done("张伟", "seen 1")
    assert told(office, "张伟") == []
    assert office.rows("SELECT f.rule, p.name, f.day FROM finding_seen f JOIN person p ON p.id = f.person_id") == [
        {"rule": "D302", "name": "张伟", "day": "2026-07-09"}
    ]
    office.done("张伟", "undo")
    assert told(office, "张伟") == [("2026-001", "D302", None)]
    office.done("张伟", "prod 1")
    assert told(office, "张伟") == [], "has acted on it"


def test_an_unanswered_difficulty_is_told_to_who_sees_to_it_and_the_superior_without_what_it_is(office: Office) -> None:
    office.done("陈静", "difficulty add 孩子入学 --owner 张伟 --due 2026-07-10")
    office.at("2026-07-13T02:00")
    number = office.rows("SELECT id FROM difficulty")[0]["id"]
    for who in ("张伟", "李娜"):
        assert told(office, who) == [("H-001", "N903", None)]
        assert "孩子入学" not in office.done(who, f"digest --for {who}")
        assert "陈静" not in office.done(who, f"digest --for {who} --format json")
    for who in ("陈静", "吴芳", "孙丽"):
        assert told(office, who) == []
    office.done("李娜", f"seen difficulty-{number}")
    assert told(office, "李娜") == []
    office.done("张伟", f"difficulty answer {number} 已联系第三小学")
    assert told(office, "张伟") == []
    assert "It was answered on 2026-07-" in office.type("张伟", f"difficulty answer {number} 再联系")


def test_the_skipped_superior_is_told_of_the_request_until_it_is_withdrawn(office: Office) -> None:
    office.done("陈静", f"request raise 订阅刊物 {MORE} --to 吴芳 --exception emergency --reason 停电")
    assert told(office, "李娜") == [("Q2026-001", "skipped", "emergency: 停电")]
    office.done("陈静", "request withdraw 1")
    assert told(office, "李娜") == []
    office.done("陈静", f"request raise 订阅刊物 {MORE} --to 吴芳 --exception emergency --reason 停电")
    office.done("吴芳", "request answer 2 先订 --verdict approved")
    assert told(office, "李娜") == [("Q2026-002", "skipped", "emergency: 停电: approved: 先订")], "answered at once, and still to be read"


def test_an_answer_reaches_its_asker_and_the_lead_and_stands_on_the_item(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 赵敏 --support 王强:座签 --due 7-31")
    office.done("王强", f"request raise --item 1 {MORE}")
    assert told(office, "王强") == []
    office.done("张伟", "request answer 1 用二楼 --verdict approved")
    assert told(office, "王强") == told(office, "赵敏") == [("Q2026-001", "answer", "approved: 用二楼")]
    shown = office.done("赵敏", "show 1")
    assert "Answers to requests" in shown
    assert "Q2026-001" in shown
    assert "approved · 用二楼" in shown
    (answer,) = json.loads(office.done("赵敏", "show 1 --format json"))["answers"]
    assert (answer["number"], answer["by"], answer["verdict"], answer["answer"]) == ("Q2026-001", "张伟", "approved", "用二楼")
    office.done("王强", "seen q2026-1")
    assert told(office, "王强") == []


def test_answers_that_clash_are_told_to_nobody_until_they_are_settled(office: Office) -> None:
    office.done("陈静", f"request raise 更换复印机 {MORE}")
    office.done("李娜", "request answer 1 同意 --verdict approved")
    assert told(office, "陈静") == [("Q2026-001", "answer", "approved: 同意")]
    office.done("王强", f"request raise 更换复印机 {MORE}")
    office.done("张伟", "request answer 2 不同意 --verdict refused")
    assert told(office, "陈静") == told(office, "王强") == [], "neither answer holds"
    office.done("吴芳", "request answer 1 租一台 --verdict approved")
    assert told(office, "陈静") == [("Q2026-001", "answer", "approved: 租一台")]
    assert told(office, "王强") == [("Q2026-002", "answer", "approved: 租一台")]


@pytest.mark.parametrize(
    ("line", "said"),
    [("grant 1 --to 2026-08-07 --reason 等批复", "granted: 2026-08-07: 等批复"), ("decline 1 --reason 不能再拖", "declined: 不能再拖")],
)
def test_what_became_of_an_extension_is_told_to_its_asker_and_the_originator(office: Office, line: str, said: str) -> None:
    office.done("吴芳", "add 会场布置 --lead 王强 --due 7-31 --kind emergency")
    office.done("王强", "extend 1 --to 2026-08-07 --reason 等批复")
    office.done("张伟", line)
    assert told(office, "王强") == told(office, "吴芳") == [("2026-001", "extension", said)]
    assert told(office, "张伟") == []


def test_a_handover_note_reaches_the_next_duty_officer_until_it_is_done(office: Office) -> None:
    office.done("孙丽", "roster set 2026-07-06 张伟")
    office.done("孙丽", "roster set 2026-07-07 赵敏")
    office.done("张伟", "roster handover 锅炉报修未回")
    assert told(office, "赵敏") == [("N-001", "handover", None)]
    assert "锅炉报修未回" in office.done("赵敏", "digest --for 赵敏")
    office.at("2026-07-07T02:00")
    office.done("赵敏", "roster done 1")
    assert told(office, "赵敏") == []


def test_a_note_left_to_nobody_finds_whoever_is_put_on_duty_next(office: Office) -> None:
    office.done("孙丽", "roster set 2026-07-06 张伟")
    office.done("张伟", "roster handover 锅炉报修未回")
    office.done("孙丽", "roster set 2026-07-05 王强")
    office.done("孙丽", "roster set 2026-07-08 张伟")
    assert office.rows("SELECT id FROM notice") == [], "neither a past day nor the same officer"
    office.done("孙丽", "roster set 2026-07-07 赵敏")
    assert told(office, "赵敏") == [("N-001", "handover", None)]
    office.done("赵敏", "seen note-1")
    assert told(office, "赵敏") == []


def test_who_has_left_and_the_founder_are_told_nothing(office: Office) -> None:
    office.done("吴芳", "add 会场布置 --lead 王强 --due 7-31 --kind emergency")
    office.done("王强", "extend 1 --to 2026-08-07 --reason 等批复")
    office.change("person 吴芳 left_on=2026-07-06")
    office.done("张伟", "decline 1 --reason 不能再拖")
    assert office.rows("SELECT p.name FROM notice n JOIN person p ON p.id = n.person_id") == [{"name": "王强"}]


def test_an_import_tells_nobody(office: Office, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.csv"
    ledger.write_text("事项内容,牵头责任人,交办人,交办日期,办结时限,办理状态\n会场布置,王强,周海,2026-06-01,2026-07-31,未签收\n", encoding="utf-8")
    office.done("孙丽", f"import {ledger}")
    assert office.rows("SELECT COUNT(*) AS n FROM item WHERE status = 'issued'") == [{"n": 1}]
    assert office.rows("SELECT id FROM notice") == []
    assert told(office, "张伟") == []


def test_a_part_not_stated_within_the_hour_is_told_to_the_lead_until_it_is_stated(office: Office) -> None:
    office.done("张伟", "add 突发停水 --kind emergency --lead 王强 --support 刘洋 --due fri")
    office.done("王强", "ack 1")
    assert told(office, "王强") == []
    office.at("2026-07-06T03:01")
    assert told(office, "王强") == [("2026-001", "part", "刘洋")]
    assert told(office, "张伟") == told(office, "刘洋") == []
    office.done("王强", "seen 1")
    assert told(office, "王强") == []
    office.done("张伟", "support 1 add 赵敏")
    office.at("2026-07-06T04:02")
    assert told(office, "王强") == [("2026-001", "part", "刘洋, 赵敏")]  # a second one without a part renews the first
    office.done("张伟", "support 1 add 刘洋:送水")
    office.done("张伟", "support 1 add 赵敏:登记")
    assert told(office, "王强") == []


def test_a_stand_in_is_told_what_the_absent_person_is_as_for_whom_it_is(office: Office) -> None:
    office.done("张伟", "add 会场布置 --lead 刘洋 --due fri")
    office.done("张伟", "add 月度信息 --lead 赵敏 --due fri")
    office.done("张伟", "copy 1 2 --to 王强")
    office.done("王强", "difficulty add 子女入学 --owner 张伟 --due today")
    office.done("张伟", "person absent 王强 --from today --to 7-31 --stand-in 刘洋")
    office.at("2026-07-27T02:00")

    def read_by(who: str) -> list[tuple[str, str, str | None]]:
        rows = json.loads(office.done(who, f"digest --for {who} --format json"))["rows"]
        return [(row["number"], row["cause"], row["told_for"]) for row in rows if row["section"] == "for-information"]

    assert read_by("刘洋") == [("2026-001", "copy", "王强"), ("2026-002", "copy", "王强")]
    assert [row[2] for row in read_by("王强")] == [None, None]
    office.done("刘洋", "seen 2")
    office.done("刘洋", "note 1 已布置")
    assert read_by("刘洋") == []
    assert [row[0] for row in read_by("王强")] == ["2026-001", "2026-002"]  # it still waits for whom it was meant
    office.done("张伟", "person absent 张伟 --from today --to 7-31 --stand-in 陈静")
    assert [row[1] for row in read_by("张伟")] == ["N903", "D302"]
    assert read_by("陈静") == [("2026-002", "D302", "张伟")]  # what was confided to 张伟 is no stand-in's
