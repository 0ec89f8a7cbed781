"""In which role somebody acts on what concerns a post, and for whom: its targets, its procedures, and who comes to hold it."""

from __future__ import annotations

from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import posts_above
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row


def over_post(read: Reader, actor: Row, post_id: int) -> Standing:
    """The actor's standing over a post: of somebody above it, of who stands in for one (never over one's own post), or of a registrar."""
    above = posts_above(read, post_id)
    if actor["post_id"] in above:
        return Standing("superior")
    for absent in [] if actor["post_id"] == post_id else stands_in_for(read, actor["id"]):
        if read.value("SELECT post_id FROM person WHERE id = :id", id=absent["id"]) in above:
            return Standing("superior", (absent["id"], absent["name"]))
    return Standing("registrar") if actor["registrar"] else NONE
