"""How the reports look, and the envelope programs read."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from inline_snapshot import snapshot

from officecli import i18n
from officecli.formats import as_json, as_table
from officecli.formats.out.page import Page
from officecli.formats.out.safe import width
from officecli.reports.items import accountability, digest, ledger, overdue, today, upcoming
from officecli.reports.items import list as open_items
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from stage.by_row import Staged

REPORTS: dict[str, Callable[..., Report | None]] = {
    module.__name__.rpartition(".")[2]: module.report for module in (accountability, digest, ledger, open_items, overdue, today, upcoming)
}


def drawn(office: Staged, name: str, cells: int = 80, filters: Filters | None = None, **own: Any) -> str:
    with office.reading() as read:
        found = REPORTS[name](read, filters or Filters(), **own)
    assert found is not None
    stream = io.StringIO()
    as_table.write(found, stream, Page(width=cells, terminal=True) if cells else Page())
    digits = found.head.partition(":")[2]
    return stream.getvalue().replace(digits[:32], "HASH").replace(digits[:16], "HASH")


def test_overdue(busy_office: Staged) -> None:
    assert drawn(busy_office, "overdue") == snapshot("""\
Overdue items · as of 2026-11-23
2 items are overdue; the longest by 6 working days.

                                                                         days
number    status     matter                    lead  unit    deadline    late
─────────────────────────────────────────────────────────────────────────────
2026-001  ▲ in hand  全县经济工作会议主题报告  张三  综合科  2026-11-13     6
2026-002  ▲ in hand  关于老旧小区电梯的来信    钱进  督查室  2026-11-20     0

1 of them was submitted, then returned or opened again: its days late were
settled by the first submission.
▲ red
Not shown here: original deadline, source, goal, support and 2 more columns; see
them with --wide, or name some with --columns.

trail 90:HASH
""")


def test_list(busy_office: Staged) -> None:
    assert drawn(busy_office, "list") == snapshot("""\
Open items · as of 2026-11-23
9 items.

                                                                            days
number    status        matter                 lead       deadline       (−late)
────────────────────────────────────────────────────────────────────────────────
2026-001  ▲ in hand     全县经济工作会议主题   张三       2026-11-13          −6
                        报告                                                    \n\
2026-002  ▲ in hand     关于老旧小区电梯的     钱进       2026-11-20          −0
                        来信                                                    \n\
2026-005  ◐ issued      办公用房清理           张三       2026-11-23           0
2026-011  ◐ issued      突发停水处置           李明       2026-11-23           0
2026-006  ◐ in hand     防汛值班抽查           欧阳修文   2026-11-24          +1
2026-007  ● submitted   涉密文件清退           周涛       2026-11-25           –
2026-004  ● in hand     议定事项分解           Ana Silva  2026-12-04          +9
2026-008  ○ suspended   公文规程修订           李明       2026-12-18           –
2026-010  ○ registered  月度信息报送           张三       2026-12-25         +24

▲ red  ◐ yellow  ● green  ○ grey
Not shown here: unit, support, kind, urgency and 11 more columns; see them with
--wide, or name some with --columns.

trail 90:HASH
""")


def test_today(busy_office: Staged) -> None:
    assert drawn(busy_office, "today") == snapshot("""\
Today · as of 2026-11-23
2 items are due today; 2 items are overdue.

                                                     days                waiting
number    matter        lead       deadline       (−late)  also          for    \n\
────────────────────────────────────────────────────────────────────────────────

Due today (2)
2026-005  办公用房清理  张三       2026-11-23           0  unsigned      –      \n\
                                                           late                 \n\
2026-011  突发停水处置  李明       2026-11-23           0  unsigned,     –      \n\
                                                           new today            \n\

Results waiting for review (1)
2026-007  涉密文件清退  周涛       2026-11-25           –  –             王建国 \n\

Extensions waiting for an answer (1)
2026-004  议定事项分解  Ana Silva  2026-12-04          +9  –             王建国 \n\

What is overdue: officecli overdue
Not shown here: unit, since, reason; see them with --wide, or name some with
--columns.

trail 90:HASH
""")


@pytest.mark.parametrize(("language", "said"), [("en", "week of 2026-11-30 (1)"), ("zh", "11月30日—12月6日（1）")])
def test_a_week_is_named_as_the_language_names_it(busy_office: Staged, language: str, said: str) -> None:
    i18n.use(language)
    assert said in drawn(busy_office, "upcoming").splitlines()


def test_upcoming(busy_office: Staged) -> None:
    assert drawn(busy_office, "upcoming") == snapshot("""\
Due in the days ahead · as of 2026-11-23 · the next 30 days
4 items fall due by 2026-12-23.

number    status     matter        lead       unit    deadline    days left
───────────────────────────────────────────────────────────────────────────

week of 2026-11-23 (3)
2026-005  ◐ issued   办公用房清理  张三       综合科  2026-11-23          0
2026-011  ◐ issued   突发停水处置  李明       综合科  2026-11-23          0
2026-006  ◐ in hand  防汛值班抽查  欧阳修文   综合科  2026-11-24          1

