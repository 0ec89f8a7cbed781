"""Views: the tables with names in place of ids. They are also the interface for spreadsheets and other tools.

`people` and `items` are also filled in for a past day: then every value that changes over time is looked up in the dated rows
instead of on the row itself. The present and the past thus come from one text; a test proves they agree on today.
"""

from __future__ import annotations

from officecli.hints import NamedTuple
from officecli.model.item_fields import PLAIN


def _was(column: str, past_column: str, table: str, link: str) -> str:
    """`column` as of :as_of: the earliest past row that ended after that day, else the present value."""
    return (
        f"CASE WHEN EXISTS (SELECT 1 FROM {table} w WHERE {link} AND w.until > :as_of) "
        f"THEN (SELECT w.{past_column} FROM {table} w WHERE {link} AND w.until > :as_of ORDER BY w.until, w.id LIMIT 1) ELSE {column} END"
    )


def people(*, past: bool) -> str:
    """Everyone, with post, unit and rank level; as of :as_of when `past`."""
    post = _was("pe.post_id", "post_id", "past_post", "w.person_id = pe.id") if past else "pe.post_id"
    away = "(SELECT MAX(w.left_on) FROM past_leaving w WHERE w.person_id = pe.id AND w.left_on <= :as_of AND w.until > :as_of)"
    left = f"CASE WHEN pe.left_on <= :as_of THEN pe.left_on ELSE {away} END" if past else "pe.left_on"
    return f"""
SELECT pe.id, pe.name, pe.login, pe.email, pe.registrar, pe.account, pe.joined, {left} AS left_on,
       po.id AS post_id, po.title AS post, po.reports_to_id, po.extension_days,
       u.id AS unit_id, u.name AS unit, r.name AS rank_name, r.level AS level
FROM person pe
LEFT JOIN post po ON po.id = {post}
LEFT JOIN unit u ON u.id = po.unit_id
LEFT JOIN rank r ON r.id = po.rank_id"""


class _Changing(NamedTuple):
    """What changes over time on an item, as SQL says it; as it is now where nothing else is given."""

    lead: str = "i.lead_id"
    due: str = "i.due"
    post: str = "l.post_id"
    sign_by: str = "i.sign_by"
    signed: str = "i.signed"
    sign_minutes: str = "i.sign_minutes"
    closed: str = "i.closed"
    cancelled: str = "i.cancelled"
    status: str = "i.status"


def _of_a_past_day() -> _Changing:
    """What changes over time, as of :as_of: looked up in the dated rows, and the status worked out from what had happened by then."""
    of_the_lead = ("past_lead", "w.item_id = i.id")
    signed_in_the_end = _was("i.signed", "signed", *of_the_lead)
    signed = f"CASE WHEN ({signed_in_the_end}) <= :as_of THEN ({signed_in_the_end}) END"
    reopened = "(SELECT MAX(c.closed) FROM past_closing c WHERE c.item_id = i.id AND c.closed <= :as_of AND c.until > :as_of)"
    closed = f"CASE WHEN i.closed <= :as_of THEN i.closed ELSE {reopened} END"
    return _Changing(
        lead=_was("i.lead_id", "person_id", *of_the_lead),
        due=_was("i.due", "due", "past_deadline", "w.item_id = i.id"),
        post=_was("l.post_id", "post_id", "past_post", "w.person_id = l.id"),
        sign_by=_was("i.sign_by", "sign_by", *of_the_lead),
        signed=signed,
        sign_minutes=f"CASE WHEN ({signed_in_the_end}) <= :as_of THEN ({_was('i.sign_minutes', 'sign_minutes', *of_the_lead)}) END",
        closed=closed,
        cancelled="CASE WHEN i.cancelled <= :as_of THEN i.cancelled END",
        status=_past_status(closed, signed, signed_in_the_end),
    )


