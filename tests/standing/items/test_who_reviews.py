"""What nobody here ordered is reviewed by the direct superior of its lead; the founder's account is never an originator."""

from __future__ import annotations

from pathlib import Path

import pytest

from officecli.actions.acting import acting
from officecli.model.items import Item
from officecli.store.place import place
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

LEDGER = "事项,责任人,交办人,办结时限\n{title},{lead},{by},2026-07-31\n"


def account(office: Office) -> str:
    """The founder's account, which --as takes as well."""
    return str(office.rows("SELECT name FROM person WHERE account = 1")[0]["name"])


def given(office: Office) -> list[tuple[str, str]]:
    """Whom each item is taken to be given by, and led by."""
    return [(row["originator"], row["lead"]) for row in office.rows("SELECT originator, lead FROM v_item ORDER BY id")]


def bring_in(office: Office, who: str, folder: Path, lead: str, by: str = "") -> None:
    file = folder / "ledger.csv"
    file.write_text(LEDGER.format(title=f"月度信息 {lead}", lead=lead, by=by), encoding="utf-8")
    office.done(who, f"import {file}")


def waits_for(office: Office, who: str) -> bool:
    """Whether the digest of somebody lists the item for their review."""
    return "2026-001" in office.done("孙丽", f"digest --for {who} --format csv").partition("waiting for review")[2]


def listed_for(office: Office) -> set[str]:
    """In whose digests the item waits for review."""
    return {who for who in ("周海", "吴芳", "张伟", "李娜", "王强", "陈静", "孙丽") if waits_for(office, who)}


def reviewer(office: Office) -> str:
    """Who reviews the item, as `show` says."""
    return office.done("孙丽", "show 1").partition("  reviewer ")[2].partition("\n")[0].strip()


@pytest.mark.parametrize("founder", [True, False])
@pytest.mark.parametrize(("lead", "superior"), [("陈静", "李娜"), ("李娜", "吴芳"), ("周海", "周海")])
def test_registered_on_nobodys_order(office: Office, founder: bool, lead: str, superior: str) -> None:
    who = account(office) if founder else "孙丽"
    office.done(who, f"add 月度信息 --lead {lead} --due fri")
    assert given(office) == [(superior, lead)]
    assert office.last() == (who, "registrar", superior)


@pytest.mark.parametrize("founder", [True, False])
@pytest.mark.parametrize(("lead", "superior"), [("陈静", "李娜"), ("李娜", "吴芳"), ("孙丽", "李娜"), ("周海", "周海")])
def test_imported_on_nobodys_order(office: Office, tmp_path: Path, founder: bool, lead: str, superior: str) -> None:
    bring_in(office, account(office) if founder else "孙丽", tmp_path, lead)
    assert given(office) == [(superior, lead)]


def test_a_ledger_that_says_who_ordered_it_is_believed(office: Office, tmp_path: Path) -> None:
    bring_in(office, "孙丽", tmp_path, "陈静", by="吴芳")
    assert given(office) == [("吴芳", "陈静")]


def test_an_order_from_outside_is_reviewed_by_the_superior_of_the_lead_and_that_is_said(office: Office, tmp_path: Path) -> None:
    for who in ("孙丽", account(office)):
        said = office.done(who, f"add 核对台账{len(who)} --lead 王强 --due fri --by 县长 --from 县长批示")
        assert ": “县长” is nobody of this office, and stands as it was typed; 张伟 reviews the result." in said
        bring_in(office, who, tmp_path, {"孙丽": "陈静"}.get(who, "刘洋"), by="县长")
        said = office.done(who, f"decision add 电梯{len(who)} --by 县长 --meeting 第{len(who)}次常务会")
        assert "“县长” is nobody of this office, and stands as it was typed.\n" in said
        office.done(who, f"decision items {1 if who == '孙丽' else 2} add 摸底{len(who)} --lead 赵敏 --due fri")
    assert given(office) == [
        *[("张伟", "王强"), ("李娜", "陈静"), ("张伟", "赵敏")],
        *[("张伟", "王强"), ("张伟", "刘洋"), ("张伟", "赵敏")],
    ]
    assert {row["ordered_by"] for row in office.rows("SELECT ordered_by FROM item")} == {"县长"}


