"""Where each word of the field leads in help, in either language: to commands, to topics, to rules."""

from __future__ import annotations

LEADS: dict[str, str] = {
    "add list show": "item items matter 事项 事项内容",
    "add": "issue hand-out responsible-leader 责任领导 立项登记 交办",
    "note part step submit": "handle handling 办理",
    "ack": "sign-for 签收",
    "submit rate": "hand-in-result 报结",
    "return": "returned 退回 退回重办",
    "close reopen": "strike-off 办结 销号",
    "ledger close": "archive 归档",
    "reopen history": "look-back 回头看",
    "paper prod": "督办 督办单 催办单 letter",
    "seen tell digest": "notice notices 告知 told",
    "ledger import export": "台账 register-book spreadsheet",
    "decision follow-through": "minutes-of-decisions resolution 议定事项 决定 instruction 批示",
    "add edit": "source 来源 事项来源 urgency 紧急程度 urgent ordinary most-urgent 特急 加急 平件 importance",
    "add assign suggest-lead": "lead leader 牵头 牵头人 责任人",
    "support part": "supporter 配合 分工 配合人",
    "#roles": "originator registrar giver 交办人 督查员 role who",
    "away back person": "stand-in standin B角 b角 代行",
    "roster": "duty-officer on-duty 值班 值班员 值班表",
    "#dates extend edit": "deadline original-deadline due 时限 办结时限 原定时限 现时限",
    "#dates": "date day working-day working-days holiday 日 工作日 节假日",
    "extend grant decline": "extension extensions 延期 later",
    "overdue list check": "light lights late colours-of-lights 亮灯 红灯 黄灯 逾期 超期",
    "request requests C501": "ask 请示 step-by-step 逐级 recommendation 倾向性意见 建议",
    "request C501 difficulty": "complain complaint complaints 投诉 申诉 举报",
    "C501 request": "skip-level skip skipping 越级",
    "C502 request": "many-headed 多头",
    "C504 request": "one-matter 一文一事",
    "C505 backflow": "倒流 handed-up",
    "R102 support": "same-rank 同级",
    "report decision": "reports 报告 报表",
    "may #roles": "authority permission rights 权限",
    "post handbook": "norm norms 规范 岗位规范",
    "procedure step conformance": "steps process 规程 步骤 流程",
    "target scorecard": "targets weight result results 目标 权重 实绩 规范目标 成果目标 效率质量目标 考核",
    "body": "outside-body responsible-body follows-up follow-up 外单位 责任单位 跟办 跟办人",
    "split": "sub-item subitem part-item 子项 分解",
    "copy": "抄送 cc",
    "edit list #filters": "label labels tag tags 标签",
    "#filters view": "filter search find 查找 搜索",
    "digest next": "my-day myday 我的一天 待办 摘要",
    "quadrants": "quadrant 四象限",
    "load plan": "workload 负荷 工作负荷",
    "waiver waivers": "豁免",
    "history verify": "trail 留痕 log",
    "difficulty": "difficulties 困难",
    "config": "setting settings colour colours color language 颜色 语言 设置",
    "#papers": "excel word pdf print paper 打印 文件 format",
    "digest schedule": "mail email cron timer 邮件 定时",
    "completion": "tab shell 补全",
    "show #names": "number numbers 编号 序号",
    "#names person": "name person-name alias 姓名 别名",
    "#import": "ledger-import 导入台账",
    "undo redo": "mistake revert 撤回 撤销 改错",
    "away": "absence leave 请假 休假 不在岗",
    "unit": "section 科室", "rank": "ranks level 职级", "duty": "duties 职责", "post": "posts 岗位",
}  # fmt: skip
"""Commands, topics (with #) and rules → the words that lead to them, those of several parts with dashes."""


def leads(word: str) -> list[str]:
    """Where a word leads; [] for one of no entry."""
    typed = "-".join(word.strip().casefold().split())
    return next((there.split() for there, words in LEADS.items() if typed in words.casefold().split()), [])
