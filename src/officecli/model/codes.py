"""The codes that are stored, each with its word and with what ledgers write for it in both languages.

What is worked out and never stored has its words in `model.words`, where all are put into words.
"""

from __future__ import annotations

from officecli.hints import Self
from officecli.i18n import N_


class Codes(tuple[str, ...]):  # noqa: SLOT001 - a tuple takes no slots
    """The codes of a column, as a tuple of them in the order in which they are offered, made of (code, word) or (code, word, also).

    `name` is the vocabulary to which `words` (code → English word) belong. `also` is what ledgers write for a code, set apart by `|`, of which
    the first in each language is offered.
    """

    name: str
    words: dict[str, str]
    also: dict[str, str]

    def __new__(cls, name: str, *codes: tuple[str, str] | tuple[str, str, str]) -> Self:
        self = super().__new__(cls, [one[0] for one in codes])
        self.name = name
        self.words = {one[0]: one[1] for one in codes}
        self.also = {one[0]: one[2] for one in codes if len(one) == 3}
        return self


KINDS = Codes(
    "kind",
    ("adhoc", N_("ad hoc"), "ad hoc|临时|临时交办|临时性|临时性工作|临时工作|交办|adhoc|one-off"),
    ("routine", N_("routine"), "routine|常规|日常|例行|经常性|常规性|常规工作|日常工作|重复性|regular|recurring"),
    ("emergency", N_("emergency"), "emergency|应急|突发|突发事件|应急处置|紧急突发|incident"),
    ("own", N_("own initiative"), "own|自主|自办|主动|自主谋划|自选|own initiative|self-initiated"),
)
PERSONAL = Codes("kind", ("personal", N_("personal")))
"""The kind of what somebody reminds themselves of: no kind an item may have, for such a matter stands in a table of its own (`model.reminders`)."""
URGENCIES = Codes(
    "urgency",
    ("most-urgent", N_("most urgent"), "most urgent|特急|特提|critical|immediate|flash|top|highest|p0|p1"),
    ("urgent", N_("urgent"), "urgent|加急|急|急件|紧急|较急|高|是|√|high|rush|p2|asap|yes|true"),
    (
        "ordinary",
        N_("ordinary"),
        "ordinary|平件|平|平急|普通|一般|正常|常规|不急|中|低|否|×|normal|routine|medium|low|lowest|standard|p3|p4|p5|med|no|false",
    ),
)
IMPORTANCES = Codes(
    "importance",
    ("major", N_("major"), "major|重点|重要|重大|特别重要|是|√|高|high|key|important|critical|yes|true"),
    ("normal", N_("normal"), "normal|一般|普通|非重点|否|×|中|低|ordinary|medium|low|minor|no|false"),
)
ORIGINS = Codes("origin", ("assigned", N_("assigned")), ("own", N_("own initiative")))
LEAD_TIMES = Codes("lead_time", ("current", N_("current")), ("ahead", N_("ahead of need")))
DEPTHS = Codes("depth", ("general", N_("general advice")), ("in-depth", N_("in-depth")))
FOCUSES = Codes("focus", ("leader", N_("leader's focus")), ("hard-point", N_("hard point")), ("hot-issue", N_("hot issue")))
"""Three of an item's four tags (the fourth is its importance), and what it has to do with: the leader's focus, a hard point, a hot issue."""

STATUSES = Codes(
    "status",
    (
        "issued",
        N_("issued"),
        (
            "issued|待签收|registered|已登记|登记|已立项|立项|待交办|交办|已交办|未签收|未启动|未开始|待办|待处理|待办理|待启动|not started|new"
            "|assigned|to do|todo|not yet started|not begun|backlog|planned|queued|unstarted|ready"
        ),
    ),
    (
        "in-hand",
        N_("in hand"),
        "in hand|办理中|已签收|正在办理|signed for|signed|acknowledged|accepted|退回|退回重办|已退回|不满意重办|返工|returned|returned for rework|rework",
    ),
    (
        "submitted",
        N_("submitted"),
        (
            "submitted|已报结|报结|待审核|待验收|已上报|审核中|待销号|申请销号|待审批|in review|awaiting review|under review|for review|review"
            "|awaiting approval|pending approval|pending review|ready for review|verification|to be verified"
        ),
    ),
    (
        "suspended",
        N_("suspended"),
        (
            "suspended|中止|已中止|暂停|暂缓|挂起|缓办|搁置|on hold|hold|held|deferred|paused|postponed|tabled|parked|shelved|clock stopped|clock paused"
            "|clock suspended|clock on hold|stop clock"
        ),
    ),
    (
        "closed",
        N_("closed"),
        (
            "closed|已办结|办结|已销号|销号|已完成|完成|已归档|归档|办毕|已结案|结案|是|√|✓|done|complete|completed|finished|archived|yes|true|y"
            "|clsd|closed out|resolved|fixed|corrected|rectified|actioned|discharged|implemented"
            "|fulfilled|achieved|delivered|satisfied|answered|released|released in full|released with redactions|denied|granted|provided"
            "|no responsive records|no further action|nfa"
        ),
    ),
    (
        "cancelled",
        N_("cancelled"),
        (
            "cancelled|取消|撤销|终止|已取消|已撤销|已终止|撤案|已撤案|已撤回|作废|不再办理|canceled|dropped|withdrawn|obe|overtaken by events|void"
            "|abandoned|superseded|no longer needed|won't do|wont do|wontfix|not proceeding"
        ),
    ),
)
"""What is stored. An item handed out only from a later day reads "registered" until then; overdue is computed, never stored."""

