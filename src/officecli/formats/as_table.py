"""A table for people, drawn by hand: Rich's took 25 ms of the 80 a command starts in, and cannot drop columns.

It fits the window: long text wraps, then columns give way, and where not even the weightiest fit, rows become cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from officecli.formats import plain
from officecli.formats.cards import card
from officecli.formats.cell import cell, listed, painted
from officecli.formats.frame import below, sections, shown_columns, title, trail
from officecli.formats.layout import GAP, fit, strips
from officecli.formats.page import Page
from officecli.formats.safe import safe
from officecli.formats.wrap import wrapped
from officecli.i18n import _
from officecli.reports.report import Column, Report

READABLE = 100  # rows; more than that nobody reads, and searches need uncut lines


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Draw `report` to fit the page; plain lines off a terminal or above READABLE rows."""
    if not page.terminal or len(report.rows) > READABLE:
        plain.write(report, stream)
        return
    columns = shown_columns(report)
    parts = [(heading, rows, [[cell(column, row.get(column.key)) for column in columns] for row in rows]) for heading, rows in sections(report)]
    plan = fit(columns, [row for _heading, _rows, cells in parts for row in cells], page.width) if report.rows else None
    kept = plan[0] if plan else [number for number, column in enumerate(columns) if column.weight < 3]
    chosen = [columns[number] for number in kept]
    lines = list(_above(report, page))
    if report.rows and plan:
        lines += ["", *_heading_lines(chosen, plan[1], page)]
    for heading, rows, cells in parts:
        if heading:
            lines += ["", page.ink(wrapped(f"{heading} ({len(rows)})", page.width), "bold")]
        for row, texts in zip(rows, cells, strict=True):
            picked = [texts[number] for number in kept]
            if plan:
                lines += _row_lines(chosen, row, picked, plan[1], page)
            else:
                lines += ["", *card(chosen, row, picked, page)]
    lines += _under(report, [column.label for number, column in enumerate(columns) if number not in kept], page)
    stream.write("\n".join(lines) + "\n")


def _above(report: Report, page: Page) -> Iterator[str]:
    yield page.ink(wrapped(title(report), page.width), "bold")
    if report.headline:
        yield wrapped(safe(report.headline), page.width)


def _heading_lines(columns: Sequence[Column], widths: Sequence[int], page: Page) -> Iterator[str]:
    for line in strips(columns, [column.label for column in columns], widths, bottom=True):
        yield page.ink(GAP.join(line).rstrip(), "bold")
    yield page.ink(GAP.join("─" * cells for cells in widths), "dim")


def _row_lines(columns: Sequence[Column], row: dict[str, Any], texts: Sequence[str], widths: Sequence[int], page: Page) -> Iterator[str]:
    for line in strips(columns, texts, widths):
        yield GAP.join(painted(column, row.get(column.key), text, page) for column, text in zip(columns, line, strict=True)).rstrip()


def _under(report: Report, left_out: Sequence[str], page: Page) -> Iterator[str]:
    """Notes, then what the window had no room for, then the head of the trail."""
    notes = below(report)
    if left_out and report.rows:
        notes.append(_("Not shown here: {columns} — widen the window or use --format csv.").format(columns=listed(left_out)))
    if notes:
        yield ""
        yield from (wrapped(note, page.width) for note in notes)
    if report.head:
        yield ""
        yield page.ink(trail(report), "dim")
