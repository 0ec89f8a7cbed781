"""The account digests go out by: what the office has set, and the password, which is kept nowhere in the store and shown nowhere."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.light import dataclass, field
from officecli.settings import GENERAL
from officecli.store.read.reader import Reader

IN_ENVIRONMENT = "OFFICECLI_MAIL_PASSWORD"
USUAL_PORTS = {"starttls": 587, "ssl": 465, "none": 25}
HERE = ("localhost", "127.0.0.1", "::1")
LONGEST_PASSWORD = 1024


@dataclass(frozen=True)
class Account:
    """The mail server, how it is reached, and whom the messages are from; `user` is "" where it asks for no account."""

    host: str
    port: int
    security: str
    sender: str
    user: str
    password: str = field(repr=False, default="")


def account(read: Reader) -> Account:
    """The account the office has set; raises BadInput for what is not set, or whose password is not to be had safely."""
    said = {name: GENERAL[name].value(read.stored_settings) for name in GENERAL if name.startswith("mail.")}
    missing = [name for name in ("mail.host", "mail.from") if not said[name]]
    if missing:
        raise BadInput(
            _("No mail goes out before this is set: {names}.").format(names=listed(missing)),
            fix=_("A registrar says by which server it goes: {commands}").format(
                commands=" && ".join(f"officecli config set {name} {GENERAL[name].like}" for name in missing)
            ),
        )
    user = str(said["mail.user"])
    if user and said["mail.security"] == "none" and said["mail.host"] not in HERE:
        raise BadInput(
            _("The password would go to {host} unencrypted, where anybody on the way can read it.").format(host=said["mail.host"]),
            fix=_('Set mail.security to starttls or ssl; or mail.user to "", if the server asks for no account.'),
        )
    return Account(
        str(said["mail.host"]),
        int(said["mail.port"]) or USUAL_PORTS[said["mail.security"]],
        str(said["mail.security"]),
        str(said["mail.from"]),
        user,
        _password(str(said["mail.password_file"])) if user else "",
    )


def _password(file: str) -> str:
    """The password: the environment's, else the first line of the file."""
    if given := os.environ.get(IN_ENVIRONMENT):
        return given
    if not file:
        raise BadInput(
            _("The mail server asks for a password, and none is given."),
            fix=_("Write it into a file only you can read, and name it: officecli config set mail.password_file /path; or set {variable}.").format(
                variable=IN_ENVIRONMENT
            ),
        )
    found = _first_line(Path(file))
    if not found:
        raise BadInput(_("There is no password in {path}.").format(path=file), fix=_("Write it on the first line."))
    return found


def _first_line(path: Path) -> str:
    # As with a person's own settings: opened without waiting, and looked at only then.
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            _refuse_open_door(path, os.fstat(handle))
            return os.read(handle, LONGEST_PASSWORD).decode("utf-8").partition("\n")[0].rstrip("\r")
        finally:
            os.close(handle)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else _("it is no text in UTF-8")
        raise BadInput(
            _("The mail password cannot be read from {path}: {why}.").format(path=path, why=why),
            fix=_("Whoever runs this must be able to read it: officecli config show mail.password_file"),
        ) from None


def _refuse_open_door(path: Path, found: os.stat_result) -> None:
    """Raise BadInput where others could read the password, or have put another in its place."""
    if not stat.S_ISREG(found.st_mode):
        raise BadInput(
            _("{path} is no ordinary file, and no password is read from it.").format(path=path), fix=_("Put an ordinary file in its place.")
        )
    if not hasattr(os, "getuid"):  # Windows
        return
    if found.st_uid not in (os.getuid(), 0) or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise BadInput(
            _("Others than you may read or write {path}, so the mail password in it is used by nobody.").format(path=path),
            fix=_("Make it yours alone: chown {name} {path} && chmod 600 {path}").format(name="$(id -un)", path=path),
        )