READ_AS = Codes(
    "status",
    (
        "open",
        N_("open"),
        (
            "open|在办|进行中|推进中|正在推进|未办结|未完成|未销号|持续推进|逾期|超期|逾期未办结|否|达进度|欠进度|超进度|基本完成|部分完成"
            "|阶段性完成|运行中|处理中|执行中|×|in progress|ongoing|active|pending|overdue|no|false|n|x|in work|waiting|blocked|delayed|at risk"
            "|on track|late|started|underway|wip|doing|under way|not implemented"
        ),
    ),
    ("registered", N_("registered")),
)
"""Further statuses that are asked for and read, and never stored."""

OPEN, OVER = ("issued", "in-hand", "submitted", "suspended"), ("closed", "cancelled")
"""The statuses of which the item is still to be done, and those in which it is over."""

DECIDED = Codes(
    "decided",
    ("keep", N_("keep on"), "keep on|继续|继续办理|继续推进|继续跟进|按计划推进|continue|carry on|go on|no change"),
    ("close", N_("close"), "close|办结|销号|同意办结|同意销号|予以销号|closed|strike off|done|accept"),
    ("return", N_("return"), "return|退回重办|退回|重办|返工|returned|redo|rework"),
    ("extend", N_("extend"), "extend|延期|同意延期|准予延期|延长|extended|grant|granted|postpone"),
    ("decline", N_("decline the extension"), "decline|不予延期|不同意延期|不延期|驳回延期|declined|no extension|refuse the extension"),
    ("assign", N_("assign"), "assign|改派牵头|改派|转办|调整牵头|更换牵头|assigned|reassign|hand on|new lead"),
    ("suspend", N_("suspend"), "suspend|中止|暂停|暂缓|缓办|挂起|suspended|pause|on hold|hold"),
    ("resume", N_("resume"), "resume|恢复|恢复办理|重新启动|继续中止事项|resumed|restart"),
    ("cancel", N_("cancel"), "cancel|撤销|取消|终止|不再办理|cancelled|canceled|drop|withdraw"),
    ("prod", N_("prod"), "prod|催办|督促|加快办理|prodded|press|chase"),
)
"""What a meeting may decide on an item, as it is written into the meeting's sheet; each is carried out as the act it is."""

NEW_MATTER = Codes("decided", ("new", N_("new matter"), "new|new matter|new item|新事项|新增|新增事项|新立项"))
"""What else minutes tell: a matter that was put on record in the meeting."""

REVIEW_VERDICTS = Codes("verdict", ("accepted", N_("accepted")), ("returned", N_("returned")))
EXTENSION_VERDICTS = Codes("verdict", ("granted", N_("granted")), ("declined", N_("declined")))
NOTICES = Codes("level", ("blue", N_("blue notice")), ("orange", N_("orange notice")), ("red", N_("red notice")))
FEEDBACK = Codes(
    "feedback",
    ("weekly", N_("weekly"), "每周|周报|一周|每星期|每周一次|周|week|every week|per week|1w"),
    ("monthly", N_("monthly"), "每月|月报|每个月|每月一次|月|month|every month|per month|1m"),
)
"""How often feedback is due, unless it is a number of days."""

REQUEST_STATUSES = Codes("status", ("pending", N_("pending")), ("answered", N_("answered")), ("withdrawn", N_("withdrawn")), ("frozen", N_("frozen")))
REQUEST_EXCEPTIONS = Codes(
    "exception",
    ("emergency", N_("emergency")),
    ("unreachable", N_("superior unreachable")),
    ("named", N_("named by the higher leader")),
    ("unanswered", N_("long unanswered")),
    ("complaint", N_("complaint about the superior")),
)
"""Why a request may pass over the direct superior: an emergency, they cannot be reached, the higher leader named one to report,
they left it long unanswered, or it is a complaint about them."""
REQUEST_VERDICTS = Codes("verdict", ("approved", N_("approved")), ("refused", N_("refused")), ("instructed", N_("instructed")))
STAGE_OUTCOMES = Codes(
    "outcome",
    ("answered", N_("answered")),
    ("escalated", N_("taken to the next leader")),
    ("withdrawn", N_("withdrawn")),
    ("frozen", N_("frozen")),
)

