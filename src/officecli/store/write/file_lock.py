"""A lock on a file that one process holds at a time, and that the system lets go of when its holder dies."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

AGAIN = 0.01
"""Seconds from one try to the next: a writer holds the lock for a few hundredths, so nobody who waits is passed over for long."""
LONG = 2.0
"""Seconds after which whoever waits begins to wonder."""
told_of_waiting: list[Callable[[], None]] = []
"""What is done once by whoever waits so long: to say that it does."""


class Held(Exception):
    """Somebody else held the lock all the time one waited."""


@contextmanager
def file_locked(path: Path, *, mode: int, patience: float) -> Iterator[None]:
    """Hold the lock on the file in this block; the file is made with these permissions. Raises Held after `patience` seconds, or OSError."""
    begun = time.monotonic()
    tell = list(told_of_waiting)
    while (handle := _taken(path, mode)) is None:
        waited = time.monotonic() - begun
        if waited >= patience:
            raise Held
        while waited >= LONG and tell:
            tell.pop()()
        time.sleep(AGAIN)
    try:
        yield
    finally:
        _let_go(handle)
        os.close(handle)


def _taken(path: Path, mode: int) -> int | None:
    """The open file, locked; None where somebody else has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), mode)
    if _lock(handle) and _is_still_there(handle, path):
        if hasattr(os, "fchmod") and os.fstat(handle).st_mode & 0o777 != mode:
            with suppress(PermissionError):  # it is another's
                os.fchmod(handle, mode)
        return handle
    os.close(handle)
    return None


def _is_still_there(handle: int, path: Path) -> bool:
    """Whether the name still leads to this file: a lock on one that somebody removed keeps nobody out."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except PermissionError:
            return False
        return True

    def _let_go(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]
else:

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