week of 2026-11-30 (1)
2026-004  ● in hand  议定事项分解  Ana Silva  督查室  2026-12-04          9

◐ yellow  ● green

trail 90:HASH
""")


def test_digest(busy_office: Staged) -> None:
    assert drawn(busy_office, "digest", 100) == snapshot("""\
Digest for 县政府办公室 · as of 2026-11-23
2 overdue, 2 due today, 1 due soon.

                                                                         days                waiting
number    matter                    lead       unit    deadline       (−late)  also          for    \n\
────────────────────────────────────────────────────────────────────────────────────────────────────

Overdue (2)
2026-001  全县经济工作会议主题报告  张三       综合科  2026-11-13          −6  prodded       王建国 \n\
2026-002  关于老旧小区电梯的来信    钱进       督查室  2026-11-20           –  returned      –      \n\

Due today (2)
2026-005  办公用房清理              张三       综合科  2026-11-23           0  unsigned      –      \n\
                                                                               late                 \n\
2026-011  突发停水处置              李明       综合科  2026-11-23           0  unsigned      –      \n\

Due soon (1)
2026-006  防汛值班抽查              欧阳修文   综合科  2026-11-24          +1  waiting       省厅   \n\

Results waiting for review (1)
2026-007  涉密文件清退              周涛       机要科  2026-11-25           –  –             王建国 \n\

Extensions waiting for an answer (1)
2026-004  议定事项分解              Ana Silva  督查室  2026-12-04          +9  –             王建国 \n\

Who answers for what is overdue: 张三 1, 钱进 1.
Not shown here: since, reason; see them with --wide, or name some with --columns.

trail 90:HASH
""")


def test_accountability(busy_office: Staged) -> None:
    assert drawn(busy_office, "accountability", 100) == snapshot("""\
Accountability by person · as of 2026-11-23
9 open, 2 of them overdue; 1 closed; 2 of 4 settled in time.

person     open  overdue  days late  closed  on time  first pass  hours to sign  parts
──────────────────────────────────────────────────────────────────────────────────────

主任室 (1)
王建国        0        0          0       0        –           –              –      0

综合科 (3)
李明          2        0          0       0        –           –              –      0
张三          3        1          6       0     0.0%           –           0.82      0
欧阳修文      1        0          0       0        –           –           1.15      1

督查室 (3)
赵丽          0        0          0       0        –           –              –      0
钱进          1        1          0       0   100.0%        0.0%           0.83      1
Ana Silva     1        0          0       0        –           –           0.87      0

机要科 (2)
孙强          0        0          0       0        –           –              –      0
周涛          1        0          1       1    50.0%      100.0%           1.01      0

The items behind a row: officecli accountability --explain NAME
Not shown here: on time (original), returned, extensions, prods and 7 more columns; see them with
--wide, or name some with --columns.

trail 90:HASH
""")


def test_accountability_explained(busy_office: Staged) -> None:
    assert drawn(busy_office, "accountability", explain="张三") == snapshot("""\
What 张三 answers for · as of 2026-11-23 · by person · explained for 张三
open 3 · overdue 1 · days late 6 · prods 1 · on time 0 of 1 · on time (original)
0 of 1 · hours to sign 0.82 (median)

number    matter                    lead  deadline    open  overdue  days late
──────────────────────────────────────────────────────────────────────────────
2026-001  全县经济工作会议主题报告  张三  2026-11-13     1        1          6
2026-005  办公用房清理              张三  2026-11-23     1        0          0
2026-010  月度信息报送              张三  2026-12-25     1        0          0

Not shown here: original deadline, closed, hours to sign, returned and 10 more
columns; see them with --wide, or name some with --columns.

trail 90:HASH
""")


def test_ledger_off_a_terminal_has_every_column_uncut(busy_office: Staged) -> None:
    assert drawn(busy_office, "ledger", 0) == snapshot("""\
Ledger · as of 2026-11-23
11 items.

