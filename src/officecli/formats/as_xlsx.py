"""A workbook: a sheet for each table with real days and figures, to be filtered and printed, and one that says what it is about."""

from __future__ import annotations

from typing import BinaryIO

from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.paper.size import size_for
from officecli.formats.terminal.frame import below, dated, title, trail
from officecli.i18n import _
from officecli.light import replace
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report

BINARY = True


def write(report: Report, stream: BinaryIO, page: Page) -> None:
    """The report as a workbook; the same report is the same file, byte for byte."""
    from officecli.formats.paper.workbook import workbook  # XlsxWriter costs 60 ms, which only this format should
    from officecli.formats.paper.workbook_table import Face, Printed, put_table, put_text

    printed = Printed(size_for(report.region), title(report), safe(report.office), trail(report.head))
    with workbook(stream, title=report.title, day=report.as_of) as book:
        for one in (report, *report.also):
            asked_for = tuple(replace(column, sparse=one.choice == "usual" and column.use != "written") for column in one.columns)
            # What says nothing is hidden, unless it was asked for, or is there to be written into.
            faces = {column.key: Face(column.choose, column.use == "hidden", column.use == "given", column.use == "written") for column in asked_for}
            put_table(book, one.title or one.name, asked_for, one.rows, timezone=one.timezone, printed=printed, faces=faces)
        put_text(book, _("About this list"), [printed.title, safe(report.headline), *below(report), printed.office, printed.trail], printed)


def write_document(document: Document, stream: BinaryIO, page: Page) -> None:
    """The document likewise: what is said in it first, then a sheet for each kind of table."""
    from officecli.formats.paper.workbook import workbook
    from officecli.formats.paper.workbook_document import put_document
    from officecli.formats.paper.workbook_table import Printed

    printed = Printed(size_for(document.region), safe(dated(document.title, document.as_of)), safe(document.office), trail(document.head))
    with workbook(stream, title=document.title, day=document.as_of) as book:
        put_document(book, document, printed)
