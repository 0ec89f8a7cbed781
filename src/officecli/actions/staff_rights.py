"""Who may change the office, its posts and duties: registrars. Who may enter, change and take out people: they, and superiors of the person or the post."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.errors import Refused
from officecli.i18n import _, listed
from officecli.store.read import Reader, Row
from officecli.typed.office.people import is_above
from officecli.typed.office.posts import posts_above


def sign_for_office(act: Acting) -> None:
    """Sign as registrar; raises Refused for anybody else: what the posts are and answer for is nobody's own business."""
    if not act.actor["registrar"]:
        raise Refused(_("only a registrar changes posts and duties; {name} is none.").format(name=act.actor["name"]), fix=registrars(act.read))
    act.change.act("registrar")


def sign_over_person(act: Acting, person: Row) -> None:
    """Sign as registrar, or as a superior of the person; raises Refused for anybody else."""
    if act.actor["registrar"]:
        act.change.act("registrar")
    elif is_above(act.read, act.actor["id"], person["id"]):
        act.change.act("superior")
    else:
        raise _not_entitled(act)


def sign_over_post(act: Acting, post_id: int) -> None:
    """Sign as registrar, or as somebody above the post; raises Refused for anybody else."""
    if act.actor["registrar"]:
        act.change.act("registrar")
    elif act.actor["post_id"] in posts_above(act.read, post_id):
        act.change.act("superior")
    else:
        raise _not_entitled(act)


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


def _not_entitled(act: Acting) -> Refused:
    return Refused(
        _("{name} may not do this.").format(name=act.actor["name"]),
        why=_("People are entered, moved and taken out by a registrar or by their superior."),
        fix=registrars(act.read),
    )
