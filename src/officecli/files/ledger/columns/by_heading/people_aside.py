"""Whoever a heading names beside those who do the work: they asked for it, saw it, sign for it, are over it, or it is about them."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import watches
from officecli.patterns import pattern

_HAN_ASIDE = pattern(
    r"报告|签[批字]|对接|户主|业主|居民|领导|(?<!班)主任|主管|上级|经营|患者|学[生员]|家长|配合|协|助|知会|当前|现[任有]|下一|创立|被|姓名|法人|法定|供应|施工|原"
)
ASIDE = pattern(
    r"\b(?:request\w*|want(?:ed|s)|ask\w*|tell|rais\w*|report\w*|submit\w*|filed by|send(?:er|s)?|sent by|originat\w*|initiat\w*|propos(?:ed|er)"
    r"|introduc\w*|order\w*|suggest\w*|recommend\w*|identif\w*|found|spotted|noted|seen|(?:left|told|heard|caught) by"
    r"|observ\w*|evaluat\w*|author|creat\w*|takers?|enter\w*|log\w*|(?<!of )record\w*|minutes"
    r"|secretary|scribe|updat\w*|modified|edited|proof\w*|approv\w*|authori\w*|sign\w*|clearances?|cleared|confirmed|verif\w*|inspect\w*|audit\w*"
    r"|check\w*|test\w*|watch\w*|follower\w*|subscri\w*"
    r"|(?:visit|review|supervis|monitor|sanction)ing|certif\w*|endors\w*|agreed|accept\w*|clos\w*|review(?:ed|er|ers)? by|reviewer"
    r"|witness\w*|judges?|magistrates?|monitored"
    r"|oversight|mov(?:ed|er)|second(?:ed|er)|motion|vot\w*|contacts?|liaisons?|inform\w*|cc|notif\w*|copied|copy to|distribution|consulted"
    r"|discussed|dispatch\w*|(?:direct|instruct|delegat|allocat)ed by"
    r"|referred by|escalated by|escalations?|receiv\w*|recipients?|attend\w*|present|absent|excused|apologies|blocked|depend\w*|waiting"
    r"|backup|fall ?back|roll ?back|back ?out|contingency|alternate|reassigned|client|customer|patient|student|employee|tenant|owner of|applicant"
    r"|complainant|claimant|grievant|petitioner|appellant|respondent|plaintiff|defendant|beneficiar\w*|addressees?|opposing|pupil|child|parent"
    r"|payee|traveler|guest"
    r"|users?|stakeholders?|resident|for whom"
    r"|trainee|hire|candidate|subject|name|previous|former|outgoing|old|prior|original|next|new|last)\b"
    r"|^(?:(?:who|task|action|duty|item|job|message|call|memo) )?from\b",
    re.IGNORECASE,
)
"""Whoever asked, saw it, signs for it, waits for it, or whom it is about."""
ONLY_ALONE = pattern(
    r"\b(?:supervisor|manager|chair\w*|sponsor|director|head|chief|trustee|commissioner|council\w*|president|vp|dean(?!'s)"
    r"|principal(?! investigator)|exec(?:utive)?s?|member"
    r"|governor|partner|c[efiot]o|dpo|ciso|sio|hod)s?\b|[园场厂校院所站馆局处科矿店社]长$|书记$|支书$",
    re.IGNORECASE,
)
"""Whoever is over those who do it, or of them: these do it where nobody else is named, and help nobody."""
BY_OR_TO = pattern(r"\b(?:by|to|for|on|with)\W*$", re.IGNORECASE)
"""A heading that ends with what somebody did with it, or with whom it went to or is settled with: beside whoever leads, nobody who helps."""


_WHOSE = pattern(r"(?:所属|所在|属地|主管|产权|使用|管理|运营|建设|项目|业主)(?:单位|主体|机构|部门|公司|方)(?:名称)?")
"""A body that a matter is of, and that need not do it."""
DOES_IT = pattern(r"\b(?:to (?:implement|action|act|do|execute|complete|see to)|doing)\b", re.IGNORECASE)
"""A heading that says of the people under it that they do it, whoever they are: Director to implement, Nurse doing it."""
ADDRESS = pattern(r"(?:责任|牵头|承办|负责|owner|assign|lead|responsible|officer)?.*(?:邮箱|邮件|e-?mail)", re.IGNORECASE)
"""Where those who lead are written to: it says who they are where their names do not, and beside these is nobody else."""


def says_whose(heading: str) -> bool:
    """Whether a Chinese heading of bodies says whose the matter is, and not that these do it."""
    return _WHOSE.fullmatch(heading) is not None


def stands_aside(heading: str) -> bool:
    """Whether a heading is of somebody who asked, saw it, signs for it, or whom it is about."""
    return bool(ASIDE.search(heading) if heading.isascii() else _HAN_ASIDE.search(heading) or watches(heading))
