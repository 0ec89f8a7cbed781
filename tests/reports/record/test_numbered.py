"""`show` of the numbers that the program itself prints: a result, a waiver, a
difficulty, a handover note, a notice, and what is told of one there is none of.
"""

from __future__ import annotations

from collections.abc import Callable

from officecli import i18n
from stage.small_office import Office

DONE = [
    ("吴芳", "add 电梯摸底 -l 陈静 -s 孙丽 -d fri --kind adhoc --waive R104=人手少"),
    ("吴芳", "target add 走访 --person 陈静 --class output --goal 12次 --weight 20"),
    ("陈静", "target 1 3 7月6日走访记录"),
    ("吴芳", "roster 2026-07-06 吴芳"),
    ("陈静", "difficulty add 孩子无人接 --owner 吴芳 --due fri"),
]
SHOWN = [
    ("陈静", "show V-001", ("Result V-001", "走访", "3", "Its target: officecli show T-001")),
    ("陈静", "show v1 --lang zh", ("实绩", "T-001", "2026年7月")),
    ("陈静", "show v1 --lang zh -f json", ('"period": "2026-07"',)),
    ("陈静", "show W-001", ("Waiver W-001", "R104", "人手少", "officecli show 2026-001")),
    ("陈静", "show H-001", ("孩子无人接",)),
    ("孙丽", "show H-001", ("is not shown to 孙丽",)),
    ("陈静", "show N-001", ("Handover note N-001", "6时恢复供水", "officecli roster done N-001")),
    ("陈静", "show W-9", ("There is no waiver “W-9”", "officecli waivers --all")),
    ("陈静", "show V-9 --lang zh", ("officecli target list",)),
    ("陈静", "show M-001", ("Notice M-001 is not shown to 陈静", "officecli digest")),
    ("陈静", "show W-001 -f json", ('"waiver": "W-001"',)),
    ("陈静", "show R102", ("Did you mean: officecli rule R102",)),
    ("陈静", "show tomorrow", ("officecli list due:tomorrow",)),
]


def test_every_number_that_is_printed_can_be_shown(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    for who, line in DONE:
        office.done(who, line)
    office.done("吴芳", "roster handover 6时恢复供水 --to 陈静")
    for who, line, said in SHOWN:
        shown = office.type(who, line)
        assert all(one in shown for one in said), f"{line}\n{shown}"
    assert any("officecli seen" in office.type("陈静", f"show M-{place}") for place in range(2, 9)), "what she is told of herself"
    told = office.type("陈静", "show M-2 --lang zh")
    assert ("定目标" in told, "target-add" in told) == (True, False), told
    assert '"act": "target-add"' in office.type("陈静", "show M-2 -f json"), "codes, for programs"
    i18n.use("en")


def test_what_was_taken_back_keeps_its_number_and_is_told_to_be_so(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("吴芳", "target add 走访 --person 陈静 --class output --goal 12次 --weight 20")
    for who, made, number in (
        ("陈静", "target 1 3 7月6日走访记录", "V-001"),
        ("吴芳", "add 电梯摸底 -l 陈静 -s 孙丽 -d fri --kind adhoc --waive R104=人手少", "W-001"),
    ):
        office.done(who, made)
        office.done(who, "undo")
        shown = office.type(who, f"show {number}")
        assert f"“{number}” was taken back." in shown, shown
        assert "officecli history" in shown
