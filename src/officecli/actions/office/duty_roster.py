"""The duty roster 值班: who is duty officer on which day, and what one leaves to the next."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.notices import notify
from officecli.errors import BadInput, NotFound, Refused
from officecli.i18n import _, listed
from officecli.light import dataclass, replace
from officecli.model.office.absences import HandoverNote, Roster
from officecli.standing.office.duty_officers import next_on_duty, open_emergencies, open_notes, rostered, to_hand_over
from officecli.standing.office.over_people import over_person
from officecli.store.read.reader import Row
from officecli.typed.dates import almanac
from officecli.typed.dates.days_named import read_days
from officecli.typed.own_numbers import find_own
from officecli.typed.text import tidy


@dataclass(frozen=True)
class OnDuty(Answer):
    """Somebody is duty officer of a day, or of each from it to `until`, in place of whoever was `before`."""

    name: str
    day: date
    before: str | None
    until: date | None = None


@dataclass(frozen=True)
class OpenEmergency:
    """An emergency that is not over."""

    number: str
    title: str
    lead: str


@dataclass(frozen=True)
class OpenNote:
    """A note that is not done, by its number, N-002, and its place among all, with the day it was left."""

    number: str
    note: int
    day: str
    text: str


@dataclass(frozen=True)
class HandedOver(Answer):
    """The duty goes to `taking` (None: whoever comes next), with what is unfinished."""

    giving: str
    taking: str | None
    emergencies: tuple[OpenEmergency, ...]
    notes: tuple[OpenNote, ...]


@dataclass(frozen=True)
class NoteDone(Answer):
    """What the note left unfinished is done."""

    number: str
    note: int


def put_on_duty(act: Acting, day_typed: str, name: str) -> None:
    """Make somebody the duty officer of every day that is named, in place of whoever was. Raises Refused where they are away on one of them."""
    days = read_days(day_typed, today=act.today, by=almanac(act.read))
    person = act.person(name)
    for day in days:
        _refuse_away(act, person, day)
    act.sign(over_person(act.read, act.actor, person))
    for day in days:
        before = rostered(act.read, day.isoformat())
        if before is None:
            act.change.add(Roster, "roster", day=day, person_id=person["id"])
        else:
            act.change.set(act.change.get(Roster, before["roster_id"]), "roster", person_id=person["id"])
        _say_on_duty(act, OnDuty(person["name"], day, before["name"] if before and before["id"] != person["id"] else None))
    _deliver_notes(act)


def _refuse_away(act: Acting, person: Row, day: date) -> None:
    away = act.read.row(
        "SELECT since, until FROM absence WHERE person_id = :person AND since <= :day AND until >= :day", person=person["id"], day=day.isoformat()
    )
    if away:
        raise Refused(
            _("{name} is away from {since} to {until}.").format(name=person["name"], since=away["since"], until=away["until"]),
            fix=_("Put somebody else on duty: officecli roster set {day} NAME").format(day=day.isoformat()),
        )


def _say_on_duty(act: Acting, one: OnDuty) -> None:
    """Answer with a day, in one with the day before it where the same person was on duty on both."""
    last = act.done[-1] if act.done else None
    if isinstance(last, OnDuty) and last.before == one.before and one.day - (last.until or last.day) == timedelta(days=1):
        act.done[-1] = replace(last, until=one.day)
    else:
        act.done.append(one)


def _deliver_notes(act: Acting) -> None:
    """Notes left while nobody was to come next are for whoever comes next now."""
    for row in act.read.rows("SELECT id, from_id FROM handover_note WHERE to_id IS NULL AND done IS NULL ORDER BY id"):
        taking = next_on_duty(act.read, row["from_id"])
        if taking:
            act.change.set(act.change.get(HandoverNote, row["id"]), "roster", to_id=taking["id"])
            notify(act, "roster", taking["id"], "handover", handover_id=row["id"])


def hand_over(act: Acting, text: str, to: str = "") -> None:
    """The duty officer leaves a note to the next one, with everything unfinished; `to` is the next on the roster if not said."""
    giving = _duty_officer(act)
    if not text.strip():
        raise BadInput(_("The note is empty."), fix=_("Say what the next duty officer must know."))
    taking = act.person(to) if to else next_on_duty(act.read, giving["id"])
    note = act.change.add(HandoverNote, "handover", day=act.today, from_id=giving["id"], to_id=taking["id"] if taking else None, text=tidy(text))
    if taking:
        notify(act, "handover", taking["id"], "handover", handover_id=note.id)
    act.done.append(
        HandedOver(
            giving["name"],
            taking["name"] if taking else None,
            tuple(OpenEmergency(one["number"], one["title"], one["lead"]) for one in open_emergencies(act.read)),
            tuple(OpenNote(one["number"], _place(one["number"]), one["day"], one["text"]) for one in open_notes(act.read)[:-1]),
        )
    )


def finish(act: Acting, typed: str) -> None:
    """What a note left unfinished is done; `typed` is its number, N-002."""
    _duty_officer(act)
    meant = find_own(act.read, "handover_note", typed)
    found = {one["id"]: one["number"] for one in open_notes(act.read)}
    if meant is None or meant not in found:
        known = listed(found.values())
        raise NotFound(
            _("There is no unfinished note “{number}”.").format(number=typed[:40]),
            fix=_("Unfinished are: {numbers}.").format(numbers=known) if known else _("Nothing is unfinished."),
        )
    act.change.set(act.change.get(HandoverNote, meant), "handover", done=act.today)
    act.done.append(NoteDone(found[meant], _place(found[meant])))


def _place(number: str) -> int:
    return int(number.partition("-")[2])


def _duty_officer(act: Acting) -> Row:
    """The duty officer in whose name the actor writes, and signs; raises NotFound where nobody has been on duty."""
    found = to_hand_over(act.read, act.actor)
    if found is None:
        raise NotFound(_("Nobody has been on duty yet."), fix=_("Put somebody on duty: officecli roster set DATE NAME"))
    officer, standing = found
    act.sign(standing)
    return officer
