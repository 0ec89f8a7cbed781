"""Few words are enough: what is one's own needs no name, a unit's work goes to its head, and me is whoever types."""

from __future__ import annotations

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_work_for_a_unit_goes_to_its_head(office: Office) -> None:
    head = office.rows("SELECT u.name AS unit, h.name FROM unit u JOIN v_person h ON h.name = '李娜' AND h.unit = u.name")[0]
    assert f"lead {head['name']}" in office.done("吴芳", f"add 消防演练 -u {head['unit']} -d 7-31")
    assert "--unit says who leads it" in office.type("吴芳", f"add 消防演练 -u {head['unit']} -l 陈静 -d 7-31")
    assert office.code == 2
    office.type("吴芳", "add 消防演练 -u 无此科室 -d 7-31")
    assert office.code == 3


def test_who_is_on_duty_when_needs_no_further_word(office: Office) -> None:
    assert "2026-07-10" in office.done("孙丽", "roster fri 陈静")
    assert "Did you mean: officecli roster today" in office.type("孙丽", "roster tody 陈静")


def test_a_matter_alone_is_ones_own(office: Office) -> None:
    office.done("陈静", "add 整理档案 -d 7-31")
    assert office.rows("SELECT p.name, i.status FROM item i JOIN person p ON p.id = i.lead_id") == [{"name": "陈静", "status": "in-hand"}]


