"""Who a command is judged as."""

from __future__ import annotations

from officecli.errors import BadInput, Refused
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.store.machine import account_name
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.people import MYSELF, find_person


def who_acts(read: Reader, as_name: str = "") -> Row:
    """Who the command is judged as: the person named, else the one whose login runs it, else the founder. Raises BadInput for nobody."""
    staff = read.row("SELECT 1 AS one FROM person WHERE account = 0")
    if staff and name_key(as_name) not in ("", *MYSELF):
        return find_person(read, as_name)
    login = account_name()
    if person := whose_login(read):
        return person
    founder = read.row("SELECT * FROM v_person WHERE account = 1")
    if founder and _is_founder(read, login):
        return founder
    raise BadInput(
        _("Nobody here has the login “{login}”, so it is not known who acts.").format(login=login),
        fix=_("Say who you are with --as NAME, or have a registrar record your login: officecli person set NAME --login {login}").format(login=login),
    )


def whose_login(read: Reader) -> Row | None:
    """The member of staff whose login this is."""
    return read.row("SELECT * FROM v_person WHERE login = :login AND left_on IS NULL", login=account_name())


def require_name(read: Reader, before: Row | None) -> None:
    """Raise Refused where this login was somebody's `before`, and who runs this would now be nobody."""
    if before is None or whose_login(read):
        return
    founder = read.row("SELECT 1 AS one FROM person WHERE account = 1")
    if founder and _is_founder(read, account_name()):
        return
    raise Refused(
        _("nobody would have your login “{login}” any more, so you could do nothing here.").format(login=account_name()),
        why=_("It is {name}'s, and the file has none or another for {name}.").format(name=before["name"]),
        fix=_('Write login = "{login}" for {name} in the file; or let another registrar run it from a login of their own.').format(
            login=account_name(), name=before["name"]
        ),
    )


def _is_founder(read: Reader, login: str) -> bool:
    import os

    office = read.office
    if hasattr(os, "getuid") and office["founder_uid"] != os.getuid():
        return False
    return bool(office["founder_login"] == login)  # the same uid is somebody else on another machine, which a server's store is reached from
