"""What is to be done about the differences of a row, as the acts that bring its item in line; what no act changes is said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from officecli.actions.items.asked import Feedback
from officecli.actions.items.bringing_in_line import InLine
from officecli.actions.items.editing import OF_A_CLOSED_ONE
from officecli.files.ledger.drafts.draft import Draft, result_of, target_fields
from officecli.files.ledger.reconciling.plan import Difference, Paired
from officecli.files.ledger.reconciling.saying import OF_NOTE, progress_is_percent, says
from officecli.i18n import N_, _
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.store.read.reader import Row

_TOLD_OF_A_CLOSED_ONE = frozenset({*OF_A_CLOSED_ONE, "labels", "rating"})
_EDITED = ("title", "source", *PLAIN, "hours", "kind", "urgency", "importance", "feedback_every")
_LEFT = {
    "status": (
        N_("It is cancelled on record, and what is cancelled is not taken up again."),
        N_(
            "If it is to be done after all, write in the row the day on which it was handed out anew, and its new deadline: it becomes an item of "
            "its own. What was cancelled by mistake is taken back: officecli undo --list"
        ),
    ),
    "original_due": (
        N_("The original deadline is kept for ever: it is {old} on record."),
        N_(
            "Put it back in the row, and write a later one as the present deadline; what was mistyped: officecli edit {number} --due DAY --correct REASON"
        ),
    ),
}
_LEFT_ELSE = (
    N_("{field} is {old} on record, and no ledger changes that."),
    N_("Write in the row what is on record; see it with: officecli show {number}"),
)


def left_as_it_is(paired: Paired) -> Iterator[tuple[Difference, str, str]]:
    """The differences that no act takes up, each with the reason and what to do."""
    for one in paired.differences:
        if _is_left(one, paired):
            what, fix = _LEFT.get(one.field, _LEFT_ELSE)
            told = {"field": _(FIELDS[one.field].label), "old": one.old or "–", "number": paired.number}
            yield one, _(what).format(**told), _(fix).format(**told)


def _is_left(one: Difference, paired: Paired) -> bool:
    """Whether a difference is of what is settled: the first deadline, days on record, a result that was handed in, a cancelling."""
    if one.field in ("original_due", "signed", "submitted", "cancelled") and one.old is not None:
        return True
    if one.field == "status" and one.old == "cancelled":
        return True
    if one.field not in ("submitted", "result", "achieved"):
        return False
    now, new = paired.record["status"], {other.field for other in paired.differences}
    handed_in = not new.isdisjoint({"status", "closed"}) or ("submitted" in new and now in ("issued", "in-hand"))
    return not handed_in or now == "submitted"


def says_the_same_closing(found: Iterable[Difference], said: Collection[str], record: Row) -> bool:
    """Whether a row says of a closed item that it is, on the same day, and differs in nothing but what is still edited of it."""
    return record["status"] == "closed" and "status" in said and all(one.field in OF_A_CLOSED_ONE for one in found)


def left_of_a_closed_one(found: Sequence[Difference], said: Collection[str], record: Row) -> tuple[Difference, ...]:
    """What is left of the differences of a closed item, of which the row says that it is: all that only an open one is still told."""
    if record["status"] != "closed" or "status" not in said or any(one.field in ("status", "closed") for one in found):
        return ()
    return tuple(one for one in found if one.field not in _TOLD_OF_A_CLOSED_ONE)


def in_line(paired: Paired) -> InLine:
    """What the item is to say from now on, as far as the row says otherwise."""
    made = paired.made
    row, people = made.row, made.people
    said = {key: value for key, value in says(made).items() if key not in paired.ours}
    new = {one.field: one.new for one in paired.differences}
    state = said["status"] if "status" in new or "closed" in new else ""
    opened = state and paired.record["status"] == "suspended"  # which moves the deadline
    supported = "supports" in new
    supports = [(one.name, part) for one, part in people.supports] + [(body.name, part) for body, part in people.body_supports]
    return InLine(
        fields={key: new[key] for key in _EDITED if key in new},
        goal=new.get("goal", ""),
        targets=tuple(_targets(made)) if "targets" in new else (),
        due=row.due if "due" in new or (opened and "due" in said) else None,
        issued=row.issued if "issued" in new else None,
        body=new.get("body", ""),
        lead=new.get("lead", ""),
        supports=supports if supported else (),
        support_note=people.support_note if supported else None,
        parts_done=tuple(new.get("parts_done", ())),
        labels=tuple(new.get("labels", ())),
        remarks=new.get("remarks", ""),
        signed=row.signed if "signed" in new or ("lead" in new and "signed" in said) else None,
        feedback=_feedback(said, paired.record, replaced=replaces_words(paired.made, paired.differences))
        if not new.keys().isdisjoint(OF_NOTE)
        else None,
        state=state,
        ended={"closed": row.closed, "cancelled": row.cancelled or row.closed}.get(state),
        submitted=row.submitted if "submitted" in new else None,
        result=result_of(row) if state in ("closed", "submitted") or "submitted" in new else "",
        achieved=row.achieved,
        rating=new.get("rating"),
    )


def _targets(made: Draft) -> Iterator[tuple[str, str]]:
    for target in made.row.targets:
        if target.quantity is not None:
            fields = target_fields(target)
            yield fields["amount"], fields["unit"]


def replaces_words(made: Draft, differences: Iterable[Difference]) -> bool:
    """Whether what was told of the progress in words is told as a percentage from now on."""
    return progress_is_percent(made.row) and any(one.field == "percent" for one in differences)


def _feedback(said: dict[str, Any], record: Row, *, replaced: bool) -> Feedback:
    """All the row tells of how it goes, with what stays on record of what it leaves blank: the last feedback is all that stands."""
    percent = said.get("percent")
    told = None if replaced else record["told"]
    return Feedback(
        said.get("progress") or told or "",
        "" if percent is None else str(percent),
        *(said.get(key) or record[key] or "" for key in ("problem", "next_step", "evidence")),
    )
