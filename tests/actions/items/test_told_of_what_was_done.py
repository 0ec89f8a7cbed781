"""Whoever had a matter in hand is told what another did to it: cancelled, suspended, handed on, another deadline."""

from __future__ import annotations

from pathlib import Path

from stage.meeting_sheets import Sheet
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

DEPUTY, CLERK, OTHER = "吴芳", "陈静", "李娜"
TOLD = (
    "SELECT p.name, n.text FROM notice n JOIN person p ON p.id = n.person_id WHERE n.cause = 'copy' AND n.seen IS NULL AND n.text <> '' ORDER BY n.id"
)


def told(office: Office) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in office.rows(TOLD)]


def test_the_lead_is_told_until_they_have_seen_it(office: Office) -> None:
    for title in ("电梯摸底", "座椅更换", "车棚改造", "台账核对"):
        office.done(DEPUTY, f"add {title} --lead 陈静 --due 8-31")
    office.done(DEPUTY, "cancel 1 不再需要")
    office.done(DEPUTY, "suspend 2 等批复")
    office.done(DEPUTY, "assign 3 --to 李娜 分工调整")
    office.done(DEPUTY, "edit 4 --due 8-20")
    office.done(DEPUTY, "edit 4 --due 8-19")
    assert told(office) == [(CLERK, "cancel"), (CLERK, "suspend"), (CLERK, "assign"), (CLERK, "set-deadline")]
    digest = office.done(CLERK, "digest --for me --lang zh")
    for number, what in (("2026-001", "撤销"), ("2026-002", "中止"), ("2026-003", "改派牵头"), ("2026-004", "更改时限")):
        assert any(number in line and what in line for line in digest.splitlines()), (number, digest)
    office.done(CLERK, "seen 1 2 3 4")
    assert not told(office)
    assert "2026-001" not in office.done(CLERK, "digest --for me")


def test_supporters_are_told_where_there_is_nothing_left_to_support(office: Office) -> None:
    office.done(DEPUTY, "add 电梯摸底 --lead 陈静 --support 李娜:统计 --due 8-31")
    office.done(DEPUTY, "edit 1 --due 8-20")
    office.done(DEPUTY, "cancel 1 不再需要")
    assert told(office) == [(CLERK, "set-deadline"), (CLERK, "cancel"), (OTHER, "cancel")]
    office.done(DEPUTY, "undo")
    assert told(office) == [(CLERK, "set-deadline")]


def test_nobody_is_told_of_their_own_act_nor_of_what_is_not_handed_out_yet(office: Office) -> None:
    office.done(CLERK, "add 周报 --lead me --due 8-31")
    office.done(CLERK, "cancel 1 不再需要")
    office.done(DEPUTY, "add 年报 --lead 陈静 --due 8-31 --issued 8-3")
    office.done(DEPUTY, "cancel 2 不再需要")
    assert not told(office)


def test_what_is_no_longer_so_is_told_no_longer(office: Office) -> None:
    office.done(DEPUTY, "add 电梯摸底 --lead 陈静 --due 8-31")
    office.done(DEPUTY, "suspend 1 等批复")
    assert "中止" in office.done(CLERK, "digest --for me --lang zh")
    office.done(DEPUTY, "resume 1")
    assert "中止" not in office.done(CLERK, "digest --for me --lang zh")
    office.done(DEPUTY, "assign 1 --to 李娜 分工调整")
    assert "改派牵头" in office.done(CLERK, "digest --for me --lang zh")
    office.done(DEPUTY, "assign 1 --to 陈静 另有安排")
    assert "改派牵头" not in office.done(CLERK, "digest --for me --lang zh")


def test_a_meeting_tells_of_the_deadline_that_it_moves(office: Office, tmp_path: Path) -> None:
    office.done(DEPUTY, "add 电梯摸底 --lead 陈静 --due 8-31")
    sheet = Sheet(office, tmp_path)
    sheet.write("2026-001", 新时限="2026-09-11")
    office.done("孙丽", f"meeting read {sheet.saved()} 晨会")
    assert (CLERK, "set-deadline") in told(office)


def test_a_second_ledger_tells_nobody(office: Office, tmp_path: Path) -> None:
    for title in ("电梯摸底", "座椅更换", "车棚改造", "台账核对"):
        office.done(DEPUTY, f"add {title} --lead 陈静 --due 8-31")
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(
        """编号,事项内容,牵头人,时限,状态
2026-001,电梯摸底,李娜,2026-08-31,已交办
2026-002,座椅更换,陈静,2026-08-31,已中止
2026-003,车棚改造,陈静,2026-08-31,已撤销
2026-004,台账核对,陈静,2026-09-11,已交办
""",
        encoding="utf-8",
    )
    assert "4 items are brought in line" in office.done("孙丽", f"import {ledger} --update")
    assert not told(office)
