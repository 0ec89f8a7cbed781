"""Words that stand where they do not belong: the line that is told is whole, and runs as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli import i18n
from stage.small_office import Office

MEANT = [
    ("edit 1 fri", "edit 1 -d fri"),
    ("edit 1 fri -f json", "edit 1 -f json -d fri"),
    ("edit 1 urgent", "edit 1 --urgency urgent"),
    ("edit 1 特急", "edit 1 --urgency 特急"),
    ("edit 1 major fri", "edit 1 --importance major -d fri"),
    ("edit 1 new title here", 'edit 1 --title "new title here"'),
    ("edit 1 +2wd", "edit 1 -d +2wd"),
    ("edit 1 孙丽", "assign 1 -t 孙丽"),
    ("add fri lifts", "add lifts -d fri"),
    ('add 陈静 "Survey of lifts" fri', 'add "Survey of lifts" -l 陈静 -d fri'),
    ("add Survey of lifts for 陈静 by friday", 'add "Survey of lifts" -l 陈静 -d friday'),
    ("add Survey of lifts next fri", 'add "Survey of lifts" -d "next fri"'),
    ("add 电梯摸底 给陈静 周五前", "add 电梯摸底 -l 陈静 -d 周五前"),
    ("add lifts urgent 陈静 fri", "add lifts --urgency urgent -l 陈静 -d fri"),
    ("add lifts -d 10 Sep", 'add lifts -d "10 Sep"'),
    ("陈静 close 1", "close 1 --as 陈静"),
    ("陈静 签收 1 --lang zh", "ack 1 --as 陈静 --lang zh"),
    ("add Survey of lifts -l 陈静 -d fri", 'add "Survey of lifts" -l 陈静 -d fri'),
    ("add Survey of lifts -d 10 Sep --goal ten lifts seen", 'add "Survey of lifts" -d "10 Sep" --goal "ten lifts seen"'),
    ("add Survey --goal ten lifts seen 陈静 fri", 'add Survey --goal "ten lifts seen" -l 陈静 -d fri'),
    ("add -d next fri Survey of lifts", 'add "Survey of lifts" -d "next fri"'),
    ("add 电梯摸底 牵头：陈静 时限：周五", "add 电梯摸底 -l 陈静 -d 周五"),
    ("add lifts due:fri lead:陈静 priority:urgent", "add lifts -d fri -l 陈静 --urgency urgent"),
    ("add Testing due:Fri 10 Jul", 'add Testing -d "Fri 10 Jul"'),
    ("edit 1 due: next fri", 'edit 1 -d "next fri"'),
    ('edit 1 -d fri "council moved"', 'edit 1 -d fri --reason "council moved"'),
    ("waiver add D308 1 人手紧 --until 7-31", "waiver add D308 1 --until 7-31 --reason 人手紧"),
    ('give 陈静 "Survey of bins" by fri', 'add "Survey of bins" -l 陈静 -d fri'),
    ("remind 陈静 about the chairs", "list lead:陈静"),
    ('add "防汛检查，陈静牵头，孙丽配合，7月17日前报"', "add 防汛检查 -l 陈静 -s 孙丽 -d 7月17日前报"),
    ('add "防汛检查 陈静负责" -d 周五', "add 防汛检查 -d 周五 -l 陈静"),
    ('add "Check shelves, 陈静 to lead" -d fri', 'add "Check shelves" -d fri -l 陈静'),
    ("add '防汛检查 请督查室牵头办理 7月17日前'", "add 防汛检查 -u 督查室 -d 7月17日前"),
    ("add '防汛检查，责任人陈静' -d 周五", "add 防汛检查 -d 周五 -l 陈静"),
    ('add "Check shelves, led by 陈静" -d fri', 'add "Check shelves" -d fri -l 陈静'),
    ("remind me about 1 friday", 'add "look at 1" -d friday --kind personal'),
    ("remind me to call the vendor friday", 'add "call the vendor" -d friday --kind personal'),
    ("提醒我周五给水利局打电话", "add 给水利局打电话 -d 周五 --kind personal"),
    ("提醒我 周五 打电话", "add 打电话 -d 周五 --kind personal"),
    ("请示 增加库房", "request raise 增加库房"),
    ('ask 周海 "more shelves"', 'request raise "more shelves" --to 周海'),
    ("update 1 50%", "note 1 -g 50%"),
    ("评分 1 5分", "rate 1 5"),
    ("退回 1 室内照片不全 昨天", "return 1 --on 昨天 室内照片不全"),
    ("退回 1 缺照片 周三前补", 'return 1 "缺照片 周三前补"'),
    ('sendback 1 "photos missing" by wednesday', 'return 1 "photos missing by wednesday"'),
    ("history of 1", "history 1"),
    ("看一下1号", "show 1"),
    ("转给孙丽 1", "assign 1 -t 孙丽"),
    ("how many open", "list"),
    ("report for june", "bulletin june"),
    ("late items of 督查室", "overdue 督查室"),
    ("list --from mayor", "list from:mayor"),
    ("list -l 陈静 -d fri", "list --person 陈静 due:fri"),
    ("version", "--version"),
    ("edit 1 deadline fri", "edit 1 -d fri"),
    ("edit 1 due:fri", "edit 1 -d fri"),
    ("edit 1 goal two reports", 'edit 1 --goal "two reports"'),
    ("edit 1 title new words", 'edit 1 --title "new words"'),
    ("note 1 draft --next collect comments", 'note 1 draft --next "collect comments"'),
    ("note 1 -m draft is out", 'note 1 -m "draft is out"'),
    ("note 1 初稿 --next 汇总 意见", 'note 1 初稿 --next "汇总 意见"'),
    ('extend 1 next fri "data late"', 'extend 1 -t "next fri" "data late"'),
    ("assign 1 孙丽 because", "assign 1 -t 孙丽 because"),
    ("split 1 roof 孙丽 fri", "split 1 roof -l 孙丽 -d fri"),
    ("target correct 3 --reason one 篇 篇", 'target correct 3 篇 -m "one 篇"'),
    ('copy 1 "孙丽、陈静"', 'copy 1 -t "孙丽、陈静"'),
    ("roster 孙丽 fri", "roster fri 孙丽"),
    ("new 电梯 陈静 fri", "add 电梯 -l 陈静 -d fri"),
    ("due 1 fri", "edit 1 -d fri"),
    ("due fri", "list due:fri"),
    ("牵头 1 孙丽", "assign 1 -t 孙丽"),
    ("1 close", "close 1"),
    ("tomorrow", "list due:tomorrow"),
    ("ack all", 'ack "is:unsigned is:mine"'),
    ("paper all", "paper notice is:mine"),
    ("paper prod all", "paper prod is:mine"),
    ("ack 全部 --lang zh", 'ack "是:未签收 是:我的" --lang zh'),
    ("people 督查室", "person list -u 督查室"),
    ("on-duty fri", "roster show fri"),
    ("report weekly", "report upcoming"),
    ("due next week", """list 'due:"next week"'"""),
    ('"next week"', """list 'due:"next week"'"""),
    ("priority 1 high", "edit 1 --urgency urgent"),
    ("转交 1 孙丽", "assign 1 -t 孙丽"),
    ("away fri", "away me fri"),
    ("away fri 陈静 training", "away 陈静 fri training"),
    ("away 陈静 fri sun", "away 陈静 sun --from fri"),
    ("away 陈静 周五 周日 培训 --lang zh", "away 陈静 周日 培训 --from 周五 --lang zh"),
    ('wait 1 县财政局 "等批复"', "wait 1 --to 县财政局 等批复"),
    ("wait 1 孙丽", 'wait 1 --to 孙丽 "two replies are missing"'),
    ("note 1 60%", "note 1 --progress 60"),
    ("may 陈静 1", "may 陈静 close 1"),
    ("decision lifts", "decision add lifts --by me"),
    ("config lang", "config --mine"),
    ("config 颜色", "config --mine"),
    ("assign 1 -t 孙丽", 'assign 1 -t 孙丽 --reason "two replies are missing"'),
    ('extend 1 "next friday data not in"', 'extend 1 -t "next friday" "data not in"'),
    ('extend 1 "data not in, until next friday"', 'extend 1 -t "next friday" "data not in"'),
    ("extend 1 28 aug data not in", 'extend 1 -t "28 aug" "data not in"'),
    ("10 sep", "list 'due:\"10 sep\"'"),
    ("9月10日到期 --lang zh", "list 时限:9月10日 --lang zh"),
    ("1已办结了", 'submit 1 "12 articles placed"'),
    ("1办结", "close 1"),
    ("mark 1 cancelled", 'cancel 1 "it came twice"'),
    ("1 suspended", 'suspend 1 "the new rules are awaited"'),
    ("cancelled 1", 'cancel 1 "it came twice"'),
    ("mark 1 as done", 'submit 1 "12 articles placed"'),
    ("change lead of 1 to 孙丽", "assign 1 -t 孙丽"),
    ("rate 1", "rate 1 4"),
    ("config --mine set lang", "config --mine set pager never"),
    ('extend 1 "下周五数据未到"', "extend 1 -t 下周五 数据未到"),
    ('extend 1 "延到下周五，数据未到"', "extend 1 -t 下周五 数据未到"),
    ('part 1 "all is in"', "part 1"),
    ('note "all is in" 1', 'note 1 "all is in"'),
    ("assign 孙丽 1", "assign 1 -t 孙丽"),
    ("close yesterday 1", "close 1 --on yesterday"),
    ("close 1 昨天", "close 1 --on 昨天"),
    ("remind 陈静 about 1", "prod 1"),
    ("set deadline 1 fri", "edit 1 -d fri"),
    ("1 to 孙丽", "assign 1 -t 孙丽"),
    ("1 all is in", 'note 1 "all is in"'),
    ("1 5 stars", "rate 1 5"),
    ("把1交给孙丽", "assign 1 -t 孙丽"),
    ("add task 电梯 陈静 fri", "add 电梯 -l 陈静 -d fri"),
    ("delete 陈静", "person leave 陈静"),
    ("send back 1 缺页", "return 1 缺页"),
    ("duties", "duty list"),
    ("report red", "list light:red"),
    ("report last month", 'bulletin "last month"'),
    ("list 陈静 overdue", "list lead:陈静 is:overdue"),
    ("who is away", "away"),
    ("who leads 1", "show 1"),
    ("who can lead lifts", "suggest-lead lifts"),
    ("what is due fri", "list due:fri"),
    ("how do I extend", "help extend"),
    ("谁在请假", "away"),
    ("谁能牵头电梯摸底", "suggest-lead 电梯摸底"),
    ("怎么延期", "help extend"),
    ("陈静的逾期事项 --lang zh", "list 牵头:陈静 是:逾期 --lang zh"),
    ("陈静 请假 到周五", "away 陈静 到周五"),
    ("催 陈静", "list lead:陈静"),
    ("email digest to 陈静", "digest --for 陈静"),
    ("history 陈静", "history --actor 陈静"),
    ("ledger import ledger.csv", "import ledger.csv"),
    ("list red", "list light:red"),
    ("add 座椅 陈静牵头 7月15日前", "add 座椅 -l 陈静 -d 7月15日前"),
    ("add 座椅 吴芳牵头 李娜配合 7月15日前", "add 座椅 -l 吴芳 -s 李娜 -d 7月15日前"),
    ("list 陈静 王强 overdue", "list lead:陈静,王强 is:overdue"),
    ("list 陈静, 王强", "list lead:陈静,王强"),
    ("list 陈静 and 王强", "list lead:陈静,王强"),
    ("list 陈静和王强", "list lead:陈静,王强"),
    ("extended 1 next fri", 'extend 1 -t "next fri" "two replies are missing"'),
    ('extnd 1 next fri "data late"', 'extend 1 -t "next fri" "data late"'),
    ("submitted 1 yesterday", 'submit 1 --on yesterday "12 articles placed"'),
    ("closed 3 may", "list 'closed:\"3 may\"'"),
    ("list --overdue lead:me --limit 3", "list is:overdue lead:me --limit 3"),
    ('list "lead:me or lead:陈静" --overdue --mine --sort due', 'list is:overdue is:mine "(lead:me or lead:陈静)" --sort due'),
    ("list --all lead:me --lang zh", "ledger lead:me --lang zh"),
    ("overdue --all lead:me --limit 3", "overdue lead:me --limit 0"),
    ("accountability --closed -draft --by unit", "accountability status:closed -draft -b unit"),
]
"""Of several lines that are told, the first."""
DOING = ("edit", "add", "copy", "assign", "away", "prod", "note", "close", "cancel", "suspend", "submit", "extend")
"""What is only tried out."""


def test_what_was_meant_is_told_as_a_line_that_can_be_typed(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due 7月15日")
    wrong = []
    for line, meant in MEANT:
        said = office.type("吴芳", line)
        told = re.search(r"officecli (.*?)(?:[?？”]|$)", said.partition("→")[2] or said, re.MULTILINE)
        if not (office.code or "Nothing here fits" in said) or not told or told[1] != meant:
            wrong.append((line, said))
            continue
        again = office.type("吴芳", f"{told[1]} --dry-run" if told[1].split()[0] in DOING else told[1])
        if office.code not in (0, 1, 3) and not re.search(
            "needs a reason|does not support", again
        ):  # refused it may be, but never for how it is written
            wrong.append((told[1], again))
    assert wrong == []
    i18n.use("en")


SHOWN = [
    ("roster fri", "2026-07-10"),
    ("roster fri to sun", "2026-07-10 to 2026-07-12"),
    ("roster 周五到周日", "2026-07-10 to 2026-07-12"),
    ("away 陈静 fri to sun training --dry-run", "2026-07-10 to 2026-07-12"),
    ("away 陈静 周五至周日 --dry-run", "2026-07-10 to 2026-07-12"),
    ("away 陈静 10 Sep --dry-run", "2026-07-06 to 2026-09-10"),
    ("away 陈静 next week --dry-run", "2026-07-13 to 2026-07-17"),
    ("away 陈静 2026-W30 --dry-run", "2026-07-20 to 2026-07-24"),
    ("away 陈静 this week --dry-run", "2026-07-06 to 2026-07-10"),
    ("roster next fri", "2026-07-17 to 2026-07-17"),
    ("roster this week", "2026-07-06 to 2026-07-12"),
    ("roster 陈静", "Nobody is on the roster"),
    ("roster 无人 --lang zh", "无法识别日期“无人”"),
    ("roster fri 陈静", "陈静 is duty officer"),
    ("roster fri", "陈静"),
    ("roster 陈静", "2026-07-10"),
    ("show all", "officecli show is:mine"),
    ("meeting monday", "officecli meeting sheet -o meeting.xlsx"),
]


def test_a_day_or_somebody_of_the_roster_is_shown(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    for line, said in SHOWN:
        assert said in office.type("吴芳", line)
    i18n.use("en")


def test_a_word_for_a_light_that_stands_in_a_text_too_is_told_as_the_filter(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("吴芳", 'add "Red ribbon for the opening" --lead 陈静 --due 7月15日')
    said = office.type("吴芳", "list red")
    assert "Red ribbon" in said
    assert "“red” was looked for in their words. Did you mean: officecli list light:red" in said
    assert "Did you mean" not in office.type("吴芳", "list ribbon")


def test_nothing_is_done_to_a_number_behind_a_text(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due 7月15日")
    for line in ("prod 陈静 1", "close 1 yesterday", "note 材料收齐 1", "submit 1 周五"):
        assert "→" in office.type("吴芳", line), line
        assert office.code == 2, line
    assert office.rows("SELECT status FROM item") == [{"status": "issued"}]
    office.done("吴芳", "prod 1 -m 周五")


def test_a_day_for_a_deadline_counts_from_today_not_from_the_issue_day(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due 7月30日")
    at("2026-07-20T02:00")
    office.done("吴芳", "edit 1 -d fri")
    assert office.rows("SELECT due FROM item") == [{"due": "2026-07-24"}]
