"""Plans with a row for each person and a column for each time: what is one, and what is not; `corpus/` has what becomes of them."""

from __future__ import annotations

from datetime import date

from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.sheets.by_person.across import find_across
from officecli.files.ledger.sheets.by_person.away import is_away, is_mark
from officecli.files.ledger.sheets.by_person.boxes import Box, matters, read
from officecli.files.ledger.sheets.by_person.grid import find
from officecli.files.ledger.sheets.by_person.times import is_time, times
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import Table

HERE = {"Ana Ruiz", "Ben Okoye", "Cy Moss", "Finance", "姚岚", "封晓", "柳青", "督查室", "综合科"}
SHAPES = Beginnings({}, HERE.__contains__)
PLAN = """
Name | Mon 7/6 | Tue 7/7 | Wed 7/8
Ana Ruiz | Order the ballots | PTO | Key list for Annex 2
Ben Okoye | | Draft the ferry notice |
"""
"""Read as one; of each of the others one thing is otherwise."""
NONE = {
    "a duty roster": """
        Duty roster
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | Counter in Annex 2 | off | Switchboard and mail
        Ben Okoye | Loading dock, east gate | Counter of permits | off""",
    "the same stations on other days": """
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | Front desk | Phones upstairs | Front desk
        Ben Okoye | Phones upstairs | Front desk | Phones upstairs""",
    "shifts and hours": """
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | 8:00-16:30 | 8-12 | D2
        Ben Okoye | noon–8 pm | x | 7.5""",
    "where people are": """
        Where we are this week
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | Retreat at Elm Hall | Home office | Branch on Ridge Road
        Ben Okoye | Audit in Salem | Bank downtown | County conference""",
    "what was done": """
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | Sent the ferry notice | Filed the ballot order | Called the county
        Ben Okoye | Closed the May books | Met with the bank | Vacation""",
    "rooms": """
        Room | Mon 7/6 | Tue 7/7 | Wed 7/8
        Elm Hall | Budget review board | Teen book club | Zoning appeals
        Room 204 | New hire orientation | Safety committee | Tax help desk""",
    "matters over the weeks": """
        Task | Owner | Jul 10 | Jul 17 | Jul 24
        Measure the bays | Ana Ruiz | Measure | Draw the plan | Have it signed
        Order the crates | Ben Okoye | Get three quotes | Place the order | Unload the truck""",
    "how far matters are": """
        Owner | Jul 10 | Jul 17 | Jul 24 | Status
        Ana Ruiz | Measure the bays | Draw the plan | Have it signed | open
        Ben Okoye | Get three quotes | Place the order | Unload the truck | done""",
    "people in the boxes": """
        Name | Mon 7/6 | Tue 7/7 | Wed 7/8
        Ana Ruiz | Ben Okoye | Cy Moss | Ben Okoye
        Ben Okoye | Finance | Ana Ruiz | Finance""",
    "两天值班": """
        姓名 | 周一（7月6日） | 周二（7月7日） | 周三（7月8日）
        姚岚 | 白班 | 休息 | 夜班（大厅）
        封晓 | 出差 | √ | 病假至7月9日""",
    "轮岗": """
        姓名 | 第一周 | 第二周 | 第三周
        姚岚 | 督查室 | 综合科 | Finance
        封晓 | 综合科 | 督查室 | 督查室""",
    "领导活动": """
        姓名 | 7月6日 | 7月7日 | 7月8日
        姚岚 | 上午参加全县经济运行会 | 陪同市领导调研项目 | 出席开工仪式
        封晓 | 接待省厅考察组 | 赴省城招商洽谈 | 列席党组会议""",
    "日程": """
        一周日程
        姓名 | 7月6日 | 7月7日 | 7月8日
        姚岚 | 研究经济运行情况 | 检查项目建设进度 | 慰问一线职工
        封晓 | 听取信访工作汇报 | 走访联系企业 | 检查防汛物资""",
    "各月数量": """
        姓名 | 4月 | 5月 | 6月
        姚岚 | 12 | 9件 | 15
        封晓 | 8 | 请假半月未统计 | 11""",
    "a roster by days": """
        Date | Ana Ruiz | Ben Okoye
        Mon 7/6 | Front desk | Phones upstairs
        Tue 7/7 | Phones upstairs | Front desk
        Wed 7/8 | off | Front desk""",
    "上下午": """
        日期 | 时段 | 姚岚 | 封晓
        7月6日 | 上午 | 研究经济运行情况 | 检查项目建设进度
        7月7日 | 下午 | 听取信访工作汇报 | 走访联系企业
        7月8日 | 上午 | 检查防汛物资 | 慰问一线职工""",
    "会议室": """
        会议室 | 7月6日 | 7月7日 | 7月8日
        一楼大厅 | 预算审查会筹备 | 新职工培训班 | 消防演练讲解
        二楼东厅 | 税务咨询服务 | 安全委员会例会 | 信访接待日""",
}


def test_only_a_plan_is_taken_for_one() -> None:
    assert find(_table(PLAN), SHAPES) is not None
    assert [name for name, text in NONE.items() if find(_table(text), SHAPES) or find_across(_table(text), SHAPES)] == []


