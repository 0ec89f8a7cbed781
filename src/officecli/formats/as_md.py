"""Markdown for mails, chats and wikis: GitHub tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from officecli.formats.out.page import Page
from officecli.formats.paper.own_template import filled, own_template
from officecli.formats.paper.sheet import Fact, Grid, Part, Sheet, of_document, of_report
from officecli.formats.value import NUMERIC
from officecli.hints import TextIO
from officecli.i18n import headed
from officecli.light import replace
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]|~<>&])")
_BEGINS_BLOCK = re.compile(r"^(\d*)([-#+=.)])")


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The report as headings, tables and a list of notes; people's text never becomes mark-up."""
    stream.writelines(_lines(of_report(report)))


def write_document(document: Document, stream: TextIO, page: Page) -> None:
    """The document likewise, or by the template of one's own there is for it; what is missing stands out in bold."""
    if own := own_template(document, "md"):
        stream.write("\n".join(filled(own, document, escape=lambda value: escape(value) if isinstance(value, str) else value)))
        return
    stream.writelines(_lines(of_document(document)))


def escape(text: str) -> str:
    """`text` (one line, already safe) with nothing in it that Markdown or HTML would obey."""
    return _SPECIAL.sub(r"\\\1", text)


def _begun(text: str) -> str:
    """`text` where it begins a line or a point of a list: no heading, rule or list of its own."""
    return _BEGINS_BLOCK.sub(r"\1\\\2", escape(text))


def _lines(sheet: Sheet) -> Iterator[str]:
    if not sheet.official or not sheet.parts:
        yield f"# {escape(sheet.title)}\n"
    if sheet.office and not sheet.official:
        yield f"\n{_begun(sheet.office)}\n"
    if sheet.headline:
        yield f"\n{_begun(sheet.headline)}\n"
    for number, part in enumerate(sheet.parts):
        if sheet.official and number:
            yield "\n"
        yield from _part(replace(part, level=part.level - 1) if sheet.official else part, office=sheet.office if sheet.official else "")
    if sheet.notes:
        yield "\n" + "".join(f"- {_begun(note)}\n" for note in sheet.notes)
    if sheet.trail:
        yield f"\n{escape(sheet.trail)}\n"


def _part(part: Part, office: str = "") -> Iterator[str]:
    """A part with its tables; an official one under the name of the office."""
    if part.heading:
        yield ("" if office else "\n") + f"{'#' * (part.level + 1)} {escape(' '.join(filter(None, (office, part.heading))))}\n"
    letter = part.letter
    if letter:
        yield from (f"\n{_begun(text)}\n" for text in (letter.to, *letter.said) if text)
    if part.facts:
        yield "\n" + "".join(f"- {_under(fact)}\n" for fact in part.facts)
    for grid in part.grids:
        yield from _grid(grid, part.level + 2)
    if letter:
        yield from (f"\n{_begun(text)}\n" for text in (*letter.closing, letter.by, letter.on) if text)
        if letter.slip:
            yield "\n---\n"
            yield from _part(letter.slip)


def _under(fact: Fact) -> str:
    told = _told(fact)
    return headed(escape(fact.label), told[1:]) if told.startswith(" ") else headed(escape(fact.label), "").rstrip() + told


def _told(fact: Fact) -> str:
    if fact.lacking:
        return "".join(f" **{escape(line)}**" for line in fact.lines)
    if fact.blank:
        return " \\_\\_\\_\\_"
    return " " + escape(fact.lines[0]) if len(fact.lines) == 1 else "".join(f"\n  - {_begun(line)}" for line in fact.lines)


def _grid(grid: Grid, level: int) -> Iterator[str]:
    if grid.title:
        yield f"\n{'#' * level} {escape(grid.title)}\n"
    if grid.rows:
        yield "\n" + _row([escape(column.label) for column in grid.columns])
        yield _row(["---:" if column.kind in NUMERIC else "---" for column in grid.columns])
        yield from (_row([escape(text) for text in texts]) for _values, texts in grid.rows)
    if grid.notes or grid.lacks:
        yield "\n" + "".join(f"- {_begun(note)}\n" for note in grid.notes) + "".join(f"- **{escape(lack)}**\n" for lack in grid.lacks)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
