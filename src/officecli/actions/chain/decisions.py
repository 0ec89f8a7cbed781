"""Decisions and instructions: put on record, split into items, and reported back to whoever decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.chain.leader import leader_named, say_leader
from officecli.actions.items.register import Order, register
from officecli.errors import BadInput, Refused
from officecli.i18n import _, listed
from officecli.light import dataclass, replace
from officecli.model.chain.decisions import Decision
from officecli.model.codes import OPEN
from officecli.model.names import title_key
from officecli.standing.chain.decided_on import decided_on
from officecli.standing.chain.decisions import on_decision
from officecli.standing.office.superiors import people_below
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row
from officecli.store.serials import next_serial
from officecli.typed.chain.decision_numbers import decision_meant
from officecli.typed.items.deadlines import read_past_day
from officecli.typed.office.people import MYSELF
from officecli.typed.text import reason_needed, says_something, tidy


@dataclass(frozen=True)
class Decided:
    """What was decided, as it was typed."""

    title: str
    by: str = ""
    source: str = ""
    on: str = ""
    none_needed: str = ""


@dataclass(frozen=True)
class DecisionRecorded(Answer):
    """A decision is on record."""

    number: str
    title: str
    leader: str
    day: date


@dataclass(frozen=True)
class NothingFollows(Answer):
    """Nothing needs to follow from the decision."""

    number: str
    title: str


@dataclass(frozen=True)
class ReportedBack(Answer):
    """The leader knows what came of the decision."""

    number: str
    title: str
    leader: str


def decide(act: Acting, decided: Decided, *, comes_again: bool = False) -> None:
    """Put a decision on record; one that `comes_again`, as a meeting does every week, is told from the last by its day alone.

    Where nobody is named and nothing cited it is that of whoever records it, if they head others. Raises BadInput for a day to come, or for somebody
    else's decision without its meeting or paper, Refused for one that is on record.
    """
    day = read_past_day(decided.on, read=act.read) if decided.on else act.today
    source = tidy(decided.source)
    own = not decided.by and not source and not act.actor["account"] and people_below(act.read, act.actor["id"])
    leader, name = leader_named(act, MYSELF[0] if own else decided.by)
    if not name:
        raise BadInput(_("It is not said who decided."), fix=_("Add the leader: --by LEADER, or --by me where it was you."))
    if not source and (leader is None or leader["id"] != act.actor["id"]):
        raise BadInput(
            _("This is the decision of {leader}, and nothing is cited for it.").format(leader=name),
            fix=_('Say what it rests on: --meeting "12th standing meeting", or --from "instruction of 3 July"'),
        )
    if not comes_again:
        _refuse_twice(act, decided.title, source, day)
    serial = next_serial(act.read, ("decision",), day.year)
    number = f"D{day.year}-{serial:03d}"
    verb = "decide-none" if decided.none_needed.strip() else "decide"
    act.sign(on_decision(act.read, act.actor, verb, leader["id"] if leader else None, recorder_id=act.actor["id"]))
    decision = act.change.add(
        Decision,
        verb,
        number=number,
        year=day.year,
        serial=serial,
        title=tidy(decided.title),
        title_key=title_key(decided.title)[:500],
        source=source,
        decided_by=name,
        decided_by_id=leader["id"] if leader else None,
        person_id=act.actor["id"],
        day=day,
        registered=act.today,
        none_needed=tidy(decided.none_needed),
    )
    act.done.append(DecisionRecorded(number, decision.title, name, day))
    say_leader(act, decided.by, leader, name)


def decided_in_meeting(act: Acting, decided: Decided) -> Decision:
    """The decision of a meeting, by its name and day, from which more follows; put on record where it is not yet.

    Raises BadInput for a day to come.
    """
    day = read_past_day(decided.on, read=act.read) if decided.on else act.today
    alike = act.read.rows(
        "SELECT id, source FROM decision WHERE title_key = :key AND day = :day ORDER BY id", key=title_key(decided.title)[:500], day=day.isoformat()
    )
    found = next((row for row in alike if title_key(row["source"]) == title_key(decided.source)), None)
    if found is None:
        decide(act, decided, comes_again=True)
        found = act.read.row("SELECT MAX(id) AS id FROM decision")
        assert found is not None
        return act.change.get(Decision, found["id"])
    decision = act.change.get(Decision, found["id"])
    _enter(act, "decide-items", decision)
    _refuse_if_reported(act, decision)
    _change(act, decision, "decide-items", none_needed="")
    return decision


def _refuse_twice(act: Acting, title: str, source: str, day: date) -> None:
    """Raise Refused where the decision is on record: of one title, from one meeting or paper; without either, of one day."""
    alike = act.read.rows("SELECT number, source, day FROM decision WHERE title_key = :key ORDER BY id", key=title_key(title)[:500])
    same = next((row for row in alike if title_key(row["source"]) == title_key(source) and (source or row["day"] == day.isoformat())), None)
    if same:
        raise Refused(
            _("the decision “{title}” is on record already, as {number}.").format(title=tidy(title), number=same["number"]),
            fix=_(
                "Split that one into items: officecli decision items {number} TITLE --lead NAME; see it with: officecli decision show {number}"
            ).format(number=same["number"]),
        )


def add_item(act: Acting, number: str, order: Order) -> None:
    """Make an item of a point of the decision, given by the leader who decided."""
    decision = find_decision(act, number)
    _enter(act, "decide-items", decision)
    _refuse_if_reported(act, decision)
    leader = (
        act.read.value("SELECT name FROM person WHERE id = :id AND left_on IS NULL", id=decision.decided_by_id) if decision.decided_by_id else None
    )
    _change(act, decision, "decide-items", none_needed="")
    register(
        act, replace(order, source=order.source or decision.source or decision.number, by=leader or decision.decided_by, decision_id=decision.id)
    )


def none_needed(act: Acting, number: str, reason: str) -> None:
    """Nothing needs to follow from the decision, for this reason."""
    decision = find_decision(act, number)
    _enter(act, "decide-none", decision)
    _refuse_if_reported(act, decision)
    reason = reason_needed(reason)
    items = [row for row in _items(act.read, decision) if row["status"] != "cancelled"]
    if items:
        act.forbid(
            decision,
            _("Items follow from it: {numbers}.").format(numbers=_listed(items)),
            _("Cancel them first, or report the decision back when they are done: officecli decision report {number} TEXT").format(
                number=decision.number
            ),
        )
    _change(act, decision, "decide-none", none_needed=reason)
    act.done.append(NothingFollows(decision.number, decision.title))


def report_back(act: Acting, number: str, text: str) -> None:
    """Report to the leader what came of the decision: the end of the chain, once all its items are closed or cancelled."""
    decision = find_decision(act, number)
    _enter(act, "report-back", decision)
    _refuse_if_reported(act, decision)
    if not says_something(text):
        raise BadInput(_("The report is empty."), fix=_("Say what came of the decision."))
    items = _items(act.read, decision)
    unfinished = [row for row in items if row["status"] in OPEN]
    if unfinished:
        act.forbid(
            decision,
            _("Not all of its items are done: {numbers}.").format(numbers=_listed(unfinished)),
            _("Close or cancel them first; see: officecli decision show {number}").format(number=decision.number),
        )
    elif not decision.none_needed and all(row["status"] == "cancelled" for row in items):
        act.forbid(
            decision,
            _("It has neither an item nor a reason why none is needed."),
            _("Split it into items: officecli decision items {number} TITLE --lead NAME; or: officecli decision none {number} --reason TEXT").format(
                number=decision.number
            ),
        )
    _change(act, decision, "report-back", reported=act.change.day, report=tidy(text))
    act.done.append(ReportedBack(decision.number, decision.title, decision.decided_by))


def find_decision(act: Acting, typed: str) -> Decision:
    """The decision of this number, to be acted on."""
    return act.change.get(Decision, decision_meant(act.read, typed))


def _enter(act: Acting, verb: str, decision: Decision) -> None:
    standing = on_decision(act.read, act.actor, verb, decision.decided_by_id, recorder_id=decision.person_id, decision_id=decision.id)
    act.sign(standing)


def _refuse_if_reported(act: Acting, decision: Decision) -> None:
    if decision.reported:
        act.forbid(
            decision,
            _("It was reported back on {day}, which ended it.").format(day=decision.reported.isoformat()),
            _('Record what is decided anew as a decision of its own: officecli decision add "…" --by LEADER'),
        )


def _change(act: Acting, decision: Decision, verb: str, **fields: object) -> None:
    act.change.set(decision, verb, version=decision.version + 1, **fields)


def _items(read: Reader, decision: Decision) -> list[Row]:
    found = {row["id"]: row for row in read.rows("SELECT id, number, status FROM item WHERE decision_id = :id", id=decision.id)}
    for these, held in among(sorted({one.item_id for one in decided_on(read, decision.id)} - found.keys())):
        found |= {row["id"]: row for row in read.rows(f"SELECT id, number, status FROM item WHERE id IN {these}", held)}
    return [found[one] for one in sorted(found)]


def _listed(rows: Sequence[Row]) -> str:
    return listed(row["number"] for row in rows[:8]) + (" …" if len(rows) > 8 else "")