def _past_status(closed: str, signed: str, signed_in_the_end: str) -> str:
    """The status as of :as_of. Of an imported item nobody may know when it was closed, or signed for: then it was so on every day."""
    submitted = "EXISTS (SELECT 1 FROM submission s WHERE s.item_id = i.id AND s.day <= :as_of AND (s.reviewed IS NULL OR s.reviewed > :as_of))"
    paused = "EXISTS (SELECT 1 FROM pause z WHERE z.item_id = i.id AND z.since <= :as_of AND (z.until IS NULL OR z.until > :as_of))"
    closed_unknown = """((i.status = 'closed' AND i.closed IS NULL)
            OR EXISTS (SELECT 1 FROM past_closing c WHERE c.item_id = i.id AND c.closed IS NULL AND c.until > :as_of))"""
    signed_unknown = f"(i.imported = 1 AND i.status <> 'issued' AND ({signed_in_the_end}) IS NULL)"
    return f"""CASE WHEN i.cancelled <= :as_of THEN 'cancelled' WHEN ({closed}) IS NOT NULL THEN 'closed' WHEN {paused} THEN 'suspended'
            WHEN {closed_unknown} THEN 'closed' WHEN {submitted} THEN 'submitted'
            WHEN ({signed}) IS NOT NULL OR {signed_unknown} THEN 'in-hand' ELSE 'issued' END"""


def items(*, past: bool) -> str:
    """Every item with names, the unit of its lead, and what its lateness is worked out from; as of :as_of when `past`.

    On a past day there are the items registered by then, and those said later to have been handed out by then (an import, `add --issued`).
    All joins are outer ones, though each person exists: the engines leave out those a query does not look at.
    """

    def on(condition: str) -> str:
        return f" AND {condition}" if past else ""

    at = _of_a_past_day() if past else _Changing()
    plain = ", ".join(f"i.{key}" for key in PLAIN)
    return f"""
SELECT i.id, i.number, i.year, i.serial, i.title, i.source, i.kind, i.urgency, i.importance, i.goal, i.ordered_by, {plain},
       i.originator_id, o.name AS originator, l.id AS lead_id, l.name AS lead, p.title AS post, u.id AS unit_id, u.name AS unit, r.level AS lead_level,
       i.registered, i.issued, i.issued_at, {at.sign_by} AS sign_by, {at.signed} AS signed, {at.sign_minutes} AS sign_minutes, i.original_due, {at.due} AS due,
       original_day.working_no AS original_due_no, due_day.working_no AS due_no, i.hours, i.feedback_every,
       {at.status} AS status, {at.closed} AS closed, {at.cancelled} AS cancelled, i.imported, i.support_note, i.remarks, i.version,
       i.duty_id, i.procedure_id, i.procedure_version_id, i.occurrence, i.parent_id, i.origin, i.lead_time, i.depth, i.focus,
       i.body_id, b.name AS body, b.contact AS body_contact, b.phone AS body_phone,
       COALESCE((SELECT MIN(c.closed) FROM past_closing c WHERE c.item_id = i.id{on("c.until <= :as_of")}
                   AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = c.item_id AND s.day <= c.closed)),
                (SELECT MIN(s.day) FROM submission s WHERE s.item_id = i.id{on("s.day <= :as_of")})) AS first_submitted,
       (SELECT MAX(s.id) FROM submission s WHERE s.item_id = i.id{on("s.day <= :as_of")}) AS submission_id,
       (SELECT MAX(n.id) FROM note n WHERE n.item_id = i.id{on("n.day <= :as_of")}) AS note_id,
       (SELECT MAX(n.id) FROM note n WHERE n.item_id = i.id AND n.progress IS NOT NULL{on("n.day <= :as_of")}) AS progress_note_id,
       (SELECT MAX(x.id) FROM extension x WHERE x.item_id = i.id{on("x.day <= :as_of")}
          AND (x.verdict IS NULL{" OR x.reviewed > :as_of" if past else ""})) AS pending_extension_id,
       (SELECT MAX(h.id) FROM wait h WHERE h.item_id = i.id{on("h.since <= :as_of")}
          AND (h.until IS NULL{" OR h.until > :as_of" if past else ""})) AS wait_id
FROM item i
LEFT JOIN person l ON l.id = {at.lead}
LEFT JOIN person o ON o.id = i.originator_id
LEFT JOIN post p ON p.id = {at.post}
LEFT JOIN unit u ON u.id = p.unit_id
LEFT JOIN rank r ON r.id = p.rank_id
LEFT JOIN body b ON b.id = i.body_id
LEFT JOIN calendar_day due_day ON due_day.date = {at.due}
LEFT JOIN calendar_day original_day ON original_day.date = i.original_due{" WHERE i.registered <= :as_of OR i.issued <= :as_of" if past else ""}"""


VIEWS = {"v_person": people(past=False), "v_item": items(past=False)}
