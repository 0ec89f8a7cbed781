"""What is refused for a reason of its own: typed in few lines (`NAME> ` says who types, else 吴芳), each told what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.files.toml.text import LARGEST
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


@pytest.mark.parametrize(("lines", "said"), [
    (["add 电梯 -l 陈静 -d fri", "assign 1 --to 陈静 -m 分工"], "陈静 leads 2026-001 already."),
    (["add 电梯 -l 陈静 -d fri", "assign 1 --to 陈静 --correct 笔误"], "陈静 leads 2026-001 already."),
    (["add 电梯 -l 陈静 -d fri", "suggest-lead 1", "cancel 1 重复", "suggest-lead 1"], "2026-001 is cancelled: it needs no other lead."),
    (["add 电梯 -l 陈静 -s 陈静:数据 -d fri"], "陈静 leads this item and cannot support it too."),
    (["add 电梯 -l 陈静 -s 孙丽:数据 -s 孙丽:会务 -d fri"], "孙丽 is named twice as a supporter."),
    (["add 买书 --kind personal -d fri", "close 1 --rate 5"], "Nobody rates their own work."),
    (["add 电梯 -l 陈静 -d fri", "show 1 --as-of 2026-07-01"], "There was no 2026-001 yet on 2026-07-01."),
    (["add 买书 --kind personal -d fri", "show 1 --as-of 2026-07-01"], "yet on 2026-07-01."),
    (["add 电梯 -l 陈静 -d fri", "support 1 add"], "NAME is missing."),
    (["difficulty add 住房 --owner 孙丽 --due 2026-07-01"], "2026-07-01 is past."),
    (["difficulty add 住房 --owner 孙丽 --due fri", "difficulty answer 1 ' '"], "The answer is empty."),
    (["person return 陈静"], "陈静 is here."),
    (["person leave 陈静 --handover-to 孙丽", "add 电梯 -l 陈静 -d fri"], "陈静 left on 2026-07-06."),
    (["add 电梯 -l 秘书科/陈静 -d fri"], "not in"),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五", "procedure pause 周报 --from 2026-06-01 --until 2026-07-01 -m 放假"], "That pause would be over already."),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五", "procedure pause 周报 -m 放假", "procedure pause 周报 -m 放假"], "“周报” rests from 2026-07-06 already."),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五", "procedure pause 周报 --until 8-1 -m 放假", "procedure pause 周报 -m 放假"], "“周报” rests from 2026-07-06 until 2026-08-01 already."),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五 --title '周报{month'"], "The braces in"),
    (["procedure add 季报 --post 督查室/督查科员 --every '每季度10日'"], "A day of a quarter or half-year needs its month."),
    (["procedure add 季报 --post 督查室/督查科员 --every 'quarterly on the 10th of the fifth month'"], "It has only 3 months."),
    (["add 电梯 -l 陈静 -d fri", "waiver add R102 1 -m 只有两人会 --waived-by 吴芳 --until 2026-07-01"], "A waiver until 2026-07-01 would be over already."),
    (["add 电梯 -l 陈静 -d fri", "edit 1 --editor"], "No editor is set."),
    (["close all"], "“all” would be everything there is."),
    (["add '巡查泵站 (all 14)' -l 陈静 -d fri", "陈静> ack all"], "“all” would be everything there is."),
    (["add 巡查全部泵站 -l 陈静 -d fri", "cancel 全部 重复"], "“全部” would be everything there is."),
    (["add '巡查泵站 (all 14)' -l 陈静 -d fri", "陈静> seen all"], "officecli seen --all"),
    (["add '巡查泵站 (all 14)' -l 陈静 -d fri", "extend all --to 8-1 -m 大雨"], "“all” would be everything there is."),
    (["add 电梯 -l 陈静 -d fri", "陈静> note 1 -"], "“-” says nothing of how it goes."),
    (["陈静> add 买书 --kind personal -d fri", "陈静> note 1 …"], "“…” says nothing of how it goes."),
    (["add 电梯 -l 陈静 -d fri", "cancel 1 -"], '→ For example: officecli cancel 1 --reason "'),
    (["add 电梯 -l 陈静 -d fri", "陈静> ack 1", "陈静> extend 1 --to 8-1 -m —"], "An extension needs its reason."),
    (["add 电梯 -l 陈静 -d fri", "陈静> submit 1 已装", "return 1 -"], "C505"),
    (["add 电梯 -l 陈静 -d fri", "陈静> ack 1", "陈静> wait 1 --to 孙莉 盖章"], "孙丽?"),
    (["config --mine set language ' '"], "No value is given."),
    (["list overdue.csv"], "is a file's name, and no filter."),
    (["list overdue 督查室.csv"], "is no filter."),
    (["import x.csv --dates abc"], "“abc” is no order of day, month and year."),
    (["add 电梯 +3d"], "“+3d” is so many days, and no label."),
    (["list --db ~nobody-of-this-name"], "The store's path is empty or unusable."),
    (["list --db postgresql://a@b@c/d"], "The database address cannot be read"),
    (["孙丽> duty add 值守 --post 督查室/督查科员", "孙丽> duty add 巡查 --post 督查室/督查科员", "孙丽> duty set 巡查 --title 值守"], "a duty “值守”."),
    (["target add 简报 --post 督查室/督查科员 --class norm --weight 20 --point ' '"], "A point of the checklist is empty."),
    (["target add 简报 --post 督查室/督查科员 --class output --goal 6篇 --weight 20", "target record 1 3篇 --pieces 3 --evidence 简报"], "The pieces are given twice."),
    (["target add 简报 --post 督查室/督查科员 --class output --goal 6篇 --weight 20", "target record 1 3篇 --evidence 简报", "target confirm 1"], "needs no confirmation: it counts already."),
    (["add 电梯 -l 陈静 -d fri", "submit 1 7月3日"], "“7月3日” is a day: is it the text?"),
    (["孙丽> duty add 值守 --post 督查室/督查科员", "孙丽> duty add 值守 --post 秘书科/秘书科科员", "duty show 值守"], "Several posts have the duty “值守”."),
    (["procedure add 会务 --post 督查室/督查科员 --step 会前核对 --step 会后核对", "add 例会 -l 陈静 -d fri --procedure 会务", "step 1 核对"], "Several steps of 2026-001 have"),
    (["target add 简报 --post 督查室/督查科员 --class output --goal 6篇 --weight 20", "target retire 1 -m 不再需要", "target set 1 --goal 8篇 -m 增加"],
        "“简报” was retired; it ends before 2026-08-01."),
    (["陈静> request raise 车棚改造 --tried 问过 --recommend 批准", "李娜> request answer 1 -m ' '"], "The answer is empty."),
    (["request raise ' ' --tried 问过 --recommend 批准"], "The matter is missing."),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五 --title ' '"], "The title of the items is empty."),
    (["procedure add 周报 --post 督查室/督查科员 --every 每周五", "procedure set 周报"], "Nothing is said that could be changed."),
    (["procedure add 周报 --post 督查室/督查科员 --every FREQ=WEEKLY;BYDAY=2MO"], "A numbered weekday, like 2MO, needs FREQ=MONTHLY or YEARLY."),
    (["孙丽> person add none --post 督查室/督查科员"], "In a ledger “none” says that there is nobody"),
    (["孙丽> person add 我 --post 督查室/督查科员"], "“我” means whoever types"),
    (["add 电梯 -l 陈静 -d fri", "edit 1 +预算 -预算"], "The label “预算” is to be added and taken away at once."),
    (["procedure add {folder}/empty.toml"], "empty.toml has no procedure."),
    (["procedure add {folder}/deep.toml"], "deep.toml is nested too deeply.\n  → Compare it with the example files"),
    (["procedure add {folder}/large.toml"], "large.toml is too large."),
])  # fmt: skip
def test_what_is_refused_says_why(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: list[str], said: str) -> None:
    monkeypatch.setenv("EDITOR", "")
    monkeypatch.setenv("VISUAL", "")
    for name, text in (("empty", ""), ("deep", "a = " + "[" * 3000), ("large", "#" * (LARGEST + 1))):
        if any(name in line for line in lines):
            (tmp_path / f"{name}.toml").write_text(text)
    printed = ""
    for line in lines:
        who, _sign, typed = line.rpartition("> ")
        printed = office.type(who or "吴芳", typed.replace("{folder}", str(tmp_path)))
    assert said in printed
    assert office.code in (1, 2, 3)


@pytest.mark.parametrize(("who", "line", "show", "said"), [
    ("吴芳", "decision add 车棚 --by me", "decision show 1", "means several decisions: D2026-001, D2027-001."),
    ("陈静", "request raise 车棚 --tried 问过 --recommend 批准", "request show 1", "means several requests: Q2026-001, Q2027-001."),
])  # fmt: skip
def test_a_number_without_its_year_is_that_of_several(office: Office, at: Callable[[str], None], who: str, line: str, show: str, said: str) -> None:
    office.done(who, line)
    at("2027-01-05T02:00")
    office.done(who, line.replace("车棚", "车位"))
    assert said in office.type(who, show)
    assert office.code == 2
