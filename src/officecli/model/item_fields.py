"""Every field of an item: what it is called and how it is typed, kept, shown, told of, and headed in ledgers.

A new plain field is its column in `model.items`, one line here with `plain=True`, a migration and its translations: all else
(the options of `add` and `edit`, cards, reports, histories, JSON, views, ledgers in and out) is made from the line, where the
plain fields have their place. A field that needs logic of its own says here what is said of it in several places, and stands by
its name where that logic is.
"""

from __future__ import annotations

from officecli.hints import Literal
from officecli.i18n import N_
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.bounds import TEXT, TITLE

Kind = Literal["line", "text", "word", "period", "hours", "integer", "count", "date", "names", "light", "id"]


@dataclass(frozen=True)
class Meaning:
    """One column of a ledger: `label` is the heading an export or a ledger report writes, `words` the headings that mean it.

    Within a column the first words name it plainly; `loose` ones are used for it only where no plain heading is. A loose word may
    stand under several columns: the first that is still free gets it. `key` is what --map calls the column, where that is another
    word than the field's.
    """

    label: str
    words: str
    loose: str = ""
    ignored: bool = False
    key: str = ""


@dataclass(frozen=True)
class Field:
    """One field: `label` is its name in reports, cards and histories, `of` the table that keeps it, "" where it is worked out.

    The kinds: line and text, str of at most `most` characters, on one line or on several · word, one of `codes` · period, weekly, monthly or `Nd`
    · hours, float · integer · count, an integer of which 0 says nothing · date · names, people with parts · light · id, another row by its name,
    kept as `…_id`. `act` is what changes it after it was registered: edit, tag, set-goal or set-deadline; `told` whether histories
    speak of a change. `metavar` and `help` are its option's. `weight`, `wide` and `sparse` are those of its column in reports; `listed`
    puts a plain field into the list of items too. `ledger` is its column in ledgers, read and written.
    """

    key: str
    label: str
    kind: Kind
    of: str = "item"
    most: int = 0
    codes: tuple[str, ...] = ()
    act: str = ""
    told: bool = True
    plain: bool = False
    metavar: str = ""
    help: str = ""
    weight: int = 1
    wide: bool = False
    sparse: bool = False
    listed: bool = False
    ledger: Meaning | None = None

    @property
    def column(self) -> str:
        """The column that keeps it."""
        return f"{self.key}_id" if self.kind == "id" else self.key


