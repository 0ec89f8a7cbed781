"""One person's own settings, in a file of their config folder: where the store is, who acts, which language, and how things are shown to them."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from officecli.hints import Any, Literal
from officecli.i18n import N_, _
from officecli.personal import names as names

MOST = 65_536
"""Bytes of a settings file; it needs a hundred."""

ODDITIES = {
    "closed": (N_("it may not be read"), N_("See who may read it and the folders it is in: ls -ld {path}")),
    "no-file": (N_("it is no ordinary file"), N_("Put an ordinary file in its place: {path}")),
    "large": (N_("it is too large"), N_("It holds a few lines; look into it: {path}")),
    "no-text": (N_("it is no text in UTF-8"), N_("Save it as UTF-8: {path}")),
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
    usual = (Path(base) if base else Path.home() / ".config") / "officecli" / "config.toml"
    if base or str(sys.platform) not in ("darwin", "win32") or usual.exists():  # where earlier versions kept it, on every system
        return usual
    import platformdirs

    return Path(platformdirs.user_config_dir("officecli", appauthor=False)) / "config.toml"


def setting(name: Literal["db", "as", "lang", "pager", "color", "plain", "header", "week", "dates"]) -> str:
    """What this account has set for itself; "" where it has not, BadInput where the file is wrong."""
    return for_now[name] if name in for_now else str(_kept().get(name, ""))


def is_plain() -> bool:
    """Whether this account wants no lines, blocks and signs, as --plain or its file says."""
    for_now.setdefault("plain", setting("plain") or "no")
    return for_now["plain"] == "yes"


def columns(report: str) -> str:
    """The columns this account wants in a window for the report, joined by commas; "" where it has not said."""
    return str(_kept().get(names.COLUMNS, {}).get(report, ""))


def views() -> dict[str, dict[str, str]]:
    """The views this account keeps, by name: the `filter` each is, and how it is to be shown where that is said."""
    kept = _kept().get(names.VIEWS, {})
    return {as_view_name(name): {"filter": view} if isinstance(view, str) else dict(view) for name, view in kept.items()}


def as_view_name(typed: str) -> str:
    """The name of a view as it is kept: without its sign, width and case."""
    return unicodedata.normalize("NFKC", typed).strip().removeprefix("@").casefold()


def _kept() -> Mapping[str, Any]:
    """The file's content, checked; nothing where there is none that is to be believed."""
    try:
        path = config_file()
        text = _trusted(path)
    except (FileNotFoundError, NotADirectoryError, RuntimeError):
        return {}
    except OSError:
        _odd[:] = [(path, "closed")]
        return {}
    if not text:
        return {}
    from officecli.personal.checking import checked  # few have written one

    return checked(text, path)


def begin() -> None:
    """Forget what was said on another command line, and which file was passed over then."""
    for_now.clear()
    _odd.clear()


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
        return os.read(handle, MOST).decode("utf-8-sig")
    except UnicodeDecodeError:
        _odd[:] = [(path, "no-text")]
        return ""
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
    if str(sys.platform) == "linux" and not os.environ.get("XDG_DATA_HOME", "").strip() and "ANDROID_ROOT" not in os.environ:
        return str(Path("~/.local/share/officecli/office.db").expanduser())  # what the library says of it too, and is 5 ms about
    import platformdirs

    return str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
