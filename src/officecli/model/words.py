"""Codes as words: what the store keeps as `most-urgent` a reader sees as "most urgent" or 特急; those that are stored stand in `model.codes`."""

from __future__ import annotations

from collections.abc import Mapping

from officecli import personal
from officecli.i18n import N_, SPOKEN, _, language, listed, ngettext
from officecli.model.codes import EVERY
from officecli.model.time.day_names import WEEKDAYS
from officecli.model.time.feedback import by_calendar
from officecli.patterns import pattern

# What no column holds: it is worked out, or is the heading of something. The words of what is stored join it from `model.codes`.
VOCABULARIES: dict[str, dict[str, str]] = {
    "status": {
        "decided": N_("decided"),
        "done": N_("done, not reported back"),
        "none-needed": N_("nothing needed"),
        "reported": N_("reported back"),
    },
    "role": {"lead": N_("lead"), "support": N_("support"), "any": N_("lead or support")},
    "profile": {"light": N_("light (core rules only)"), "standard": N_("standard"), "strict": N_("strict")},
    "value": {
        "light": N_("core rules only"),
        "standard": N_("standard"),
        "strict": N_("strict"),
        "off": N_("not asked"),
        "advice": N_("advice"),
        "audit": N_("audit"),
        "warn": N_("warn"),
        "refuse": N_("refuse"),
        "working": N_("working days only"),
        "every": N_("every day of the week"),
        "none": N_("not encrypted"),
        **personal.names.WORDS,
    },
    "language": dict(SPOKEN),
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
        "steps": N_("Steps waiting to be done"),
        "unattended": N_("Lead away, and nobody acts"),
        "requests": N_("Requests waiting for an answer"),
        "to-confirm": N_("Results waiting to be confirmed"),
        "for-information": N_("For your information"),
        "issued-today": N_("Handed out today"),
    },
    "also": {
        "overdue": N_("overdue"),
        "due-today": N_("due today"),
        "due-soon": N_("due soon"),
        "unsigned-late": N_("unsigned late"),
        "unsigned": N_("unsigned"),
        "to-review": N_("to review"),
        "extensions": N_("extension asked"),
        "returned": N_("returned"),
        "prodded": N_("prodded"),
        "waiting": N_("waiting"),
        "waited-for": N_("waited for"),
        "unattended": N_("nobody acts"),
        "issued-today": N_("new today"),
    },
    "cause": {
        "D302": N_("not signed for, at twice the limit"),
        "N903": N_("difficulty unanswered"),
    },
    "notice_level": {"orange": N_("second notice"), "red": N_("third notice")},
    "quadrant": {
        "important-urgent": N_("Important and urgent: do it first"),
        "important": N_("Important, not urgent: plan time for it"),
        "urgent": N_("Urgent, not important: hand it down or do it quickly"),
        "neither": N_("Neither: fit it in between"),
    },
    "measure_of_load": {"over": N_("over"), "under": N_("room")},
    "ahead": {
        "occurrence": N_("routine work to come"),
        "item": N_("item to be handed out"),
        "due": N_("deadline near, hardly begun"),
        "decision": N_("decision to be followed up"),
        "closed": N_("office closed"),
        "make-up": N_("make-up working day"),
        "absence": N_("absence"),
        "roster": N_("no duty officer"),
    },
    "gap": {
        "no-item": N_("neither an item nor “none needed”"),
        "overdue": N_("overdue"),
        "unsigned": N_("not signed for"),
        "no-feedback": N_("no feedback"),
        "to-review": N_("result not reviewed"),
        "no-result": N_("closed without a result"),
        "not-reported": N_("not reported back"),
    },
    "norm": {"may": N_("may"), "may_not": N_("may not"), "how": N_("how"), "degree": N_("to what degree")},
    "missing": {
        "no-duty": N_("no duty"),
        "no-holder": N_("vacant, no stand-in"),
        "no-work": N_("neither duty nor open item"),
        "uncovered": N_("no duty covers it"),
        "standard": N_("standard"),
        "check": N_("check-point"),
        "limit": N_("limit"),
        "standard-check": N_("standard and no check-point"),
        "standard-limit": N_("standard and no limit"),
        "check-limit": N_("check-point and no limit"),
        "standard-check-limit": N_("standard, no check-point and no limit"),
    },
    "exempt": {"away": N_("away"), "new": N_("newcomer")},
    "finding": {
        "afterwards": N_("Registered after work had begun"),
        "handed-up": N_("Handing up, refused"),
        "returned": N_("Returned to be done again"),
    },
    "step_state": {
        "waiting": N_("waits for its turn"),
        "open": N_("to be done now"),
        "late": N_("past its limit"),
        "done": N_("done"),
        "done-late": N_("done past its limit"),
    },
    "severity": {"refuse": N_("refuse"), "warn": N_("warn"), "audit": N_("audit"), "advice": N_("advice")},
    "ratio": {"own": N_("own initiative"), "major": N_("major"), "ahead": N_("ahead of need"), "in_depth": N_("in-depth")},
    "part": {
        "targets": N_("Targets"),
        "deductions": N_("Deductions"),
        "left-out": N_("Nothing to measure"),
        "unweighted": N_("Targets without weight"),
    },
    "term": {
        "norm": N_("norm"),
        "output": N_("output"),
        "efficiency-quality": N_("efficiency-quality"),
        "late": N_("late"),
        "no-feedback": N_("no feedback"),
        "empty-feedback": N_("empty feedback"),
        "unanswered": N_("prod unanswered"),
        "forgiven": N_("never less than nothing"),
    },
    "ranked": {"ranked": N_("Ranked"), "too-few": N_("Too few to rank")},
    "header": {"labels": N_("headings"), "keys": N_("JSON keys")},
    "dates": {"dmy": N_("day, month, year"), "mdy": N_("month, day, year"), "ymd": N_("year, month, day")},
    "known": {
        "recorded": N_("recorded"),
        "unconfirmed": N_("unconfirmed"),
        "computed": N_("worked out from the ledger"),
        "rolled-up": N_("rolled up"),
        "none": N_("no result"),
    },
    "by": {
        "person": N_("person"),
        "post": N_("post"),
        "unit": N_("unit"),
        "month": N_("month"),
        "function": N_("function"),
        "procedure": N_("procedure"),
        "body": N_("outside body"),
        "request": N_("request"),
        "leader": N_("leader"),
        "rule": N_("rule"),
    },
    "for": {"office": N_("the office")},
    "yes-no": {"1": N_("yes"), "0": N_("no")},
    "filter": {
        "unit": N_("unit"),
        "person": N_("person"),
        "body": N_("outside body"),
        "label": N_("label"),
        "role": N_("role"),
        "since": N_("from"),
        "until": N_("until"),
        "status": N_("status"),
        "urgency": N_("urgency"),
        "source": N_("source"),
        "text": N_("filter"),
        "where": N_("filter"),
        "days": N_("days"),
        "by": N_("by"),
        "explain": N_("explained for"),
        "for": N_("for"),
        "period": N_("period"),
        "months": N_("months"),
        "duty": N_("duty"),
    },
}