def test_times_are_known_by_all_that_is_said_of_them() -> None:
    them = [
        "Mon 7/6",
        "Monday, July 6",
        "Mon",
        "周一（7月6日）",
        "7月6日",
        "6日（周一）",
        "Week of July 6",
        "Jul 6-10",
        "7/6 – 7/10",
        "第一周（7月6日—7月10日）",
    ]
    them += ["Week 28", "第28周", "7月", "Q3", "July", "6-10 July", "W/E 7/10", "Week 1 (July 6–10)", "7.6-7.10", "上旬", "2026-07-06", "7月6-10日"]
    assert [one for one in them if not is_time(one)] == []
    others = ["6", "Name", "Monday's list", "Week plan", "姓名", "本周工作", "7月计划", "July bills", "Total", "", "Room 204", "周报"]
    assert [one for one in others if is_time(one)] == []


def test_what_is_due_in_a_week_is_due_at_its_end() -> None:
    assert [time.due for time in times(["Name", "7/6", "7/13", "7/20"]).values()] == ["week of 7/6", "week of 7/13", "week of 7/20"]
    assert [time.due for time in times(["姓名", "7月6日", "7月13日"]).values()] == ["7月6日当周", "7月13日当周"]
    fridays = [date(2026, 7, 10), date(2026, 7, 17)]
    assert [time.due for time in times([None, *fridays], [None, "Week ending", None]).values()] == fridays
    assert [time.due for time in times([None, *fridays]).values()] == ["week of 2026-07-10", "week of 2026-07-17"]
    assert [time.due for time in times([None, "第一周（7月6日—10日）", "Week 2: July 13-17", "Mon 7/6"]).values()] == [
        "7月6日—10日",
        "July 13-17",
        "Mon 7/6",
    ]


def test_a_box_is_told_apart_into_matters() -> None:
    assert matters("Order flags\nRent the stage") == ["Order flags", "Rent the stage"]
    assert matters("Quotes for two\nscanners and\na printer") == ["Quotes for two scanners and a printer"]
    assert matters("1.核对名册\n2、更新门牌\n及楼层图") == ["核对名册", "更新门牌及楼层图"]
    assert matters("①核对名册②更新门牌") == ["核对名册", "更新门牌"]
    assert matters("1. Order flags 2. Rent the stage") == ["Order flags", "Rent the stage"]
    assert matters("7.8前报送名册") == ["7.8前报送名册"]
    assert matters("• Order flags\n• Rent the stage") == ["Order flags", "Rent the stage"]


def test_what_stands_behind_a_matter_is_told_apart() -> None:
    told = {
        "Sewer map (w/ Ben Okoye)": Box("Sewer map", support="Ben Okoye"),
        "Sewer map, with Ben Okoye": Box("Sewer map", support="Ben Okoye"),
        "Lunch with the county": Box("Lunch with the county"),
        "Sewer map – done": Box("Sewer map", state="done"),
        "☑ Sewer map": Box("Sewer map", state="√"),
        "Sewer map ✓": Box("Sewer map", state="√"),
        "Sewer map (done 7/6) (with Finance)": Box("Sewer map", support="Finance", state="done 7/6"),
        "Cancelled: sewer map": Box("sewer map", state="Cancelled"),
        "【已完成】核对名册": Box("核对名册", state="已完成"),
        "Annex 2: sewer map": Box("Annex 2: sewer map"),
        "Sewer map (final draft)": Box("Sewer map (final draft)"),
        "Sewer map by Wed noon": Box("Sewer map", due="Wed"),
        "Sewer map (due July 8)": Box("Sewer map", due="July 8"),
        "Sewer map by noon": Box("Sewer map by noon"),
        "Sewer map (moved to 7/14)": Box("Sewer map", remark="moved to 7/14"),
        "核对名册（封晓配合）": Box("核对名册", support="封晓"),
        "核对名册（配合：封晓、柳青）": Box("核对名册", support="封晓、柳青"),
        "核对名册，封晓配合": Box("核对名册", support="封晓"),
        "核对名册（7月8日前报出）": Box("核对名册（7月8日前报出）", due="7月8日前"),
        "核对名册（周三前）": Box("核对名册", due="周三前"),
        "7月8日前核对名册": Box("7月8日前核对名册", due="7月8日前"),
        "核对名册（已完成）": Box("核对名册", state="已完成"),
        "审核8月份活动安排": Box("审核8月份活动安排"),
        "核对名册（改到周五）": Box("核对名册", remark="改到周五"),
    }
    assert {text: read(text, SHAPES) for text in told} == told


def test_days_off_and_marks_are_nothing_to_be_done() -> None:
    away = [
        "PTO",
        "on leave",
        "Out all week – training",
        "vacation",
        "Holiday - Labor Day",
        "off",
        "WFH",
        "out until Thu",
        "年休假",
        "出差（省城）",
        "病假至7月9日",
    ]
    away += ["休假", "参加培训", "值班", "白班", "—", "", "sick", "Leave (a.m.)", "外出", "公休"]
    assert [one for one in away if not is_away(one)] == []
    matter = [
        "Off-site storage list",
        "Leave policy to staff",
        "Training plan for clerks",
        "休假制度修订",
        "培训方案初稿",
        "Holiday closing notice",
        "值班表编排",
        "Out of state bids",
    ]
    assert [one for one in matter if is_away(one)] == []
    marks = ["√", "x", "8-12", "8:00–16:30", "7.5", "D2", "12件", "9 am–1 pm", "●", "P"]
    assert [one for one in marks if not is_mark(one)] == []
    assert [one for one in (*matter, "Budget", "名册") if is_mark(one)] == []


def _table(text: str) -> Table:
    lines = [line.strip() for line in text.strip().splitlines()]
    return Table("Sheet1", [SheetRow(at, [part.strip() or None for part in line.split("|")]) for at, line in enumerate(lines, 1)])
