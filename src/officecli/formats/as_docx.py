"""A Word document: A4 or Letter, the office in its head, real headings and tables whose headings repeat, Chinese in a Chinese typeface, numbered pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from officecli.formats.out.page import Page
from officecli.formats.paper.a4 import Paper, paper_for
from officecli.formats.paper.own_template import own_template
from officecli.formats.paper.sheet import Part, Sheet, of_document, of_report
from officecli.formats.paper.word_letter import letter
from officecli.formats.paper.word_parts import NEW_PAPER, facts, paragraph, table
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report

BINARY = True


def write(report: Report, stream: BinaryIO, page: Page) -> None:
    """The report as a Word document; the same report is the same file, byte for byte."""
    _draw(of_report(report), stream)


def write_document(document: Document, stream: BinaryIO, page: Page) -> None:
    """The document likewise, or by the template of one's own there is for it."""
    if own := own_template(document, "docx"):
        from officecli.formats.paper.own_word import write_own

        write_own(own, document, stream)
        return
    _draw(of_document(document), stream)


def _draw(sheet: Sheet, stream: BinaryIO) -> None:
    from officecli.formats.paper import word_file  # python-docx costs 200 ms, which only this format should

    paper = paper_for(sheet)
    word_file.write(sheet, _blocks(sheet, paper), paper, stream)


def _blocks(sheet: Sheet, paper: Paper) -> Iterator[str]:
    """The paragraphs and tables of the sheet, from top to bottom, in WordprocessingML."""
    if sheet.official:
        for number, part in enumerate(sheet.parts):
            yield from (NEW_PAPER,) if number else ()
            yield from letter(part, sheet.office, paper)
        yield from (paragraph(note, "Note") for note in sheet.notes)
        return
    yield paragraph(sheet.title, "Title")
    if sheet.headline:
        yield paragraph(sheet.headline, "Normal")
    for part in sheet.parts:
        yield from _part(part, paper)
    for note in sheet.notes:
        yield paragraph(note, "Note")
    if sheet.trail:
        yield paragraph(sheet.trail, "Note")


def _part(part: Part, paper: Paper) -> Iterator[str]:
    if part.heading:
        yield paragraph(part.heading, f"Heading{part.level}", begins_page=part.begins_page)
    if part.facts:
        yield facts(part.facts, paper)
    for grid in part.grids:
        if grid.title:
            yield paragraph(grid.title, f"Heading{part.level + 1}")
        if grid.rows:
            yield table(grid, paper)
        for note in grid.notes:
            yield paragraph(note, "Note")
        for lack in grid.lacks:
            yield paragraph(lack, "Note", color="red")
