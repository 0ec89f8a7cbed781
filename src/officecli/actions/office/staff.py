"""People come, change, move and go; whoever goes hands their open work over first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.aliases import is_alias, refuse_alias, set_aliases
from officecli.actions.office.bodies import pass_follow_up_on
from officecli.actions.office.difficulties import pass_on
from officecli.actions.office.seats import require_seat
from officecli.actions.office.staff_work import Work, hand_work_over, reasons_to_stay, work_of
from officecli.actions.targets.ending import end_targets
from officecli.errors import BadInput, Refused
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.office.organisation import PastPost, Person
from officecli.standing.actor import require_name, whose_login
from officecli.standing.office.duty_officers import duties_to_come
from officecli.standing.office.over_posts import over_post
from officecli.standing.office.rights import giving_rights, in_charge_of_person, require_registrar
from officecli.standing.office.stand_ins import on_stand_in_post, to_stand_in_for
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac
from officecli.typed.dates.nearest import read_near_day
from officecli.typed.office.names import checked_email, checked_login, checked_person, refuse_lookalike
from officecli.typed.office.posts import find_post
from officecli.typed.text import shown

HELD_REQUESTS = """SELECT q.number FROM request_stage s JOIN request q ON q.id = s.request_id
WHERE s.holder_id = :person AND s.until IS NULL ORDER BY q.id"""
"""The requests that wait for a person."""


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What is recorded of a person, as it was typed; None where nothing was, "" to take it away."""

    name: str | None = None
    login: str | None = None
    email: str | None = None
    registrar: bool | None = None
    joined: str | None = None
    aliases: Sequence[str] = ()


@dataclass(frozen=True)
class PersonAdded(Answer):
    """Somebody new is on the post."""

    name: str
    post: str


@dataclass(frozen=True)
class PersonChanged(Answer):
    """What is recorded of the person was changed, or was so before.

    `renamed_from` is "" where the name stayed, `also_called` whether they go by that one too, `login_lost` the login that was taken away, and no other given.
    """

    name: str
    changed: bool
    renamed_from: str = ""
    also_called: bool = False
    login_lost: str = ""


@dataclass(frozen=True)
class PersonMoved(Answer):
    """The person is on this post, or was before."""

    name: str
    post: str
    changed: bool


@dataclass(frozen=True)
class PersonLeft(Answer):
    """Somebody has left: their requests wait for the next superior, their items go to the successor, and their own `targets` end.

    `given` is who reviews what they gave, each with the numbers; `waits` are the items that waited for them, and do for the successor.
    `duties` are the days for which they stand on the roster still, `missed` the absences (whose, from, to) in which nobody stands in any more.
    """

    name: str
    requests: tuple[str, ...]
    successor: str | None
    numbers: tuple[str, ...]
    targets: tuple[str, ...] = ()
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    waits: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    missed: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class PersonWouldLeave(PersonLeft):
    """What a leaving would bring about that was only tried."""


def add_person(act: Acting, name: str, post: str, given: Particulars) -> None:
    """Somebody new, on a post with a free seat; they joined today unless it is said otherwise."""
    name = checked_person(name)
    _refuse_known(act.read, name)
    seat = find_post(act.read, post)
    _sign(act, over_post(act.read, act.actor, seat["id"]), given)
    require_seat(act.read, seat)
    fields = {"joined": act.today, **checked_particulars(act, given, own_id=None)}
    act.change.add(Person, act.verb, name=name, name_key=name_key(name), post_id=seat["id"], **fields)
    act.done.append(PersonAdded(name, seat["label"]))


def set_person(act: Acting, name: str, given: Particulars) -> None:
    """Change what is recorded of a person; the post is changed by a move."""
    person = _member(act, name)
    _sign(act, in_charge_of_person(act.read, act.actor, person), given)
    fields = checked_particulars(act, given, own_id=person["id"])
    if given.name is not None:
        wanted = checked_person(given.name)
        if name_key(wanted) != name_key(person["name"]):
            _refuse_known(act.read, wanted, own_id=person["id"])
        fields |= {"name": wanted, "name_key": name_key(wanted)}
    if not fields and not given.aliases:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli person set --help"))
    me = whose_login(act.read)
    act.change.set(act.change.get(Person, person["id"]), act.verb, **fields)
    set_aliases(act, "person", person["id"], given.aliases)
    require_registrar(act.read)
    require_name(act.read, me)
    now = str(fields.get("name", person["name"]))
    old = person["name"] if name_key(now) != name_key(person["name"]) else ""
    lost = "login" in fields and not fields["login"]
    login = person["login"] or "" if lost else ""
    act.done.append(PersonChanged(now, changed=act.change.changed, renamed_from=old, also_called=is_alias(act.read, old), login_lost=login))


def move_person(act: Acting, name: str, post: str) -> None:
    """Put a person on another post with a free seat; which one they held until today is kept."""
    person = _member(act, name)
    act.sign(in_charge_of_person(act.read, act.actor, person))
    wanted = find_post(act.read, post)
    if wanted["id"] == person["post_id"]:
        act.done.append(PersonMoved(person["name"], wanted["label"], changed=False))
        return
    require_seat(act.read, wanted)
    act.change.add(PastPost, act.verb, person_id=person["id"], post_id=person["post_id"], until=act.change.day)
    act.change.set(act.change.get(Person, person["id"]), act.verb, post_id=wanted["id"])
    act.done.append(PersonMoved(person["name"], wanted["label"], changed=True))


