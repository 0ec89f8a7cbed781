"""Somebody who had left comes back, with their history."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.seats import require_seat
from officecli.actions.office.staff import Particulars, checked_particulars
from officecli.errors import BadInput, NotFound
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.office.organisation import PastLeaving, PastPost, Person
from officecli.near import perhaps_meant
from officecli.standing.office.over_posts import over_post
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.posts import find_post
from officecli.typed.office.unknown_people import who_left
from officecli.typed.text import shown


@dataclass(frozen=True)
class PersonReturned(Answer):
    """Somebody who left on the day `left` is here again, on this post."""

    name: str
    post: str
    left: str


def return_person(act: Acting, name: str, post: str = "", login: str | None = None) -> None:
    """Somebody comes back, to the post they left where none is named. Raises NotFound for who never left, BadInput where the post is taken."""
    person = _gone(act.read, name)
    seat = find_post(act.read, post or _last_post(act.read, person))
    act.sign(over_post(act.read, act.actor, seat["id"]))
    require_seat(act.read, seat)
    fields = checked_particulars(act, Particulars(login=login), own_id=person["id"])
    row = act.change.get(Person, person["id"])
    act.change.add(PastLeaving, act.verb, person_id=row.id, left_on=row.left_on, until=act.change.day)
    act.change.add(PastPost, act.verb, person_id=row.id, post_id=None, until=act.change.day)
    act.change.set(row, act.verb, left_on=None, post_id=seat["id"], **fields)
    act.done.append(PersonReturned(person["name"], seat["label"], person["left_on"]))


def _gone(read: Reader, name: str) -> Row:
    """The person of this name who has left."""
    person = read.row("SELECT id, name, left_on FROM person WHERE name_key = :key AND account = 0", key=name_key(name)[:120])
    if person and person["left_on"]:
        return person
    if person:
        raise BadInput(_("{name} is here.").format(name=person["name"]), fix=_("See who is here with: officecli person list"))
    everybody = read.rows("SELECT * FROM v_person WHERE left_on IS NOT NULL AND account = 0 ORDER BY id")
    if gone := who_left(everybody, name):
        return gone
    left = {name_key(row["name"]): row["name"] for row in everybody}
    fix = perhaps_meant(name_key(name)[:60], left, _("See who is here with: officecli person list"))
    raise NotFound(_("Nobody called “{name}” has left.").format(name=shown(name)), fix=fix)


def _last_post(read: Reader, person: Row) -> str:
    """The post somebody held last, as `unit/title`."""
    found = read.value(
        """SELECT u.name || '/' || p.title FROM past_post w JOIN post p ON p.id = w.post_id JOIN unit u ON u.id = p.unit_id
        WHERE w.person_id = :person AND p.retired = 0 ORDER BY w.until DESC, w.id DESC LIMIT 1""",
        person=person["id"],
    )
    if found is None:
        raise BadInput(_("{name} held no post that is still there.").format(name=person["name"]), fix=_("Name the post with --post."))
    return str(found)
