"""A table for people: drawn by Rich in a window, plain lines everywhere else."""

from __future__ import annotations

from officecli.formats.out.page import Page
from officecli.formats.terminal import plain
from officecli.hints import TYPE_CHECKING, TextIO
from officecli.reports.shape.report import Report

if TYPE_CHECKING:
    from officecli.reports.shape.document import Document

READABLE = 500  # rows, which Rich draws in 0.15 s: the settings are 115; more than that nobody reads, and searches need uncut lines


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Draw `report` to fit the window; plain lines off a terminal or above READABLE rows."""
    if not page.terminal or len(report.rows) > READABLE:
        plain.write(report, stream, page)
        return
    from officecli.formats.terminal import window  # Rich costs every command that does not draw with it 25 ms

    window.write(report, stream, page)


def write_document(document: Document, stream: TextIO, page: Page) -> None:
    """Draw `document` to fit the window, or unbroken off a terminal."""
    from officecli.formats.paper.sheet import of_document  # a report does without them
    from officecli.formats.terminal import book

    stream.writelines(line + "\n" for line in book.lines(of_document(document, on_paper=False, in_window=page.terminal), page))
