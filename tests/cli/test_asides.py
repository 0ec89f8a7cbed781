"""What is said beside an answer of the words that were typed for it."""

from __future__ import annotations

import pytest

from officecli.cli.main import run
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_an_hour_typed_with_a_day_is_said_not_to_be_kept(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +9wd")
    for who, line in (
        ("吴芳", "edit 1 -d 下周五17:00"),
        ("吴芳", 'edit 1 -d "+2wd 17:00"'),
        ("吴芳", 'edit 1 --due "31 July 17:00" --correct 写错'),
        ("吴芳", 'assign 1 --to 孙丽 -m 分工 --waive "R102=另有安排" --waived-until "31 July 17:00"'),
        ("孙丽", 'extend 1 -t "10 Aug 17:00" 数据未到'),
        ("吴芳", 'grant 1 --to "+1wd 17:00"'),
        ("孙丽", 'note 1 催过 --on "today 17:00"'),
        ("吴芳", 'add 座椅 -d fri --issued "1 July 17:00"'),
        ("吴芳", 'add 灯具 -d fri --began "1 July 17:00"'),
        ("吴芳", 'add 买书 --kind personal -d "fri 17:00"'),
        ("吴芳", 'edit 4 -d "mon 17:00"'),
        ("吴芳", 'roster "fri 17:00" 孙丽'),
        ("吴芳", 'decision 车棚改造 -b me --on "1 July 17:00"'),
        ("吴芳", 'person set 陈静 --joined "1 July 2020 17:00"'),
        ("吴芳", "list 'due:<\"fri 17:00\"'"),
        ("吴芳", 'accountability --since "1 July 17:00"'),
        ("吴芳", 'ledger --as-of "1 July 17:00"'),
        ("吴芳", 'check --since "1 July 17:00"'),
        ("吴芳", 'roster list --from "fri 17:00"'),
    ):
        said = office.type(who, line)
        assert any(words in said for words in ("“17:00” is not kept", "17:00: an hour was left out")), said
    assert "not kept" not in office.done("吴芳", "edit 1 -d 下周四下班前")


@pytest.mark.parametrize(
    "line",
    [
        "prod 'due:<=\"17 July 17:00\"'",
        "show 'due:<=\"17 July 17:00\"'",
        "history 'due:<=\"17 July 17:00\"'",
        "show 'due:<=\"17 July 17:00\"' --format json",
    ],
)
def test_an_hour_in_a_filter_where_numbers_stand_is_said_once_to_be_left_out(office: Office, line: str) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +9wd")
    assert office.done("吴芳", line).count("17:00: an hour was left out; whole days are looked at.") == 1
    assert "left out" not in office.done("吴芳", line.replace(" 17:00", ""))


def test_that_a_lead_is_away_is_said_once_of_several_items(office: Office) -> None:
    office.done("陈静", "away me 7月10日")
    for title in ("电梯摸底", "座椅更换"):
        office.done("吴芳", f"add {title} --lead 陈静 --due +9wd")
    said = office.done("吴芳", "prod 1 2")
    assert (said.count("prodded"), said.count("陈静 is away until")) == (2, 1)


def test_a_name_that_nobody_has_is_said_where_somebody_only_looks(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +9wd")
    for line in ("list", "today", "overdue --format html", "person list"):
        assert "what anybody is shown: Nobody here is called “Zed”." in office.done("Zed", line), line
    assert "anybody" not in office.done("陈静", "list")


def test_a_percentage_beside_a_note_is_said_to_be_no_progress(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +9wd")
    told = "“60%” stands in the text. If it is how far it is: officecli note 1 --progress 60"
    assert told in office.done("陈静", "note 1 已对接 60%")
    assert told in office.done("陈静", 'note 1 "60% 已对接"')
    assert f"{told} --as 陈静" in office.done("吴芳", "note 1 已对接 60% --as 陈静")
    for line in ("note 1 满意率60%以上", "note 1 60%的 已对接", "note 1 已对接 60% -g 60"):
        assert "stands in the text" not in office.done("陈静", line)


def test_a_rehearsal_without_a_zone_says_where_its_day_is_another(
    sqlite_office: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    monkeypatch.setenv("OFFICECLI_LANG", "en")
    said = {}
    for moment in ("2026-07-06T17:00", "2026-07-06T15:00", "2026-07-06T17:00+08:00"):
        monkeypatch.setenv("OFFICECLI_NOW", moment)
        assert run(["list"]) == 0
        said[moment] = capfd.readouterr().out
    assert "OFFICECLI_NOW is 2026-07-06T17:00 without a zone, and so UTC: here it is 2026-07-07." in said["2026-07-06T17:00"]
    assert "With the zone: OFFICECLI_NOW=2026-07-06T09:00+08:00" in said["2026-07-06T17:00"]
    assert "OFFICECLI_NOW" not in said["2026-07-06T15:00"] + said["2026-07-06T17:00+08:00"]
