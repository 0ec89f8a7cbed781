"""Who may change the office, its posts and duties: registrars. Who may enter, change and take out people: they, and superiors of the person or the post."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _
from officecli.standing.office.over_people import as_superior
from officecli.standing.standing import NONE, Standing
from officecli.store.read.reader import Reader, Row


def over_office(actor: Row) -> Standing:
    """The standing of a registrar, or none: what the posts are and answer for is nobody's own business."""
    return Standing("registrar") if actor["registrar"] else NONE


def in_charge_of_person(read: Reader, actor: Row, person: Row) -> Standing:
    """The actor's standing for changing, moving or taking out a person: a superior's or a registrar's."""
    return as_superior(read, actor["id"], person["id"], "superior") or over_office(actor)


def giving_rights(actor: Row, standing: Standing) -> Standing:
    """The standing of somebody who makes a person a registrar, or ends it: a superior alone may not."""
    return Standing("not-registrar") if standing.role == "superior" and not actor["registrar"] else standing


def registrars(read: Reader) -> set[int]:
    """The ids of the registrars of the staff."""
    return {row["id"] for row in read.rows("SELECT id FROM person WHERE registrar = 1 AND account = 0 AND left_on IS NULL")}


def require_registrar(read: Reader) -> None:
    """Raise Refused where nobody would be left who may change the office: no registrar, and the founder's login is somebody's."""
    if registrars(read):
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
