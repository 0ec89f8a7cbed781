"""What the system says when a disk or a file does not do what is asked, as a person would say it; and names that last."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from officecli.i18n import N_, _

SAID = {
    errno.ENOSPC: N_("The disk is full"),
    errno.EDQUOT: N_("The quota of disk space is used up"),
    errno.EROFS: N_("The disk may only be read"),
    errno.EIO: N_("The disk fails"),
    errno.EMFILE: N_("No file handles are left: too many files are open"),
    errno.ENFILE: N_("No file handles are left: too many files are open"),
}
_AS_THE_SYSTEM = {
    errno.ENOENT: N_("No such file or directory"),
    errno.EACCES: N_("Permission denied"),
    errno.EPERM: N_("Operation not permitted"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENAMETOOLONG: N_("File name too long"),
}
"""What the system itself says in English, so that other languages have it too."""

_LITTLE = 64 * 1024
"""Bytes: more than a database's file beside it takes to be opened."""


def reason(error: OSError) -> str:
    """Why it fails, without a full stop; what is rare in the system's own words."""
    said = (SAID | _AS_THE_SYSTEM).get(error.errno or 0)
    return _(said) if said else error.strerror or str(error)


def is_short_of_something(error: OSError) -> bool:
    """Whether it is no matter of permission: whoever has every right would meet the same."""
    return error.errno in SAID and error.errno != errno.EROFS


def what_is_short(folder: Path) -> OSError | None:
    """Why a little more cannot be written in a folder, None where it can: a database says of a full disk or quota no more than that its files fail it."""
    import tempfile  # which few commands need

    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(_LITTLE))
    except OSError as error:
        return error if is_short_of_something(error) else None
    return None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can: Windows opens no folder, and not every file system writes one out."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one may write into it and not read it
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
