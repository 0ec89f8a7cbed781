"""The tables that other tools export, where their headings alone do not say enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from officecli.files.ledger.columns.by_heading.mapping import Mapped
from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.model.item_fields import FIELDS
from officecli.patterns import pattern

_BARE = pattern(r"#?(?P<number>\d+)(?:\.0)?")

_CANCELLED, _OPEN, _CLOSED = "cancelled", "open", "closed"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool's table: the headings by which it is known, and what there has another meaning than elsewhere.

    `mapping` is {heading: key} as of --map, `words` {word of the state: code}. `kinds` is the heading that says what a row is, and for which of its words
    a row is no item, by the word in `skipping.SAID`. `prefix` stands before a bare number, which is the tool's and not the office's. Of the two headings
    `rather` the cell under the second counts where there is one.
    """

    name: str
    known_by: tuple[str, ...]
    mapping: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, Mapping[str, str]] = ("", {})
    prefix: str = ""
    rather: tuple[str, str] = ("", "")

    def place(self, heading: str, headings: Sequence[str]) -> int | None:
        """Where one of its headings stands."""
        return next((place for place, text in enumerate(headings) if heading and normal(text) == normal(heading)), None)

    def mend(self, rows: Sequence[SheetRow], headings: Sequence[str], numbers: Sequence[int]) -> None:
        """Put the cells of `rather` where they count, and the prefix before bare numbers, of the row and of its whole, whose places are `numbers`."""
        first, second = (self.place(heading, headings) for heading in self.rather)
        for row in rows:
            cells = row.cells
            if first is not None and second is not None and second < len(cells) and cells[second] not in (None, ""):
                cells[first] = cells[second]
            for place in numbers if self.prefix else ():
                if place < len(cells) and (bare := _BARE.fullmatch(cell_text(cells[place]))):
                    cells[place] = self.prefix + bare["number"]


_AGILE = dict.fromkeys(
    ("selected for development", "ready for development", "code review", "qa", "in qa", "testing", "feedback", "new", "confirmed", "specified", "scheduled",
     "in specification", "to be scheduled", "developed", "in testing", "tested", "test failed", "in development", "reopened", "triage", "analysis",
     "acceptance"),
    _OPEN,
) | {"rejected": _CANCELLED, "declined": _CANCELLED, "duplicate": _CANCELLED, "cannot reproduce": _CANCELLED, "verified": _CLOSED}  # fmt: skip

