"""The words for what the trail keeps as codes: acts, fields and tables."""

from __future__ import annotations

from officecli.i18n import N_, _

_VERBS = {
    "init": N_("founded the office"),
    "setup": N_("set the office up"),
    "calendar": N_("recorded the calendar"),
    "person-add": N_("took somebody on"),
    "person-set": N_("changed a person"),
    "person-move": N_("moved a person"),
    "person-leave": N_("recorded a leaving"),
    "import": N_("imported"),
    "add": N_("registered"),
    "sign": N_("signed for it"),
    "note": N_("fed back"),
    "part": N_("did a part"),
    "submit": N_("submitted"),
    "return": N_("returned it"),
    "close": N_("closed it"),
    "rate": N_("rated it"),
    "extend": N_("asked to extend"),
    "grant": N_("granted the extension"),
    "decline": N_("declined the extension"),
    "prod": N_("prodded"),
    "tell": N_("told the superior"),
    "wait": N_("waits for"),
    "assign": N_("handed it on"),
    "support": N_("changed the support"),
    "edit": N_("edited"),
    "set-goal": N_("set the goal"),
    "set-deadline": N_("set the deadline"),
    "suspend": N_("suspended it"),
    "resume": N_("resumed it"),
    "cancel": N_("cancelled it"),
    "waive": N_("waived a rule"),
    "decide": N_("recorded a decision"),
    "decide-items": N_("split a decision into items"),
    "decide-none": N_("recorded that nothing is needed"),
    "report-back": N_("reported back"),
    "undo": N_("took back"),
}

_FIELDS = {
    "title": N_("matter"),
    "source": N_("source"),
    "kind": N_("kind"),
    "urgency": N_("urgency"),
    "importance": N_("importance"),
    "goal": N_("goal"),
    "ordered_by": N_("ordered by"),
    "responsible": N_("responsible leader"),
    "originator_id": N_("originator"),
    "lead_id": N_("lead"),
    "due": N_("deadline"),
    "hours": N_("hours"),
    "feedback_every": N_("feedback every"),
    "status": N_("status"),
    "part": N_("part"),
    "done": N_("part done"),
    "until": N_("until"),
    "asked_due": N_("asked for"),
    "granted_due": N_("granted"),
    "progress": N_("progress"),
    "problem": N_("problems"),
    "next_step": N_("next step"),
    "evidence": N_("evidence"),
    "result": N_("result"),
    "achieved": N_("achieved"),
    "rating": N_("rating"),
    "reason": N_("reason"),
    "verdict_reason": N_("reason"),
    "waiting_for": N_("waiting for"),
    "rule": N_("rule"),
    "began": N_("work began"),
    "decision_id": N_("decision"),
    "point": N_("point"),
    "decided_by": N_("decided by"),
    "none_needed": N_("nothing needed"),
    "report": N_("report"),
    "reported": N_("reported back"),
    "name": N_("name"),
    "level": N_("level"),
    "post_id": N_("post"),
    "unit_id": N_("unit"),
    "rank_id": N_("rank"),
    "parent_id": N_("under"),
    "reports_to_id": N_("reports to"),
    "seats": N_("seats"),
    "extension_days": N_("extension days"),
    "login": N_("login"),
    "email": N_("email"),
    "registrar": N_("registrar"),
    "joined": N_("joined"),
    "left_on": N_("left on"),
    "nature": N_("nature"),
    "functions": N_("functions"),
    "function": N_("function"),
    "retired": N_("retired"),
    "value": N_("value"),
    "region": N_("region"),
    "language": N_("language"),
    "timezone": N_("time zone"),
    "working": N_("working day"),
}
"""The fields people are told of; the others are the program's own bookkeeping."""

_TABLES = {
    "office": N_("office"),
    "setting": N_("setting"),
    "calendar_year": N_("calendar of a year"),
    "office_day": N_("day of the office's own"),
    "rank": N_("rank"),
    "unit": N_("unit"),
    "post": N_("post"),
    "duty": N_("duty"),
    "duty_support": N_("support of a duty"),
    "person": N_("person"),
    "item": N_("item"),
    "support": N_("support"),
    "target": N_("target"),
    "note": N_("feedback"),
    "submission": N_("submission"),
    "extension": N_("extension"),
    "prod": N_("prod"),
    "pause": N_("suspension"),
    "wait": N_("wait"),
    "told": N_("who was told"),
    "decision": N_("decision"),
    "waiver": N_("waiver"),
}


def verb_words(verb: str) -> str:
    """What somebody did, in the reader's language; an act without words stays as it is."""
    return _(_VERBS[verb]) if verb in _VERBS else verb


def field_words(field: str) -> str:
    """The heading of a field, "" for one that people are not told of."""
    return _(_FIELDS.get(field, ""))


def table_words(table: str) -> str:
    """What a row of the table is, "" for the dated rows that only keep what was before."""
    return _(_TABLES.get(table, ""))
