"""A report in a person's window, drawn by Rich to fit.

Long text wraps first; then columns give way; and where not even the weightiest fit, rows become cards.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.text import Text

from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.terminal.drawing import BOLD, card, console, headings, lines
from officecli.formats.terminal.frame import below, sections, shown_columns, title, trail
from officecli.formats.terminal.layout import fit
from officecli.formats.terminal.wrap import wrapped
from officecli.formats.value import cell, listed
from officecli.i18n import _
from officecli.reports.shape.report import Report


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Draw `report` on the window behind `stream`."""
    with console(stream, page) as window:
        for piece in _pieces(report, page.width):
            window.print(piece, soft_wrap=True)


def _pieces(report: Report, room: int) -> Iterator[RenderableType]:
    """What is drawn, from top to bottom; `room` in cells."""
    yield Text(wrapped(title(report), room), BOLD)
    if report.headline:
        yield Text(wrapped(safe(report.headline), room))
    notes = below(report)
    if report.rows:
        left_out = yield from _rows(report, room)
        if left_out:
            notes.append(_("Not shown here: {columns} — widen the window or use --format csv.").format(columns=listed(left_out)))
    for other in report.also:
        yield Text()
        yield Text(wrapped(safe(other.title), room), BOLD)
        left_out = yield from _rows(other, room)
        if left_out:
            notes.append(_("Not shown here: {columns} — widen the window or use --format csv.").format(columns=listed(left_out)))
    for foot in (notes, [trail(report.head, in_window=True)]):
        if any(foot):
            yield Text()
            yield from (Text(wrapped(line, room)) for line in foot)


def _rows(report: Report, room: int) -> Generator[RenderableType, None, list[str]]:
    """The rows under their headings; returns the labels of the columns that the window has no room for."""
    columns = shown_columns(report)
    parts = [
        (heading, [(row, [cell(column, row.get(column.key), report.timezone) for column in columns]) for row in rows])
        for heading, rows in sections(report)
    ]
    plan = fit(columns, [texts for _heading, rows in parts for _row, texts in rows], room)
    kept = plan[0] if plan else [number for number, column in enumerate(columns) if column.weight < 3]
    chosen = [columns[number] for number in kept]
    if plan:
        yield Text()
        yield headings(chosen, plan[1])
    for heading, rows in parts:
        if heading:
            yield Text()
            yield Text(wrapped(heading, room), BOLD)
        picked = [(row, [texts[number] for number in kept]) for row, texts in rows]
        if plan:
            yield lines(chosen, picked, plan[1])
        else:
            for row in picked:
                yield Text()
                yield card(chosen, row, room)
    return [column.label for number, column in enumerate(columns) if number not in kept]
