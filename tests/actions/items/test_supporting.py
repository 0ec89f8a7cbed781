"""Who supports an item: a part that was stated stays, and whatever a ledger named can be taken off."""

from __future__ import annotations

from pathlib import Path

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_a_supporter_named_again_without_a_part_keeps_the_part(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --support 陈静:提供数据 --due fri --kind routine")
    office.done("孙丽", "body add 县水利局")
    office.done("吴芳", "support 1 县水利局 出数据")
    for line in ("support 1 陈静", "support 1 县水利局"):
        assert "supports 2026-001 already" in office.type("吴芳", line)
    assert office.rows("SELECT part FROM support UNION ALL SELECT part FROM body_support") == [{"part": "提供数据"}, {"part": "出数据"}]
    office.done("吴芳", "support 1 陈静 核数")
    assert office.rows("SELECT part FROM support") == [{"part": "核数"}]


def test_those_a_ledger_named_who_are_nobody_here_are_taken_off_by_name(office: Office, tmp_path: Path) -> None:
    ledger = tmp_path / "a.csv"
    ledger.write_text("事项,牵头,配合,交办日期,时限\n核对,陈静,各科室、有关单位、县审计局（盖章、用印）,2026-07-01,2026-12-18\n", encoding="utf-8")
    office.done("孙丽", f"import {ledger}")
    note = "SELECT support_note AS said FROM item"
    office.done("李娜", "support 1 remove 有关单位")
    assert office.rows(note) == [{"said": "各科室、县审计局（盖章、用印）"}]
    assert "no longer supported by 各科室" in office.done("李娜", "support 1 remove 各科室")
    office.done("李娜", "support 1 remove 县审计局")
    assert office.rows(note) == [{"said": ""}]
    assert "各科室" in office.type("李娜", "support 1 remove 各科室"), "and nobody is called so any more"
    assert office.code == 3


def test_an_act_behind_the_name_is_no_part(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --support 陈静:提供数据 --due fri --kind routine")
    office.done("孙丽", "body add 县水利局")
    office.done("吴芳", "support 1 县水利局 出数据")
    assert "“done” says that a part is done" in office.type("吴芳", "support 1 陈静 done")
    assert "officecli part 1 陈静" in office.type("吴芳", "support 1 陈静 完成")
    for line in ("support 1 县水利局 完成", "part 1 县水利局 done", "part 1 县水利局"):
        assert "officecli note" in office.type("吴芳", line), "no day is kept of a body's part"
        assert office.code == 2
    assert office.rows("SELECT part FROM support UNION ALL SELECT part FROM body_support") == [{"part": "提供数据"}, {"part": "出数据"}]
    assert "no longer supported by 陈静" in office.done("吴芳", "support 1 陈静 remove")
    assert "is supported by 陈静 (核数)" in office.done("吴芳", "support 1 陈静:核数 增加")
    assert "no longer supported by 县水利局" in office.done("吴芳", "support 1 县水利局 去掉")
