"""Who may write, change, pause and retire a procedure: a registrar, whoever stands above its post, and the head of the post's unit."""

from __future__ import annotations

from officecli.standing.office.over_posts import over_post
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row


def on_procedure_of(read: Reader, actor: Row, *post_ids: int) -> Standing:
    """The actor's standing for a procedure of a post; of one that goes from post to post, that over the last, and none without one over all."""
    found = [_over(read, actor, post_id) for post_id in post_ids]
    return NONE if NONE in found else found[-1]


def _over(read: Reader, actor: Row, post_id: int) -> Standing:
    own = actor["post_id"] == post_id and not actor["registrar"] and _heads_unit(read, post_id)
    return Standing("self") if own else over_post(read, actor, post_id)


def _heads_unit(read: Reader, post_id: int) -> bool:
    """Whether a post is the first of its unit: no other post of the unit stands above it, and one stands below."""
    unit = read.value("SELECT unit_id FROM post WHERE id = :post", post=post_id)
    rows = read.rows("SELECT id, reports_to_id FROM post WHERE unit_id = :unit AND retired = 0", unit=unit)
    own = {row["id"] for row in rows}
    above = {row["reports_to_id"] for row in rows if row["id"] == post_id}
    return not above & own and any(row["reports_to_id"] == post_id for row in rows)
