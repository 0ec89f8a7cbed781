"""Whoever had a matter in hand is told what another did to it: cancelled, suspended, handed on, another deadline."""

from __future__ import annotations

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
