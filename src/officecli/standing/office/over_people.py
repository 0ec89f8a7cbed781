"""In which role somebody acts on what concerns a person, and for whom."""

from __future__ import annotations

from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import is_above
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row


def as_superior(read: Reader, actor_id: int, person_id: int, role: str) -> Standing | None:
    """The actor's standing, under the name `role`, as somebody above a person, or as the stand-in of one; None for anybody else."""
    if is_above(read, actor_id, person_id):
        return Standing(role)
    for absent in [] if actor_id == person_id else stands_in_for(read, actor_id):
        if is_above(read, absent["id"], person_id):
            return Standing(role, (absent["id"], absent["name"]))
    return None


def over_person(read: Reader, actor: Row, person: Row) -> Standing:
    """The actor's standing for what is recorded about a person: themselves, their superior, or a registrar."""
    if actor["id"] == person["id"]:
        return Standing("self")
    return as_superior(read, actor["id"], person["id"], "superior") or (Standing("registrar") if actor["registrar"] else NONE)