NOTICE_CAUSES = Codes(
    "cause",
    ("copy", N_("copy")),
    ("skipped", N_("passed over by a request")),
    ("order", N_("order from above")),
    ("prod", N_("prod")),
    ("difficulty", N_("difficulty unanswered")),
    ("handover", N_("handover note")),
    ("answer", N_("answer")),
    ("extension", N_("extension")),
    ("part", N_("part to be stated")),
    ("undone", N_("taken back")),
    ("target", N_("a target of yours")),
    ("confirmed", N_("a result confirmed")),
)
"""Why somebody is told of a matter."""

MATTERS = {
    "request_id": "request",
    "item_id": "item",
    "decision_id": "decision",
    "difficulty_id": "difficulty",
    "handover_id": "handover_note",
    "target_id": "target",
}
"""Field of a notice → the table its matter stands in; of several it is about the first."""

NATURES = Codes("nature", ("service", N_("service")), ("writing", N_("writing")), ("efficiency", N_("efficiency")))
FUNCTIONS = Codes("function", ("advising", N_("advising")), ("administering", N_("administering")), ("serving", N_("serving")))
"""The functions of an office that has no list of its own."""
MANNERS = Codes(
    "manner",
    ("exam", N_("examination")),
    ("interview", N_("interview")),
    ("assessment", N_("assessment")),
    ("transfer", N_("transfer")),
    ("appointment", N_("appointment")),
)
"""How somebody was selected for a post."""

TARGET_CLASSES = Codes("target_class", ("norm", N_("norm")), ("output", N_("output")), ("efficiency-quality", N_("efficiency-quality")))
DIRECTIONS = Codes("direction", ("at-least", N_("at least")), ("at-most", N_("at most")))
PERIODS = Codes("period", ("month", N_("month")), ("quarter", N_("quarter")), ("year", N_("year")))
MEASURES = Codes(
    "computed",
    ("on-time", N_("share handed in on time")),
    ("first-pass", N_("share accepted at first")),
    ("return-rate", N_("share returned")),
    ("closed", N_("items closed")),
    ("sign-hours", N_("hours to sign")),
    ("turnaround", N_("working days from issue to result")),
)
"""What is worked out from the ledger itself, so that nobody types it: percentages, pieces, office hours to sign, working days from issue to submission."""

PROCEDURE_KINDS = Codes(
    "procedure_kind",
    ("documents", N_("documents and telegrams")),
    ("information", N_("information")),
    ("follow-up", N_("follow-up of instructions")),
    ("meetings", N_("meetings")),
    ("engagements", N_("leaders' engagements")),
    ("emergency", N_("emergency")),
    ("other", N_("other")),
)
DAYS_OFF = Codes("days_off", ("before", N_("the working day before")), ("after", N_("the working day after")), ("skip", N_("left out")))
"""What becomes of an occurrence on a day the office is closed: the working day before it, the one after it, or nothing."""
LIMIT_UNITS = Codes("limit_unit", ("days", N_("working days")), ("hours", N_("office hours")))
DELIVERIES = Codes(
    "delivery",
    ("sent", N_("sent")),
    ("unsent", N_("not sent yet")),
    ("refused", N_("refused by the mail server")),
    ("no-address", N_("no mail address on record")),
)
"""What became of a message: the server took it; nothing was sent and the next run tries again; the server will not have it; there is nowhere to send it."""

EVERY = tuple(one for one in tuple(globals().values()) if isinstance(one, Codes))

TRAILED = (
    "office", "setting", "calendar_year", "office_day", "rank", "unit", "post", "duty", "duty_support", "person", "past_post",
    "item", "support", "target", "past_lead", "past_deadline", "note", "submission", "extension", "prod", "pause", "wait", "waiver",
    "told", "decision", "request", "request_stage", "request_copy", "absence", "roster", "handover_note",
    "office_function", "checklist_point", "target_result", "emergency", "procedure", "procedure_version", "procedure_step", "step_need",
    "procedure_pause", "item_step", "selection", "difficulty",
    "past_leaving", "past_closing", "alias", "body", "body_support", "label", "notice", "finding_seen", "request_attempt", "clock_acceptance",
    "reminder",
)  # fmt: skip
"""Tables whose every change is on the trail, and which `verify` therefore replays."""

UNTRAILED = ("trail", "hand", "check_log", "calendar_day", "refusal_log", "mail_log", "schema_version")
"""The other tables: the trail itself with the hands it is in, and what is worked out or kept beside it."""
