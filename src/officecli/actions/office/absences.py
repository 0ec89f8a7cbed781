"""Being away, and who acts meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput, NotFound, Refused
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.office.absences import Absence
from officecli.standing.items.unattended import led_by
from officecli.standing.office.over_people import over_person
from officecli.standing.office.stand_ins import here_to_act, on_stand_in_post, to_stand_in_for, whose_turn
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac
from officecli.typed.dates.leaves import days_of_leave, leave_words
from officecli.typed.text import tidy


@dataclass(frozen=True)
class Leave:
    """From when until when (both included) somebody is away, and who stands in, as it was typed; with `alone` on the last day and no other."""

    since: str = ""
    until: str = ""
    stand_in: str = ""
    reason: str = ""
    alone: bool = False


@dataclass(frozen=True)
class Away(Answer):
    """Somebody is away from `since` to `until`, both included, and who acts meanwhile.

    `stand_in` acts, and `covered` says whether one is here all the time; where none is, `superior` decides, and the open items `unattended` wait.
    `missed_by` counted on them as stand-in.
    """

    name: str
    since: date
    until: date
    stand_in: str | None
    lower_rank: bool
    missed_by: tuple[str, ...]
    covered: bool
    superior: str | None
    unattended: tuple[str, ...]


@dataclass(frozen=True)
class AbsenceStruck(Answer):
    """An absence that was to come is struck."""

    name: str
    since: date
    until: date


@dataclass(frozen=True)
class Back(Answer):
    """Somebody is here again."""

    name: str


def leave_said(act: Acting, words: Sequence[str], since: str, stand_in: str, because: str = "") -> Leave:
    """A leave of which the last day and the reason were typed as words: the day is as many of them as say nothing else, so that 10 Sep is no 10th with the
    reason Sep, and fri dentist no Friday without its reason.
    """
    until, rest, alone = leave_words(words, since=since, today=act.today, by=almanac(act.read))
    return Leave(since, until, stand_in, " ".join(filter(None, (rest, because))), alone)


def absent(act: Acting, name: str, leave: Leave) -> None:
    """Record that a person is away; of an absence that is on record for these very days, who stands in.

    Raises Refused where they are away then already, so that there are never two stand-ins at once.
    """
    person = act.person(name)
    act.sign(over_person(act.read, act.actor, person))
    since, until = days_of_leave(leave.since, leave.until, alone=leave.alone, today=act.today, by=almanac(act.read))
    stand_in = act.person(leave.stand_in) if leave.stand_in else None
    if stand_in and stand_in["id"] == person["id"]:
        raise BadInput(_("{name} cannot stand in for themselves.").format(name=person["name"]), fix=_("Name somebody else with --stand-in."))
    same = act.read.value(_SAME, person=person["id"], since=since.isoformat(), until=until.isoformat()) if stand_in else None
    if stand_in and same:
        reason = {"reason": tidy(leave.reason)} if leave.reason.strip() else {}
        act.change.set(act.change.get(Absence, same), "absent", stand_in_id=stand_in["id"], **reason)
    else:
        _refuse_second(act.read, person, since.isoformat(), until.isoformat(), from_today=not leave.since and since == act.today)
        named = stand_in["id"] if stand_in else None
        act.change.add(Absence, "absent", person_id=person["id"], since=since, until=until, stand_in_id=named, reason=tidy(leave.reason))
    act.done.append(_away(act, person, stand_in, since, until))


_SAME = "SELECT id FROM absence WHERE person_id = :person AND since = :since AND until = :until"


def back(act: Acting, name: str) -> None:
    """The person is here again from today; an absence that was only to come is struck."""
    person = act.person(name)
    act.sign(over_person(act.read, act.actor, person))
    today = act.today
    found = act.read.row(
        "SELECT id FROM absence WHERE person_id = :person AND until >= :day ORDER BY since, id", person=person["id"], day=today.isoformat()
    )
    if found is None:
        raise NotFound(_("{name} is not away.").format(name=person["name"]), fix=_("See who is: officecli away"))
    absence = act.change.get(Absence, found["id"])
    if absence.since >= today:
        act.change.remove(absence, "back")
        act.done.append(AbsenceStruck(person["name"], absence.since, absence.until))
        return
    act.change.set(absence, "back", until=today - timedelta(days=1))
    act.done.append(Back(person["name"]))


def require_one_absence(read: Reader, entries: Sequence[dict[str, Any]]) -> None:
    """Raise Refused where an absence that was put back lies over another of the same person."""
    for one in dict.fromkeys(entry["id"] for entry in entries if entry["subject"] == "absence"):
        row = read.row("SELECT x.*, p.name FROM absence x JOIN person p ON p.id = x.person_id WHERE x.id = :id", id=one)
        if row:
            _refuse_second(read, {"id": row["person_id"], "name": row["name"]}, row["since"], row["until"], besides=one)


def _refuse_second(read: Reader, person: Row, since: str, until: str, *, besides: int = 0, from_today: bool = False) -> None:
    """Raise Refused where the person is away already on one of these days; where `from_today` was only taken, with the first day that is not said."""
    other = read.row(
        """SELECT x.since, x.until, b.name AS stand_in FROM absence x LEFT JOIN person b ON b.id = x.stand_in_id
           WHERE x.person_id = :person AND x.since <= :until AND x.until >= :since AND x.id <> :besides ORDER BY x.id""",
        person=person["id"], since=since, until=until, besides=besides,
    )  # fmt: skip
    if other:
        stands_in = _(" {name} stands in.").format(name=other["stand_in"]) if other["stand_in"] else ""
        fix = _('End the other first: officecli back "{name}"')
        if from_today and until > other["until"]:
            fix = _(
                'No first day is named, so it would be from today. For a later one: officecli away "{name}" {until} --from {until}; or end the other '
                'first: officecli back "{name}"'
            )
        elif since >= other["since"] and until > other["until"]:
            fix = _('If it goes on: officecli away "{name}" {until} --from {next}; or end the other first: officecli back "{name}"')
        after = (date.fromisoformat(other["until"]) + timedelta(days=1)).isoformat()
        raise Refused(
            _("{name} is away from {since} to {until} already.").format(name=person["name"], since=other["since"], until=other["until"]) + stands_in,
            why=_("Two absences at once could name two people to act for one."),
            fix=fix.format(name=person["name"], until=until, next=after),
        )


def _away(act: Acting, person: Row, named: Row | None, since: date, until: date) -> Away:
    """The absence with who acts meanwhile; where nobody can for some of the time, whose items wait, and who above decides."""
    candidates = [named] if named else on_stand_in_post(act.read, person["id"])
    here = here_to_act(act.read, candidates, since.isoformat(), until.isoformat())
    turn = None if here else whose_turn(act.read, person["id"], not_by=[person["id"], *(one["id"] for one in candidates)])
    return Away(
        person["name"],
        since,
        until,
        stand_in=(here or candidates)[0]["name"] if candidates else None,
        lower_rank=named is not None and (named["level"] or 0) < (person["level"] or 0),
        missed_by=tuple(dict.fromkeys(one["name"] for one in to_stand_in_for(act.read, person["id"], since.isoformat(), until.isoformat()))),
        covered=bool(here),
        superior=turn.person["name"] if turn else None,
        unattended=() if here else tuple(one["number"] for one in led_by(act.read, person["id"])),
    )