def leave(act: Acting, name: str, handover_to: str = "", *, tried: bool = False) -> None:
    """A person goes. Open items and parts go to the successor; without one they are listed, and the person stays. Raises Refused.

    Where it is only `tried` the answer says so; whoever tries it takes it back.
    """
    person = _member(act, name)
    successor = _member(act, handover_to) if handover_to else None
    if successor and successor["id"] == person["id"]:
        raise BadInput(_("{name} cannot succeed themselves.").format(name=person["name"]), fix=_("Name somebody else with --handover-to."))
    standing = in_charge_of_person(act.read, act.actor, person)
    act.sign(standing)
    work = work_of(act.read, person["id"])
    if successor is None and standing != NONE:
        _refuse_with([(person, work)], act)
    given = tuple(hand_work_over(act, person, work, successor).items())
    held = tuple(row["number"] for row in act.read.rows(HELD_REQUESTS, person=person["id"]))
    covers = to_stand_in_for(act.read, person["id"], act.today.isoformat(), date.max.isoformat())
    targets = _take_leave(act, person["id"])
    pass_on(act, person["id"])
    pass_follow_up_on(act, person["id"], successor["id"] if successor else None)
    require_registrar(act.read)
    numbers = tuple(dict.fromkeys(row["number"] for row in (*work.led, *work.parts))) if successor else ()
    waits = tuple(row["number"] for row in work.waited_for)
    missed = tuple((one["name"], one["since"], one["until"]) for one in covers if one["named"] or not on_stand_in_post(act.read, one["person_id"]))
    duties = tuple(duties_to_come(act.read, person["id"]))
    answer = PersonWouldLeave if tried else PersonLeft
    act.done.append(answer(person["name"], held, successor["name"] if successor else None, numbers, targets, given, waits, duties, missed))


def leave_all(act: Acting, people: Sequence[int], verb: str) -> None:
    """Several people go at once, none of whom has open work; raises Refused with everything that keeps them."""
    rows = [act.read.row("SELECT * FROM v_person WHERE id = :id", id=one) for one in people]
    going = [(row, work_of(act.read, row["id"])) for row in rows if row]
    _refuse_with(going, act)
    for person, work in going:
        hand_work_over(act, person, work, None, verb, not_to=people)
        _take_leave(act, person["id"], verb)
        pass_on(act, person["id"], verb)
        pass_follow_up_on(act, person["id"], None, verb)


def _take_leave(act: Acting, person_id: int, verb: str = "") -> tuple[str, ...]:
    """The person's last entries: the post is free, the login nobody's, and their own targets (whose numbers it returns) end."""
    person = act.change.get(Person, person_id)
    verb = verb or act.verb
    if person.post_id is not None:
        act.change.add(PastPost, verb, person_id=person_id, post_id=person.post_id, until=act.change.day)
    act.change.set(person, verb, left_on=act.change.day, post_id=None, login=None, registrar=False)
    return end_targets(act, person_id, verb)


def _refuse_with(going: Sequence[tuple[Row, Work]], act: Acting) -> None:
    """Raise Refused with everything that keeps these people."""
    kept = [(person["name"], reasons) for person, work in going if (reasons := reasons_to_stay(act.read, person, work))]
    if kept:
        names = [name for name, _reasons in kept]
        raise Refused(
            _("{names} still has open work; nothing was changed.").format(names=listed(names)),
            [reason for _name, reasons in kept for reason in reasons],
            fix=_('Name who takes it all: officecli person leave "{name}" --handover-to NAME').format(name=names[0]),
        )


def _sign(act: Acting, standing: Standing, given: Particulars) -> None:
    act.sign(standing if given.registrar is None else giving_rights(act.actor, standing))


def _member(act: Acting, name: str) -> Row:
    """The member of staff of this name; the founder's account is none."""
    person = act.person(name)
    if person["account"]:
        raise BadInput(
            _("{name} is an account, no member of staff.").format(name=person["name"]), fix=_("See who is here with: officecli person list")
        )
    return person


def _refuse_known(read: Reader, name: str, *, own_id: int = 0) -> None:
    """A name belongs to one person for ever, or old entries would speak of somebody else."""
    known = read.row("SELECT name, left_on FROM person WHERE name_key = :key", key=name_key(name)[:120])
    if known is None:
        refuse_alias(read, name, own=("person", own_id))
        refuse_lookalike(name, (row["name"] for row in read.rows("SELECT name FROM person WHERE account = 0 AND id <> :own ORDER BY id", own=own_id)))
        return
    if known["left_on"]:
        raise BadInput(
            _("{name} left on {day}, and the record still speaks of them by this name.").format(name=known["name"], day=known["left_on"]),
            fix=_(
                'If it is the same person: officecli person return "{name}"; somebody else is entered under a name that tells the two apart, such '
                "as “{name} 2”."
            ).format(name=known["name"]),
        )
    raise BadInput(
        _("There is already somebody called {name}.").format(name=known["name"]),
        fix=_("Write a name that tells the two apart, such as “{name} 2”.").format(name=shown(name)),
    )


def checked_particulars(act: Acting, given: Particulars, own_id: int | None) -> dict[str, Any]:
    """The particulars as they are kept; raises BadInput."""
    fields: dict[str, Any] = {}
    if given.login is not None:
        fields["login"] = checked_login(given.login) or None
        owner = act.read.row("SELECT id, name FROM person WHERE login = :login", login=fields["login"] or "")
        if owner and owner["id"] != own_id:
            raise BadInput(
                _("The login “{login}” is {name}'s.").format(login=fields["login"], name=owner["name"]), fix=_("Each login belongs to one person.")
            )
    if given.email is not None:
        fields["email"] = checked_email(given.email) or None
    if given.joined is not None:
        fields["joined"] = read_near_day(given.joined, today=act.today, by=almanac(act.read)) if given.joined else None
    if given.registrar is not None:
        fields["registrar"] = given.registrar
    return fields