TOOLS = (
    Tool(
        "Asana", ("Task ID", "Created At", "Completed At", "Name", "Assignee"),
        {"Task ID": "ignore", "Name": "title", "Section/Column": "label", "Tags": "label", "Created At": "issued", "Completed At": "closed", "Due Date": "due",
         "Start Date": "ignore", "Last Modified": "ignore", "Notes": "remarks", "Projects": "source", "Parent task": "ignore",
         "Blocked By (Dependencies)": "ignore", "Blocking (Dependencies)": "ignore"},
    ),
    Tool(
        "monday.com", ("Name", "Person", "Status", "Date"),
        {"Name": "title", "Person": "lead", "Date": "due", "Subitems": "ignore", "Timeline - Start": "ignore", "Timeline - End": "ignore",
            "Item ID (auto generated)": "ignore"},
        {"stuck": _OPEN, "working on it": _OPEN},
    ),
    Tool("monday.com", ("名称", "人员", "状态", "日期"), {"名称": "title", "人员": "lead", "日期": "due", "子项": "ignore"}, {"卡住": _OPEN}),
    Tool(
        "Planner", ("Task Name", "Bucket Name", "Progress", "Assigned To"),
        {"Task ID": "ignore", "Bucket Name": "label", "Progress": "status", "Completed By": "ignore", "Created By": "ignore", "Late": "ignore",
         "Is Recurring": "ignore", "Description": "remarks", "Checklist Items": "goal"},
    ),
    Tool(
        "Planner", ("任务名称", "存储桶名称", "进度"),
        {"任务 ID": "ignore", "存储桶名称": "label", "进度": "status", "完成者": "ignore", "创建者": "ignore", "延迟": "ignore", "是否定期": "ignore",
         "是否为定期任务": "ignore",
         "分配对象": "lead", "说明": "remarks", "清单项目": "goal"},
    ),
    Tool(
        "Jira", ("Issue key", "Summary", "Status"),
        {"Issue key": "number", "Issue id": "ignore", "Status": "status", "Resolution": "status", "Resolved": "closed", "Status Category": "ignore",
            "Project key": "ignore", "Project name": "source",
         "Assignee Id": "ignore", "Reporter Id": "ignore", "Creator Id": "ignore", "Creator": "ignore", "Updated": "ignore", "Last Viewed": "ignore",
         "Votes": "ignore", "Watchers": "ignore", "Description": "remarks", "Issue Type": "label"},
        _AGILE,
    ),
    Tool(
        "Jira", ("问题关键字", "概要", "状态"),
        {"问题关键字": "number", "问题 ID": "ignore", "概要": "title", "状态": "status", "解决结果": "status", "已解决": "closed",
            "项目关键字": "ignore", "项目名称": "source",
         "经办人": "lead", "报告人": "ignore", "创建者": "ignore", "创建日期": "issued", "已更新": "ignore", "上次查看时间": "ignore",
         "到期日": "due", "描述": "remarks", "问题类型": "label"},
        _AGILE,
    ),
    Tool(
        "Kanboard", ("Task Id", "Swimlane", "Column", "Title"),
        {"Task Id": "number", "Project": "source", "Column": "label", "Category": "label", "Position": "ignore", "Color": "ignore", "Swimlane": "ignore",
         "Complexity": "ignore", "Creator": "ignore", "Assignee Name": "lead", "Creation date": "issued", "Modification date": "ignore",
         "Time estimated": "ignore", "Time spent": "ignore"},
        prefix="Kanboard-",
    ),
    Tool(
        "OpenProject", ("ID", "Subject", "Finish date", "Assignee"),
        {"ID": "number", "Accountable": "responsible", "Type": "label", "Updated on": "ignore", "Created on": "issued"},
        _AGILE, prefix="OpenProject-",
    ),
    Tool(
        "OpenProject", ("ID", "主题", "受理人", "状态"),
        {"ID": "number", "类型": "label", "主题": "title", "受理人": "lead", "负责人": "responsible", "完成日期": "due", "更新于": "ignore",
            "创建于": "issued"},
        _AGILE, prefix="OpenProject-",
    ),
    Tool(
        "GitLab", ("Title", "Issue ID", "State", "Assignee", "Created At (UTC)"),
        {"Title": "title", "Description": "remarks", "Issue ID": "number", "State": "status", "Author": "ignore", "Author Username": "ignore",
            "Assignee": "lead",
         "Assignee Username": "ignore", "Confidential": "ignore", "Locked": "ignore", "Due Date": "due", "Created At (UTC)": "issued",
         "Updated At (UTC)": "ignore", "Closed At (UTC)": "closed", "Milestone": "label", "Weight": "ignore", "Labels": "label",
         "Time Estimate": "ignore", "Time Spent": "ignore", "Epic ID": "ignore", "Epic Title": "source"},
        {"opened": _OPEN}, prefix="GitLab-",
    ),
    Tool(
        "飞书", ("任务描述", "任务执行人", "进展", "预计完成日期"),
        {"任务描述": "title", "任务执行人": "lead", "进展": "status", "开始日期": "issued", "预计完成日期": "due", "是否延期": "ignore",
            "实际完成日期": "closed",
         "最新进展记录": "progress", "重要紧急程度": "label"},
        {"已停滞": "suspended", "待开始": _OPEN},
    ),
    Tool(
        "Outlook", ("Subject", "Due Date", "Date Completed", "Total Work"),
        {"Subject": "title", "Start Date": "issued", "Due Date": "due", "Date Completed": "closed", "Status": "status", "Notes": "remarks",
            "Categories": "label",
         "Reminder On/Off": "ignore", "Reminder Date": "ignore", "Reminder Time": "ignore", "Total Work": "ignore", "Actual Work": "ignore",
         "Billing Information": "ignore", "Mileage": "ignore", "Private": "ignore", "Role": "ignore", "Schedule+ Priority": "ignore", "Sensitivity": "ignore",
         "Contacts": "ignore", "Companies": "ignore"},
        {"waiting on someone else": _OPEN},
    ),
    Tool(
        "Outlook", ("主题", "到期日期", "完成日期", "全部工作"),
        {"主题": "title", "开始日期": "issued", "到期日期": "due", "完成日期": "closed", "状态": "status", "附注": "remarks", "便笺": "remarks",
            "类别": "label",
         "提醒打开/关闭": "ignore", "提醒日期": "ignore", "提醒时间": "ignore", "全部工作": "ignore", "实际工作": "ignore", "记帐信息": "ignore",
         "里程": "ignore", "私有": "ignore", "角色": "ignore", "敏感度": "ignore", "联系人": "ignore", "公司": "ignore"},
        {"正在等待其他人": _OPEN},
    ),
    Tool(
        "Microsoft To Do", ("List Name", "Title", "Status", "Importance", "Completed Date"),
        {"List Name": "source", "Title": "title", "Status": "status", "Due Date": "due", "Created Date": "issued", "Completed Date": "closed",
            "Body": "remarks"},
        {"notstarted": _OPEN, "inprogress": _OPEN, "waitingonothers": _OPEN, "deferred": "suspended"},
    ),
    Tool(
        "Redmine", ("#", "Tracker", "Subject", "Status"),
        {"#": "number", "Project": "source", "Tracker": "label", "Category": "label", "Parent task": "ignore", "Author": "ignore", "Updated": "ignore",
         "Closed": "closed", "Last updated by": "ignore", "Private": "ignore", "Files": "ignore", "Total estimated time": "ignore", "Spent time": "ignore",
         "Estimated time": "ignore", "Related issues": "ignore", "Target version": "label"},
        _AGILE, prefix="Redmine-",
    ),
    Tool(
        "Redmine", ("#", "跟踪", "主题", "状态"),
        {"#": "number", "项目": "source", "跟踪": "label", "主题": "title", "类别": "label", "父任务": "ignore", "作者": "ignore", "更新于": "ignore",
            "创建于": "issued",
         "指派给": "lead", "开始日期": "ignore", "计划完成日期": "due", "已关闭": "closed", "最后更新者": "ignore", "私有": "ignore",
         "文件": "ignore", "预期时间": "ignore", "预期时间(合计)": "ignore", "耗时": "ignore", "相关的任务": "ignore", "目标版本": "label"},
        _AGILE, prefix="Redmine-",
    ),
    Tool(
        "MantisBT", ("Reporter", "Assigned To", "Severity", "Summary", "Status", "Resolution"),
        {"Id": "number", "Summary": "title", "Status": "status", "Resolution": "status", "Project": "source", "Reporter": "ignore",
            "Assigned To": "lead", "Severity": "label",
         "Reproducibility": "ignore", "Category": "label", "Date Submitted": "issued", "Due Date": "due", "Updated": "ignore", "View Status": "ignore"},
        _AGILE | {"unable to reproduce": _CANCELLED, "not fixable": _CANCELLED, "no change required": _CANCELLED, "suspended": "suspended"}, prefix="Mantis-",
    ),
    Tool(
        "Wekan", ("title", "list", "swimlane", "assignees", "due at"),
        {"title": "title", "description": "remarks", "owner": "ignore", "requester": "ignore", "assigner": "ignore", "members": "support",
            "assignees": "lead", "swimlane": "ignore",
         "labels": "label", "start at": "ignore", "due at": "due", "end at": "closed", "overtime": "ignore", "spent time (hours)": "ignore",
         "created at": "issued", "last modified at": "ignore", "last activity": "ignore", "voting": "ignore", "archived": "ignore"},
    ),
    Tool(
        "禅道", ("任务名称", "任务状态", "指派给", "由谁完成"),
        {"编号": "number", "任务名称": "title", "任务状态": "status", "指派给": "lead", "由谁完成": "ignore", "实际完成": "closed",
            "取消时间": "cancelled", "创建日期": "issued",
         "截止日期": "due", "所属执行": "source", "所属项目": "source", "所属模块": "ignore", "相关需求": "ignore", "任务描述": "remarks",
         "任务类型": "label", "优先级": "ignore", "预计开始": "ignore", "实际开始": "ignore", "最初预计": "ignore", "总计消耗": "ignore",
         "预计剩余": "ignore", "由谁创建": "ignore", "指派日期": "ignore", "由谁取消": "ignore", "由谁关闭": "ignore",
         "关闭原因": "ignore", "关闭日期": "ignore", "最后修改": "ignore", "最后修改日期": "ignore", "抄送给": "ignore", "附件": "ignore"},
        prefix="ZT-", rather=("指派给", "由谁完成"),
    ),
    Tool(
        "禅道", ("Bug标题", "Bug状态", "指派给", "解决者"),
        {"Bug编号": "number", "Bug标题": "title", "Bug状态": "status", "指派给": "lead", "解决者": "ignore", "解决日期": "submitted",
            "关闭日期": "closed", "创建日期": "issued",
         "截止日期": "due", "所属产品": "source", "所属项目": "ignore", "所属执行": "ignore", "所属模块": "ignore", "重现步骤": "remarks",
         "Bug类型": "label", "严重程度": "label", "优先级": "ignore", "激活次数": "ignore", "激活日期": "ignore", "由谁创建": "ignore",
         "指派日期": "ignore", "解决方案": "ignore", "由谁关闭": "ignore", "最后修改者": "ignore", "最后修改日期": "ignore"},
        {"激活": _OPEN, "已解决": "submitted", "已关闭": _CLOSED}, prefix="ZTB-", rather=("指派给", "解决者"),
    ),
    Tool(
        "Project", ("任务名称", "工期", "开始时间", "完成时间", "资源名称"),
        {"标识号": "number", "活动": "ignore", "任务模式": "ignore", "任务名称": "title", "工期": "ignore", "开始时间": "issued", "完成时间": "due",
            "前置任务": "ignore",
         "大纲级别": "ignore", "大纲数字": "ignore", "WBS": "ignore", "资源名称": "lead", "完成百分比": "percent"},
    ),
    Tool(
        "GanttProject", ("ID", "Name", "Begin date", "End date", "Completion", "Resources"),
        {"ID": "ignore", "Name": "title", "Begin date": "issued", "End date": "due", "Duration": "ignore", "Completion": "percent", "Coordinator": "ignore",
         "Predecessors": "ignore", "Outline number": "ignore", "Cost": "ignore", "Web Link": "evidence", "Resources": "lead", "Assignments": "ignore",
         "Task color": "ignore", "Notes": "remarks"},
        rather=("Resources", "Coordinator"),
    ),
    Tool(
        "GitHub", ("number", "title", "state", "assignees", "createdAt"),
        {"id": "ignore", "title": "title", "state": "status", "stateReason": "status", "assignees": "lead", "createdAt": "issued", "closedAt": "closed",
         "closed": "ignore", "updatedAt": "ignore", "milestone": "source", "milestone dueOn": "due", "labels": "label", "body": "remarks",
         "url": "evidence", "author": "ignore", "comments": "ignore"},
        {"not_planned": _CANCELLED, "duplicate": _CANCELLED, "completed": _CLOSED, "reopened": _OPEN}, prefix="GitHub-",
    ),
    Tool(
        "Trello", ("Card Name", "List Name", "Members"),
        {"Card ID": "ignore", "Card Name": "title", "Members": "lead", "Card Description": "remarks", "Due Complete": "status",
         "Board Name": "source", "Board ID": "ignore", "List ID": "ignore", "Card URL": "ignore", "Archived": "ignore", "Last Activity Date": "ignore"},
    ),
    Tool(
        "TickTick", ("List Name", "Title", "Status", "Due Date", "Completed Time"),
        {"Folder Name": "ignore", "List Name": "source", "Kind": "ignore", "Tags": "label", "Content": "remarks", "Is Check list": "ignore",
            "Start Date": "ignore",
         "Reminder": "ignore", "Repeat": "ignore", "Priority": "ignore", "Created Time": "issued", "Completed Time": "closed", "Order": "ignore",
         "Timezone": "ignore", "Is All Day": "ignore", "Is Floating": "ignore", "Column Name": "label", "Column Order": "ignore",
         "View Mode": "ignore", "taskId": "ignore", "parentId": "ignore"},
        {"0": _OPEN, "1": _CLOSED, "2": _CLOSED, "-1": _CANCELLED},
    ),
    Tool(
        "Linear", ("Team", "Title", "Assignee", "Cycle Number", "Canceled"),
        {"Team": "label", "Status": "status", "Completed": "closed", "Canceled": "cancelled", "Created": "issued", "Updated": "ignore",
            "Started": "ignore", "Triaged": "ignore",
         "Archived": "ignore", "Creator": "ignore", "Project": "source", "Project ID": "ignore", "Cycle Number": "ignore", "Estimate": "ignore",
         "Parent issue": "ignore"},
        _AGILE,
    ),
    Tool(
        "GLPI", ("Title", "Status", "Opening date", "Time to resolve"),
        {"ID": "number", "Time to resolve": "due", "Opening date": "issued", "Last update": "ignore", "Requester - Requester": "remarks",
         "Assigned to - Technician": "lead", "Category": "label"},
        {"processing (assigned)": _OPEN, "processing (planned)": _OPEN, "new": _OPEN, "pending": _OPEN, "solved": "submitted"}, prefix="GLPI-",
    ),
    Tool(
        "Todoist", ("TYPE", "CONTENT", "RESPONSIBLE", "DATE"),
        {"TYPE": "ignore", "CONTENT": "title", "DESCRIPTION": "remarks", "PRIORITY": "ignore", "INDENT": "ignore", "AUTHOR": "ignore", "RESPONSIBLE": "lead",
         "DATE": "due", "DEADLINE": "ignore", "DATE_LANG": "ignore", "TIMEZONE": "ignore", "DURATION": "ignore", "DURATION_UNIT": "ignore",
         "DEADLINE_LANG": "ignore", "IS_COLLAPSED": "ignore", "meta": "ignore"},
        kinds=("TYPE", {"section": "section", "note": "footer", "meta": "footer"}), rather=("DATE", "DEADLINE"),
    ),
)  # fmt: skip


