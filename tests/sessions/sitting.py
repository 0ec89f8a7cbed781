"""The program in a process of its own, branched off one that has loaded it; what is loaded here is loaded by each of these processes."""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path
from types import SimpleNamespace

CLERK = "clerk"
"""The login everything is typed under."""


def sit_at(words: list[str], output: str, folder: Path, environment: dict[str, str]) -> None:
    """Be the program, in a process of its own, with this terminal or file as its input and output."""
    os.setsid()
    device = os.open(output, os.O_RDWR | os.O_APPEND)
    for stream in (0, 1, 2):
        os.dup2(device, stream)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (they stay open as long as the process)
    sys.stdout = open(1, "w", buffering=1 if os.isatty(1) else -1, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    pwd.getpwuid = lambda _uid: SimpleNamespace(pw_name=CLERK)  # type: ignore[assignment, return-value]
    from officecli.__main__ import main

    main(words)
