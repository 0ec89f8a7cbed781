"""Words people try that are no commands, in either language, and which commands they may mean. They are hints: a word of these is never run."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from typer._click.globals import get_current_context

from officecli.cli import catalogue
from officecli.cli.marks import SHORT
from officecli.cli.numbers_typed import is_number
from officecli.cli.words_of_a_filter import as_value
from officecli.i18n import N_, _, clauses, one_of
from officecli.near import denied, perhaps_meant, slip_of
from officecli.shell import as_word

TRIED: dict[str, str] = {
    "submit close": "done finish finished complete completed fulfil fulfilled resolve resolved ready 完成 做完 办完 已办",
    "close": "strike-off strikeoff accept-result 办结 销号 结案",
    "submit": "hand-in handin deliver turn-in 报结 提交 上报",
    "cancel": "rm delete del remove drop abandon discard kill void 删除 取消 作废 撤项",
    "edit list": "label labels tag tags 标签",
    "edit": "modify change update amend set alter move 修改 编辑 更改 变更 调整 改",
    "list": "search find ls dir grep query filter browse items all tasks 查找 搜索 查询 列表 清单 事项 查 找 搜",
    "show": "status info get cat open detail details describe display look see 查看 详情 状态 打开 显示 看",
    "ack": "start begin accept take sign sign-for receive acknowledge claim pick 签收 开始 接收 领取 认领",
    "prod": "remind nudge chase urge poke ping press 催办 催 催促 提醒 督办",
    "history": "log logs trail audit-trail blame changes 日志 历史 留痕 记录 经过",
    "add": "new create register insert issue task 新建 新增 添加 登记 立项 交办",
    "note": "comment feedback progress remark say reply report-progress 反馈 进展 备注 汇报",
    "assign": "delegate give reassign hand-over handover transfer pass forward-to 转办 转交 移交 指派 分派 改派",
    "return": "send-back sendback bounce 退回 退回重办 返工",
    "decline return": "reject refuse deny disapprove disagree 驳回 不批 不同意",
    "extend": "postpone delay defer reschedule snooze later extension 延期 推迟 顺延",
    "grant close": "approve agree allow permit 批准 同意 审批 通过",
    "suspend": "pause hold stop halt freeze park shelve 暂停 中止 搁置 挂起",
    "resume": "continue restart unpause unfreeze unhold 恢复 继续",
    "undo": "revert rollback oops uncancel 撤销 撤回 回退",
    "redo": "repeat again 重做",
    "reopen": "unclose 重开 重新打开",
    "copy": "cc share 抄送 抄告",
    "rate": "score grade star evaluate 评分 评价 打分",
    "support": "help-with helper assist participants 配合 协办",
    "split": "subtask subtasks break-down divide 分解 拆分 子项",
    "wait": "blocked block waiting waiting-for 等待 待复",
    "step": "steps 步骤",
    "digest next": "todo to-do inbox agenda me 待办 今天",
    "dashboard": "board kanban overview website cockpit 看板 概览 一览 驾驶舱",
    "digest": "daily mail email e-mail send notify 日报 摘要 邮件 发送 通知",
    "schedule": "systemd timer automate 定时 定时任务 自动",
    "away": "absent absences absent-list 请假情况 absence leave vacation holiday sick off out out-of-office 请假 休假 出差 外出 不在",
    "back": "here returned present 销假 回来 到岗",
    "overdue": "late delayed past-due 逾期 超期",
    "upcoming": "weekly week this-week soon 周报 本周 近期 即将到期",
    "bulletin": "monthly month-report 月报 通报 月度通报",
    "accountability": "statistics stats summary performance 统计 汇总 责任 情况",
    "scorecard": "kpi 考核 得分",
    "ranking": "rank-people leaderboard 排名",
    "quadrants": "eisenhower matrix 四象限 轻重缓急",
    "calendar": "diary 日历 月历",
    "load": "workload capacity 负荷 工作负荷 工作量",
    "target": "goal-set targets objective 目标",
    "rule": "rules discipline 规则 规矩",
    "waiver": "exemption exempt 豁免",
    "procedure": "process workflow checklist 规程 流程",
    "difficulty": "trouble grievance 困难",
    "meeting": "meetings 会议",
    "ledger export": "台账",
    "request": "ask ask-for instruction 请示",
    "decision": "resolution resolutions minutes 决定 议定 批示",
    "person": "user member colleague 用户",
    "unit": "section department units 科室 部门",
    "config": "settings preferences options configure 设置 配置",
    "import": "load-file upload read-in 导入",
    "export": "dump download save 导出",
    "db": "restore upgrade migrate 升级",
    "check": "lint validate inspect 检查 核查",
    "may": "can permissions whoami rights 权限",
    "verify": "fsck integrity 校验 核验",
    "view": "views saved-search favourites 视图 筛选条件",
    "help": "man usage manual 帮助 说明",
}
"""Commands → what is tried for them."""

FURTHER: dict[str, str] = {
    "person list": "people staff users members colleagues everybody everyone who employees 人员 职工 同事 花名册",
    "person add": "hire newcomer join 入职 新人",
    "person leave": "fire quit resign leaver 离任 离职 调离",
    "person move": "transfer-person promote 调岗 晋升",
    "list is:mine": "mine my 我的",
    "roster today": "on-duty onduty duty-officer 值班 值班员 今日值班 值班表",
    "paper notice": "notice notices 督办单",
    "meeting minutes": "minute protocol 会议纪要 纪要",
    "config profile": "profile strictness",
    "db backup": "backup 备份",
    "schedule print --cron": "cron crontab",
}
"""Commands with a second word → what is tried for them."""

FIELDS: dict[str, str] = {
    "edit --due": "due deadline 时限 期限 办结时限 现时限 改期 限期",
    "edit --title": "title rename retitle 标题 改名",
    "edit --goal": "goal 办结标准",
    "edit --source": "source 来源",
    "edit --urgency": "urgency priority urgent 紧急程度 缓急 特急 加急",
    "edit --importance": "importance 重要程度",
    "edit --hours": "hours estimate 工时",
    "assign --to": "lead leader owner assignee responsible 牵头 牵头人 责任人 负责人 主办",
}
"""Commands with the option that says one thing of an item → what that thing is called."""
_EXAMPLES = {
    "--due": N_("fri"), "--title": N_('"Survey of lifts"'), "--goal": N_('"one report"'), "--source": N_('"council meeting"'), "--urgency": N_("urgent"),
    "--importance": N_("major"), "--hours": "4", "--to": N_("Ana"),
}  # fmt: skip
"""What may stand behind them."""
_OF_CODES = ("--urgency", "--importance")
"""Those that take one of a few words."""

OF_GROUPS = {
    "add": "new create register insert 新建 新增 添加 登记",
    "list": "ls all every index 列表 清单 全部",
    "show": "get info view cat details 查看 详情 显示",
    "set": "edit modify change update alter 修改 编辑 更改 变更",
    "leave": "rm delete del remove 删除 离任",
    "retire": "rm delete del remove 删除 停用",
    "withdraw": "rm delete del remove cancel 删除 撤回",
    "raise": "add new create ask 提出 请示",
    "answer": "reply approve 答复 批复",
}
"""Commands of groups → what is tried for them."""

OPTIONS: dict[str, str] = {
    "--person": "--lead --assignee --owner --who --user",
    "--lead": "--person --assignee --owner --who --user",
    "--to": "--person --assignee --owner --who --user --until --due",
    "--unit": "--section --department --dept --team",
    "--until": "--before --to",
    "--since": "--after --from",
    "--due": "--deadline --by-when --until",
    "--label": "--tag --kind",
    "--group": "--by --group-by",
}
"""Options → what is tried for them in a command that has no option of that name."""

OPPOSITES = {
    "close": "reopen", "reopen": "close", "suspend": "resume", "resume": "suspend", "undo": "redo", "redo": "undo", "grant": "decline", "decline": "grant",
    "import": "export", "export": "import", "cancel": "undo", "ack": "undo", "submit": "undo", "assign": "undo", "add": "cancel", "extend": "undo",
}  # fmt: skip
"""Command → the one that does the opposite, or takes it back."""


OF_NO_ITEM = ("undo", "redo", "digest", "next")
"""What is not done to the item whose number was typed."""

WHEN = {
    "submit": N_("if you lead it"), "close": N_("if you gave it"), "grant": N_("if an extension was asked for"),
    "decline": N_("if an extension was asked for"), "return": N_("if its result was submitted"), "undo": N_("to take it back"),
    "edit": N_("to put +LABEL on an item or take it away with -LABEL"), "list": N_("to find what has it"),
}  # fmt: skip
"""Which of several commands is meant."""


def hint(typed: str, further: Sequence[str]) -> str:
    """What somebody may mean who typed this where a command stands, and `further` words: of words that are tried what they are called here, else the nearest.

    A word that says the opposite of a command is told the command that does the opposite.
    """
    word, known = _as_typed(typed), _known()
    if is_number(word):
        verb = _as_typed(further[0]) if further else ""
        return hint(verb, [typed, *further[1:]]) if verb in known or verb in _fields() else _told(("show",), [word, *further])
    if field := _fields().get(word):
        return _of_a_field(field, word, further)
    if word in known:
        return _told(known[word], further)
    if stem := denied(word, known):
        return _told(tuple(dict.fromkeys(OPPOSITES.get(name, "undo") for name in known[stem])), further)
    near = slip_of(word, catalogue.names(), 2) or slip_of(word, known, 2)
    if not near:
        return _of_a_name(word, typed[:40])
    if len(near) > 1 and OPPOSITES.get(near[0]) == near[1]:  # as like one as the other, which is its opposite
        return _("Did you mean {name}?").format(name=one_of(f"officecli {name}" for name in near))
    return _("Did you mean {name}?").format(name=f"officecli {near[0]}") if near[0] in catalogue.names() else _told(known[near[0]], further)


def _of_a_name(word: str, typed: str) -> str:
    """How to find what a word names that is no command: what is due on a day, what has a name."""
    from officecli.cli.options_meant import is_day  # which asks the office

    due = as_word(_("due:{day}").format(day=as_value(typed)))
    if is_day(typed):
        return _("To see what is due then: {command}").format(command=f"officecli list {due}")
    show = _("To see what has this name: {command}").format(command=f"officecli show {as_word(typed)}")
    find = _("To find items: {command}").format(command=f"officecli list {as_word(typed)}")
    there = {name: f"officecli {name}" for name in catalogue.names()}
    return "\n".join([perhaps_meant(word, there, _("The commands: {command}").format(command="officecli help")), show, find])


def _of_a_field(field: str, word: str, further: Sequence[str]) -> str:
    """The command that changes one thing of items, with the numbers and the value that were typed, or with examples of them; without a number, what has that value."""
    from officecli.cli.options_meant import option_of  # which asks the office

    name, option = field.split()
    root: Any = get_current_context().find_root()
    command = root.command.get_command(root, name)
    numbers = list(takewhile(is_number, further))
    value = " ".join(further[len(numbers) :])
    if value and not numbers and option_of(command, value) == option:
        quoted = as_value(value)
        return _told(("list",), [_("due:{day}").format(day=quoted) if option == "--due" else _("lead:{name}").format(name=quoted)])
    if option in _OF_CODES and option_of(command, value) != option:
        value = ""
    said = as_word(value) if value else word if option == "--urgency" and option_of(command, word) == option else _(_EXAMPLES[option])
    line = f"officecli {name} {' '.join(numbers) or 31} {SHORT.get(option, option)} {said}"
    return _("{command} – {what}").format(command=line, what=_(catalogue.summary(name)))


def tried_in(typed: str, there: Sequence[str]) -> list[str]:
    """The commands of a group, among those there are, that somebody means by a word that is tried for them."""
    word = _as_typed(typed)
    return [name for name, words in OF_GROUPS.items() if name in there and word in words.split()]


def _as_typed(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().casefold().replace("_", "-")


def option_meant(tried: str, there: Sequence[str]) -> str:
    """The option of those there are that is meant by another name; "" where none is."""
    return next((option for option, words in OPTIONS.items() if option in there and tried in words.split()), "")


def _fields() -> Mapping[str, str]:
    """Every word for one thing of an item → the command that changes it, with its option."""
    return {word: field for field, words in FIELDS.items() for word in words.split()}


def _known() -> Mapping[str, tuple[str, ...]]:
    """Every word that could be meant → the commands it stands for; a command stands for itself."""
    tried = {word: tuple(names.split()) for names, words in TRIED.items() for word in words.split()}
    further = {word: (names,) for names, words in FURTHER.items() for word in words.split()}
    return tried | further | {name: (name,) for name in catalogue.names()}


def commands_tried(typed: str) -> tuple[str, ...]:
    """The commands that a word stands for; none for one that is not tried."""
    word = _as_typed(typed)
    return _known().get(word, ()) or tuple(field.split()[0] for field in [_fields().get(word, "")] if field)


_OF_LABELS = ("edit", "list")


def _told(names: Sequence[str], further: Sequence[str]) -> str:
    """The commands as they are typed, with the words that were: of several when each is meant, of one what it does."""
    from officecli.cli.line_meant import line_meant

    if names == _OF_LABELS:
        label, numbers = _("+budget"), " ".join(takewhile(is_number, further)) or "31"
        lines = {"edit": f"officecli edit {numbers} {label}", "list": f"officecli list {label}"}
    else:
        lines = {name: line_meant(name, () if name in OF_NO_ITEM else further) for name in names}
    if len(names) > 1:
        return clauses(_("{command}, {when}").format(command=lines[name], when=_(WHEN[name])) if name in WHEN else lines[name] for name in names)
    if names[0] in FURTHER:
        return lines[names[0]]
    return _("{command} – {what}").format(command=lines[names[0]], what=_(catalogue.summary(names[0])))
