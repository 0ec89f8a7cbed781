"""Whose cards there are: of every person, post or unit, or of the one that somebody named."""

from __future__ import annotations

from officecli.errors import NotFound
from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.light import dataclass, field
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.reports.targets.cards import Card, together
from officecli.reports.targets.scores import Scores
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one
from officecli.typed.office.other_names import name_on_record
from officecli.typed.office.posts import find_post

SUBJECTS = ("person", "post", "unit")


@dataclass(frozen=True)
class Subject:
    """Whose `card` it is: `said` are the columns that name it, `people` those it is about
    (of a unit, those with anything to score), `parts` the cards a unit's is the sum of.
    """

    kind: str
    name: str
    unit_id: int | None
    said: dict[str, Any]
    people: list[Row]
    card: Card
    parts: list[Subject] = field(default_factory=list)


def subjects(found: Scores, by: str) -> list[Subject]:
    """The cards by person (everyone who is here, and whoever has left but lost points), by post or by unit (those that have people)."""
    if by == "post":
        return [_of_post(found, post) for post in found.posts]
    people = [_of_person(found, person) for person in found.people]
    people = [one for one in people if one.people[0]["here"] or one.card.counts]
    if by == "person":
        return people
    units: dict[int | None, list[Subject]] = {}
    for person in people:
        units.setdefault(person.unit_id, []).append(person)
    return [_of_unit(members) for members in units.values()]


def named(read: Reader, found: Scores, typed: str) -> Subject:
    """The card of the person, unit or post of this name (a post also as unit/title); raises NotFound with the nearest, BadInput for several posts."""
    typed = as_settled(typed)
    key = name_key(typed)
    known: dict[str, tuple[str, Any]] = {}
    for post in found.posts:
        title = name_key(post["title"])
        known[title] = ("several" if title in known else "post", post)
        known[name_key(_label(post))] = ("post", post)
    for unit in read.rows("SELECT id, name FROM unit ORDER BY id"):
        known[name_key(unit["name"])] = ("unit", unit)
    for person in found.people:
        known[name_key(person["name"])] = ("person", person)
    kind, row = (
        known.get(key)
        or known.get(name_key(name_on_record(read, typed)))
        or only_one(typed, _distinct(known), lambda one: _called(one[1], "/" in typed), lambda one: _called(one[1], True))
        or ("", {})
    )
    if kind == "person":
        return _of_person(found, row)
    if kind == "unit":
        return _of_unit([one for one in subjects(found, "person") if one.unit_id == row["id"]], row["name"])
    if kind == "several":  # posts of several units; where one alone is in use, it is meant
        wanted = find_post(read, typed)["id"]
        kind, row = "post", next(post for post in found.posts if post["id"] == wanted)
    if kind == "post":
        return _of_post(found, row)
    names = {said: str(row.get("name") or row.get("title")) for said, (_kind, row) in known.items()}
    raise NotFound(
        _("There is no person, post or unit “{name}”.").format(name=typed[:60]),
        fix=perhaps_meant(key, names, _("See whose cards there are with: officecli scorecard")),
    )


def _called(row: Row, whole: bool) -> str:
    """What a person, a unit or a post is called; a post with its unit, if that is the `whole` of it that is wanted."""
    return str(row.get("name") or (_label(row) if whole else row["title"]))


def _distinct(known: dict[str, tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Each person, unit and post once, whatever it is called by."""
    return list({(kind, row["id"]): (kind, row) for kind, row in known.values() if kind != "several"}.values())


def _of_person(found: Scores, person: Row) -> Subject:
    said = {"person": person["name"], "unit": person["unit"], "post": person["post"]}
    return Subject("person", person["name"], person["unit_id"], said, [person], found.of_person(person))


def _of_post(found: Scores, post: Row) -> Subject:
    holders = found.holders(post["id"])
    said = {"post": post["title"], "unit": post["unit"], "holders": listed(person["name"] for person in holders) or None}
    return Subject("post", _label(post), post["unit_id"], said, holders, found.of_post(post))


def _label(post: Row) -> str:
    return f"{post['unit']}/{post['title']}"


def _of_unit(members: list[Subject], name: str = "") -> Subject:
    unit = members[0].said["unit"] if members else name
    people = [member.people[0] for member in members if member.card.counts]
    said = {"unit": unit, "people": len(people)}
    return Subject(
        "unit", unit or _("no unit"), members[0].unit_id if members else None, said, people, together(one.card for one in members), members
    )
