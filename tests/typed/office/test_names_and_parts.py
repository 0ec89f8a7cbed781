"""Who supports an item, and with which part, as it is typed behind one option."""

from __future__ import annotations

from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.typed.office.names_and_parts import each_with_part

SAID = {
    "孙丽": [("孙丽", "")],
    "孙丽:资料": [("孙丽", "资料")],
    "孙丽（资料）": [("孙丽", "资料")],
    "孙丽(资料，打印)": [("孙丽", "资料，打印")],
    "孙丽：资料（含附件）": [("孙丽", "资料（含附件）")],
    "孙丽:资料，李娜:印制": [("孙丽", "资料"), ("李娜", "印制")],
    "孙丽:资料、李娜（印制）": [("孙丽", "资料"), ("李娜", "印制")],
    "孙丽、李娜：印制": [("孙丽", "印制"), ("李娜", "印制")],
    "孙丽和李娜:印制": [("孙丽", "印制"), ("李娜", "印制")],
    "陈静:资料；孙丽、李娜:印制": [("陈静", "资料"), ("孙丽", "印制"), ("李娜", "印制")],
    "孙丽 and 李娜: carry": [("孙丽", "carry"), ("李娜", "carry")],
    "孙丽: pays, calls 李娜": [("孙丽", "pays, calls 李娜")],
    "孙丽:报 李娜, 无人:印制": [("孙丽", "报 李娜, 无人:印制")],
    "孙丽:资料, 李娜": [("孙丽", "资料, 李娜")],
    "无人和李娜:印制": [("无人和李娜", "印制")],
}


def test_a_comma_begins_another_where_somebody_is_named_behind_it(sqlite_office: str) -> None:
    with reading(place(sqlite_office)) as read:
        assert {text: each_with_part(read, text) for text in SAID} == SAID
