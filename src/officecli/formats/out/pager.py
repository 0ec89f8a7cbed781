"""What is longer than the window goes through a pager, if a person looks on and wants one: $PAGER, else less."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from officecli import personal
from officecli.formats.out.page import Page, lines_shown
from officecli.hints import TextIO
from officecli.light import replace

USUAL = "less"
NONE = ("", "never", "cat")
"""How somebody says that they want no pager."""
_NOT_FOUND = (126, 127)  # what a wrapper answers when there is nothing to run


@contextmanager
def through_pager(stream: TextIO, page: Page) -> Iterator[tuple[TextIO, Page]]:
    """A stream that takes the text, and the page it is drawn on; at the end it is shown by the pager where it is longer than the window, else written."""
    command = pager() if page.height else []
    held = io.StringIO()
    yield held, replace(page, paged=bool(command))
    text = held.getvalue()
    if not command or lines_shown(text, page.width) < page.height or not _shown(command, text):
        stream.write(text)


def pager() -> list[str]:
    """The pager as a command, [] where there is none or none is wanted: what the person set, else $PAGER, else less."""
    if sys.stdin is None or not sys.stdin.isatty() or os.environ.get("TERM") == "dumb":
        return []
    import shlex
    import shutil  # few see what is longer than their window

    typed = personal.setting("pager") or os.environ.get("PAGER", USUAL)
    try:
        command = shlex.split(typed)
    except ValueError:  # a quotation mark that is never closed
        return []
    return command if command and typed.strip() not in NONE and shutil.which(command[0]) else []


def _shown(command: list[str], text: str) -> bool:
    """Whether the pager took the text. Closing it early is how one reads; it is no error, nor is Ctrl-C in it."""
    import signal
    import subprocess

    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c", **os.environ}
    try:
        running = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the person's own pager
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the pager's now
    try:
        running.communicate(text.encode("utf-8", "backslashreplace"))  # which minds no broken pipe
    finally:
        signal.signal(signal.SIGINT, before)
    return running.returncode not in _NOT_FOUND
