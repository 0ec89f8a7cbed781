"""Reads a meeting's sheet and records what was decided: one command for all that goes, and every row that does not go with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from officecli.actions.acting import Acting, acting
from officecli.actions.chain.decisions import Decided, decided_in_meeting
from officecli.actions.chain.leader import LeaderMeant, LeaderOutside
from officecli.actions.chain.meetings import DecidedOn, decide_on
from officecli.actions.items.register import register
from officecli.actions.record.days_typed import said_of_days
from officecli.actions.trying import TakenBackError
from officecli.errors import BadInput, Refused
from officecli.files.ledger.reconciling.judging import judged, tried
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.meeting.holding import Holding
from officecli.files.meeting.plan import Came, HeldRow, Meeting, NewRow
from officecli.files.meeting.wishes import Wish
from officecli.files.meeting.written import WrittenSheet, read_written
from officecli.i18n import _
from officecli.model.chain.decisions import Decision
from officecli.model.items import Item
from officecli.model.rule import Finding
from officecli.rules.wording import fix, label, message
from officecli.standing.chain.decided_on import is_nameless
from officecli.standing.office.superiors import superiors
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.write.refusals import log_refusals
from officecli.typed.text import tidy


def read_meeting(place: Place, path: Path, as_name: str = "", *, meeting: Meeting = Meeting(), sheet: str | None = None, dry_run: bool) -> Came:
    """Record what the sheet at `path` says was decided: every row that can be done, under the rules, or nothing on a dry run.

    With a name of the `meeting` a decision is put on record, from which the rows follow. Raises BadInput for a file that is no sheet of a meeting of this
    office, Refused where the decision itself may not be recorded.
    """
    written = read_written(path, sheet)
    refused: dict[int, list[RowProblem]] = {}
    actor_id = 0
    while True:
        came = Came(skipped=written.skipped, notes=[*written.notes], trial=dry_run)
        came.labels = {key: written.label(key) for key in written.labels}
        found: dict[int, list[RowProblem]] = {}
        try:
            with acting(place, "meet", as_name, rules=(), trial=dry_run) as act:
                actor_id = act.actor["id"]
                found = _attempt(act, written, meeting, path.name, refused, came)
                came.of_days = list(said_of_days(act.read.heard_of_days, changed=act.change.changed))
                if dry_run or found or not act.change.changed:
                    raise TakenBackError
                came.written = True
        except TakenBackError:
            if found:
                refused |= found
                continue  # once more, without the rows that the rules refuse
        if not dry_run:
            log_refusals(place, actor_id, "meet", [codes for problems in refused.values() if (codes := _codes(problems))])
        came.problems = sorted([*came.problems, *(one for problems in refused.values() for one in problems)], key=lambda one: one.row)
        with reading(place) as read:
            came.day, came.head = read.today.isoformat(), read.head_text()
        return came


def _codes(problems: Sequence[RowProblem]) -> str:
    """The rules that refuse a row, "" where something else was in the way of it."""
    return ",".join(sorted({code for one in problems for code in one.key.split(",") if code}))


def _attempt(
    act: Acting, sheet: WrittenSheet, meeting: Meeting, file: str, refused: dict[int, list[RowProblem]], came: Came
) -> dict[int, list[RowProblem]]:
    """Do what goes inside the transaction, and return by row what forbids it: nothing may then be kept of the whole."""
    Holding(act.read, sheet, refused).hold(came)
    came.nameless = [row for row, number in came.here if is_nameless(act.read, number)] if meeting.name.strip() else []
    if not came.differing and not came.new:
        return {}
    decision = _decision(act, meeting, came) if meeting.name.strip() else None
    reason = (
        _("decided in {meeting} on {day}").format(meeting=decision.title, day=decision.day.isoformat())
        if decision
        else _("as the sheet of the meeting {file} says").format(file=file)
    )
    found: dict[int, list[RowProblem]] = {}
    row_of: dict[int, int] = {}
    for held in came.differing:
        row_of[held.record["id"]] = held.row
        if problems := tried(act, held.row, held.number, partial(decide_on, act, _wanted(held), _with_note(reason, held.wish))):
            found[held.row] = problems
    for new in came.new:
        if problems := tried(act, new.row, "", partial(_register, act, new, decision, reason, row_of)):
            found[new.row] = problems
    numbers = {row: act.change.get(Item, item_id).number for item_id, row in row_of.items()}
    came.new = [replace(new, reading=replace(new.reading, number=numbers.get(new.row, ""))) for new in came.new]
    others: list[Finding] = []
    in_the_sheet = {"F602": _("Say what came of it under “{column}” of this row.").format(column=sheet.label("said"))}
    for row, problems in judged(act, row_of.get, came.warned, others, beside="meet", fixes=in_the_sheet).items():
        found.setdefault(row, []).extend(problems)
    if others and not found:
        raise Refused(
            _("nothing was changed."),
            [(label(one.rule), message(one), fix(one)) for one in others],
            codes=",".join(sorted({one.rule.code for one in others})),
        )
    return found


def _decision(act: Acting, meeting: Meeting, came: Came) -> Decision:
    """What is put on record of the meeting; where nobody is said to have decided, whoever stands at the top is taken to have."""
    by = meeting.by.strip()
    if not by:
        above = superiors(act.read, act.actor["id"])
        by = above[-1]["name"] if above else "" if act.actor["account"] else act.actor["name"]
        came.taken = bool(above)
        if not by:
            raise BadInput(_("It is not said who decided."), fix=_("Name who led the meeting with --by."))
    name = tidy(meeting.name)
    decision = decided_in_meeting(act, Decided(name, by, name, meeting.on))
    came.said = [one for one in act.remarks if isinstance(one, (LeaderOutside, LeaderMeant))]
    came.decision, came.leader, came.meeting, came.meeting_day = decision.number, decision.decided_by, name, decision.day
    return decision


def _wanted(held: HeldRow) -> DecidedOn:
    """What is still to be done of a row."""
    left = {one.field for one in held.differences}
    wish = held.wish
    said = "said" in left
    return DecidedOn(
        held.number,
        decided=wish.decided if "decided" in left else "",
        due=wish.due if "new_due" in left else None,
        lead=wish.lead.name if wish.lead and "new_lead" in left else "",
        said=wish.said if said else "",
        percent=wish.percent if said else "",
        noted=wish.noted if "noted" in left else "",
    )


def _with_note(reason: str, wish: Wish) -> str:
    return _("{label}: {text}").format(label=reason, text=wish.noted) if wish.noted else reason


def _register(act: Acting, new: NewRow, decision: Decision | None, reason: str, row_of: dict[int, int]) -> None:
    """Register the matter of a row, and say what else was written into it; `row_of` learns the item's id."""
    order = new.order
    if decision is not None:
        order = replace(order, source=order.source or decision.source, by=decision.decided_by, decision_id=decision.id)
    item = register(act, order)
    row_of[item.id] = new.row
    decide_on(act, DecidedOn(item.number, said=new.wish.said, percent=new.wish.percent, noted=new.wish.noted), reason)
