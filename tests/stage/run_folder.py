"""Where a run of the tests keeps its files: in memory where there is room, and gone when the run is over, however it ended."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEMORY, DISK = Path("/dev/shm"), Path("/var/tmp")
PREFIX, LOCK = "officecli-", "run.lock"
ROOM = 2**30
"""Bytes that must be free in memory; a run of all tests takes up a third of them at most."""


_held: list[int] = []
"""Open locks; whoever can take one knows that the run it belonged to is over."""


def make() -> Path:
    """A new folder in memory, where every commit is not waited for; where TMPDIR says so or memory has no room, an ordinary one."""
    try:
        if "TMPDIR" not in os.environ and shutil.disk_usage(MEMORY).free >= ROOM:
            return _new(MEMORY)
    except OSError:  # there is none, or it may not be written
        pass
    return _new(Path(tempfile.gettempdir()))


def make_on_disk() -> Path:
    """A new folder on a disk that keeps what it is told, for the tests that are marked `disk`."""
    return _new(DISK if os.access(DISK, os.W_OK) else Path(tempfile.gettempdir()))


def _new(where: Path) -> Path:
    for left in where.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError), (left / LOCK).open("rb") as lock:  # of no run, of somebody else's, of one that goes on
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            clear(left)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=where))
    _held.append(os.open(folder / "lock", os.O_CREAT | os.O_RDWR))
    fcntl.flock(_held[-1], fcntl.LOCK_EX)
    (folder / "lock").rename(folder / LOCK)
    return folder


def watch(*folders: Path) -> subprocess.Popen[bytes]:
    """A process that clears the folders away as soon as its input ends: when we close it, or when we are killed. If it is too, the next run does."""
    command = [sys.executable, "-I", __file__, *map(str, folders)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=_held, start_new_session=True)  # Ctrl-C is for the tests alone


def clear(folder: Path) -> None:
    """Stop the PostgreSQL server that lives in the folder, if there is one, and remove it all."""
    at_work = folder / "cluster" / "data" / "postmaster.pid"
    if at_work.exists():
        server = int(at_work.read_text(encoding="utf-8").split()[0])
        with contextlib.suppress(ProcessLookupError):
            os.kill(server, signal.SIGQUIT)
        until = time.monotonic() + 10
        while at_work.exists() and time.monotonic() < until:
            time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    for one in sys.argv[1:]:
        clear(Path(one))
