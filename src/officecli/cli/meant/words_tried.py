"""Words people try that are no commands, in either language, and which commands they may mean. They are hints: a word of these is never run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from officecli.cli import catalogue
from officecli.hints import Any

TRIED: dict[str, str] = {
    "submit close": "done finish finished complete completed fulfil fulfilled resolve resolved ready 完成 已完成 做完 办完 已办 已办完 已办结",
    "close": "strike-off strikeoff accept-result 办结 销号 结案",
    "submit": "hand-in handin deliver turn-in 报结 提交 上报",
    "cancel": "rm delete del remove drop abandon discard kill void 删除 取消 作废 撤项",
    "edit list": "label labels tag tags 标签",
    "edit": "modify make mark change update amend set alter move 修改 编辑 更改 变更 调整 改 更新 标记",
    "list": "search find ls dir grep query filter browse items all tasks 查找 搜索 查询 列表 清单 事项 查 找 搜",
    "show": "card status info get cat open detail details describe display look see 查看 详情 状态 打开 显示 看 看看 看一下",
    "ack": "start begin accept take sign sign-for receive acknowledge claim pick 签收 开始 接收 领取 认领",
    "prod": "remind nudge chase urge poke ping press 催办 催 催一下 催促 提醒 督办",
    "history": "log logs trail audit-trail blame changes changed happened 日志 历史 留痕 记录 经过",
    "add": "new create register insert issue task 新建 新增 添加 登记 立项 交办",
    "note": "comment feedback remark say reply report-progress 反馈 备注 汇报",
    "assign": "delegate give reassign hand-over handover transfer pass forward-to 交给 交由 转办 转交 转给 移交 交接 指派 分派 改派",
    "return": "send-back sendback bounce 退回 退回重办 返工",
    "decline return": "reject refuse deny disapprove disagree 驳回 不批 不同意",
    "extend": "postpone delay defer reschedule snooze later extension 延期 推迟 顺延",
    "grant close": "approve agree allow permit 批准 同意 审批 通过",
    "suspend": "pause hold stop halt freeze park shelve 暂停 中止 搁置 挂起",
    "resume": "continue restart unpause unfreeze unhold 恢复 继续",
    "undo": "revert rollback oops uncancel 撤回 回退",
    "cancel undo": "撤销",
    "redo": "repeat again 重做",
    "reopen": "unclose 重开 重新打开",
    "copy": "cc share 抄送 抄告",
    "rate": "grade star evaluate 评分 评价 打分",
    "rate scorecard": "score",
    "paper": "print printout pdf 打印",
    "support": "help-with helper assist participants 配合 协办",
    "split": "subtask subtasks break-down divide 分解 拆分 子项",
    "wait": "blocked block waiting waiting-for 等待 待复",
    "step": "steps 步骤",
    "next": "下一步",
    "digest next": "todo to-do inbox agenda me 待办 今天",
    "today": "今日 今日到期",
    "dashboard": "board kanban overview website cockpit 看板 概览 一览 驾驶舱",
    "digest": "daily mail email e-mail send notify 日报 摘要 邮件 发送 通知",
    "schedule": "systemd timer automate 定时 定时任务 自动",
    "away": "absent absences absent-list 请假情况 absence leave vacation holiday sick off out out-of-office 请假 休假 出差 外出 不在",
    "back": "here returned present 销假 回来 到岗",
    "overdue": "late delayed past-due 逾期 超期",
    "upcoming": "weekly week this-week soon 周报 本周 近期 即将到期",
    "bulletin": "monthly month-report 月报 通报 月度通报",
    "accountability": "statistics stats summary performance 问责 统计 汇总 责任 情况",
    "scorecard": "kpi 考核 得分",
    "ranking": "rank-people leaderboard 排名",
    "quadrants": "eisenhower matrix 四象限 轻重缓急",
    "calendar": "diary 日历 月历 假期 放假 节假日 调休",
    "load": "free busy available spare room 有空 空闲 忙 谁有空 workload capacity 负荷 工作负荷 工作量",
    "target": "goal-set targets objective 目标",
    "rule": "rules discipline 规则 规矩",
    "waiver": "exemption exempt 豁免",
    "procedure": "process workflow checklist 规程 流程",
    "difficulty": "trouble grievance 困难",
    "meeting": "meetings 会议",
    "ledger export": "台账",
    "request": "ask ask-for instruction 请示",
    "decision": "resolution resolutions 决定 议定 批示",
    "person": "user member colleague 用户",
    "unit": "section department units 科室 部门",
    "config": "settings preferences options configure 设置 配置",
    "import": "load-file upload read-in 导入",
    "export": "dump download save 导出",
    "db": "restore upgrade migrate 升级",
    "check": "lint validate inspect audit 检查 核查",
    "may": "can permissions whoami login logout rights 权限",
    "verify": "fsck integrity 校验 核验",
    "view": "views saved-search favourites 视图 筛选条件",
    "help": "man usage manual 帮助 说明",
    "init": "install 初始化 建库 建立 安装",
    "setup": "机构 机构文件 机构设置",
    "rank": "职级 级别",
    "post": "job jobs 岗位 职位",
    "duty": "职责 分工 职责分工",
    "body": "外单位",
    "completion": "补全 自动补全",
    "demo": "example tutorial 演示 示范",
    "part": "分工完成 配合完成",
    "tell": "告知",
    "seen": "read 已阅 阅 知悉",
    "generate": "生成",
    "backflow": "倒流",
    "balance": "四多四少",
    "conformance": "规程执行",
    "coverage": "责任落实 责任覆盖",
    "follow-through": "落实 落实情况 议定事项落实",
    "forecast": "预测",
    "handbook": "手册 岗位手册",
    "plan": "安排 规划 计划",
    "refusals": "不予办理",
    "report": "报表 报告",
    "requests": "请示统计 请示情况",
    "suggest-lead": "推荐 荐人 推荐牵头人",
    "trend": "趋势",
    "waivers": "豁免情况",
}
"""Commands → what is tried for them."""

FURTHER: dict[str, str] = {
    "person list": "people staff users members colleagues everybody everyone who employees 人员 职工 同事 花名册",
    "person add": "hire newcomer join 入职 新人",
    "person leave": "fire quit resign leaver 离任 离职 调离",
    "person move": "transfer-person promote 调岗 晋升",
    "list is:mine": "mine my",
    "roster today": "on-duty onduty duty-officer 值班 值班员 今日值班 值班表",
    "paper notice": "notice notices 督办单",
    "request raise --exception complaint": "complain complaint complaints 投诉 申诉 举报",
    "request answer": "answer 批复 答复",
    "waiver add": "waive",
    "target add": "定目标",
    "meeting sheet": "prepare",
    "meeting minutes": "minutes minute protocol 会议纪要 纪要",
    "config profile": "profile strictness",
    "db backup": "backup 备份",
    "schedule print --cron": "cron crontab",
}
"""Commands with a second word → what is tried for them."""

FIELDS: dict[str, str] = {
    "edit --due": "due deadline 时限 期限 办结时限 现时限 改期 限期 改时限",
    "edit --title": "title rename retitle 标题 改名",
    "edit --goal": "goal 办结标准",
    "edit --source": "source 来源",
    "edit --urgency": "urgency priority urgent 紧急程度 缓急 特急 加急",
    "edit --importance": "importance 重要程度",
    "edit --hours": "hours estimate 工时",
    "note --progress": "progress percent percentage 进展 进度 完成率 完成度",
    "assign --to": "lead leader owner assignee responsible 牵头 牵头人 责任人 负责人 主办",
}
"""Commands with the option that says one thing of an item → what that thing is called."""
OF_GROUPS = {
    "add": "new create register insert 新建 新增 添加 登记",
    "list": "ls all every index 列表 清单 全部",
    "show": "get info view cat details 查看 详情 显示",
    "set": "edit modify change update alter 修改 编辑 更改 变更",
    "leave": "rm delete del remove fire dismiss quit resign retire 删除 离任 离职 调离 辞退 退休",
    "retire": "rm delete del remove 删除 停用 撤销",
    "remove": "rm delete del 删除",
    "end": "rm delete del remove cancel 删除 结束",
    "withdraw": "rm delete del remove cancel 删除 撤回",
    "raise": "add new create ask 提出 请示",
    "answer": "reply approve 答复 批复",
}
"""Commands of groups → what is tried for them."""
RENAMING = ("rename", "改名", "更名")
"""What is tried for giving something of a group another name."""

OPTIONS: dict[str, str] = {
    "--person": "--lead --assignee --owner --who --user",
    "--lead": "--person --assignee --owner --who --user",
    "--to": "--person --assignee --owner --who --user --until --due -d",
    "--unit": "--section --department --dept --team",
    "--until": "--before --to",
    "--period": "--month --quarter --year",
    "--since": "--after --from --month --period --quarter --year",
    "--status": "--state -s",
    "--version": "-v -V --ver",
    "--due": "--deadline --by-when --until --date --when",
    "--label": "--tag --tags --labels",
    "--from": "--source --basis --instruction --start",
    "--urgency": "--priority -p --urgent",
    "--group": "--by --group-by",
    "--text": "--message --comment --msg",
    "--reason": "--message --comment --why --because",
    "--on": "--date --day",
    "--as-of": "--date --day",
    "--dry-run": "-n --preview --simulate --test --trial --what-if",
}
"""Options → what is tried for them in a command that has no option of that name."""
TRIED_OPTIONS = {*OPTIONS, *" ".join(OPTIONS.values()).split()}
"""All of them, of which none is a slip of another."""


def as_typed(word: str) -> str:
    """A word in one form, as those that are tried are written."""
    return unicodedata.normalize("NFKC", word).strip().casefold().replace("_", "-")


def adds(typed: str) -> bool:
    """Whether a word says that something is to be added."""
    return as_typed(typed) in ("add", *OF_GROUPS["add"].split())


def ends_or_renames(typed: str) -> bool:
    """Whether a word says that something of a group is to go, or to be called otherwise."""
    return as_typed(typed) in ("retire", *RENAMING, *OF_GROUPS["retire"].split())


def tried_in(typed: str, there: Sequence[str]) -> list[str]:
    """The commands of a group, among those there are, that somebody means by a word that is tried for them."""
    word = as_typed(typed)
    return [name for name, words in OF_GROUPS.items() if name in there and word in words.split()]


_DAYS_TRIED = frozenset(("--until", "--due", "-d"))


def option_meant(tried: str, there: Mapping[str, str]) -> str:
    """The option of those there are, each with what it takes, that is meant by another name; "" where none is. A day is tried for none that takes a name."""
    found = (option for option, words in OPTIONS.items() if option in there and tried in words.split())
    return next((option for option in found if option != "--to" or (tried in _DAYS_TRIED) == (there[option] in DAYS)), "")


def options_of(command: Any) -> dict[str, str]:
    """The options of a command, each with what it takes: NAME, WHEN."""
    return {option: parameter.metavar or "" for parameter in command.params for option in parameter.opts if option.startswith("-")}


DAYS = ("WHEN", "DATE")
"""What an option takes that takes a day."""


ARGUMENTS: dict[str, str] = {
    "DATE": "--until --to --till --end --due --date -u -d",
    "FILE": "--input -i",
    "FILTER": "--query --search --find",
    "METRIC": "--title --name --matter --what",
    "MONTH": "--period --quarter --year",
    "NAME": "--person --who",
    "NUMBER": "--item --id --task",
    "POST": "--position --title --unit",
    "TEXT": "--message --comment --msg",
    "TITLE": "--matter --name --subject --summary --task",
}
"""What is typed without an option → the options that are tried for it, besides the one that is called as it is."""


def argument_meant(tried: str, argument: str) -> str:
    """The word of an argument, NAME or UNIT of NAME|UNIT, for which an option is tried, `--until` for the DATE of `away`; "" for none."""
    return next((word for word in re.findall("[A-Z]+", argument) if tried == f"--{word.lower()}" or tried in ARGUMENTS.get(word, "").split()), "")


def fields_by_word() -> Mapping[str, str]:
    """Every word for one thing of an item → the command that changes it, with its option."""
    return {word: field for field, words in FIELDS.items() for word in words.split()}


def commands_by_word() -> Mapping[str, tuple[str, ...]]:
    """Every word that could be meant → the commands it stands for; a command stands for itself."""
    tried = {word: tuple(names.split()) for names, words in TRIED.items() for word in words.split()}
    further = {word: (names,) for names, words in FURTHER.items() for word in words.split()}
    return tried | further | {name: (name,) for name in catalogue.names()}


def commands_tried(typed: str) -> tuple[str, ...]:
    """The commands that a word stands for; none for one that is not tried."""
    word = as_typed(typed)
    return commands_by_word().get(word, ()) or tuple(field.split()[0] for field in [fields_by_word().get(word, "")] if field)
