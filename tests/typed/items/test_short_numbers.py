"""An office's own numbers are said for short, 2号 of 水督〔2026〕2号; what looks like a number and is none may be a matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]
LEDGER = """编号,事项,牵头,交办日期,时限,状态
水督〔2026〕2号,移民资金核查,陈静,2026-07-01,2026-12-18,办理中
水督〔2026〕3号,河长通报起草,陈静,2026-07-01,2026-12-18,办理中
水督〔2025〕4号,防汛整改,陈静,2026-07-01,2026-12-18,办理中
水督〔2026〕4号,水质抽检,陈静,2026-07-01,2026-12-18,办理中
财督〔2026〕3号,决算公开,陈静,2026-07-01,2026-12-18,办理中
B-05,四乱清理,陈静,2026-07-01,2026-12-18,办理中
6.7,水源保护,陈静,2026-07-01,2026-12-18,办理中
"""


@pytest.fixture
def ledger(office: Office, tmp_path: Path) -> Office:
    """An office whose items are numbered as its ledger has them, besides 2026-001 and 2026-002."""
    (tmp_path / "a.csv").write_text(LEDGER, encoding="utf-8")
    office.done("孙丽", f"import {tmp_path / 'a.csv'}")
    office.done("陈静", "add 买桶装水 -d 8-28")
    office.done("陈静", "add 擦窗 -d 8-28")
    return office


@pytest.mark.parametrize(("typed", "meant"), [
    ("水督2号", "移民资金核查"), ("水督2026-2", "移民资金核查"), ("水督〔2026〕2", "移民资金核查"), ("水督2026年第2号", "移民资金核查"), ("〔2026〕2号", "移民资金核查"),
    ("水督3号", "河长通报起草"), ("财督3", "决算公开"), ("水督2025-4", "防汛整改"), ("5号", "四乱清理"), ("5", "四乱清理"), ("b5", "四乱清理"), ("第5号", "四乱清理"),
    ("2", "擦窗"), ("2026-002", "擦窗"), ("1号", "买桶装水"), ("6.7", "水源保护"),
])  # fmt: skip
def test_a_short_form_means_the_one_that_ends_so(ledger: Office, typed: str, meant: str) -> None:
    assert f"noted: {meant}" in ledger.done("陈静", f"note '{typed}' 已核")


@pytest.mark.parametrize(("typed", "said"), [
    ("2号", "“2号” means several items: 2026-002, 水督〔2026〕2号."), ("3号", "“3号” means several items: 水督〔2026〕3号, 财督〔2026〕3号."),
    ("水督4号", "“水督4号” means several items: 水督〔2025〕4号, 水督〔2026〕4号."), ("4", "“4” means several items"),
    ("7", "There is no item “7”."), ("7号", "There is no item “7号”."), ("水督9号", "There is no item “水督9号”."), ("督2号", "There is no item “督2号”."),
])  # fmt: skip
def test_of_several_none_is_guessed(ledger: Office, typed: str, said: str) -> None:
    """A note meant for 水督〔2026〕2号 went to 2026-002, for everybody there says 2号."""
    told = ledger.type("陈静", f"note {typed} 已核")
    assert said in told
    assert "“号" not in told, "no number is offered of which half is a text"
    assert '"号' not in told
    assert ledger.rows("SELECT id FROM note") == []


def test_plain_numbers_of_two_counts_are_not_done_as_one(ledger: Office) -> None:
    """1-5 was 2026-001, 2026-002 and whatever of a ledger's ended in 3, 4 and 5, done together without a word."""
    told = ledger.type("陈静", "note 1-5 已核")
    assert "some of the office's count (2026-001, 2026-002), some of a ledger's own (B-05)" in told
    assert ledger.rows("SELECT id FROM note") == []
    ledger.done("陈静", "note 1-2 已核")
    ledger.done("陈静", "note 2 b5 已核")
    ledger.done("陈静", "note 1 水督3号 已核")


def test_the_open_one_is_meant_and_a_personal_item_is_one_of_them(ledger: Office) -> None:
    ledger.done("孙丽", "close 财督3 已公开")
    assert "noted: 河长通报起草" in ledger.done("陈静", "note 3号 已核")
    ledger.done("陈静", "add 续图书证 -d 8-28 --kind personal")
    assert "“3号” means several items: 2026-003, 水督〔2026〕3号, 财督〔2026〕3号." in ledger.type("陈静", "close 3号 已办")
    assert ledger.done("陈静", "note 水督3号、5号 已核").count("noted") == 2
    assert ledger.done("陈静", "note 5号 2026-001 已核").count("noted") == 2
    assert "时限:5号" not in ledger.type("陈静", "copy 5号 --to 无名 --lang zh"), "a person is not found, and the item is"
    assert "RATING is missing." in ledger.type("陈静", "rate 5号")
    assert "时限:7号" not in ledger.type("陈静", "show 7号 --lang zh")


@pytest.mark.parametrize("number", ["财督〔2026〕3号", "财督3号", "'财督[2026]3号'"])
def test_a_request_is_about_the_item_of_the_offices_own_number(ledger: Office, number: str) -> None:
    """It hung on no item, and the number stood in its matter; in one text with what was tried it was refused."""
    for place, words in enumerate(
        (
            f"raise {number} 增加经费 --tried 已核 --recommend 加2万",
            f"raise {number} '已核三处，建议增加经费'",
            f"{number} '已核三处，建议增加经费'",
        ),
        1,
    ):
        ledger.done("陈静", f"request {words}")
        ledger.done("陈静", f"request withdraw {place}")
    assert ledger.rows("SELECT DISTINCT i.number FROM request q LEFT JOIN item i ON i.id = q.item_id") == [{"number": "财督〔2026〕3号"}]
    assert "There is no item “财督99号”." in ledger.type("陈静", "request raise 财督99号 增加经费 --tried 已核 --recommend 加2万")
    ledger.done("陈静", "request raise 3号楼漏水 --tried 已报修 --recommend 大修")
    assert [row["item_id"] for row in ledger.rows("SELECT item_id FROM request ORDER BY id DESC LIMIT 1")] == [None]


@pytest.mark.parametrize(("typed", "meant"), [
    ("P1", "P1"), ("p12", "P12 pump"), ("Q2 report", "Q2 report"), ("T-1 line", "T-1 line"), ("3号楼", "修3号楼"), ("K7", "推进K7方案"), ("P2", ""), ("B-06", ""), ("T-1", ""), ("Q2", ""), ("1 repair", "Trail 1 repair"),
])  # fmt: skip
def test_a_matter_may_look_like_a_number(ledger: Office, typed: str, meant: str) -> None:
    """P1 was “no item” though it was one's title; B-06 beside B-05 is a number that nobody has, and T-1 a target's."""
    for title in (
        "P1",
        "P12 pump",
        "Q2 report",
        "T-1 line",
        "Trail 1 repair",
        "修3号楼",
        "修13号楼",
        "推进K7方案",
        "推进K71方案",
        "follow-up of B-06",
    ):
        ledger.done("陈静", f"add '{title}' -d 8-28")
    said = ledger.type("陈静", f"note '{typed}' 已核")
    assert (f"noted: {meant}." in said) if meant else ("There is no item" in said)