@pytest.mark.parametrize(("line", "said"), [
    ("add 电梯 -l 陈静,孙丽 -d fri",
        "→ One leads, and the others support: --lead 陈静 --support 孙丽:PART\n    Or each has a part: --each 陈静,孙丽"),
    ("history --actor 陈静、孙丽", "陈静, 孙丽: these are 2 people, and one is named here."),
    ("add 电梯 -d 周五17点", "“17点” is not kept"), ("add 电梯 -d 明天中午", "“中午” is not kept"),
    ("add 电梯 -d 周五上午 --lang zh", "“上午”未予保留"), ("add 电梯 -d 'tomorrow morning'", "“morning” is not kept"),
    ("add 电梯 -d 'noon fri'", "“noon” is not kept"), ('add 买书 --kind personal -d "fri 5pm"', "“5pm” is not kept"),
    ("history --actor 陈静,不知", "Nobody here is called “陈静,不知”"),
    ("away 陈静 fri", "陈静 is away from 2026-07-06 to 2026-07-10"), ("away me fri 培训", "is away from"), ("away", "Nobody is away"),
    ('decision "车棚改造"', "There is no decision"), ('decision "车棚改造" -b me', "D2026-001 recorded: 车棚改造; decided by 吴芳"),
    ("person 陈静", "Person 陈静"), ("unit 督查室", "Unit 督查室"), ("config sign.urgent_hours", "office hours to sign"),
    ("person lst", "Did you mean: officecli person list"), ("person fire 陈静", "officecli person leave 陈静\n"),
    ("unit rename 督查室 督办室", "officecli unit set 督查室 --name 督办室\n"), ("body rename 甲 乙", "officecli body set 甲 --name 乙\n"),
    ("body rename 甲 乙 --format json", "officecli body set 甲 --name 乙 --format json\n"), ("body rename 甲 --name 乙", "body set 甲 --name 乙\n"),
    ("edit 1 --lead 李娜", 'officecli assign 1 --to 李娜 "…"\n'), ("edit 1 -l 李娜", 'officecli assign 1 --to 李娜 "…"\n'),
    ("edit 1 --owner=李娜", "officecli assign 1 --to 李娜"), ("edit 1 --support 李娜:核稿", "officecli support 1 李娜:核稿\n"),
    ("edit 1 --progress 60", "officecli note 1 --progress 60\n"), ("edit 1 --note 已催", "officecli note 1 已催\n"),
    ("edit 1 --status done", "officecli close 1\n"), ("edit 1 --状态 撤销 --lang zh", 'officecli cancel 1 "…"'), ("edit 1 --suspend", "officecli suspend 1"),
    ("edit 1 --status 无此", "See: officecli edit --help"), ("edit 1 --colour red", "See: officecli edit --help"),
    ("decision delete 1", "officecli undo --list"), ("view delete 甲", "officecli view remove 甲\n"), ("person list --delete 陈静", "no option --delete"),
    ("list －unit:督查室", "filter -unit:督查室"), ("list —unit:督查室", "unit 督查室"), ("add 座椅 －due：7月31日 -l 李娜", "due Fri 31 Jul 2026"),
    ("add 座椅 －l 李娜 —due 7月31日", "lead 李娜; due Fri 31 Jul 2026"), ("add 座椅 --lead：李娜 -d:7月31日", "lead 李娜; due Fri 31 Jul 2026"),
    ("overdue —unit 无此科", "There is no unit “无此科”"), ("'add 座椅 -l 李娜'", "officecli add 座椅 -l 李娜\n"), ("view save x -status:closed", "Saved"),
    ("note 1已办完", "Did you mean: officecli note 1 已办完\n"), ("note 1:done", "officecli note 1 done\n"), ("ack 1收到", "officecli ack 1\n"),
    ("submit 1已办完 --lang zh", 'officecli submit 1 "已办完"'), ("note 1a", "officecli list"),
    ("note 1号已办完", "officecli note 1 已办完\n"), ("ack 3至1", "There is no item “3至1”.\n  → See them with: officecli list\n"),
    ("history --item", "officecli history NUMBER\n"), ("history --item --lang zh", "officecli history 编号 --lang zh\n"), ("note 1 --message=", "officecli note 1 TEXT\n"),
    ("history --month", "history --since DATE --until DATE"), ("history --month july", "history --since july --until july"),
    ("list --due --lang zh", 'officecli list "时限:<周五"'),
    ("note31 done", "Did you mean: officecli note 31 done\n"), ("'note 31 done'", "Did you mean: officecli note 31 done\n"),
    ("show 1 -o 1.html", "officecli paper notice 1 -o notice.docx\n"),
    ("我的事 --lang zh", "officecli list 是:我的"), ("7月通报", "officecli bulletin 7月\n"), ("bulletin 2026年上半年 --lang zh", "2026年上半年"),
    ("accountability --period may", "officecli accountability --since may --until may\n"), ("昨天逾期", "officecli overdue"),
    ("ranking 7月", "Did you mean: officecli ranking --period 7月\n"), ("back --as 陈静", "is not away"),
    ("may close 1", "Did you mean: officecli may me close 1\n"), ("procedure pause 值班 7-31", "officecli procedure pause 值班 --until 7-31\n"),
    ("add 申报 --each-unit 督查室 -u 综合科 --due fri", "Leave out --unit; every unit that is to have a part is named after --each-unit"),
    ("overdue 会议", "Nothing here fits “会议”."), ("requests 无此事", "Nothing here fits “无此事”."),
    ("overdue by unit", "Nothing here fits “by unit”.\nDid you mean: officecli overdue --group unit\n"),
    ("accountability 按科室", "officecli accountability --by 科室\n"),
    ("add 扫描会议纪要, 陈静, 周五", "Did you mean: officecli add 扫描会议纪要 -l 陈静 -d 周五\n"),
    ("suspend 1 等批复 --until 9-1", "It stands still until somebody resumes it: officecli resume 1\n    For a later deadline: officecli edit 1 --due +5wd"),
    ("target add --title 简报 --post 督查室/科员", "Did you mean: officecli target add 简报 --post 督查室/科员"),
    ("person new", "Did you mean: officecli person add"), ("show 陈静", "Person 陈静"), ("show 督查室", "Unit 督查室"), ("show Q9", "There is no request “Q9”"),
    ("show 无此事", "There is no item “无此事”"), ("add 座椅 陈静 due fri", "Did you mean: officecli add 座椅 -l 陈静 -d fri"),
    ("add 座椅 不知 fri", 'Did you mean: officecli add "座椅 不知" -d fri'),
    ("unit list 督查室", "takes options only"), ("load 督查室", "unit 督查室"), ("refusals 督查室", "Did you mean: officecli refusals -u 督查室"),
    ("away --from fri", "Missing: NAME, DATE"), ("person 陈 静", "Person 陈静"),
    ("list overdue", "Did you mean: officecli list is:overdue"), ("list overdue late.csv", "Did you mean: officecli overdue -o late.csv"),
    ("list 督查室", "Did you mean: officecli list unit:督查室"), ("list 陈静", "Did you mean: officecli list lead:陈静"),
    ("list red", "officecli list light:red"), ("list 红灯 --lang zh", "officecli list 亮灯:红"), ("list 周五 --lang zh", "officecli list 时限:周五"),
    ("list 本月到期 --lang zh", "officecli list 时限:本月"), ("list due this month", 'due:"this month"'),
    ("list '10 sep' '12 sep'", """list 'due:"10 sep","12 sep"'"""), ("list '10 sep' 陈静", """list 'due:"10 sep"' lead:陈静"""),
    ("list urgent", "officecli list urgency:urgent"), ("list 超期 --lang zh", "officecli list 是:逾期"),
    ("list 督查室 --lang zh", "officecli list 单位:督查室"),
    ("undo --list", "Nothing of yours can be taken back"), ("show me", "Person 吴芳"), ("list --overdue", "Did you mean: officecli list is:overdue"),
    ("help 筛选 --lang zh", "牵头:李娜、本人（lead）"), ("undo x", "NTH takes a number"), ("unit show --lang zh", "缺少名称。"),
    ("person absent 陈静 --lang zh", "缺少 --to。"), ("upcoming --lang zh", "今后 30 天"),
    ("follow-through", "No decision is recorded yet"),
    ("list --all", "Every item, closed ones too: officecli ledger"), ("list -a", "closed ones too: officecli ledger"),
    ("list all", "closed ones too: officecli ledger"), ("list 全部 --lang zh", "全部事项，含已办结的：officecli ledger"),
    ("list --全部 --lang zh", "含已办结的：officecli ledger"),
    ("list --closed", "Did you mean: officecli list status:closed"), ("list 已办结", "officecli list status:closed"),
    ("list --done --lang zh", "是不是：officecli list 状态:已办结"), ("list closed --lang zh", "officecli list 状态:已办结"),
    ("list 办结 --lang zh", "officecli list 状态:已办结"), ("list --red --lang zh", "officecli list 亮灯:红"),
    ("accountability 本月 --lang zh", "以上按文字查找“本月”。是不是：officecli accountability 时限:本月"),
    ("accountability 督查室", "Did you mean: officecli accountability unit:督查室"),
    ("accountability --since july", "from 2026-07-01"), ("accountability --until july", "until 2026-07-31"),
    ("上月办结 --lang zh", "是不是：officecli list 办结:上月"), ("本周办结了哪些 --lang zh", "officecli list 办结:本周"),
    ("list 7月31日前办结 --lang zh", "officecli list 时限:7月31日"), ("谁没签收 --lang zh", "officecli list 是:未签收"),
    ("list 上周 --lang zh", "officecli list 时限:上周"), ("accountability --since 上周", "from 2026-06-29"),
    ("unit add 督查二室", "There is no command “unit add”"), ("section add 督查二室 --lang zh", "officecli setup --export -o office.toml"),
    ("new unit 督查二室", "officecli setup --export"),
    ("移交 陈静 孙丽 --lang zh", "officecli assign 牵头:陈静 --to 孙丽"),
    ("handover 陈静", "If 陈静 leaves: officecli person leave 陈静 --handover-to NAME"), ("handover --help", "  → officecli assign 31 --to Ben"),
    ("away 陈静 10 Sep", "2026-07-06 to 2026-09-10"), ("away 陈静 7月 20日 培训", "2026-07-06 to 2026-07-20"),
    ("away 陈静 2026-07-01", "Give a later day."), ("away 陈静 7-1", "“7-1” has passed this year"), ("show overdue", "Did you mean: officecli list is:overdue"),
    ("check R102", "Check · as of 2026-07-06 · rule R102 same-rank-ad-hoc"), ("check 同级并办 --lang zh", "R102"),
    ("check 督查室", "Did you mean: officecli check unit:督查室"), ("export items.csv", "officecli export -o items.csv"),
    ("person 陈静 -f json", '"name": "陈静"'), ("person 陈静 --format=json", '"name": "陈静"'),
    ("add 座椅 陈静 -k routine", "Did you mean: officecli add 座椅 -k routine -l 陈静"), ("add 座椅 -d 10 Sep", 'Did you mean: officecli add 座椅 -d "10 Sep"'),
])  # fmt: skip
def test_few_words_are_enough_or_it_is_said_which(office: Office, line: str, said: str) -> None:
    assert said in office.type("吴芳", line)


