"""The duty roster 值班: who is duty officer on which day, and what one leaves to the next."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.errors import BadInput, NotFound, Refused
from officecli.i18n import _, listed
from officecli.model.office.absences import HandoverNote, Roster
from officecli.standing.office.duty_officers import next_on_duty, on_duty, open_emergencies, open_notes
from officecli.standing.office.over_people import over_person
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import superiors
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Row
from officecli.typed.dates import read_date
from officecli.typed.text import tidy


def put_on_duty(act: Acting, day_typed: str, name: str) -> None:
    """Make somebody the duty officer of a day, in place of whoever was. Raises Refused where they are away that day."""
    day = read_date(day_typed, base=act.today, days=working_days(act.read))
    person = act.person(name)
    standing = over_person(act.read, act.actor, person)
    if standing.role == "none":
        above = superiors(act.read, person["id"])
        raise Refused(
            _("{name} may not do this.").format(name=act.actor["name"]),
            why=_("The roster is set by a registrar, or by a superior of whoever goes on duty, or by themselves."),
            fix=_("Ask {name}, or a registrar.").format(name=above[0]["name"] if above else person["name"]),
        )
    away = act.read.row(
        "SELECT since, until FROM absence WHERE person_id = :person AND since <= :day AND until >= :day", person=person["id"], day=day.isoformat()
    )
    if away:
        raise Refused(
            _("{name} is away from {since} to {until}.").format(name=person["name"], since=away["since"], until=away["until"]),
            fix=_("Put somebody else on duty."),
        )
    act.sign(standing)
    before = on_duty(act.read, day.isoformat())
    if before is None:
        act.change.add(Roster, "roster", day=day, person_id=person["id"])
    else:
        act.change.set(act.change.get(Roster, before["roster_id"]), "roster", person_id=person["id"])
    said = _("{name} is duty officer on {day}.").format(name=person["name"], day=day.isoformat())
    act.said.append(said + (_(" Before: {name}.").format(name=before["name"]) if before and before["id"] != person["id"] else ""))


def hand_over(act: Acting, text: str, to: str = "") -> None:
    """The duty officer leaves a note to the next one, with everything unfinished; `to` is the next on the roster if not said."""
    giving = _duty_officer(act)
    if not text.strip():
        raise BadInput(_("The note is empty."), fix=_("Say what the next duty officer must know."))
    taking = act.person(to) if to else next_on_duty(act.read, giving["id"])
    act.change.add(HandoverNote, "handover", day=act.today, from_id=giving["id"], to_id=taking["id"] if taking else None, text=tidy(text))
    act.said.append(
        _("Handed over from {giving} to {taking}.").format(giving=giving["name"], taking=taking["name"] if taking else _("whoever comes next"))
    )
    act.said += [_("Unfinished: {number} {title} ({lead})").format(**item) for item in open_emergencies(act.read)]
    act.said += [_("Unfinished: note {number} of {day}: {text}").format(**note) for note in open_notes(act.read)[:-1]]


def finish(act: Acting, note: int) -> None:
    """What a note left unfinished is done; `note` is its number."""
    _duty_officer(act)
    found = {one["number"]: one["id"] for one in open_notes(act.read)}
    if note not in found:
        known = listed(str(number) for number in found)
        raise NotFound(
            _("There is no unfinished note {number}.").format(number=note),
            fix=_("Unfinished are: {numbers}.").format(numbers=known) if known else _("Nothing is unfinished."),
        )
    act.change.set(act.change.get(HandoverNote, found[note]), "handover", done=act.today)
    act.said.append(_("Note {number} is done.").format(number=note))


def _duty_officer(act: Acting) -> Row:
    """The duty officer in whose name the actor writes: of today, or the last one before; a registrar writes for them. Raises Refused for others."""
    last = act.read.rows(
        """SELECT p.id, p.name, r.day FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day <= :day ORDER BY r.day DESC, r.id DESC LIMIT 2""",
        day=act.today.isoformat(),
    )
    if not last:
        raise NotFound(_("Nobody has been on duty yet."), fix=_("Put somebody on duty: officecli roster set DATE NAME"))
    for role, ids in (("duty-officer", [act.actor["id"]]), ("stand-in", [one["id"] for one in stands_in_for(act.read, act.actor["id"])])):
        mine = next((one for one in last if one["id"] in ids), None)
        if mine:
            act.change.act("duty-officer", (mine["id"], mine["name"]) if role == "stand-in" else None)
            return mine
    if not act.actor["registrar"]:
        raise Refused(
            _("{name} is not on duty.").format(name=act.actor["name"]),
            why=_("The handover is written by the duty officer, today or of the last turn, or by a registrar for them."),
            fix=_("On duty: {name}.").format(name=last[0]["name"]),
        )
    act.change.act("registrar", (last[0]["id"], last[0]["name"]))
    return last[0]
