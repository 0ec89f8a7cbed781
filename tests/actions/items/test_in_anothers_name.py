"""What is done in somebody else's name says so when it is done, and whoever answers for it is told."""

from __future__ import annotations

import json

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_whatever_a_registrar_does_for_another_says_in_whose_name(office: Office) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d fri")
    office.done("吴芳", "add 来信办理 -l 陈静 -d fri")
    assert "2026-001, 2026-002: you signed for it in the name of 陈静." in office.done("孙丽", "ack 1,2")
    assert "2026-001：已代陈静反馈。" in office.done("孙丽", "note 1 初稿已出 --lang zh")
    assert "2026-002: you set the deadline in the name of 吴芳." in office.done("孙丽", "edit 2 --due 7-31")
    assert "2026-001: you closed it in the name of 吴芳." in office.done("孙丽", "close 1 已报 --dry-run")
    closed = json.loads(office.done("孙丽", "close 1 已报 --format json"))
    assert closed["done"][-1] == {"act": "done-for-another", "name": "吴芳", "acts": ["close"], "numbers": ["2026-001"]}
    assert "in the name of" not in office.done("陈静", "note 2 过半") + office.done("陈静", "ack 2"), "and not what is one's own"


def test_work_given_in_somebodys_name_is_told_to_them_and_seen(office: Office) -> None:
    said = office.done("孙丽", "add 核对台账 -l 王强 -d fri")
    assert "2026-001: you registered it in the name of 张伟." in said
    assert "a copy goes to 张伟" in said
    assert "told by" in office.done("张伟", "digest --for 张伟")
    assert office.rows("SELECT p.name, b.name AS by FROM notice n JOIN person p ON p.id = n.person_id JOIN person b ON b.id = n.by_id") == [
        {"name": "张伟", "by": "孙丽"}
    ]
    office.done("张伟", "seen 1")
    office.done("孙丽", "add 来信办理 -l 王强 -d fri --by 张伟 --from 7月3日批示")
    assert len(office.rows("SELECT id FROM notice")) == 1, "who is named as who ordered it knows of it"


def test_the_chief_is_told_whose_clerk_is_given_work_from_another_section(office: Office) -> None:
    office.done("李娜", "add 核对台账 -l 陈静 -d fri")
    assert "2026-001: a copy goes to 张伟" in office.done("李娜", "assign 1 -t 王强 人手不足")
    assert "核对台账" in office.done("张伟", "digest --for 张伟").partition("For your information")[2]
    office.done("李娜", "add 来信办理 -l 孙丽 -d fri")
    assert "a copy" not in office.done("李娜", "assign 2 -t 陈静 人手不足"), "one's own clerk is one's own business"


def test_what_whoever_gave_it_writes_to_the_lead_does_not_sign_for_them(office: Office) -> None:
    office.done("孙丽", "add 换灯 -l 王强 -d fri --by me --from 批示")
    said = office.done("孙丽", "note 1 请先换大厅")
    assert "a copy goes to 王强" in said
    assert "not signed for by this" in said
    assert office.rows("SELECT status, signed FROM item") == [{"status": "issued", "signed": None}]
    digest = office.done("王强", "digest --for 王强")
    assert "Not signed for yet (1)" in digest
    assert "请先换大厅" in digest.partition("For your information")[2]
    office.done("李娜", "add 来信 -l 陈静 -d fri")
    office.done("孙丽", "note 2 已来电")
    assert office.rows("SELECT status FROM item WHERE id > 1 ORDER BY id DESC LIMIT 1") == [{"status": "in-hand"}], (
        "but what a third person records does"
    )