def test_whoever_ordered_it_is_known_by_any_form_of_the_name_and_a_slip_is_asked_about(office: Office) -> None:
    for by in ("吴主任", "wf", "吴芳", "吴芳副主任"):
        said = office.done("孙丽", f"add 月度信息{by} --lead 陈静 --due fri --by {by} --from 批示")
        assert ("is read as 吴芳." in said) == (by != "吴芳")
        office.done("孙丽", f"decision add 整治{by} --by {by} --meeting 常务会")
    assert set(given(office)) == {("吴芳", "陈静")}
    assert office.rows("SELECT DISTINCT decided_by, (SELECT MAX(ordered_by) FROM item) AS ordered_by FROM decision") == [
        {"decided_by": "吴芳", "ordered_by": "吴芳"}
    ]
    for line in ("add 整理 --lead 陈静 --due fri --from 批示 --by 吴方", "decision add 整理 --meeting 常务会 --by 吴方"):
        assert "Did you mean 吴芳? Whoever is outside the office" in office.type("孙丽", line)
    assert "督查室 is a unit; its head is" in office.type("孙丽", "add 整理 --lead 陈静 --due fri --from 批示 --by 督查室")


@pytest.mark.parametrize(
    ("by", "reviewer", "told"),
    [
        ("吴主任", "吴芳", "吴主任 → 吴芳"),
        ("县长、吴芳", "吴芳", "县长、吴芳 → 吴芳"),
        ("县长", "李娜", "Ordered by nobody of this office, kept as words, and reviewed by the direct superior of the lead: 县长 → 李娜 (row 2)"),
        ("吴方", "", "Did you mean 吴芳?"),
    ],
)
def test_a_ledger_names_who_ordered_it_in_any_form(office: Office, tmp_path: Path, by: str, reviewer: str, told: str) -> None:
    file = tmp_path / "ledger.csv"
    file.write_text(LEDGER.format(title="月度信息", lead="陈静", by=by).replace("交办人", "批示领导"), encoding="utf-8")
    assert told in office.type("孙丽", f"import {file} --format md").replace("\\", "")
    assert given(office) == ([(reviewer, "陈静")] if reviewer else [])


def test_an_account_orders_nothing(office: Office, tmp_path: Path) -> None:
    assert "nothing is done on your order" in office.type(account(office), "add 月度信息 --lead 陈静 --due fri --by me")
    assert office.code == 2
    bring_in(office, "孙丽", tmp_path, "陈静", by=account(office))
    office.done("孙丽", f'add 核对台账 --lead 陈静 --due fri --by "{account(office)}" --from 便笺')
    file = tmp_path / "led.csv"
    file.write_text(LEDGER.format(title="整理", lead=account(office), by=""), encoding="utf-8")
    assert "Nobody here is called" in office.type("孙丽", f"import {file}")
    assert not office.rows("SELECT 1 AS one FROM item i JOIN person p ON p.id IN (i.originator_id, i.lead_id) WHERE p.account = 1")


def test_who_stands_above_the_lead_gives_an_order_of_their_own(office: Office) -> None:
    office.change("person 吴芳 registrar=1")
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    office.done("李娜", "add 核对台账 --lead 陈静 --due fri")
    assert given(office) == [("吴芳", "陈静"), ("李娜", "陈静")]


def test_over_a_vacant_post_the_next_superior_reviews(office: Office) -> None:
    office.done("孙丽", "person leave 李娜 --handover-to 吴芳")
    office.done("孙丽", "add 月度信息 --lead 陈静 --due fri")
    assert given(office) == [("吴芳", "陈静")]


def test_the_superior_finds_the_result_and_reviews_it(office: Office, tmp_path: Path) -> None:
    bring_in(office, account(office), tmp_path, "陈静")
    assert reviewer(office) == "李娜"
    office.done("陈静", "submit 1 --result 已刊发")
    assert listed_for(office) == {"李娜"}
    assert "A402" in office.type("陈静", "close 1")
    assert "A403" in office.type("陈静", "edit 1 --due 2026-08-07 --reason 缺数据")
    assert "A401" in office.type("张伟", "close 1")
    office.done("李娜", "return 1 --reason 数据不全")
    office.done("李娜", "edit 1 --due 2026-08-07 --reason 补数据")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done("李娜", "close 1 --rating 4")
    assert office.last() == ("李娜", "originator", None)


def test_a_registrar_still_acts_for_the_superior(office: Office) -> None:
    office.done("孙丽", "add 月度信息 --lead 陈静 --due fri")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done(account(office), "close 1")
    assert office.last() == (account(office), "registrar", "李娜")