No.  Number    Source                Matter                    Goal      Ordered by  Responsible leader  Lead       Support                    Urgency   Issued      Original deadline  Deadline    Feedback every  Progress      Problems  Next step   Light     Status      Evidence  Result  Closed
───  ────────  ────────────────────  ────────────────────────  ────────  ──────────  ──────────────────  ─────────  ─────────────────────────  ────────  ──────────  ─────────────────  ──────────  ──────────────  ────────────  ────────  ──────────  ────────  ──────────  ────────  ──────  ──────────
  1  2026-001  县长批示〔2026〕12号  全县经济工作会议主题报告  二稿通过  王建国      –                   张三       欧阳修文 (提供数据); 钱进  ordinary  2026-11-02  2026-11-13         2026-11-13  –               60% 初稿完成  缺数据    周五前补齐  ▲ red     in hand     –         –       –
  2  2026-002  –                     关于老旧小区电梯的来信    –         王建国      –                   钱进       –                          urgent    2026-11-02  2026-11-20         2026-11-20  –               –             –         –           ▲ red     in hand     –         已完成  –
  3  2026-003  –                     接待方案                  –         王建国      –                   周涛       –                          ordinary  2026-11-02  2026-11-06         2026-11-06  –               –             –         –           ✓ blue    closed      –         已完成  2026-11-09
  4  2026-004  –                     议定事项分解              –         王建国      –                   Ana Silva  –                          ordinary  2026-11-02  2026-11-27         2026-12-04  –               –             –         –           ● green   in hand     –         –       –
  5  2026-005  –                     办公用房清理              –         王建国      –                   张三       –                          ordinary  2026-11-09  2026-11-23         2026-11-23  –               –             –         –           ◐ yellow  issued      –         –       –
  6  2026-006  –                     防汛值班抽查              –         王建国      –                   欧阳修文   –                          ordinary  2026-11-09  2026-11-24         2026-11-24  –               –             –         –           ◐ yellow  in hand     –         –       –
  7  2026-007  –                     涉密文件清退              –         王建国      –                   周涛       –                          ordinary  2026-11-09  2026-11-25         2026-11-25  –               –             –         –           ● green   submitted   –         已完成  –
  8  2026-008  –                     公文规程修订              –         王建国      –                   李明       –                          ordinary  2026-11-16  2026-12-18         2026-12-18  –               –             –         –           ○ grey    suspended   –         –       –
  9  2026-009  –                     办公室搬迁                –         王建国      –                   赵丽       –                          ordinary  2026-11-16  2026-12-18         2026-12-18  –               –             –         –           ○ grey    cancelled   –         –       –
 10  2026-010  –                     月度信息报送              –         王建国      –                   张三       –                          ordinary  2026-12-01  2026-12-25         2026-12-25  –               –             –         –           ○ grey    registered  –         –       –
 11  2026-011  –                     突发停水处置              –         王建国      –                   李明       –                          ordinary  2026-11-23  2026-11-23         2026-11-23  –               –             –         –           ◐ yellow  issued      –         –       –

trail 90:HASH
""")


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fits_a_window_of_forty_cells(busy_office: Staged, name: str) -> None:
    for language in ("en", "zh"):
        i18n.use(language)
        lines = drawn(busy_office, name, 40).splitlines()
        assert max(width(line) for line in lines) <= 40


@pytest.mark.parametrize("name", REPORTS)
def test_the_envelope(busy_office: Staged, name: str) -> None:
    with busy_office.reading() as read:
        found = REPORTS[name](read, Filters(limit=0))
    assert found is not None
    stream = io.StringIO()
    as_json.write(found, stream, Page())
    told = json.loads(stream.getvalue())
    assert [*told] == ["schema", "report", "title", "as_of", "filters", "columns", "sentences", "rows", "summary", "head"]
    assert (told["report"], told["as_of"]) == (name, "2026-11-23")
    keys = [column["key"] for column in told["columns"]]
    assert told["rows"]
    assert all([*row] == keys for row in told["rows"])
    if "number" in keys:
        assert "title" in keys, "the matter is called title everywhere"


@pytest.mark.parametrize("name", REPORTS)
def test_in_both_languages_programs_read_the_same(busy_office: Staged, name: str) -> None:
    told = []
    for language in ("en", "zh"):
        i18n.use(language)
        with busy_office.reading() as read:
            found = REPORTS[name](read, Filters(limit=0))
        assert found is not None
        told.append((found.rows, found.summary, [(column.key, column.kind, column.weight) for column in found.columns]))
    assert told[0] == told[1]


def test_the_ledger_has_the_columns_of_a_ledger_in_their_order(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = ledger.report(read, Filters())
    assert [column.label for column in found.columns] == [
        "No.", "Number", "Source", "Matter", "Goal", "Ordered by", "Responsible leader", "Lead", "Outside body", "Support", "Urgency", "Issued",
        "Original deadline", "Deadline",
        "Feedback every", "Progress", "Problems", "Next step", "Light", "Status", "Evidence", "Result", "Closed", "Remarks",
    ]  # fmt: skip
    i18n.use("zh")
    with busy_office.reading() as read:
        in_chinese = ledger.report(read, Filters())
    assert [column.label for column in in_chinese.columns] == [
        "序号", "编号", "事项来源", "事项内容", "目标（办结标准）", "交办领导", "责任领导", "牵头科室/责任人", "外单位", "配合（分工）", "紧急程度", "交办日期",
        "原定时限", "现时限",
        "反馈周期", "进展情况", "存在问题", "下步措施", "亮灯", "状态", "佐证", "办理结果", "销号日期", "备注",
    ]  # fmt: skip
    assert [row["no"] for row in found.rows] == [*range(1, 12)]
    assert {row["light"] for row in found.rows} >= {"blue", "red", "grey", "yellow", "green"}
