"""The standard output, for whatever is written there: a sentence needs no more, and does not wait for what reports are drawn with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from officecli.errors import StorageTrouble
from officecli.hints import TextIO
from officecli.i18n import _
from officecli.store.disk import reason

_begun = False


def begin() -> None:
    """A new command: nothing is written yet."""
    global _begun
    _begun = False


def has_begun() -> bool:
    """Whether somebody may have been shown something since the command began: it must not be shown twice."""
    return _begun


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """The standard output as UTF-8, whatever the locale; a reader that goes away (`| head`) ends it quietly."""
    stream = sys.stdout
    if stream is None:  # started with its output closed
        raise StorageTrouble(_("The standard output is closed."), fix=_("Write to a file with -o."))
    global _begun
    _begun = True
    speak_utf8(stream)
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _let_go(stream)
    except OSError as error:
        _let_go(stream)
        raise StorageTrouble(_("Cannot write to the standard output."), why=reason(error), fix=_("Write to a file with -o.")) from error


def speak_utf8(stream: TextIO) -> None:
    """UTF-8 with line ends as they are given, also under LANG=C; what UTF-8 cannot carry becomes its number."""
    reconfigure = getattr(stream, "reconfigure", None)  # a captured stream in a test has none
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _let_go(stream: TextIO) -> None:
    """Send what is still buffered nowhere, or Python would complain about it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
