"""What a filter may ask of items: every key with its words in either language, and what may be said after `is:`. The one list of them.

The grammar, the questions to the store, completion and the help page are all made from it.
"""

from __future__ import annotations

from officecli.hints import Literal
from officecli.i18n import N_, language
from officecli.light import dataclass

Kind = Literal["person", "unit", "body", "duty", "day", "number", "code", "label", "text", "is"]


@dataclass(frozen=True)
class Key:
    """One key: `words` mean it too, set apart by spaces; `column` is what it asks for where that has another name.

    `past`: a day without its year has been. `over`: who asks for it means closed items as well. `example` is one to type, for the help page.
    """

    name: str
    kind: Kind
    words: str
    help: str
    example: str
    column: str = ""
    past: bool = False
    over: bool = False

    @property
    def asks(self) -> str:
        """The column it asks for."""
        return self.column or self.name

    @property
    def said(self) -> str:
        """Its name in the reader's language."""
        return _said(self.name, self.words)


def _said(name: str, words: str) -> str:
    return next((word for word in words.split() if not word.isascii()), name) if language() == "zh" else name


# fmt: off
KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("is", "is", "是", N_("in what case it is: see below"), N_("is:overdue")),
        Key("lead", "person", "牵头 牵头人 责任人 主办 负责人 owner assignee responsible", N_("who answers for it; me is yourself"), N_("lead:priya,me")),
        Key("support", "person", "配合 配合人 协办 supporter helper", N_("who supports it"), N_("support:martin")),
        Key("person", "person", "人员 人 who people", N_("who leads or supports it"), N_("person:ana")),
        Key("by", "person", "交办人 originator", N_("who gave it"), N_("by:daniel")),
        Key("unit", "unit", "单位 科室 部门 牵头单位 处室 section department dept", N_("the unit that leads it, with all under it"), N_("unit:records")),
        Key("body", "body", "外单位 责任单位", N_("the outside body that is responsible or supports"), N_("body:finance")),
        Key("duty", "duty", "职责", N_("the duty it falls under"), N_("duty:archives")),
        Key("label", "label", "标签 tag tags labels", N_("its label; +WORD and -WORD say the same"), N_("label:budget")),
        Key("due", "day", "时限 现时限 办结时限 期限 截止 截止日期 deadline due-date", N_("its deadline; none for those without"), N_("due:<fri")),
        Key("original", "day", "原定时限 原时限", N_("the deadline it began with"), N_("original:july"), column="original_due"),
        Key("issued", "day", "交办 交办日期", N_("the day it was handed out"), N_("issued:mon..today"), past=True),
        Key("signed", "day", "签收 签收日期", N_("the day it was signed for"), N_("signed:none"), past=True),
        Key("submitted", "day", "报结 报结日期", N_("the day its result was first handed in"), N_("submitted:>=1jul"), column="first_submitted", past=True),
        Key("closed", "day", "办结 办结日期 销号 销号日期 完成 done finished completed", N_("the day it was closed"), N_("closed:july"), past=True, over=True),
        Key("late", "number", "逾期 逾期天数 超期 overdue", N_("how many working days late it is, or was"), N_("late:>3"), column="working_days_late"),
        Key("left", "number", "剩余 剩余工作日", N_("how many working days are left; -3 is three days late"), N_("left:<=2"), column="working_days_left"),
        Key("progress", "number", "进度 进展", N_("how far it is, in percent"), N_("progress:<50")),
        Key("rating", "number", "评分 rate score", N_("how its result was rated, 1 to 5"), N_("rating:>=4"), over=True),
        Key("hours", "number", "工时", N_("how many hours it is estimated to take"), N_("hours:>8")),
        Key("prods", "number", "催办 催办次数", N_("how often its lead was prodded"), N_("prods:>=2")),
        Key("status", "code", "状态 state", N_("its status"), N_("status:submitted")),
        Key("light", "code", "亮灯 灯", N_("its light"), N_("light:red,yellow")),
        Key("urgency", "code", "紧急程度 紧急 缓急 优先级 priority", N_("how urgent it is"), N_("urgency:urgent")),
        Key("importance", "code", "重要程度 重要性 重要", N_("how important it is"), N_("importance:major")),
        Key("kind", "code", "类别 性质 事项性质 类型 type", N_("what kind of work it is"), N_("kind:routine")),
        Key("focus", "code", "焦点 重点难点热点", N_("its focus tag"), N_("focus:hot-issue")),
        Key("title", "text", "事项 事项内容 标题 matter subject", N_("what its matter says"), N_("title:lifts")),
        Key("from", "text", "来源 事项来源 source", N_("what its source says"), N_("from:council"), column="source"),
        Key("goal", "text", "目标 办结标准", N_("what its goal says"), N_("goal:report")),
    )
}
# fmt: on


@dataclass(frozen=True)
class Case:
    """What may be said after `is:`, besides every status: `words` mean it too."""

    name: str
    words: str
    help: str

    @property
    def said(self) -> str:
        """Its name in the reader's language."""
        return _said(self.name, self.words)


CASES: dict[str, Case] = {
    case.name: case
    for case in (
        Case("overdue", "逾期 超期 逾期未办结", N_("in somebody's hands, and its deadline has passed")),
        Case("mine", "me 我的 我 本人 本人的", N_("you lead it")),
        Case("late", "曾逾期", N_("it missed its deadline, closed or not")),
        Case("due-today", "today 今日到期 今天到期", N_("due today")),
        Case("due-soon", "soon 临期 将到期 即将到期", N_("due within the days that the digest calls soon")),
        Case("unsigned", "未签收 待签收", N_("handed out, and not signed for")),
        Case("returned", "已退回 退回", N_("its result was sent back")),
        Case("prodded", "催办未复 被催办", N_("prodded, and not answered")),
        Case("waiting", "等待 等待中", N_("waiting for somebody else")),
        Case("extension-asked", "申请延期 延期待批", N_("a later deadline is asked for")),
        Case("part", "子项", N_("a part of another item")),
    )
}

NOTHING = ("none", "无", "没有", "空")
"""What stands for nothing where a value may be missing: due:none."""

MOST = 60
"""Characters of the name of a view."""
