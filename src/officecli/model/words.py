"""Codes as words: what the store keeps as `most-urgent` a reader sees as "most urgent" or 特急."""

from __future__ import annotations

import re

from officecli.i18n import N_, _, ngettext

VOCABULARIES: dict[str, dict[str, str]] = {
    "status": {
        "open": N_("open"),
        "registered": N_("registered"),
        "issued": N_("issued"),
        "in-hand": N_("in hand"),
        "submitted": N_("submitted"),
        "closed": N_("closed"),
        "suspended": N_("suspended"),
        "cancelled": N_("cancelled"),
        "decided": N_("decided"),
        "done": N_("done, not reported back"),
        "none-needed": N_("nothing needed"),
        "reported": N_("reported back"),
        "pending": N_("pending"),
        "answered": N_("answered"),
        "withdrawn": N_("withdrawn"),
        "frozen": N_("frozen"),
    },
    "verdict": {
        "accepted": N_("accepted"),
        "returned": N_("returned"),
        "granted": N_("granted"),
        "declined": N_("declined"),
        "approved": N_("approved"),
        "refused": N_("refused"),
        "instructed": N_("instructed"),
    },
    "outcome": {"answered": N_("answered"), "escalated": N_("taken to the next leader"), "withdrawn": N_("withdrawn"), "frozen": N_("frozen")},
    "exception": {
        "emergency": N_("emergency"),
        "unreachable": N_("superior unreachable"),
        "named": N_("named by the higher leader"),
        "unanswered": N_("long unanswered"),
        "complaint": N_("complaint about the superior"),
    },
    "urgency": {"most-urgent": N_("most urgent"), "urgent": N_("urgent"), "ordinary": N_("ordinary")},
    "importance": {"major": N_("major"), "normal": N_("normal")},
    "kind": {"adhoc": N_("ad hoc"), "routine": N_("routine"), "emergency": N_("emergency"), "own": N_("own initiative")},
    "role": {"lead": N_("lead"), "support": N_("support"), "any": N_("lead or support")},
    "light": {"green": N_("green"), "yellow": N_("yellow"), "red": N_("red"), "blue": N_("blue"), "grey": N_("grey")},
    "section": {
        "overdue": N_("Overdue"),
        "due-today": N_("Due today"),
        "due-soon": N_("Due soon"),
        "unsigned-late": N_("Not signed for, past the limit"),
        "unsigned": N_("Not signed for yet"),
        "to-review": N_("Results waiting for review"),
        "extensions": N_("Extensions waiting for an answer"),
        "returned": N_("Returned, to be done again"),
        "prodded": N_("Prodded, and not answered"),
        "waiting": N_("Waiting for others"),
        "waited-for": N_("Others wait for you"),
        "unattended": N_("Lead away, and nobody acts"),
        "requests": N_("Requests waiting for an answer"),
        "issued-today": N_("Handed out today"),
    },
    "level": {"blue": N_("blue notice"), "orange": N_("orange notice"), "red": N_("red notice")},
    "gap": {
        "no-item": N_("neither an item nor “none needed”"),
        "overdue": N_("overdue"),
        "unsigned": N_("not signed for"),
        "no-feedback": N_("no feedback"),
        "to-review": N_("result not reviewed"),
        "no-result": N_("closed without a result"),
        "not-reported": N_("not reported back"),
    },
    "finding": {
        "afterwards": N_("Registered after work had begun"),
        "handed-up": N_("Handing up, refused"),
        "returned": N_("Returned to be done again"),
    },
    "severity": {"refuse": N_("refuse"), "warn": N_("warn"), "audit": N_("audit"), "advice": N_("advice")},
    "act": {
        "import": N_("import"),
        "add": N_("register"),
        "sign": N_("sign for"),
        "note": N_("feed back"),
        "part": N_("part done"),
        "submit": N_("submit"),
        "return": N_("return"),
        "close": N_("close"),
        "rate": N_("rate"),
        "extend": N_("ask for an extension"),
        "grant": N_("grant an extension"),
        "decline": N_("decline an extension"),
        "prod": N_("prod"),
        "tell": N_("tell the superior"),
        "wait": N_("wait for somebody"),
        "assign": N_("assign"),
        "support": N_("name supporters"),
        "edit": N_("edit"),
        "set-goal": N_("set the goal"),
        "set-deadline": N_("set the deadline"),
        "suspend": N_("suspend"),
        "resume": N_("resume"),
        "cancel": N_("cancel"),
        "waive": N_("waive a rule"),
        "unwaive": N_("end a waiver"),
        "decide": N_("record a decision"),
        "decide-items": N_("split a decision into items"),
        "decide-none": N_("say that nothing needs to follow"),
        "report-back": N_("report back"),
        "answer": N_("answer"),
        "escalate": N_("hand up"),
        "withdraw": N_("withdraw"),
    },
    "standing": {
        "lead": N_("lead"),
        "supporter": N_("supporter"),
        "originator": N_("originator"),
        "originator-superior": N_("superior of the originator"),
        "lead-superior": N_("superior of the lead"),
        "lead-beside": N_("lead, towards somebody not below"),
        "lead-above": N_("lead, towards a superior"),
        "sole": N_("lead of own work without a superior"),
        "registrar": N_("registrar"),
        "asker": N_("who asked"),
        "holder": N_("leader asked"),
        "holder-superior": N_("next superior of an absent leader"),
        "none": N_("no role"),
    },
    "nature": {"service": N_("service"), "writing": N_("writing"), "efficiency": N_("efficiency")},
    "function": {"advising": N_("advising"), "administering": N_("administering"), "serving": N_("serving")},
    "feedback": {"weekly": N_("weekly"), "monthly": N_("monthly")},
    "by": {"person": N_("person"), "unit": N_("unit")},
    "for": {"office": N_("the office")},
    "yes-no": {"1": N_("yes"), "0": N_("no")},
    "filter": {
        "unit": N_("unit"),
        "person": N_("person"),
        "role": N_("role"),
        "since": N_("from"),
        "until": N_("until"),
        "status": N_("status"),
        "urgency": N_("urgency"),
        "source": N_("source"),
        "text": N_("text"),
        "days": N_("days"),
        "by": N_("by"),
        "explain": N_("explained for"),
        "for": N_("for"),
    },
}

_ALSO = {"feedback_every": "feedback", "state": "status", "functions": "function", "done": "yes-no", "registrar": "yes-no", "waivable": "yes-no"}
_EVERY_DAYS = re.compile(r"(\d+)d")


def word(vocabulary: str, code: object) -> str:
    """The word for `code` in the reader's language; `vocabulary` is a column's key. What has no word stays as it is."""
    text = str(int(code)) if isinstance(code, bool) else str(code)
    words = VOCABULARIES.get("yes-no" if isinstance(code, bool) else _ALSO.get(vocabulary, vocabulary), {})
    if text in words:
        return _(words[text])
    every = _EVERY_DAYS.fullmatch(text)
    if every and words is VOCABULARIES["feedback"]:
        days = int(every[1])
        return ngettext("every {n} day", "every {n} days", days).format(n=days)
    return text
