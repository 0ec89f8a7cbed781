"""Who may write, change, pause and retire a procedure: a registrar, whoever stands above its post, and the head of the post's unit."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _, sentences
from officecli.standing.office.rights import registrars
from officecli.standing.office.superiors import posts_above
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row


def on_procedure_of(read: Reader, actor: Row, post_id: int) -> Standing:
    """The actor's standing for a procedure of this post; raises Refused for whoever has none."""
    mine = actor["post_id"]
    if actor["registrar"]:
        return Standing("registrar")
    if mine is not None and (mine in posts_above(read, post_id) or (mine == post_id and _heads_unit(read, post_id))):
        return Standing("superior" if mine != post_id else "self")
    post = read.row("SELECT po.title, u.name AS unit FROM post po JOIN unit u ON u.id = po.unit_id WHERE po.id = :post", post=post_id)
    assert post is not None
    raise Refused(
        _("{name} may not do this.").format(name=actor["name"]),
        why=_("A procedure of {unit}/{post} is written by a registrar, by whoever stands above that post, or by the head of {unit}.").format(
            unit=post["unit"], post=post["title"]
        ),
        fix=sentences([_("Ask one of them."), registrars(read)]),
    )


def _heads_unit(read: Reader, post_id: int) -> bool:
    """Whether a post is the first of its unit: no other post of the unit stands above it, and one stands below."""
    unit = read.value("SELECT unit_id FROM post WHERE id = :post", post=post_id)
    rows = read.rows("SELECT id, reports_to_id FROM post WHERE unit_id = :unit AND retired = 0", unit=unit)
    own = {row["id"] for row in rows}
    above = {row["reports_to_id"] for row in rows if row["id"] == post_id}
    return not above & own and any(row["reports_to_id"] == post_id for row in rows)
