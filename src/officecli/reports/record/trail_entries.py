"""One entry of the trail as a phrase: what a row was made, changed or taken away, before and after."""

from __future__ import annotations

from officecli.i18n import N_, _, in_brackets, phrases
from officecli.model.trail_words import field_words, table_words
from officecli.reports.items.hanging import target_text
from officecli.standing.record.commands import REVERSALS
from officecli.store.read.reader import Row
from officecli.typed.chain.verdicts import answer_in_words
from officecli.typed.record.trail_names import Names

_MADE = {  # what is said of a new row: fields without their heading, then fields with it
    "item": (("title",), ("lead_id", "due", "began", "decision_id")),
    "note": (("progress", "text"), ("problem", "next_step", "evidence")),
    "submission": (("result", "achieved"), ("rating",)),
    "extension": (("asked_due",), ()),
    "prod": (("level", "text"), ()),
    "told": (("person_id",), ()),
    "decision": (("number", "title"), ("decided_by", "none_needed")),
    "pause": ((), ()),
    "wait": (("waiting_for",), ()),
    "waiver": (("rule", "approver_id"), ("expires",)),
    "selection": (("person_id", "manner", "result"), ("decided_by", "evidence")),
    "difficulty": ((), ("owner_id", "due")),
    "reminder": (("title",), ("due",)),
    "procedure_pause": (("procedure_id",), ()),
    "request_attempt": (("text",), ()),
    "finding_seen": (("rule", "subject"), ()),
    "absence": (("person_id",), ("since", "until", "stand_in_id")),
    "roster": (("day", "person_id"), ()),
    "handover_note": (("text",), ()),
    "person": (("name", "post_id"), ()),
    "post": (("title",), ("unit_id",)),
    "duty": (("title",), ("post_id",)),
    "checklist_point": (("text",), ()),
    "target_result": (("target_id", "value", "evidence"), ()),
    "setting": (("name", "value"), ()),
    "calendar_year": (("year",), ()),
    "office_day": (("day",), ("working",)),
}
REASONS = ("reason", "verdict_reason")
_ENDED = {
    "support": N_("{name} supports it no longer"),
    "wait": N_("no longer waiting for {name}"),
    "pause": N_("its clock runs again"),
    "absence": N_("{name} is back"),
}
"""What is said of a row that only got its last day."""

_OF_REQUESTS = ("request", "request_stage")

_OF_DUTY = ("roster", "handover_note")

_NAMES_ITSELF = ("support", "body_support", "alias", "label")
"""Rows that are told with the word for what they are."""

_HALVES = ("submission", "extension", "support", "wait", "pause")  # rows whose change says what became of them, not a correction


def told_entry(entry: Row, names: Names, *, act: str = "") -> str:
    """One entry as a phrase, "" for bookkeeping; `act` is the verb it is told under, where that is not its own."""
    subject, before, after = entry["subject"], entry["before"], entry["after"]
    if subject in _OF_REQUESTS:
        return _of_request(entry, names)
    if not table_words(subject):
        return ""
    if subject == "item_step":
        return said_step(entry, names)
    if subject in _OF_DUTY and before is not None and after is not None:
        return _of_duty(entry, names)
    if before is None:
        return _made(subject, after, names)
    if subject == "notice" and after is not None:
        return ""  # seen, as the act says
    if after is None:
        was = _made(subject, before, names)
        return _("{what} taken away").format(what=was if subject in _NAMES_ITSELF else f"{table_words(subject)} {was}".strip())
    if after.keys() == {"until"} and subject in _ENDED:
        return _(_ENDED[subject]).format(name=names.told(subject, entry["id"]))
    if subject == "target":  # the parent of a unit is a unit, that of a target a target
        before, after = (_of_target(fields, names) for fields in (before, after))
    text = _changed(entry, before, after, names, act=act or entry["verb"])
    whose = names.row(subject, entry["id"]) if entry["item"] is None else ""
    return _("{label}: {text}").format(label=whose, text=text) if whose and text else text


