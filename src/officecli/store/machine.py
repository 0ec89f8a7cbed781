"""The account and the machine an entry is written on."""

from __future__ import annotations

import os
from functools import cache

from officecli import __version__, clock
from officecli.hints import Any


def machine() -> dict[str, Any]:
    """The account (by uid: $USER can be set to anything), the host and this program's version, as an entry holds them."""
    return {**_here(), "tool": __version__ + ("+rehearsal" if clock.is_pretended() else "")}


@cache
def _here() -> dict[str, Any]:
    import platform  # who only looks needs no name of the machine

    uid = os.getuid() if hasattr(os, "getuid") else None
    return {"user": {"uid": uid, "name": account_name()}, "host": platform.node()}


def account_name() -> str:
    """The login name of the account that runs this, by uid."""
    try:
        import pwd
    except ImportError:  # Windows
        import getpass

        return getpass.getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run under a uid that has no name; where no file handles are left, none is found either
        os.close(os.open(os.devnull, os.O_RDONLY))
        return f"uid {os.getuid()}"
