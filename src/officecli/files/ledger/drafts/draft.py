"""The rows of a ledger as the items they become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from officecli.files.ledger.drafts.numbering import Number, matter
from officecli.files.ledger.people.bodies import OutsideBody
from officecli.files.ledger.people.row_people import People
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.files.ledger.sheets.cells import TargetCell
from officecli.i18n import _
from officecli.model.item_fields import PLAIN
from officecli.model.ledger_marks import AS_IMPORTED
from officecli.model.names import name_key, title_key
from officecli.model.office.organisation import Body
from officecli.store.write.change import Change
from officecli.typed.office.name_book import Meant

STANDING = {"issued": "issued", "suspended": "suspended", "cancelled": "cancelled", "submitted": "submitted", "closed": "closed"}
"""What the ledger says of the status where it says more than open; all else is in hand."""

Entered = Mapping[str, int]
"""The key of an outside body's name → its id, of those that were entered for this ledger."""


@dataclass(slots=True)
class Draft:
    """An item to be, and the people it names; its rows of the store are made when they are written (`items`, and what hangs on it in `attached`).

    `parts` are items of their own, one for each of those to whom it was given; they are written after it, and still without `parent_id`.
    So is one that is a part of another row's, its `whole`. `title_key` and `source_key` are those of a `Matter`. `number` is None until it has one.
    """

    row: LedgerRow
    issued: date
    title_key: str
    source_key: str
    people: People
    status: str
    issued_at: str
    today: date
    number: Number | None = None
    parts: Sequence[Draft] = ()
    whole: Draft | None = None
    parent_id: int | None = None

    @property
    def closed(self) -> date | None:
        """The day of the closing, where it is closed and that is known."""
        return self.row.closed if self.status == "closed" else None

    @property
    def cancelled(self) -> date | None:
        """The day of the cancelling, where it is cancelled; of one not known none that makes it late: at the latest the first deadline."""
        if self.status != "cancelled":
            return None
        return self.row.cancelled or self.row.closed or max(self.registered, min(filter(None, (self.row.original_due, self.row.due, self.today))))

    @property
    def ended(self) -> date:
        """The day up to which it is told of: that of its end, else today."""
        return self.closed or self.cancelled or self.today

    @property
    def registered(self) -> date:
        """The day it is taken to have been registered."""
        return min(self.issued, self.today)

    @property
    def goal(self) -> str:
        """The goal, with the targets that have no number."""
        row = self.row
        return "\n".join(filter(None, (row.goal, *(one.what for one in row.targets if one.quantity is None)))) if row.targets else row.goal

    @property
    def number_text(self) -> str:
        """The number it has by now."""
        return self.number.text if self.number else ""


def items(drafts: Sequence[Draft], entered: Entered) -> dict[str, Sequence[Any]]:
    """The rows of the items, column by column; where the ledger does not say when one was signed for, nobody knows."""
    rows, people = [made.row for made in drafts], [made.people for made in drafts]
    numbers = [made.number for made in drafts if made.number is not None]
    return {
        "title": [row.title for row in rows],
        "title_key": [made.title_key if made.title_key != made.row.title else title_key(made.row.title) for made in drafts],
        "source": [row.source for row in rows],
        "source_key": [made.source_key for made in drafts],
        "kind": [row.kind or "routine" for row in rows],
        "urgency": [row.urgency or "ordinary" for row in rows],
        "importance": [row.importance or "normal" for row in rows],
        "goal": [made.goal for made in drafts],
        "ordered_by": [one.ordered_by for one in people],
        **{key: [row.fields[key] for row in rows] for key in PLAIN},
        "originator_id": [one.originator_id for one in people],
        "lead_id": [one.lead.id for one in people],
        "registered": [made.registered for made in drafts],
        "issued": [made.issued for made in drafts],
        "issued_at": [made.issued_at for made in drafts],
        "signed": [row.signed for row in rows],
        "original_due": [row.original_due for row in rows],
        "due": [row.due for row in rows],
        "hours": [row.hours for row in rows],
        "feedback_every": [row.feedback_every for row in rows],
        "status": [made.status for made in drafts],
        "closed": [made.closed for made in drafts],
        "cancelled": [made.cancelled for made in drafts],
        "imported": [True] * len(drafts),
        "support_note": [one.support_note for one in people],
        "remarks": [row.remarks or None for row in rows],
        "body_id": [body_id(one.body, entered) for one in people],
        "parent_id": [made.parent_id for made in drafts],
        "point": [row.point for row in rows],
        "number": [number.text for number in numbers],
        "year": [number.year for number in numbers],
        "serial": [number.serial for number in numbers],
    }


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
    """The item a row is to be, and the parts of those who each do it by themselves."""
    issued = issue_day(row, today)
    made = Draft(row, issued, *matter(row.title, row.source), people, status_of(row, issued, today), issued_at, today)
    made.parts = tuple(_part(made, lead, body) for lead, body in people.parts)
    return made


def _part(whole: Draft, lead: Meant, body: OutsideBody | None) -> Draft:
    """What one of several owes: the same matter, days and state; how the whole goes is told there."""
    row = replace(
        whole.row, number="", supports=(), parts_done=(), targets=(), remarks="", percent=None,
        progress="", problem="", next_step="", evidence="", result=result_of(whole.row) if whole.status == "closed" else whole.row.result,
    )  # fmt: skip
    people = replace(whole.people, lead=lead, supports=(), support_note="", body=body, body_supports=(), parts=())
    return draft(row, people, issued_at=whole.issued_at, today=whole.today)


def body_id(body: OutsideBody | None, entered: Entered) -> int | None:
    """The id of a body, be it on record or just entered."""
    return None if body is None else entered[name_key(body.name)] if body.id is None else body.id


def enter_bodies(change: Change, drafts: Iterable[Draft]) -> Entered:
    """Enter the outside bodies the drafts name that are not on record; who leads all that such a one does follows it up, where nobody was said to."""
    new: dict[str, OutsideBody] = {}
    leads: dict[str, set[int]] = {}
    for people in (made.people for made in drafts):
        for body in (people.body, *(body for body, _part in people.body_supports)):
            if body is not None and body.id is None:
                new.setdefault(name_key(body.name), body)
        if people.body is not None:
            leads.setdefault(name_key(people.body.name), set()).add(people.lead.id)
    ids: dict[str, int] = {}
    for key, body in new.items():
        (only, *others) = leads.get(key) or (None,)
        row = {"name": body.name, "name_key": key, "contact": "", "phone": "", "email": ""}
        ids[key] = change.add(Body, "body-add", **row, follow_up_id=body.follow_up_id or (None if others else only)).id
    return ids


def target_fields(target: TargetCell) -> dict[str, Any]:
    """`准确率100%` as amount 100 of “% 准确率”."""
    return {"amount": str(target.quantity), "unit": " ".join(filter(None, (target.unit, target.what)))}


def result_of(row: LedgerRow) -> str:
    """What was achieved: the result, else the progress, else the word that it was imported."""
    return row.result or row.progress or _(AS_IMPORTED)
