"""The tables that other tools export, where their headings alone do not say enough."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from officecli.files.ledger.columns.heading_meaning import Mapped, normal
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow

_BARE = re.compile(r"\d+(?:\.0)?")

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

    def mend(self, rows: Sequence[SheetRow], headings: Sequence[str], number: int | None) -> None:
        """Put the cells of `rather` where they count, and the prefix before bare numbers, whose place is `number`."""
        first, second = (self.place(heading, headings) for heading in self.rather)
        for row in rows:
            cells = row.cells
            if first is not None and second is not None and second < len(cells) and cells[second] not in (None, ""):
                cells[first] = cells[second]
            if self.prefix and number is not None and number < len(cells) and _BARE.fullmatch(text := cell_text(cells[number])):
                cells[number] = self.prefix + text.removesuffix(".0")


_AGILE = dict.fromkeys(
    ("selected for development", "ready for development", "code review", "qa", "in qa", "testing", "feedback", "new", "confirmed", "specified", "scheduled",
     "in specification", "to be scheduled", "developed", "in testing", "tested", "test failed", "in development", "reopened", "triage", "analysis", "acceptance"),
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
        {"Name": "title", "Person": "lead", "Date": "due", "Subitems": "ignore", "Timeline - Start": "ignore", "Timeline - End": "ignore", "Item ID (auto generated)": "ignore"},
        {"stuck": _OPEN, "working on it": _OPEN},
    ),
    Tool(
        "Planner", ("Task Name", "Bucket Name", "Progress", "Assigned To"),
        {"Task ID": "ignore", "Bucket Name": "label", "Progress": "status", "Completed By": "ignore", "Created By": "ignore", "Late": "ignore",
         "Is Recurring": "ignore", "Description": "remarks", "Checklist Items": "goal"},
    ),
    Tool(
        "Planner", ("任务名称", "存储桶名称", "进度", "分配对象"),
        {"任务 ID": "ignore", "存储桶名称": "label", "进度": "status", "完成者": "ignore", "创建者": "ignore", "延迟": "ignore", "是否定期": "ignore",
         "分配对象": "lead", "说明": "remarks", "清单项目": "goal"},
    ),
    Tool(
        "Jira", ("Issue key", "Summary", "Status"),
        {"Issue key": "number", "Issue id": "ignore", "Status": "status", "Resolution": "status", "Resolved": "closed", "Status Category": "ignore", "Project key": "ignore", "Project name": "source",
         "Assignee Id": "ignore", "Reporter Id": "ignore", "Creator Id": "ignore", "Creator": "ignore", "Updated": "ignore", "Last Viewed": "ignore",
         "Votes": "ignore", "Watchers": "ignore", "Description": "remarks", "Issue Type": "label"},
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
        "Redmine", ("#", "Tracker", "Subject", "Status"),
        {"#": "number", "Project": "source", "Tracker": "label", "Category": "label", "Parent task": "ignore", "Author": "ignore", "Updated": "ignore",
         "Closed": "closed", "Last updated by": "ignore", "Private": "ignore", "Files": "ignore", "Total estimated time": "ignore", "Spent time": "ignore",
         "Estimated time": "ignore", "Related issues": "ignore", "Target version": "label"},
        _AGILE, prefix="Redmine-",
    ),
    Tool(
        "Trello", ("Card Name", "List Name", "Members"),
        {"Card ID": "ignore", "Card Name": "title", "Members": "lead", "Card Description": "remarks", "Due Complete": "status", "List Name": "label",
         "Board Name": "source", "Board ID": "ignore", "List ID": "ignore", "Card URL": "ignore", "Archived": "ignore", "Last Activity Date": "ignore"},
    ),
    Tool(
        "TickTick", ("List Name", "Title", "Status", "Due Date", "Completed Time"),
        {"Folder Name": "ignore", "List Name": "source", "Kind": "ignore", "Tags": "label", "Content": "remarks", "Is Check list": "ignore", "Start Date": "ignore",
         "Reminder": "ignore", "Repeat": "ignore", "Priority": "ignore", "Created Time": "issued", "Completed Time": "closed", "Order": "ignore", "Timezone": "ignore",
         "Is All Day": "ignore", "Is Floating": "ignore", "Column Name": "label", "Column Order": "ignore", "View Mode": "ignore", "taskId": "ignore", "parentId": "ignore"},
        {"0": _OPEN, "1": _CLOSED, "2": _CLOSED, "-1": _CANCELLED},
    ),
    Tool(
        "Linear", ("Team", "Title", "Assignee", "Cycle Number", "Canceled"),
        {"Team": "label", "Status": "status", "Completed": "closed", "Canceled": "cancelled", "Created": "issued", "Updated": "ignore", "Started": "ignore", "Triaged": "ignore",
         "Archived": "ignore", "Creator": "ignore", "Project": "source", "Project ID": "ignore", "Cycle Number": "ignore", "Estimate": "ignore", "Parent issue": "ignore"},
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
         "DATE": "due", "DEADLINE": "ignore", "DATE_LANG": "ignore", "TIMEZONE": "ignore", "DURATION": "ignore", "DURATION_UNIT": "ignore", "DEADLINE_LANG": "ignore",
         "IS_COLLAPSED": "ignore", "meta": "ignore"},
        kinds=("TYPE", {"section": "section", "note": "footer", "meta": "footer"}), rather=("DATE", "DEADLINE"),
    ),
)  # fmt: skip


def tool_of(rows: Sequence[SheetRow]) -> tuple[Tool, list[str]] | None:
    """The tool that exports a table of headings as one of these rows, and they; None for none that is known."""
    for row in rows:
        texts = [cell_text(cell) for cell in row.cells]
        there = {normal(text) for text in texts if text}
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
