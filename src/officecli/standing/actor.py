"""Who a command is judged as."""

from __future__ import annotations

from officecli.errors import BadInput, Refused
from officecli.i18n import _, sentences
from officecli.model.names import name_key
from officecli.settings import SHARED_LOGIN
from officecli.store.machine import account_name
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.people import MYSELF, find_person


def who_acts(read: Reader, as_name: str = "") -> Row:
    """Who the command is judged as: the person named, else the one whose login runs it, else the founder.

    Raises BadInput for nobody, and Refused where a login that is known to be a clerk's would act as somebody else.
    """
    staff = read.row("SELECT 1 AS one FROM person WHERE account = 0")
    if staff and name_key(as_name) not in ("", *MYSELF):
        named = find_person(read, as_name)
        _refuse_another(read, named)
        return named
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
    return read.row("SELECT * FROM v_person WHERE login = :login AND account = 0 AND left_on IS NULL", login=account_name())


def whose_keys(read: Reader, actor: Row) -> str:
    """Whose login is at the keys while `actor` acts: `own`, `registrar` (or the founder's), `other` (another clerk's), `nobody` (no one's on record)."""
    if person := whose_login(read):
        return "own" if person["id"] == actor["id"] else "registrar" if person["registrar"] else "other"
    if not _is_founder(read, account_name()):
        return "nobody"
    return "own" if actor["account"] else "registrar" if read.row("SELECT 1 AS one FROM person WHERE account = 1") else "nobody"


def own_name_only() -> str:
    """What to do where nobody acts or reads as another."""
    return _("Do it as yourself: without --as, OFFICECLI_AS, or “as” in your settings.")


def _refuse_another(read: Reader, wanted: Row) -> None:
    """Raise Refused where this login is somebody's who may not act under the name of `wanted`."""
    me = whose_login(read)
    if me is None or me["id"] == wanted["id"] or me["registrar"] or read.settings[SHARED_LOGIN.name]:
        return
    if wanted["registrar"] and _is_founder(read, account_name()) and not read.row("SELECT 1 AS one FROM person WHERE registrar = 1 AND login <> ''"):
        return  # or nobody could act as a registrar any more
    raise Refused(
        _("your login “{login}” is {me}'s, and {me} may not act as {name}.").format(login=account_name(), me=me["name"], name=wanted["name"]),
        why=_("Each acts in their own name; a registrar may record for another, and both are then on the trail."),
        fix=sentences(
            [
                own_name_only(),
                _(
                    "Else ask a registrar. Where several people work under one login, a registrar says so: officecli config set authority.shared_login 1"
                ),
            ]
        ),
    )


def require_name(read: Reader, before: Row | None, *, by_file: bool = False) -> None:
    """Raise Refused where this login was somebody's `before`, and who runs this would now be nobody; `by_file` where a file would have it so."""
    if before is None or whose_login(read):
        return
    founder = read.row("SELECT 1 AS one FROM person WHERE account = 1")
    if founder and _is_founder(read, account_name()):
        return
    raise Refused(
        _("nobody would have your login “{login}” any more, so you could do nothing here.").format(login=account_name()),
        why=_("It is {name}'s, and the file has none or another for {name}.").format(name=before["name"])
        if by_file
        else _("It is {name}'s, whose login would be none or another.").format(name=before["name"]),
        fix=_('Write login = "{login}" for {name} in the file; or let another registrar run it from a login of their own.').format(
            login=account_name(), name=before["name"]
        )
        if by_file
        else _("Let another registrar change it, from a login of their own."),
    )


def _is_founder(read: Reader, login: str) -> bool:
    import os

    office = read.office
    if hasattr(os, "getuid") and office["founder_uid"] != os.getuid():
        return False
    return bool(office["founder_login"] == login)  # the same uid is somebody else on another machine, which a server's store is reached from
