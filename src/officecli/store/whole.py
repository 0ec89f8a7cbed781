"""Files that appear whole or not at all, and over nothing that appeared meanwhile."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from officecli.store.disk import sync_folder

NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def whole(target: Path, *, over: bool, mode: int = 0o600) -> Iterator[tuple[int, Path]]:
    """A new file beside `target`, open, and its name for now. Once the block ends well it is written out and takes its place; else it is gone.

    Raises OSError, and FileExistsError where something has come to stand at `target` that it is not to be put `over`.
    """
    unfinished = target.with_name(f".officecli-{os.urandom(8).hex()}.part")
    handle = os.open(unfinished, NEW, mode)
    try:
        try:
            yield handle, unfinished
            os.fsync(handle)
        finally:
            os.close(handle)
        take_place(unfinished, target, over=over)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def take_place(finished: Path, target: Path, *, over: bool) -> None:
    """Give a finished file its name; raises FileExistsError, and leaves both as they are, where it has to go `over` another to."""
    if over:
        finished.replace(target)
        return
    try:
        os.link(finished, target)  # to rename it would be over whatever came since one looked
    except FileExistsError:
        raise
    except OSError:  # vfat, many a mount
        _take_without_links(finished, target)
    else:
        finished.unlink()


def _take_without_links(finished: Path, target: Path) -> None:
    """The same where a file has one name only: an empty one takes the name, which fails where there is another, and is then replaced."""
    os.close(os.open(target, NEW, 0o600))
    try:
        finished.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def give_as(path: Path, replaced: os.stat_result) -> None:
    """Let the same people read and write the file as the one it replaces; where the group cannot be kept, its rights are not another's."""
    mode = stat.S_IMODE(replaced.st_mode) & 0o777
    if path.stat().st_gid != replaced.st_gid:
        try:
            os.chown(path, -1, replaced.st_gid)
        except OSError:
            mode &= ~0o070
    path.chmod(mode)
