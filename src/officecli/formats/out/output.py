"""Where a report goes: the standard output or a file, in one of the formats of this folder."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from officecli import personal
from officecli.errors import BadInput
from officecli.formats import PREFIX, ROW_BY_ROW, formats
from officecli.formats.out.page import Page, page_for
from officecli.formats.out.pager import through_pager
from officecli.formats.out.safe import safe
from officecli.formats.out.standard_output import speak_utf8, standard_output
from officecli.formats.out.whole_file import Named, whole_file
from officecli.hints import TYPE_CHECKING, Any, TextIO
from officecli.i18n import _, listed, ngettext, sentences
from officecli.light import dataclass, replace
from officecli.near import asked_back
from officecli.reports.shape.choosing import with_columns, with_keys
from officecli.reports.shape.report import Report
from officecli.typed.codes import check_code

if TYPE_CHECKING:
    from officecli.reports.shape.document import Document

_READ_BY_PROGRAMS = ("csv", "xlsx", "md")
"""The formats in which a setting of one's own heads columns by their keys; a page or a window has headings for people unless it is asked for others."""


@dataclass(frozen=True)
class Format:
    """A format of this folder: `write` draws a report, `write_document` a document (None where it cannot); a `binary` one writes bytes."""

    write: Callable[[Report, Any, Page], None]
    write_document: Callable[[Document, Any, Page], None] | None
    binary: bool


_ALSO_CALLED = {
    "xlsx": "excel xls et wps spreadsheet 表格 电子表格", "docx": "word doc pdf 文档", "html": "web page browser 网页", "md": "markdown text txt 文本",
    "ics": "ical calendar 日历", "csv": "tsv", "table": "screen plain terminal",
}  # fmt: skip
"""Formats → what they are tried by."""


def format_for(name: str, path: Path | None = None) -> Format:
    """The format of this `name`, to be written to `path` (None: the standard output).

    BadInput if there is none, or if it is no text and would be written on a window; RuntimeError for a file of this folder that draws nothing.
    """
    if name not in formats():
        meant = next((one for one, words in _ALSO_CALLED.items() if name.casefold() in words.split()), "")
        fix = sentences([asked_back(meant) if meant else "", _("Use one of: {formats}.").format(formats=listed(formats()))])
        raise BadInput(_("There is no format “{name}”.").format(name=name[:40]), fix=fix)
    module = importlib.import_module(f"officecli.formats.{PREFIX}{name}")
    if not hasattr(module, "write"):
        raise RuntimeError(f"formats/{PREFIX}{name}.py has no write(report, stream, page), which draws a report")
    found = Format(module.write, getattr(module, "write_document", None), getattr(module, "BINARY", False))
    if found.binary and path is None and sys.stdout is not None and sys.stdout.isatty():
        raise BadInput(_("A {format} file is no text for a window.").format(format=name), fix=_("Write it to a file with -o."))
    return found


@dataclass(frozen=True)
class Showing:
    """How somebody wants it shown: `color` False switches colours off, None leaves it
    to the terminal and NO_COLOR; `columns`, `wide` and `header` as they were typed.

    Where no columns were, those `of_the_view`.
    """

    color: bool | None = None
    columns: str = ""
    wide: bool = False
    header: str = ""
    of_the_view: str = ""


def deliver(found: Report | Document, name: str = "table", *, to: Named | None = None, showing: Showing = Showing()) -> None:
    """Write a report or document in format `name` to a file (whole or not at all) or to the standard output.

    BadInput where the format cannot hold it, or for columns it has not; a paper of several parts has none to choose.
    """
    header = check_code(showing.header, personal.names.NAMES["header"].choices, "--header") if showing.header else ""
    if isinstance(found, Report):
        found = _headed(_chosen(found, name, to, showing), name, header)
    elif showing.columns or showing.wide or header:
        raise BadInput(_("This is a paper of several parts, with no columns to choose."), fix=_("Leave out --columns, --wide and --header."))
    if name != "table":
        personal.for_now["plain"] = "no"  # a paper is the same whoever makes it
    format_ = format_for(name, None if to is None else to.path)
    write = _drawing(found, name, format_)
    if to is not None:
        with whole_file(to, binary=True) if format_.binary else whole_file(to) as file:
            write(file, Page(file=True))
        say_written(to.path, len(found.rows) if isinstance(found, Report) else None)
        return
    with standard_output() as stream:
        page = page_for(stream, color=showing.color)
        if format_.binary or not page.terminal or name in ROW_BY_ROW:
            write(stream.buffer if format_.binary else stream, page)
            return
        with through_pager(stream, page) as (shown, shown_on):
            write(shown, shown_on)


def _chosen(report: Report, name: str, to: Named | None, showing: Showing) -> Report:
    """The report with the columns that were typed, else those of the view, else in a window those of this account's own settings."""
    if showing.columns or showing.wide:
        return with_columns(report, showing.columns, wide=showing.wide)
    if showing.of_the_view:
        return _as_set(report, showing.of_the_view, _("Shown as usual, since the columns of the view do not fit here: {why}"))
    if name == "table" and to is None and sys.stdout is not None and sys.stdout.isatty():
        said = _("Shown as usual, since columns.{report} of your own settings does not fit here: {why} Change it with: officecli config --mine edit")
        return _as_set(report, personal.columns(report.name), said)
    return report


def _headed(report: Report, name: str, header: str) -> Report:
    """The report headed as was typed, else as this account has set; JSON has both. A sheet that comes back written in is known by its headings."""
    read_back = any(column.use for column in report.columns)
    if read_back and header == "keys":
        raise BadInput(_("This sheet is read back by its headings."), fix=_("Leave out --header."))
    own = header or (personal.setting("header") if name in _READ_BY_PROGRAMS and not read_back else "")
    return with_keys(report) if own == "keys" and name != "json" else report


def _as_set(report: Report, columns: str, said: str) -> Report:
    """The report with the columns that this account has set for it; as usual, and so `said`, where it has not got them this time."""
    try:
        return with_columns(report, columns)
    except BadInput as error:
        return replace(report, notes=(*report.notes, said.format(report=report.name, why=error.what)))


def _drawing(found: Report | Document, name: str, format_: Format) -> Callable[[Any, Page], None]:
    if isinstance(found, Report):
        return partial(format_.write, found)
    if format_.write_document is None:
        fitting = [other for other in formats() if format_for(other, Path(other)).write_document]
        raise BadInput(
            _("{format} holds one table, and this is a paper of several parts.").format(format=name),
            fix=_("Use one of: {formats}.").format(formats=listed(fitting)),
        )
    return partial(format_.write_document, found)


@contextmanager
def written_to(to: Named | None, rows: int | None = None) -> Iterator[TextIO]:
    """A stream to the file, which is confirmed at the end with its number of rows if it has any, or to the standard output."""
    with whole_file(to) if to else standard_output() as stream:
        yield stream
    if to:
        say_written(to.path, rows)


def say_written(path: Path, rows: int | None = None) -> None:
    """Confirm a file to somebody at a terminal, also where they pipe what is said; cron, which has none, would send it by mail."""
    if sys.stderr is None or not (sys.stderr.isatty() or os.environ.get("TERM", "dumb") != "dumb"):
        return
    counted = _("{path}, {rows}").format(path=path, rows=ngettext("{n} row", "{n} rows", rows).format(n=f"{rows:,}")) if rows is not None else path
    speak_utf8(sys.stderr)
    sys.stderr.write(safe(_("Written: {what}.").format(what=counted)) + "\n")
