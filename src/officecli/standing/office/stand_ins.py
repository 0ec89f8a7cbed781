"""Who acts for whom while somebody is away (AB角), and to whom a matter climbs one step up.

A stand-in acts for one absent person, never for two in a row: where the stand-in is away too, or is the very person whose matter it is,
the next superior above acts. A vacant post is passed over, and nobody stands above themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from officecli.light import dataclass
from officecli.standing.office.superiors import superiors
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class Turn:
    """Who deals with a matter now, for which absent person (id, name) if not for themselves; `above`: as the next superior of who holds it."""

    person: Row
    behalf: tuple[int, str] | None = None
    above: bool = False


WITH_STAND_IN = """LEFT JOIN post po ON po.id = p.post_id LEFT JOIN person b ON b.left_on IS NULL AND b.id = COALESCE(x.stand_in_id,
(SELECT MIN(h.id) FROM person h WHERE h.post_id = po.stand_in_id AND h.left_on IS NULL AND h.id <> p.id))"""
"""Joins to an absence x of somebody p who stands in, b: whom it names, else who holds the stand-in post; nobody where that one has left."""


def absence_of(read: Reader, person_id: int, day: date | None = None) -> Row | None:
    """The absence a person is in today, or on another day; None for somebody who is here."""
    return read.row(
        "SELECT * FROM absence WHERE person_id = :person AND since <= :day AND until >= :day ORDER BY id",
        person=person_id,
        day=(day or read.today).isoformat(),
    )


def stand_in_of(read: Reader, person_id: int) -> Row | None:
    """Who acts for an absent person today (columns id, name): whom the absence names, else who holds the stand-in post. None where nobody can."""
    absence = absence_of(read, person_id)
    if absence is None:
        return None
    if absence["stand_in_id"] is not None:
        named = read.rows("SELECT id, name FROM person WHERE id = :id AND left_on IS NULL", id=absence["stand_in_id"])
    else:
        named = on_stand_in_post(read, person_id)
    return next((one for one in named if absence_of(read, one["id"]) is None), None)


def on_stand_in_post(read: Reader, person_id: int) -> list[Row]:
    """The holders of the post that stands in for a person's post, the longest known first."""
    return read.rows(
        """SELECT b.id, b.name FROM person a JOIN post po ON po.id = a.post_id JOIN person b ON b.post_id = po.stand_in_id
           WHERE a.id = :person AND b.id <> a.id AND b.left_on IS NULL ORDER BY b.id""",
        person=person_id,
    )


def here_to_act(read: Reader, candidates: Sequence[Row], since: str, until: str) -> list[Row]:
    """Those of who may stand in that have not left, and are themselves away on no day from one to the other."""
    away = """SELECT 1 AS one FROM person p WHERE p.id = :person AND (p.left_on IS NOT NULL
              OR EXISTS (SELECT 1 FROM absence x WHERE x.person_id = p.id AND x.since <= :until AND x.until >= :since))"""
    return [one for one in candidates if read.row(away, person=one["id"], since=since, until=until) is None]


def to_stand_in_for(read: Reader, person_id: int, since: str, until: str) -> list[Row]:
    """The absences (person_id, name, since, until, named) between two days for which somebody is to stand in, `named` by themselves or by their post."""
    return read.rows(
        """SELECT a.id AS person_id, a.name, x.since, x.until, CASE WHEN x.stand_in_id IS NULL THEN NULL ELSE 1 END AS named
           FROM absence x JOIN person a ON a.id = x.person_id LEFT JOIN post po ON po.id = a.post_id
           WHERE x.since <= :until AND x.until >= :since AND a.id <> :person AND a.left_on IS NULL
             AND (x.stand_in_id = :person OR (x.stand_in_id IS NULL AND po.stand_in_id = (SELECT post_id FROM person WHERE id = :person)))
           ORDER BY x.since, x.id""",
        person=person_id,
        since=since,
        until=until,
    )


def stands_in_for(read: Reader, person_id: int) -> list[Row]:
    """The absent people for whom somebody acts today."""
    away = read.rows(
        """SELECT DISTINCT a.id, a.name FROM absence x JOIN person a ON a.id = x.person_id LEFT JOIN post po ON po.id = a.post_id
           WHERE x.since <= :day AND x.until >= :day AND a.left_on IS NULL AND a.id <> :person
             AND (x.stand_in_id = :person OR (x.stand_in_id IS NULL AND po.stand_in_id = (SELECT post_id FROM person WHERE id = :person)))
           ORDER BY a.id""",
        person=person_id,
        day=read.today.isoformat(),
    )
    return [one for one in away if (acting := stand_in_of(read, one["id"])) and acting["id"] == person_id]


def away_today(read: Reader) -> list[Row]:
    """Everybody who is away today (columns id, name)."""
    return read.rows(
        """SELECT DISTINCT p.id, p.name FROM absence x JOIN person p ON p.id = x.person_id
           WHERE x.since <= :day AND x.until >= :day AND p.left_on IS NULL ORDER BY p.id""",
        day=read.today.isoformat(),
    )


def decides_for(read: Reader, person_id: int) -> list[Row]:
    """The absent people whose matters a person decides today: as their stand-in, or as the next superior of those for whom nobody acts."""
    turns = ((one, whose_turn(read, one["id"], not_by=[one["id"]])) for one in away_today(read) if one["id"] != person_id)
    return [one for one, turn in turns if turn and turn.person["id"] == person_id]


def whose_turn(read: Reader, holder_id: int, *, not_by: Collection[int] = ()) -> Turn | None:
    """Who deals today with what lies with the holder: the holder, the stand-in, else the next superior; never somebody of `not_by`.

    None where nobody can.
    """
    holder = read.rows("SELECT id, name FROM person WHERE id = :id AND left_on IS NULL", id=holder_id)
    for one in [*holder, *superiors(read, holder_id)]:
        above = one["id"] != holder_id
        if absence_of(read, one["id"]) is None:
            acting = Turn(one, above=above)
        elif stand_in := stand_in_of(read, one["id"]):
            acting = Turn(stand_in, (one["id"], one["name"]), above)
        else:
            continue
        if acting.person["id"] not in not_by:
            return acting
    return None


def next_above(read: Reader, person_id: int, *, not_by: Collection[int] = ()) -> list[Row]:
    """Whom a person may turn to one step up: who acts for the direct superior today first, then the direct superiors themselves.

    Where the direct superior is away and nobody stands in, the next one above acts. Empty where nobody stands above.
    """
    above = superiors(read, person_id)
    direct = [one for one in above if one["depth"] == above[0]["depth"]]
    found: list[Row] = []
    for one in above:
        acting = one if absence_of(read, one["id"]) is None else stand_in_of(read, one["id"])
        if acting and acting["id"] not in (person_id, *not_by):
            found.append(acting)
            break
    return [*found, *(one for one in direct if one["id"] not in {*(first["id"] for first in found), *not_by})]
