"""One realistic report, in English and in Chinese, and a Chinese catalogue that does not wait for the translator."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

import pytest

from officecli import i18n
from officecli.reports.shape.document import Chapter, Document, Table
from officecli.reports.shape.report import Column, Report

HEAD = "1234:abcd1234ef567890abcd1234ef567890abcd1234ef567890abcd1234ef567890"
CHINESE = {
    "red": "红",
    "same-rank-ad-hoc": "同级并办",
    "yellow": "黄",
    "green": "绿",
    "grey": "灰",
    "most urgent": "特急",
    "urgent": "加急",
    "ordinary": "平件",
    "in hand": "办理中",
    "unit": "科室",
    "as of {day}": "截至 {day}",
    "{day} {month} {year}": "{year}年{month}{day}日",
    "Nov": "11月",
    "every {n} day": "每{n}日",
    "weekly": "每周",
    "monthly": "每月",
    "trail {head}": "留痕 {head}",
    "… {n} more: --limit 0, or --format csv": "……另有 {n} 项:加 --limit 0,或 --format csv",
    "Not shown here: {columns}; see them with --wide, or name some with --columns.": "此处未显示：{columns}；--wide 显示全部，--columns 指定列。",
    "Nothing to show.": "没有可列的。",
    "Refused:": "不予办理:",
    "Error:": "有误:",
    "Warning:": "提醒:",
}


class Catalog(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return CHINESE.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return CHINESE.get(msgid1, msgid1)


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese by the catalogue above."""
    monkeypatch.setattr(i18n, "_catalog", Catalog())
    monkeypatch.setattr(i18n, "_language", "zh")


ROWS: list[dict[str, Any]] = [
    {
        "unit": "督查室",
        "number": "2026-031",
        "title": "关于老旧小区电梯更新改造人民来信的办理与答复(县长信箱第 1187 号)",
        "lead": "张三丰",
        "supports": [{"name": "李四", "part": "实地走访", "done": True}, {"name": "王小二", "part": "起草答复", "done": False}],
        "urgency": "urgent",
        "due": "2026-11-16",
        "late": 5,
        "progress": 62.5,
        "feedback_every": "10d",
        "light": "red",
        "goal": "书面答复,回访满意",
        "source": "县府办函〔2026〕112号",
    },
    {
        "unit": "督查室",
        "number": "2026-044",
        "title": "Follow up all 22 decisions of the 12th standing meeting",
        "lead": "Margaret Okonkwo",
        "supports": [],
        "urgency": "ordinary",
        "due": "2026-11-25",
        "late": None,
        "progress": 100.0,
        "feedback_every": "weekly",
        "light": "yellow",
        "goal": "22 of 22 registered",
        "source": None,
    },
    {
        "unit": "机要科",
        "number": "2026-052",
        "title": "转办特急电报 👩‍💻 第一时间呈报",
        "lead": "赵六",
        "supports": [{"name": "José Núñez", "part": "", "done": False}],
        "urgency": "most-urgent",
        "due": "2026-11-23",
        "late": 0,
        "progress": None,
        "feedback_every": None,
        "light": "grey",
        "goal": "2 小时内",
        "source": "省委机要局",
    },
    {
        "unit": "机要科",
        "number": "=1+1",
        "title": "[red]x[/red] \x1b[31mred\x1b[0m \u202eevil | line\nbreak\x00 <b>`x`</b>",
        "lead": "\u200bMallory",
        "supports": [{"name": '=HYPERLINK("http://x")', "part": "a;b", "done": False}],
        "urgency": "unheard-of",
        "due": None,
        "late": 1234,
        "progress": 3.14159,
        "feedback_every": "monthly",
        "light": "green",
        "goal": "@SUM(A1)",
        "source": "\ud800",
    },
]

