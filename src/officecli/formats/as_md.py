"""Markdown for mails, chats and wikis: a GitHub table."""

from __future__ import annotations

import re
from typing import TextIO

from officecli.formats.cell import NUMERIC, cell
from officecli.formats.frame import below, sections, shown_columns, title, trail
from officecli.formats.page import Page
from officecli.formats.safe import safe
from officecli.reports.report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]|~<>&])")


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The report as headings, tables and a list of notes; people's text never becomes mark-up."""
    columns = shown_columns(report)
    stream.write(f"# {escape(title(report))}\n")
    if report.headline:
        stream.write(f"\n{escape(safe(report.headline))}\n")
    rule = ["---:" if column.kind in NUMERIC else "---" for column in columns]
    for heading, rows in sections(report):
        if heading:
            stream.write(f"\n## {escape(heading)}\n")
        if rows:
            stream.write("\n" + _line([escape(column.label) for column in columns]) + _line(rule))
        stream.writelines(_line([escape(cell(column, row.get(column.key), report.timezone)) for column in columns]) for row in rows)
    notes = below(report)
    if notes:
        stream.write("\n" + "".join(f"- {escape(note)}\n" for note in notes))
    if report.head:
        stream.write(f"\n{escape(trail(report, whole=True))}\n")


def escape(text: str) -> str:
    """`text` (one line, already safe) with nothing in it that Markdown or HTML would obey."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