def test_a_part_without_a_name_is_ones_own_and_a_reason_takes_its_letter(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due fri -s 孙丽:数据")
    assert "孙丽" in office.type("陈静", "show 1")
    assert "陈静 does not support 2026-001" in office.type("陈静", "part 1")
    assert "the part of 孙丽 is done" in office.done("孙丽", "part 1 done")
    office.done("陈静", "away me fri -m 培训")
    assert office.rows("SELECT reason FROM absence") == [{"reason": "培训"}]


@pytest.mark.parametrize("line", [
    "list --person 我", "person show me", "may myself", "history --actor 本人", "target list --person 我", "load --person me", "digest --for 我",
    "scorecard me", "roster 我", "away 我 fri --dry-run",
    "add 座椅 -d fri -l 我 --dry-run",
])  # fmt: skip
def test_whoever_types_is_meant_by_me_wherever_somebody_is_named(office: Office, line: str) -> None:
    office.done("陈静", "add 电梯摸底 --due +9wd")
    assert "Nobody here is called" not in office.type("陈静", line)
    assert office.code == 0


def test_me_of_a_unit_is_nobody(office: Office) -> None:
    assert "Nobody here is called “me”" in office.type("陈静", "person show 督查室/me")


def test_a_line_for_who_acts_for_another_keeps_their_name(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +9wd")
    for line, said in (
        ("priority 1 high", "→ officecli edit 1 --urgency urgent --as 陈静\n"),
        ("complete 1", 'If you lead it: officecli submit 1 "12 articles placed" --as 陈静\n'),
        ("close 1 yesterday", "If it was done on that day: officecli close 1 --on yesterday --as 陈静\n"),
        ("list overdue", "Did you mean: officecli list is:overdue --as 陈静\n"),
        ("close 1", "officecli submit 2026-001 --result"),
    ):
        told = office.type("吴芳", f"{line} --as 陈静")
        assert said in told, told
    assert "--as" not in told, "of what is for others, or said in a sentence"
