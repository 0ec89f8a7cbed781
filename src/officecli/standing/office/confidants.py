"""Whom a difficulty of the staff is shown to: the one place that decides it."""

from __future__ import annotations

from officecli.errors import NotFound, Refused
from officecli.i18n import _
from officecli.standing.actor import own_name_only, who_acts, whose_login
from officecli.standing.office.superiors import superiors
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row
from officecli.typed.own_numbers import find_own


def find_difficulty(read: Reader, typed: str) -> Row:
    """The difficulty of this number, H-003; raises NotFound, and BadInput where it may be either of two."""
    found = read.row("SELECT * FROM difficulty WHERE id = :id", id=find_own(read, "difficulty", typed))
    if found is None:
        raise NotFound(
            _("There is no difficulty “{number}”.").format(number=typed[:20]), fix=_("See those you may read with: officecli difficulty list")
        )
    return found


def readers(read: Reader, person_id: int, owner_id: int) -> list[int]:
    """Whom a difficulty is shown to: the person, who sees to it, and the direct superior; over a vacant post that is the next one up."""
    above = superiors(read, person_id)
    return list(dict.fromkeys((person_id, owner_id, *(one["id"] for one in above if one["depth"] == above[0]["depth"]))))


def to_answer(read: Reader, actor: Row, difficulty: Row) -> Standing:
    """The actor's standing for answering a difficulty: of who sees to it, or of a direct superior; never of whom it is about, nor of a registrar."""
    me, person, owner = actor["id"], difficulty["person_id"], difficulty["owner_id"]
    if me == owner:
        return Standing("owner")
    return Standing("superior") if me != person and me in readers(read, person, owner) else NONE


def who_reads(read: Reader, as_name: str) -> Row:
    """Who is shown what was confided: under a login of their own, nobody reads as somebody else. Raises Refused."""
    reader = who_acts(read, as_name)
    own = whose_login(read)
    if own and own["id"] != reader["id"]:
        raise Refused(
            _("what was confided to {name} is shown to {name} alone.").format(name=reader["name"]),
            why=_("This is the login of {name}, and reading leaves no trace.").format(name=own["name"]),
            fix=own_name_only(),
        )
    return reader
