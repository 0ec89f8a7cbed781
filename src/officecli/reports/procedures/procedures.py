"""The procedures: what routine work goes through, whose it is, and when it comes round."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from officecli.hints import Any
from officecli.i18n import _, in_brackets, listed, ngettext, phrases
from officecli.model.time.recurrence import occurrences
from officecli.model.words import word
from officecli.reports.procedures.steps_shown import step_columns, step_rows
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import joined, people_on
from officecli.reports.shape.report import Column, Report
from officecli.store.calendar.days import working_days
from officecli.store.calendar.provisional import say_provisional
from officecli.store.procedures import ProcedureOnRecord, every_procedure, procedure_on_record
from officecli.store.read.reader import Reader, Row
from officecli.typed.items.tags import find_procedure
from officecli.typed.office.posts import every_post
from officecli.typed.recurrence import say_every

NEXT = 5


def every(read: Reader, kind: str = "", *, retired: bool = False) -> Report:
    """All procedures, or those of one kind, with when each comes round next; with `retired` those that are no longer in use."""
    found = [one for one in every_procedure(read) if one.retired == retired and kind in ("", one.schedule["kind"])]
    posts = {post["id"]: post["label"] for post in every_post(read)}
    held = people_on(read)
    resting = _resting(read)
    rows = [
        {
            "name": one.name,
            "procedure_kind": one.schedule["kind"],
            "post": posts.get(one.schedule["post_id"], "–"),
            "held_by": held.get(one.schedule["post_id"], []),
            "every": _every(one),
            "recurrence": one.schedule["recurrence"],
            "days_off": one.schedule["days_off"],
            "next": next((day.isoformat() for day in _coming(read, one, 1)), None) if not retired else None,
            "steps": len(one.steps),
            "version": one.number,
            "rests_until": _rest_words(resting.get(one.id)),
            "rests": _rest_days(resting.get(one.id)),
        }
        for one in found
    ]
    columns = (
        Column("name", _("procedure"), wide=True),
        Column("procedure_kind", _("kind"), "word", weight=2),
        Column("post", _("post")),
        Column("held_by", _("held by"), "names", weight=3),
        Column("every", _("comes round"), wide=True, beside=("recurrence", "days_off")),
        Column("next", _("next"), "date"),
        Column("steps", _("steps"), "integer", weight=2),
        Column("version", _("version"), "integer", weight=3),
        Column("rests_until", _("rests"), weight=2, sparse=True, beside=("rests",)),
    )
    return build(
        read,
        "procedure-list",
        _("Procedures"),
        columns,
        rows,
        summary={"procedures": len(rows), "resting": sum(1 for row in rows if row["rests_until"])},
        empty=_("No procedures yet; begin with: officecli procedure template documents"),
    )


def one(read: Reader, typed: str) -> Report:
    """One procedure: its steps, when it comes round, its next occurrences and its versions; raises NotFound, BadInput for a retired one."""
    found = procedure_on_record(read, find_procedure(read, typed)["id"])
    posts = {post["id"]: post["label"] for post in every_post(read)}
    post = posts.get(found.schedule["post_id"], "–")
    rows = step_rows(found, posts)
    coming = _coming(read, found, NEXT)
    versions = read.rows("SELECT number, since, reason FROM procedure_version WHERE procedure_id = :id ORDER BY number", id=found.id)
    names = [row["name"] for row in people_on(read).get(found.schedule["post_id"], [])]
    facts = _facts(read, found)
    return build(
        read,
        "procedure-show",
        _("Procedure {name}").format(name=found.name),
        step_columns(),
        rows,
        summary={
            "name": found.name,
            "post": post,
            "held_by": names,
            "every": _every(found),
            **facts,
            "next": [day.isoformat() for day in coming],
            "versions": versions,
        },
        headline=joined(
            (
                word("procedure_kind", found.schedule["kind"]),
                post,
                _("held by {names}").format(names=listed(names)) if names else _("vacant"),
                _every(found) + _days_off_words(found),
            )
        ),
        notes=_notes(read, found, facts, coming, versions),
        empty=_("It has no steps yet: officecli procedure set NAME --step …"),
    )


def _notes(read: Reader, found: ProcedureOnRecord, facts: dict[str, Any], coming: list[date], versions: list[Row]) -> list[str]:
    content, schedule = found.content, found.schedule
    rest = _rest_words(_resting(read).get(found.id))
    last = versions[-1]
    return [
        _("Items are called: {title}").format(title=content["title"]),
        _("Goal: {text}").format(text=content["goal"]) if content["goal"] else "",
        _("Source: {text}").format(text=content["source"]) if content["source"] else "",
        _timing(content["ahead_days"], content["due_days"]) if schedule["recurrence"] else "",
        _("Duty: {title}").format(title=facts["duty"]) if facts["duty"] else "",
        _("Emergency: {name}").format(name=facts["emergency"]) if facts["emergency"] else "",
        _("It ends on {day}.").format(day=schedule["until"]) if schedule["until"] else "",
        _("Next: {days}.").format(days=listed(day.isoformat() for day in coming)) if coming else "",
        say_provisional(read, (day.isoformat() for day in coming)),
        _("It rests {when}.").format(when=rest) if rest else "",
        _("Version {n}, since {day}: {reason}").format(n=last["number"], day=last["since"], reason=last["reason"] or "–")
        if last["number"] > 1
        else "",
    ]


def _timing(ahead: int, due: int) -> str:
    """When an item is handed out and due, from its day."""
    out = ngettext("Handed out {n} working day before its day", "Handed out {n} working days before its day", ahead).format(n=ahead)
    by = ngettext("due {n} working day after it", "due {n} working days after it", due).format(n=due)
    return phrases((out if ahead else _("Handed out on its day"), by if due else _("due on its day")))


def _facts(read: Reader, found: ProcedureOnRecord) -> dict[str, Any]:
    """Schedule and content by the keys of the file; names in place of ids."""
    names = {
        "duty": read.value("SELECT title FROM duty WHERE id = :id", id=found.schedule["duty_id"]),
        "emergency": read.value("SELECT name FROM emergency WHERE id = :id", id=found.schedule["emergency_id"]),
    }
    plain = {key: value for key, value in found.schedule.items() if not key.endswith("_id")}
    dates = {key: value.isoformat() if value else None for key, value in plain.items() if key in ("start", "until")}
    return {**names, **plain, **dates, **found.content, "version": found.number}


def _every(one: ProcedureOnRecord) -> str:
    return say_every(one.schedule["recurrence"], one.schedule["days_off"])


def _days_off_words(one: ProcedureOnRecord) -> str:
    """What becomes of its days off, where the words of the rule do not say."""
    rule, days_off = one.schedule["recurrence"], one.schedule["days_off"]
    if not rule or rule.startswith("FREQ=DAILY") or say_every(rule, days_off) != say_every(rule):
        return ""
    return in_brackets(_("on a day off: {what}").format(what=word("days_off", days_off)))


def _coming(read: Reader, one: ProcedureOnRecord, count: int) -> list[date]:
    """The next days on which it comes round, from today, as far as the calendar goes."""
    rule, start, until = (one.schedule[key] for key in ("recurrence", "start", "until"))
    if not rule:
        return []
    days = working_days(read)
    pauses = read.rows("SELECT since, until FROM procedure_pause WHERE procedure_id = :id", id=one.id)
    found = occurrences(
        rule,
        start=start,
        after=read.today - timedelta(days=1),
        until=min(until or days.last, days.last),
        days_off=one.schedule["days_off"],
        days=days,
    )
    return list(islice((day for day in found if not any(_rests(pause, day.isoformat()) for pause in pauses)), count))


def _rests(pause: Row, day: str) -> bool:
    return bool(pause["since"] <= day and (pause["until"] is None or day < pause["until"]))


def _resting(read: Reader) -> dict[int, Row]:
    """The pauses that are not over, by the procedure."""
    rows = read.rows(
        """SELECT procedure_id, since, until FROM procedure_pause
           WHERE (until IS NULL OR (until > :day AND until > since)) ORDER BY since DESC""",
        day=read.today.isoformat(),
    )
    return {row["procedure_id"]: row for row in rows}


def _rest_days(pause: Row | None) -> Row | None:
    """The pause for programs; no `until` where somebody must resume it."""
    return pause and {"since": pause["since"], "until": pause["until"]}


def _rest_words(pause: Row | None) -> str | None:
    if pause is None:
        return None
    if pause["until"] is None:
        return _("from {since} until it is resumed").format(since=pause["since"])
    return _("from {since} until {until}").format(since=pause["since"], until=pause["until"])