LABELS = {
    "unit": ("unit", "科室"),
    "number": ("number", "编号"),
    "title": ("matter", "事项内容"),
    "lead": ("lead", "牵头"),
    "supports": ("support", "配合（分工）"),
    "urgency": ("urgency", "紧急程度"),
    "due": ("deadline", "办结时限"),
    "late": ("working days late", "逾期工作日"),
    "progress": ("progress", "进度"),
    "feedback_every": ("feedback", "反馈周期"),
    "light": ("light", "亮灯"),
    "goal": ("goal", "目标"),
    "source": ("source", "事项来源"),
}
SHAPES: dict[str, dict[str, Any]] = {
    "title": {"wide": True},
    "supports": {"kind": "names", "weight": 2, "wide": True},
    "urgency": {"kind": "word", "weight": 2},
    "due": {"kind": "date"},
    "late": {"kind": "integer"},
    "progress": {"kind": "percent", "weight": 2},
    "feedback_every": {"kind": "word", "weight": 3},
    "light": {"kind": "light"},
    "goal": {"weight": 3, "wide": True},
    "source": {"weight": 3},
}


def make_report(language: str, **changes: Any) -> Report:
    chinese = language == "zh"
    facts: dict[str, Any] = {
        "name": "overdue",
        "title": "逾期事项" if chinese else "Overdue items",
        "as_of": "2026-11-23",
        "columns": tuple(Column(key, labels[chinese], **SHAPES.get(key, {})) for key, labels in LABELS.items()),
        "rows": tuple(ROWS),
        "filters": {"unit": ["督查室", "机要科"], "urgency": None, "limit": 100},
        "summary": {"overdue": 4, "longest": 1234},
        "headline": "逾期 4 项,最长 1234 个工作日。" if chinese else "4 open items are past their deadline, the longest by 1234 working days.",
        "notes": ("2027 年工作日历尚未公布,有关日期为暂定。",)
        if chinese
        else ("The calendar of 2027 is not yet known: dates in it are provisional.",),
        "total": 2918,
        "head": HEAD,
        "group_by": "unit",
        "office": "青禾县 <督查> 办公室" if chinese else "Office of the <Clerk>",
    }
    return Report(**(facts | changes))


@pytest.fixture
def sample() -> Callable[..., Report]:
    return make_report


def make_paper(language: str) -> Document:
    """Two chapters: one with all that a chapter may have, hostile text and gaps included, and one of a heading alone."""
    number = 1 if language == "zh" else 0
    labels = {key: texts[number] for key, texts in LABELS.items()}
    facts = (
        Column("lead", labels["lead"]),
        Column("goal", labels["goal"]),
        Column("source", labels["source"]),
        Column("supports", labels["supports"], "names"),
        Column("unit", labels["unit"], sparse=True),
    )
    columns = (
        Column("number", labels["number"]),
        Column("title", labels["title"], wide=True),
        Column("urgency", labels["urgency"], "word"),
        Column("progress", labels["progress"], "percent"),
        Column("light", labels["light"], "light"),
        Column("source", labels["source"], sparse=True),
    )
    rows = tuple({key: row[key] for key in ("number", "title", "urgency", "progress", "light")} for row in ROWS)
    values = {"lead": "李四 <Li>", "goal": "# 1. first\n  2) second & last\n\n\x1b[31mred", "supports": ROWS[0]["supports"]}
    lacks = {"source": "无来源 <none>" if number else "no source <none>"}
    tables = (
        Table("items", "事项" if number else "Items", columns, rows, notes=("- 4",), lacks=("缺 *一* 项" if number else "*one* is missing",)),
        Table("none", "无" if number else "None", columns, (), lacks=("全缺" if number else "nothing is there",)),
    )
    chapters = (Chapter("督查室", 1, begins_page=True), Chapter("督查室/<科长>", 2, facts, values, lacks, tables, begins_page=True))
    title = "岗位手册" if number else "Handbook"
    return Document("handbook", title, "2026-11-23", chapters, {"chapters": 2}, "两章。" if number else "Two chapters.", ("+ note", ""), head=HEAD)


@pytest.fixture
def paper() -> Callable[..., Document]:
    return make_paper
