"""One person's own settings, in a file of their config folder: where the store is, who acts, which language."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from officecli.errors import BadInput
from officecli.i18n import LANGUAGES, N_, _, listed, one_of

NAMES = ("db", "as", "lang", "pager")
MOST = 65_536
"""Bytes of a settings file; it needs a hundred."""

ODDITIES = {
    "no-file": (N_("it is no ordinary file"), N_("Put an ordinary file in its place: {path}")),
    "large": (N_("it is too large"), N_("It holds three lines at most; look into it: {path}")),
    "another": (N_("it belongs to somebody else, who could let you act under any name"), N_("Write one of your own: {path}")),
    "open": (N_("everybody may write to it, and so let you act under any name"), N_("Look at what it says, then: chmod 600 {path}")),
}
"""What a settings file may be that is not believed → why, and what to do."""

for_now: dict[str, str] = {}
"""What was said on this command line, which goes before the file."""

_odd: list[tuple[Path, str]] = []


def config_file() -> Path:
    """The personal settings file of this account."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "officecli" / "config.toml"


def setting(name: Literal["db", "as", "lang", "pager"]) -> str:
    """What this account has set for itself; "" where it has not, BadInput where the file is wrong."""
    if name in for_now:
        return for_now[name]
    try:
        path = config_file()
        text = _trusted(path)
    except (OSError, UnicodeDecodeError, RuntimeError):
        return ""
    if not text:
        return ""
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(_("The settings file {path} is not valid TOML: {error}").format(path=path, error=error)) from error
    unknown = [name for name, value in found.items() if name not in NAMES or not isinstance(value, str)]
    if unknown:
        raise BadInput(
            _("The settings file {path} has something officecli does not know: {names}").format(path=path, names=listed(unknown)),
            fix=_('It may hold db = "…", as = "…" and lang = {choices}.').format(choices=one_of(f'"{one}"' for one in LANGUAGES)),
        )
    return str(found.get(name, ""))


def passed_over() -> tuple[str, str] | None:
    """What was wrong with a settings file that was ignored, and what to do; told once."""
    if not _odd:
        return None
    path, oddity = _odd.pop()
    why, fix = ODDITIES[oddity]
    return _("The settings file {path} is ignored: {why}.").format(path=path, why=_(why)), _(fix).format(path=path)


def _trusted(path: Path) -> str:
    """The file's text; "" where it is none that this account can have written, which is kept for `passed_over`."""
    # Opened without waiting and looked at only then: a pipe would be waited for without end, and a name can change hands in between.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if odd := oddity(os.fstat(handle), MOST):
            _odd[:] = [(path, odd)]
            return ""
        return os.read(handle, MOST).decode("utf-8")
    finally:
        os.close(handle)


def oddity(found: os.stat_result, most: int) -> str:
    """Why a file of at most so many bytes is not to be believed, "" where it is."""
    if not stat.S_ISREG(found.st_mode):
        return "no-file"
    if found.st_size > most:
        return "large"
    if not hasattr(os, "getuid"):  # Windows
        return ""
    return "another" if found.st_uid not in (os.getuid(), 0) else "open" if found.st_mode & stat.S_IWOTH else ""


def default_store() -> str:
    """Where the store is when nothing says otherwise: the user's data folder."""
    import platformdirs

    return str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
