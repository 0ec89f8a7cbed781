"""Where a report goes: the standard output or a file, in one of the formats of this folder."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

from officecli.errors import BadInput, StorageTrouble
from officecli.formats.page import Page, page_for
from officecli.formats.safe import safe
from officecli.formats.whole_file import whole_file
from officecli.i18n import _, listed, ngettext
from officecli.reports.report import Report

Writer = Callable[[Report, TextIO, Page], None]
_PREFIX = "as_"


def formats() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order; read from the folder, nothing is imported."""
    return tuple(sorted(file.stem.removeprefix(_PREFIX) for file in Path(__file__).parent.glob(f"{_PREFIX}*.py")))


def writer(name: str) -> Writer:
    """The `write` function of the format `name`; BadInput if there is none."""
    if name not in formats():
        raise BadInput(_("There is no format “{name}”.").format(name=name[:40]), fix=_("Use one of: {formats}.").format(formats=listed(formats())))
    return cast(Writer, importlib.import_module(f"officecli.formats.{_PREFIX}{name}").write)


def deliver(report: Report, name: str = "table", *, path: Path | None = None, force: bool = False, color: bool | None = None) -> None:
    """Write `report` in format `name` to `path` (whole or not at all) or to the standard output.

    `color` False switches colours off, None leaves it to the terminal and NO_COLOR.
    """
    write = writer(name)
    if path is not None:
        with whole_file(path, force=force) as stream:
            write(report, stream, Page(file=True))
        say_written(path, len(report.rows))
        return
    with standard_output() as stream:
        write(report, stream, page_for(stream, color=color))


def say_written(path: Path, rows: int | None = None) -> None:
    """Confirm a file to somebody who sits before a terminal; cron would send it by mail."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    counted = _("{path}, {rows}").format(path=path, rows=ngettext("{n} row", "{n} rows", rows).format(n=f"{rows:,}")) if rows is not None else path
    speak_utf8(sys.stderr)
    sys.stderr.write(safe(_("Written: {what}.").format(what=counted)) + "\n")


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """The standard output as UTF-8, whatever the locale; a reader that goes away (`| head`) ends it quietly."""
    stream = sys.stdout
    if stream is None:  # started with its output closed
        raise StorageTrouble(_("The standard output is closed."), fix=_("Write to a file with -o."))
    speak_utf8(stream)
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _let_go(stream)
    except OSError as error:
        _let_go(stream)
        raise StorageTrouble(
            _("Cannot write to the standard output."), why=error.strerror or str(error), fix=_("Write to a file with -o.")
        ) from error


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
