"""Who may change the office, its posts and duties: registrars. Who may enter, change and take out people: they, and superiors of the person or the post."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _, listed
from officecli.standing.office.superiors import is_above, posts_above
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row


def over_office(read: Reader, actor: Row) -> Standing:
    """The standing of a registrar; raises Refused for anybody else: what the posts are and answer for is nobody's own business."""
    if not actor["registrar"]:
        raise Refused(_("only a registrar changes posts and duties; {name} is none.").format(name=actor["name"]), fix=registrars(read))
    return Standing("registrar")


def in_charge_of_person(read: Reader, actor: Row, person: Row) -> Standing:
    """The standing of a registrar, or of a superior of the person; raises Refused for anybody else."""
    if actor["registrar"]:
        return Standing("registrar")
    if is_above(read, actor["id"], person["id"]):
        return Standing("superior")
    raise _not_entitled(read, actor)


def in_charge_of_post(read: Reader, actor: Row, post_id: int) -> Standing:
    """The standing of a registrar, or of somebody above the post; raises Refused for anybody else."""
    if actor["registrar"]:
        return Standing("registrar")
    if actor["post_id"] in posts_above(read, post_id):
        return Standing("superior")
    raise _not_entitled(read, actor)


def registrars(read: Reader) -> str:
    """Whom to ask where only a registrar may."""
    names = [row["name"] for row in read.rows("SELECT name FROM v_person WHERE registrar = 1 AND account = 0 AND left_on IS NULL ORDER BY id")]
    return _("Ask a registrar: {names}.").format(names=listed(names[:6])) if names else ""


def require_registrar(read: Reader) -> None:
    """Raise Refused where nobody would be left who may change the office: no registrar, and the founder's login is somebody's."""
    if read.row("SELECT 1 AS one FROM person WHERE registrar = 1 AND account = 0 AND left_on IS NULL"):
        return
    taken = read.value("SELECT p.name FROM person p JOIN office o ON o.founder_login = p.login WHERE p.left_on IS NULL")
    if taken or not read.row("SELECT 1 AS one FROM person WHERE account = 1"):
        raise Refused(
            _("nobody would be left who may change the office."),
            why=_("No registrar would remain, and the founder's rights ended when {name} took the founder's login.").format(name=taken)
            if taken
            else "",
            fix=_("Make somebody a registrar first: officecli person set NAME --registrar (in an office file: registrar = true)"),
        )


def _not_entitled(read: Reader, actor: Row) -> Refused:
    return Refused(
        _("{name} may not do this.").format(name=actor["name"]),
        why=_("People are entered, moved and taken out by a registrar or by their superior."),
        fix=registrars(read),
    )