# fmt: off
FIELDS: dict[str, Field] = {
    field.key: field
    for field in (
        Field("no", "", "integer", of="", weight=3,
              ledger=Meaning(N_("No."), "序号 序 顺序号 行号 No # S/N Seq Serial Row", ignored=True, key="sequence")),
        Field("number", N_("number"), "line", most=60, told=False,
              ledger=Meaning(N_("Number"),
                  "编号 事项编号 督办编号 任务编号 立项编号 台账编号 督办号 立项号 Number Item-No Item-Number Task-No Action-No Tracking-No",
                  "Ref Reference Reference-No ID Item-ID Task-ID Case-No")),
        Field("source", N_("source"), "line", most=TITLE, act="edit", metavar="SOURCE",
              help=N_("The instruction, meeting or document it comes from."), weight=3, wide=True,
              ledger=Meaning(N_("Source"), "来源 事项来源 任务来源 督办来源 交办来源 批示来源 工作来源 Source Basis Source-Document",
                  "依据 督办依据 立项依据 交办依据 文件依据 来源依据 文号 来文 来文字号 来文名称 会议名称 Origin Authority Instruction Meeting")),
        Field("title", N_("matter"), "line", most=TITLE, act="edit", metavar="TEXT", help=N_("The matter."), wide=True,
              ledger=Meaning(N_("Matter"),
                  "事项 事项内容 事项名称 督办事项 督查事项 交办事项 议定事项 办理事项 工作事项 任务事项 任务 任务名称 任务内容 工作任务 督办内容 交办内容 "
                  "督办任务 重点任务 重点事项 Matter Title Item Task Action Action-Item Task-Name Work-Item Subject",
                  "内容 主要内容 具体内容 具体任务 具体事项 工作内容 工作名称 重点工作 目标任务 工作要点 标题 名称 项目 项目名称 Description "
                  "Details What Summary Activity Assignment")),
        Field("goal", N_("goal"), "text", most=TEXT, act="set-goal", metavar="TEXT", help=N_("What counts as done."), weight=3, wide=True,
              ledger=Meaning(N_("Goal"),
                  "目标 目标办结标准 办结标准 完成标准 工作目标 任务目标 目标要求 Goal Standard Done-When Goal-Done-When Definition-of-Done Objective",
                  "工作要求 办理要求 具体要求 要求 年度目标 Deliverable Expected-Result Acceptance-Criteria")),
        Field("responsible", N_("responsible leader"), "line", most=300, act="edit", plain=True, metavar="LEADER",
              help=N_("The responsible leader, for the ledger."), weight=3,
              ledger=Meaning(N_("Responsible leader"),
                  "责任领导 第一责任人 分管领导 牵头领导 主管领导 包抓领导 包联领导 责任县领导 分管县领导 Responsible-Leader Leader Sponsor "
                  "Executive-Sponsor Accountable-Leader")),
        Field("lead", N_("lead"), "id",
              ledger=Meaning(N_("Lead"),
                  "牵头 牵头人 牵头科室责任人 牵头单位责任人 牵头责任人 主办 主办人 责任人 主要责任人 具体责任人 直接责任人 谁牵头 "
                  "Lead Owner Responsible Responsible-Person Lead-Person Lead-Officer Task-Owner Action-Owner Assigned-To Assignee Action-Officer OPR DRI",
                  "承办 承办人 经办人 负责人 办理人 执行人 落实人 责任 Who Handler Person Accountable Responsibility")),
        Field("unit", N_("unit"), "line", of="", weight=2,
              ledger=Meaning(N_("Lead section"),
                  "牵头科室 牵头单位 牵头部门 牵头处室 主办科室 主办单位 主办部门 主办处室 Lead-Unit Lead-Section Lead-Department Lead-Office",
                  "责任单位 责任科室 责任部门 责任处室 承办单位 承办科室 承办部门 承办处室 落实单位 科室 单位 部门 处室 "
                  "Unit Section Department Dept Division Team Responsible-Unit Responsible-Section Responsible-Department")),
        Field("supports", N_("support"), "names", of="support", weight=3,
              ledger=Meaning(N_("Support"), "配合 配合分工 配合人 配合人员 配合人及分工 协办 协办人 协助 协助人 谁配合 "
                  "Support Support-Part Supports Supporter Supporters Supported-By Support-Staff Supporting-Staff With OCR",
                  "配合单位 配合科室 配合部门 配合处室 协办单位 协办科室 协办部门 协助单位 协助科室 协助部门 协同单位 协作单位 会办单位 参与单位 "
                  "参与人 参与人员 "
                  "Supporting Supporting-Unit Supporting-Units Supporting-Section Assist Assisting Contributors Collaborators Helpers",
                  key="support")),
        Field("urgency", N_("urgency"), "word", codes=codes.URGENCIES, act="edit", help=N_("How urgent it is."), weight=3,
              ledger=Meaning(N_("Urgency"), "紧急程度 缓急 缓急程度 急缓程度 Urgency Precedence", "紧急 优先级 Priority")),
        Field("importance", N_("importance"), "word", codes=codes.IMPORTANCES, act="edit", help=N_("How important it is."), weight=3,
              ledger=Meaning(N_("Importance"), "重要程度 重要性 Importance", "是否重点 Significance")),
        Field("kind", N_("kind"), "word", codes=codes.KINDS, act="edit", help=N_("What kind of work it is."), weight=3,
              ledger=Meaning(N_("Kind"), "类别 事项性质 任务性质 工作性质 Kind Kind-of-Work", "性质 事项类别 事项类型 任务类型 类型 Type")),
        Field("issued", N_("issued on"), "date", told=False, weight=3,
              ledger=Meaning(N_("Issued"),
                  "交办日期 交办时间 下达日期 下达时间 交办 Issued Issue-Date Date-Issued Issued-On Assigned Date-Assigned Assigned-On",
                  "立项日期 立项时间 登记日期 登记时间 批示日期 批示时间 布置日期 布置时间 派发日期 分办日期 转办日期 部署时间 开始日期 开始时间 "
                  "启动时间 来文日期 "
                  "收文日期 收文时间 Opened Date-Opened Opened-On Open-Date Start Start-Date Given Date-Given Created Received Date-Received")),
        Field("original_due", N_("original deadline"), "date", told=False, weight=3,
              ledger=Meaning(N_("Original deadline"),
                  "原定时限 原时限 原定完成时限 原定办结时限 原办结时限 原完成时限 原定期限 原截止日期 原定完成时间 初始时限 Original-Deadline Original-Due "
                  "Original-Due-Date Deadline-Original First-Deadline Initial-Deadline Original")),
        Field("due", N_("deadline"), "date", act="set-deadline", metavar="WHEN",
            help=N_("The deadline; +3wd counts from the present one, other words from the issue day."),
              ledger=Meaning(N_("Deadline"),
                  "现时限 现定时限 当前时限 调整后时限 延期后时限 办结时限 完成时限 办理时限 时限 时限要求 规定时限 要求时限 办结期限 完成期限 "
                  "办理期限 期限 截止日期 截止时间 截止 到期日 到期日期 到期时间 要求完成时间 要求完成时限 要求完成日期 要求办结时间 计划完成时间 "
                  "计划完成日期 应办结日期 限办日期 完成时限要求 "
                  "Deadline Due Due-Date Due-By Due-On Date-Due Current-Deadline Revised-Deadline Deadline-Now Suspense Suspense-Date By-When Complete-By",
                  "完成时间 时间要求 时间节点 Target-Date When")),
        Field("feedback_every", N_("feedback every"), "period", most=20, act="edit", metavar="weekly|monthly|10d|monthly-25",
              help=N_("How often feedback is due."), weight=3,
              ledger=Meaning(N_("Feedback every"),
                  "反馈周期 报送周期 报告周期 反馈频次 反馈频率 调度频次 Feedback-Every Feedback-Cycle Reporting-Cycle Report-Every "
                  "Reporting-Frequency Update-Every",
                  "反馈 反馈要求 周期 Feedback Frequency")),
        Field("progress", N_("progress"), "text", of="note", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Progress"),
                  "进展 进展情况 落实情况 办理情况 推进情况 工作进展 办理进展 最新进展 目前进展 当前进展 落实进展 工作进展情况 Progress "
                  "Progress-Notes Progress-To-Date Latest-Progress", "完成情况 办结情况 工作情况 Update Updates Latest-Update Status-Update")),
        Field("percent", N_("Percent done"), "integer", of="note", told=False,
              ledger=Meaning(N_("Percent done"),
                  "完成率 完成比例 完成百分比 进度百分比 Percent Percent-Done Percent-Complete % %-Done %-Complete", "完成进度 进度")),
        Field("problem", N_("problems"), "text", of="note", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Problems"),
                  "存在问题 存在的问题 存在困难 困难问题 问题困难 存在问题及困难 存在困难和问题 问题 Problem Problems Issues Obstacles Blockers Difficulties")),
        Field("next_step", N_("next step"), "text", of="note", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Next step"),
                  "下步措施 下一步措施 下步工作 下一步工作 下步打算 下一步打算 下步计划 下一步计划 下步工作措施 下一步工作措施 下步工作打算 "
                  "下一步工作打算 下一步工作计划 下一步 Next Next-Step Next-Steps Next-Action")),
        Field("light", N_("light"), "light", of="",
              ledger=Meaning(N_("Light"), "亮灯 亮灯情况 灯 预警 预警灯 红黄绿灯 Light Traffic-Light RAG RAG-Status", ignored=True)),
        Field("evidence", N_("evidence"), "text", of="note", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Evidence"), "佐证 佐证材料 证明材料 印证材料 Evidence Proof", "附件 Attachment Attachments Supporting-Documents")),
        Field("closed", N_("closed on"), "date", told=False, weight=3,
              ledger=Meaning(N_("Closed"),
                  "销号日期 销号时间 办结日期 办结时间 实际完成时间 实际完成日期 实际办结时间 实际办结日期 结案日期 办毕日期 Closed Closed-On "
                  "Date-Closed Close-Date Closing-Date Completed Completed-On Date-Completed",
                  "完成日期 完成时间 销号 闭环时间 Done-On Finished Actual-Completion Date-Done")),
        Field("originator", N_("originator"), "id", most=120, weight=3,
              ledger=Meaning(N_("Originator"), "交办人 布置人 Originator By Given-By Assigned-By Issued-By Requested-By", "交办单位", key="by")),
        Field("ordered_by", N_("ordered by"), "line", most=120, weight=3, ledger=Meaning(N_("Ordered by"), "交办领导 批示领导 批示人 下达人 Ordered-By")),
        Field("status", N_("status"), "word", codes=codes.STATUSES, weight=2,
              ledger=Meaning(N_("Status"), "状态 办理状态 办结状态 当前状态 事项状态 完成状态 Status State Current-Status",
                  "是否办结 是否完成 是否销号 销号情况 Done")),
        Field("signed", N_("signed for"), "date", told=False, weight=3,
              ledger=Meaning(N_("Signed for"), "签收日期 签收时间 签收 Signed Signed-For Signed-On Acknowledged Date-Acknowledged")),
        Field("submitted", N_("submitted on"), "date", of="", weight=3,
              ledger=Meaning(N_("Submitted"), "报结日期 报结时间 报结 已报结 Submitted Submitted-On Date-Submitted")),
        Field("achieved", N_("achieved"), "line", of="submission", most=300,
              ledger=Meaning(N_("Achieved"), "完成数 完成数量 完成量 实际完成数 实际完成量 Achieved")),
        Field("cancelled", N_("cancelled on"), "date", told=False,
              ledger=Meaning(N_("Cancelled"), "取消日期 撤销日期 终止日期 Cancelled Cancelled-On Date-Cancelled")),
        Field("parts_done", N_("Parts done"), "names", of="support", ledger=Meaning(N_("Parts done"), "已完成分工 分工已完成 Parts-Done")),
        Field("result", N_("result"), "text", of="submission", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Result"), "结果 办理结果 办结结果 落实结果 完成结果 Result Results Outcome", "成果 成效")),
        Field("rating", N_("rating"), "integer", of="submission", weight=3,
              ledger=Meaning(N_("Rating"), "评价 评分 评级 办理评价 Rating", "满意度 Score Grade")),
        Field("targets", N_("targets"), "line", of="target", weight=3,
              ledger=Meaning(N_("Quantified targets"), "量化目标 量化指标 Target Targets Quantified-Target Quantified-Targets",
                  "指标 目标值 考核指标 KPI Measures")),
        Field("hours", N_("hours"), "hours", act="edit", metavar="N", help=N_("The effort it takes."),
              ledger=Meaning(N_("Hours"), "工时 预计工时 所需工时 Hours Effort Effort-Hours Estimated-Hours", "工作量")),
        Field("working_days_left", N_("days left"), "integer", of="", sparse=True,
              ledger=Meaning(N_("Working days left"), "剩余工作日 剩余天数 剩余时间 距到期天数 工作日（−逾期） Working-Days-Left Days-Left Days-Remaining",
                  ignored=True)),
        Field("working_days_late", N_("days late"), "count", of="", sparse=True,
              ledger=Meaning(N_("Working days late"), "逾期工作日 逾期天数 超期天数 逾期 Working-Days-Late Days-Late Days-Overdue Overdue",
                  ignored=True)),
        Field("checked", "", "line", of="",
              ledger=Meaning(N_("How read and what to do"), "读法与改法 How-Read-And-What-To-Do", ignored=True)),
        Field("began", N_("work began"), "date"),
        Field("decision", N_("decision"), "id"),
        Field("point", N_("point"), "line", most=TITLE, ledger=Meaning(N_("Its part in that"), "总项中的分工 Its-Part-In-That")),
        Field("duty", N_("duty"), "id", act="tag", metavar="DUTY", help=N_("The duty it falls under.")),
        Field("parent", N_("part of"), "id", ledger=Meaning(N_("Part of"), "所属总项 所属事项 Part-Of")),
        Field("body", N_("responsible body"), "id", act="edit", metavar="BODY", help=N_("The outside body that is to do it."), weight=2, sparse=True,
              ledger=Meaning(N_("Outside body"), "外单位 责任外单位 Outside-Body Responsible-Body Responsible-Agency")),
        Field("labels", N_("labels"), "line", of="label", weight=3, ledger=Meaning(N_("Labels"), "标签栏 Labels Tags", "标签 Tag")),
        Field("remarks", N_("remarks"), "text", most=TEXT, weight=3, wide=True,
              ledger=Meaning(N_("Remarks"), "备注 备注说明 Remarks Remark", "说明 其他 附注 Notes Note Comments Comment")),
        Field("procedure", N_("procedure"), "id", act="tag", metavar="NAME", help=N_("The procedure it follows.")),
        Field("origin", N_("origin"), "word", codes=codes.ORIGINS, act="tag",
              help=N_("Assigned, or one's own initiative; derived where not said.")),
        Field("lead_time", N_("lead time"), "word", codes=codes.LEAD_TIMES, act="tag",
              help=N_("Needed now, or begun ahead; derived where not said.")),
        Field("depth", N_("depth"), "word", codes=codes.DEPTHS, act="tag", help=N_("General advice, or in-depth work.")),
        Field("focus", N_("focus"), "word", codes=codes.FOCUSES, act="tag", help=N_("The leader's focus, a hard point, or a hot issue.")),
    )
}
# fmt: on
"""In the order in which a heading of a ledger that may mean several is given away."""

PLAIN = tuple(field.key for field in FIELDS.values() if field.plain)
"""The fields that stand together wherever fields stand, and need nothing but their line."""

COLUMNS: dict[str, Meaning] = {field.ledger.key or field.key: field.ledger for field in FIELDS.values() if field.ledger}
"""The columns of a ledger."""

IGNORE = ("ignore", "忽略", "不用")
LABEL = ("label", "标签")
"""What may be said of a heading that names no column: that it is left out, or that its words are labels of the items."""