_OURS = Tool("officecli", (), {"responsible": "responsible"})
_OWN_KEYS = frozenset({"number", "title", "lead", "responsible"})
"""By which a table is known that is headed by our own keys: elsewhere who is responsible leads."""


def tool_of(rows: Sequence[SheetRow]) -> tuple[Tool, list[str]] | None:
    """The tool that exports a table of headings as one of these rows, and they; None for none that is known."""
    for row in rows:
        texts = [cell_text(cell) for cell in row.cells]
        there = {normal(text) for text in texts if text}
        if _OWN_KEYS.issubset(texts) and FIELDS.keys() >= {text for text in texts if text}:
            return _OURS, texts
        if found := next((one for one in TOOLS if all(normal(text) in there for text in one.known_by)), None):
            return found, texts
    return None


def mapped_by(tool: Tool, headings: Sequence[str], said: Mapping[str, str]) -> Mapped:
    """What the tool means by the headings that are there, unless somebody `said` otherwise."""
    there = {normal(text) for text in headings if text}
    spoken = {normal(heading) for heading in said}
    taken = {*said.values()} - {"ignore", "label"}
    mapping = Mapped()
    for heading, key in tool.mapping.items():
        if normal(heading) in there and normal(heading) not in spoken and key not in taken:
            mapping[heading] = key
    mapping.update(said)
    mapping.words.update(tool.words)
    mapping.words.update(said.words if isinstance(said, Mapped) else {})
    return mapping