def test_the_stand_in_reviews_for_an_absent_superior(office: Office) -> None:
    office.done("孙丽", "add 月度信息 --lead 陈静 --due fri")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 张伟")
    assert reviewer(office) == "张伟 for 李娜"
    assert "张伟" in listed_for(office)
    office.done("张伟", "close 1")
    assert office.last() == ("张伟", "originator", "李娜")


@pytest.mark.parametrize("lead", ["孙丽", "陈静"])
def test_ones_own_initiative_waits_for_ones_superior_and_not_for_oneself(office: Office, lead: str) -> None:
    office.done(lead, "add 改进台账 --lead me --kind own --due fri")
    office.done(lead, "submit 1 --result 已改")
    assert given(office) == [(lead, lead)]
    assert listed_for(office) == {"李娜"}
    assert reviewer(office) == "李娜"
    assert "A402" in office.type(lead, "close 1")
    office.done("李娜", "close 1")


def test_the_director_reviews_alone(office: Office) -> None:
    office.done("孙丽", "add 走访基层 --lead 周海 --due fri")
    office.done("周海", "submit 1 --result 走访三个乡镇")
    assert listed_for(office) == {"周海"}
    assert reviewer(office) == "周海"
    assert "A402" in office.done("周海", "close 1")
    assert office.last() == ("周海", "sole", None)


def test_what_an_earlier_version_took_from_the_account_goes_to_the_superior(office: Office) -> None:
    office.done("李娜", "add 月度信息 --lead 陈静 --due fri")
    with acting(place(office.url), "setup", "孙丽", rules=()) as act:
        (row,) = act.read.rows("SELECT id FROM person WHERE account = 1")
        act.change.set(act.change.get(Item, act.read.value("SELECT id FROM item")), "edit", originator_id=row["id"])
    office.done("陈静", "submit 1 --result 已刊发")
    assert listed_for(office) == {"李娜"}
    assert reviewer(office) == "李娜"
    office.done("孙丽", "return 1 --reason 数据不全")
    assert office.last() == ("孙丽", "registrar", "李娜")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done("李娜", "close 1")
    assert office.last() == ("李娜", "originator", None)


def test_a_result_that_nobody_can_review_today_lies_with_whoever_it_is_for(office: Office) -> None:
    """The card named the lead as reviewer, and the refusal to close sent there; the digest said for whom it waits."""
    office.done("孙丽", "add 月度信息 --lead 李娜 --due 7-31 --by 吴芳 --from 便笺")
    office.done("李娜", "submit 1 已发")
    for who in ("吴芳", "周海"):
        office.done(who, "away me 7-10")
    assert reviewer(office) == "吴芳, away until 2026-07-10; nobody acts meanwhile"
    assert "吴芳" in office.done("孙丽", "digest --format csv").partition("waiting for review")[2]
    office.done("孙丽", "add 主任的事 --lead 周海 --due 7-31")
    assert "reviewer    周海\n" in office.done("孙丽", "show 2")


def test_who_acts_for_the_highest_post_closes_what_its_holder_gave_and_led(office: Office) -> None:
    """The warning said that the stand-in had given and led it; and the order to change the profile was to come from whoever was away."""
    office.done("周海", "add 走访基层 --lead me --due fri")
    office.done("周海", "away me fri --stand-in 吴芳")
    assert "吴芳 closed 2026-001, which 周海 gave and led" in office.done("吴芳", "close 1 走访三个乡镇")
    assert "--by 吴芳" in office.type("孙丽", "config profile light")
    office.done("孙丽", "config profile light --by 吴芳")


def test_who_leads_it_neither_allows_an_exception_nor_records_one(office: Office) -> None:
    """A registrar was told to do what they had done: name the superior who allows it."""
    said = office.type("孙丽", "add 台账 --lead me --support 陈静 --due 7-31 --waive R102=急 --waive R104=急 --waived-by 李娜")
    assert "is for the superiors of 孙丽, first of all 李娜, or for a registrar who does not lead it; 孙丽 does." in said
    assert "a registrar who does not lead it, who records that" in said


def test_what_a_stand_in_gives_is_given_by_whom_they_act_for(office: Office) -> None:
    """Who was away finds the result when they are back, and reviews it."""
    office.done("孙丽", "away 张伟 2026-07-14 --from 2026-07-13 --stand-in 刘洋")
    office.at("2026-07-13T02:00")
    office.done("刘洋", "add 收文登记 --lead 王强 --due 2026-07-20")
    assert given(office) == [("张伟", "王强")]
    office.at("2026-07-16T02:00")
    office.done("王强", "submit 1 好")
    assert listed_for(office) == {"张伟"}
