"""One person's own settings, in a file of their config folder: where the store is, who acts, which language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from officecli.errors import BadInput
from officecli.i18n import LANGUAGES, _, listed, one_of


def config_file() -> Path:
    """The personal settings file of this account."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "officecli" / "config.toml"


def setting(name: Literal["db", "as", "lang"]) -> str:
    """What this account has set for itself; "" where it has not, BadInput where the file is wrong."""
    path = config_file()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, RuntimeError):
        return ""
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(_("The settings file {path} is not valid TOML: {error}").format(path=path, error=error)) from error
    unknown = [name for name, value in found.items() if name not in ("db", "as", "lang") or not isinstance(value, str)]
    if unknown:
        raise BadInput(
            _("The settings file {path} has something officecli does not know: {names}").format(path=path, names=listed(unknown)),
            fix=_('It may hold db = "…", as = "…" and lang = {choices}.').format(choices=one_of(f'"{one}"' for one in LANGUAGES)),
        )
    return str(found.get(name, ""))


def default_store() -> str:
    """Where the store is when nothing says otherwise: the user's data folder."""
    import platformdirs

    return str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
