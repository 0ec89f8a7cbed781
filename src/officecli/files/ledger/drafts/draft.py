"""One row of a ledger as the rows of the store it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from officecli.files.ledger.bodies import OutsideBody
from officecli.files.ledger.drafts.numbering import Matter, matter
from officecli.files.ledger.people import People
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.files.ledger.sheets.cells import TargetCell, read_percent
from officecli.i18n import _
from officecli.model.declaring import SQLModel
from officecli.model.items import BodySupport, Label, Note, PastDeadline, Pause, Submission, Support
from officecli.model.names import name_key, title_key
from officecli.model.office.organisation import Body
from officecli.model.targets import Target
from officecli.store.write.change import Change
from officecli.typed.office.name_book import Meant

STANDING = {"issued": "issued", "suspended": "suspended", "cancelled": "cancelled", "submitted": "submitted", "closed": "closed"}
"""What the ledger says of the status where it says more than open; all else is in hand."""


@dataclass(slots=True)
class Draft:
    """An item to be, without its number, and the people it names; `attached` are the rows that hang on it, still without `item_id`.

    `parts` are items of their own, one for each of those to whom it was given; they are written after it, and still without `parent_id`.
    So is one that is a part of another row's, its `whole`.
    """

    row: LedgerRow
    issued: date
    what: Matter
    people: People
    item: dict[str, Any]
    attached: list[tuple[type[SQLModel], dict[str, Any]]] = field(default_factory=list)
    parts: list[Draft] = field(default_factory=list)
    whole: Draft | None = None


def issue_day(row: LedgerRow, today: date) -> date:
    """The issue day; where the ledger does not say it, today or the earliest day the row speaks of."""
    told = (row.original_due, row.due, row.signed, row.submitted, row.closed, row.cancelled)
    return row.issued or min([today, *(day for day in told if day)])


def status_of(row: LedgerRow, issued: date, today: date) -> str:
    """The status to store: a closing date means closed, whatever else the row says but cancelled."""
    status = STANDING.get(row.status or "", "in-hand")
    if row.cancelled:
        return "cancelled"
    if row.closed and status != "cancelled":
        return "closed"  # a ledger that says otherwise was reported
    if row.submitted and row.status in (None, "open"):
        return "submitted"
    return "issued" if issued > today or (status == "issued" and not row.signed) else "in-hand" if status == "issued" else status


def draft(row: LedgerRow, people: People, *, issued_at: str, today: date) -> Draft:
    """The rows the store will hold; where the ledger does not say when it was signed for, nobody knows."""
    issued = issue_day(row, today)
    status = status_of(row, issued, today)
    ended = {"closed": row.closed, "cancelled": row.cancelled or row.closed or today}.get(status)
    what = matter(row.title, row.source)
    item = {
        "title": row.title, "title_key": title_key(row.title), "source": row.source, "source_key": what[1],
        "kind": row.kind or "routine", "urgency": row.urgency or "ordinary", "importance": row.importance or "normal",
        "goal": "\n".join(filter(None, (row.goal, *(target.what for target in row.targets if target.quantity is None)))),
        "ordered_by": people.ordered_by, **row.fields, "originator_id": people.originator_id, "lead_id": people.lead.id,
        "registered": min(issued, today), "issued": issued, "issued_at": issued_at, "signed": row.signed,
        "original_due": row.original_due, "due": row.due, "hours": row.hours, "feedback_every": row.feedback_every, "status": status,
        "closed": row.closed if status == "closed" else None, "cancelled": ended if status == "cancelled" else None,
        "imported": True, "support_note": people.support_note, "remarks": row.remarks or None,
        "body_id": _body(people.body), "parent_id": None, "point": row.point,
    }  # fmt: skip
    made = Draft(row, issued, what, people, item)
    _supports(made, people, status, ended or today)
    made.attached += [(Target, target_fields(target)) for target in row.targets if target.quantity is not None]
    _note(made, people.lead.id, ended or today)
    _submission(made, people.lead.id, status, today)
    _moved_or_paused(made, status, today)
    made.attached += [(Label, {"name": name, "name_key": name_key(name)}) for name in row.labels]
    made.parts = [_part(made, lead, body, today) for lead, body in people.parts]
    return made


def _part(whole: Draft, lead: Meant, body: OutsideBody | None, today: date) -> Draft:
    """What one of several owes: the same matter, days and state; how the whole goes is told there."""
    row = replace(
        whole.row, number="", supports=(), parts_done=(), targets=(), remarks="", percent=None,
        progress="", problem="", next_step="", evidence="", result=result_of(whole.row) if whole.item["status"] == "closed" else whole.row.result,
    )  # fmt: skip
    people = replace(whole.people, lead=lead, supports=(), support_note="", body=body, body_supports=(), parts=())
    return draft(row, people, issued_at=whole.item["issued_at"], today=today)


def _supports(made: Draft, people: People, status: str, day: date) -> None:
    """Who supports it; a part is done where the ledger says so, or with the whole where it says nothing of parts."""
    for person, part in people.supports:
        done = status == "closed" if people.parts_done is None else person.id in people.parts_done
        made.attached.append((Support, {"person_id": person.id, "part": part, "since": made.item["registered"], "done": day if done else None}))
    made.attached += [(BodySupport, {"body_id": _body(body), "part": part}) for body, part in people.body_supports]


def _body(body: OutsideBody | None) -> int | OutsideBody | None:
    """The id of a body on record; one that is to be entered stands for its own."""
    return body if body is None or body.id is None else body.id


def enter_bodies(change: Change, drafts: Sequence[Draft]) -> None:
    """Enter the outside bodies the drafts name that are not on record, and put their ids in their place."""
    ids: dict[str, int] = {}
    for fields in (fields for made in drafts for fields in (made.item, *(fields for kind, fields in made.attached if kind is BodySupport))):
        body = fields["body_id"]
        if isinstance(body, OutsideBody):
            key = name_key(body.name)
            if key not in ids:
                row = {"name": body.name, "name_key": key, "contact": "", "phone": "", "email": "", "follow_up_id": body.follow_up_id}
                ids[key] = change.add(Body, "body-add", **row).id
            fields["body_id"] = ids[key]


def _moved_or_paused(made: Draft, status: str, today: date) -> None:
    """A deadline that has been moved, and a pause that lasts."""
    row = made.row
    if row.original_due != row.due and row.original_due is not None:
        # The day it was moved is not known: it is taken to be the original deadline, or today where that is still to come.
        made.attached.append((PastDeadline, {"due": row.original_due, "until": min(row.original_due, today)}))
    if status == "suspended":
        made.attached.append((Pause, {"since": today, "reason": row.problem or _("as imported")}))


def target_fields(target: TargetCell) -> dict[str, Any]:
    """`准确率100%` as amount 100 of “% 准确率”."""
    return {"amount": str(target.quantity), "unit": " ".join(filter(None, (target.unit, target.what)))}


def _note(made: Draft, lead_id: int, day: date) -> None:
    """How it goes, as far as the ledger says, as one feedback of the lead's."""
    row = made.row
    is_percent_only = row.percent is not None and read_percent(row.progress) == row.percent
    text = "" if is_percent_only else row.progress
    if text or row.problem or row.next_step or row.evidence or row.percent is not None:
        fields = {
            "person_id": lead_id, "day": day, "text": text, "progress": None if row.percent is None else round(row.percent),
            "problem": row.problem, "next_step": row.next_step, "evidence": row.evidence,
        }  # fmt: skip
        made.attached.append((Note, fields))


def result_of(row: LedgerRow) -> str:
    """What was achieved: the result, else the progress, else the word that it was imported."""
    return row.result or row.progress or _("as imported")


def _submission(made: Draft, lead_id: int, status: str, today: date) -> None:
    """What was submitted: accepted on the closing day, waiting for review, or, where the item is in hand again, returned."""
    row = made.row
    if not row.submitted and (status not in ("closed", "submitted") or (status == "closed" and not row.closed)):
        return  # what was closed nobody knows when was submitted nobody knows when
    day = row.submitted or row.closed or today
    fields = {"person_id": lead_id, "day": day, "result": row.result, "achieved": row.achieved}
    if status == "closed":
        fields |= {"result": result_of(row), "verdict": "accepted", "reviewed": row.closed, "rating": row.rating}
    elif status != "submitted":
        fields |= {"verdict": "returned", "reviewed": day, "rating": row.rating}
    made.attached.append((Submission, fields))
