"""The rows of the store that hang on an item which a ledger brings in, table by table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from officecli.files.ledger.drafts.draft import Draft, Entered, body_id, result_of, target_fields
from officecli.files.ledger.sheets.cells import read_percent
from officecli.i18n import _
from officecli.model.declaring import SQLModel
from officecli.model.items import BodySupport, Label, Note, PastDeadline, Pause, Submission, Support
from officecli.model.ledger_marks import AS_IMPORTED
from officecli.model.names import name_key
from officecli.model.targets import Target

Fields = dict[str, Any]
"""A row without its `item_id`."""


def _supports(made: Draft, _entered: Entered) -> Iterator[Fields]:
    """Who supports it; a part is done where the ledger says so, or with the whole where it says nothing of parts."""
    people = made.people
    for person, part in people.supports:
        done = made.status == "closed" if people.parts_done is None else person.id in people.parts_done
        yield {"person_id": person.id, "part": part, "since": made.registered, "done": made.ended if done else None}


def _body_supports(made: Draft, entered: Entered) -> Iterator[Fields]:
    for body, part in made.people.body_supports:
        yield {"body_id": body_id(body, entered), "part": part}


def _labels(made: Draft, _entered: Entered) -> Iterator[Fields]:
    for name in made.row.labels:
        yield {"name": name, "name_key": name_key(name)}


def _notes(made: Draft, _entered: Entered) -> Iterator[Fields]:
    """How it goes, as far as the ledger says, as one feedback of the lead's."""
    row = made.row
    is_percent_only = row.percent is not None and read_percent(row.progress) == row.percent
    text = "" if is_percent_only else row.progress
    if text or row.problem or row.next_step or row.evidence or row.percent is not None:
        yield {
            "person_id": made.people.lead.id, "day": made.ended, "text": text, "progress": None if row.percent is None else round(row.percent),
            "problem": row.problem, "next_step": row.next_step, "evidence": row.evidence,
        }  # fmt: skip


def _submissions(made: Draft, _entered: Entered) -> Iterator[Fields]:
    """What was submitted: accepted on the closing day, waiting for review, or, where the item is in hand again, returned."""
    row, status = made.row, made.status
    if not row.submitted and (status not in ("closed", "submitted") or (status == "closed" and not row.closed)):
        return  # what was closed nobody knows when was submitted nobody knows when
    day = row.submitted or row.closed or made.today
    verdict, reviewed = {"closed": ("accepted", row.closed), "submitted": (None, None)}.get(status, ("returned", day))
    yield {
        "person_id": made.people.lead.id, "day": day, "result": result_of(row) if status == "closed" else row.result, "achieved": row.achieved,
        "verdict": verdict, "reviewed": reviewed, "rating": row.rating if verdict else None,
    }  # fmt: skip


def _past_deadlines(made: Draft, _entered: Entered) -> Iterator[Fields]:
    """A deadline that has been moved: the day is not known, and taken to be the original deadline, or today where that is still to come."""
    original = made.row.original_due
    if original is not None and original != made.row.due:
        yield {"due": original, "until": min(original, made.today)}


def _targets(made: Draft, _entered: Entered) -> Iterator[Fields]:
    for target in made.row.targets:
        if target.quantity is not None:
            yield target_fields(target)


def _pauses(made: Draft, _entered: Entered) -> Iterator[Fields]:
    """A pause that lasts."""
    if made.status == "suspended":
        yield {"since": made.today, "reason": made.row.problem or _(AS_IMPORTED)}


ATTACHED: dict[type[SQLModel], Callable[[Draft, Entered], Iterator[Fields]]] = {
    Support: _supports,
    BodySupport: _body_supports,
    Label: _labels,
    Note: _notes,
    Submission: _submissions,
    PastDeadline: _past_deadlines,
    Target: _targets,
    Pause: _pauses,
}
"""What hangs on an item, in the order in which it is written."""