NORMS = tuple(VOCABULARIES["norm"])
"""The columns of a post that hold its norms, in the order in which they are told."""

ALSO_SAID = {
    "role": {
        "lead": "牵头|牵头负责|主办|主办人|责任人|负责人|leads|leading",
        "support": "配合人|协办|协办人|协助|supports|supporting|supporter",
        "any": "不限|任一|都算|两者|全部|either|both|all",
    }
}
"""What people say for a code that no column holds, set apart by `|`; for one that is stored it stands in `model.codes`."""

for _one in EVERY:
    VOCABULARIES.setdefault(_one.name, {}).update(_one.words)

_ALSO = {
    "declared": "yes-no",
    "feedback_every": "feedback",
    "state": "status",
    "functions": "function",
    "done": "yes-no",
    "registrar": "yes-no",
    "waivable": "yes-no",
    "under": "ratio",
    "default": "value",
}
_TYPED = "value"
"""The vocabulary of what settings are set to: in English the codes themselves, which are typed."""
_EVERY_DAYS = pattern(r"(\d+)d")


def vocabulary(name: str) -> Mapping[str, str]:
    """The words of a vocabulary by code, untranslated; none where there is no such vocabulary. Those of acts stand with the acts."""
    if name in ("act", "typed", "standing"):
        from officecli.model import acts  # most commands say neither, and need not wait for the whole catalogue

        return {"act": acts.WORDS, "typed": acts.TYPED, "standing": acts.ROLES}[name]
    return VOCABULARIES.get(name, {})


def word(name: str, code: object) -> str:
    """The word for `code` in the reader's language; `name` is a column's key. What has no word stays as it is."""
    text = str(int(code)) if isinstance(code, bool) else str(code)
    words = vocabulary("yes-no" if isinstance(code, bool) else _ALSO.get(name, name))
    if text in words and not (words is VOCABULARIES[_TYPED] and language() == "en"):
        return _(words[text])
    if words is VOCABULARIES["feedback"]:
        return _period(text)
    return text


def _period(code: str) -> str:
    """A feedback period that is no word: `every 10 days`, `every Fri`, `monthly by the 25th`; what people type for it as well."""
    every, calendar = _EVERY_DAYS.fullmatch(code), by_calendar(code)
    if every:
        days = int(every[1])
        return ngettext("every {n} day", "every {n} days", days).format(n=days)
    if calendar is None:
        return code
    if calendar.every == "weekly":
        return _("every {weekdays}").format(weekdays=listed(_(WEEKDAYS[day - 1]) for day in calendar.on))
    on = listed(_nth(day) for day in calendar.on)
    if calendar.every == "monthly":
        return _("monthly by the {days}").format(days=on)
    return _("quarterly by the {days} of the third month").format(days=on)


def _nth(day: int) -> str:
    """A day of a month: `25th`; the 31st is the last one of every month."""
    if day == 31:
        return _("last day")
    endings = {1: _("{n}st"), 2: _("{n}nd"), 3: _("{n}rd")}
    return (_("{n}th") if day in (11, 12, 13) else endings.get(day % 10, _("{n}th"))).format(n=day)