def _changed(entry: Row, before: Row, after: Row, names: Names, *, act: str) -> str:
    """What was changed and what is gone. The act says how the status changed, unless it took another back or is another; the reason stands by itself."""
    subject = entry["subject"]
    by_itself = entry["verb"] == act and act not in REVERSALS
    fields = [field for field in after if field_words(field) and field not in REASONS and not (field == "status" and by_itself)]
    changed = [
        f"{field_words(field)} {names.say(field, after[field])}"
        if subject in _HALVES and before[field] in (None, "")
        else f"{field_words(field)} {names.say(field, before[field])} → {names.say(field, after[field])}"
        for field in fields
        if after[field] is not None
    ]
    gone = [f"{field_words(field)} {names.say(field, before[field])} → –" for field in fields if after[field] is None]
    return phrases(changed + gone)


def said_step(entry: Row, names: Names) -> str:
    """Which step was done, with what proves it, or is no longer; that steps open is bookkeeping."""
    before, after = entry["before"] or {}, entry["after"] or {}
    if after.get("done"):
        return " · ".join(text for text in (names.step(entry["id"]), after.get("text", "")) if text)
    return _("{what} taken away").format(what=names.step(entry["id"])) if before.get("done") else ""


def _of_request(entry: Row, names: Names) -> str:
    """What a request asks, on an item under its number, or how it was answered; "" for what is bookkeeping of its turns."""
    before, after = entry["before"], entry["after"] or {}
    if entry["subject"] == "request" and before is None and after:
        asked = ((_("Tried: {text}"), after.get("tried")), (_("Recommended: {text}"), after.get("recommend")))
        called = names.about(entry) if entry["item"] else after.get("title")
        return " · ".join(filter(None, [called, *(text.format(text=said) for text, said in asked if said)]))
    if entry["subject"] == "request_stage" and after.get("outcome") == "answered":
        return " · ".join(answer_in_words(after.get("verdict"), after.get("answer") or ""))
    return ""


def _of_duty(entry: Row, names: Names) -> str:
    """Of which day the duty officer is another now, or which note was done or is for somebody else."""
    before, after = entry["before"], entry["after"]
    if entry["subject"] == "roster":
        whose, field = names.of("roster", entry["id"]), "person_id"
    else:
        whose, field = names.about(entry), "to_id"
    return f"{whose} {names.say(field, before[field])} → {names.say(field, after[field])}" if field in after else whose


def _of_target(fields: Row, names: Names) -> Row:
    """The changed fields of a target with words in place of its parent, which say shows as they are."""
    parent = fields.get("parent_id")
    return {**fields, "parent_id": names.of("target", parent)} if parent else fields


def _made(subject: str, row: Row, names: Names) -> str:
    if subject == "target":
        return phrases(text for text in (row.get("metric", ""), target_text(row)) if text)
    if subject == "support":
        return f"{table_words(subject)} {names.of('person', row['person_id'])}" + (in_brackets(row["part"]) if row.get("part") else "")
    if subject == "body_support":
        return f"{table_words(subject)} {names.of('body', row['body_id'])}" + (in_brackets(row["part"]) if row.get("part") else "")
    if subject == "label":
        return f"{table_words(subject)} {row['name']}"
    if subject == "alias":
        whose = next(names.of(table, row[f"{table}_id"]) for table in ("person", "unit", "body") if row.get(f"{table}_id"))
        return f"{table_words(subject)} {row['name']}" + in_brackets(whose)
    if subject == "notice":
        return _("{name} is told: {cause}").format(name=names.of("person", row["person_id"]), cause=names.say("cause", row["cause"]))
    bare, headed = _MADE.get(subject, (("name",), ()))
    parts = [names.say(field, row[field]) for field in bare if row.get(field) not in (None, "")]
    parts += [f"{field_words(field)} {names.say(field, row[field])}" for field in headed if row.get(field) not in (None, "")]
    return phrases([part.rstrip(".。") for part in parts[:-1]] + parts[-1:])
