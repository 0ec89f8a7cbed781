"""A report in a person's window, drawn by Rich to fit.

Long text wraps first; then columns give way, those above the number an eye takes in before all others; and where not even the weightiest fit,
rows become cards. Where the window is too short and no pager takes over, the gravest stands last, where the eye is then.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Sequence
from typing import TextIO

from rich.console import RenderableType
from rich.text import Text

from officecli.formats.out.page import Page, lines_shown
from officecli.formats.out.safe import safe
from officecli.formats.terminal.drawing import BOLD, Row, card, console, headings, headings_below, lines
from officecli.formats.terminal.frame import below, section_note, sections, shown_columns, speaking_columns, title, trail, turned_round
from officecli.formats.terminal.joined import joined
from officecli.formats.terminal.layout import fit, within_budget
from officecli.formats.terminal.month_sheet import month_lines
from officecli.formats.terminal.sparkline import sparklines
from officecli.formats.terminal.wrap import wrapped
from officecli.formats.value import SIGNS, cell
from officecli.i18n import _, listed, ngettext
from officecli.light import replace
from officecli.model.words import word
from officecli.personal import is_plain, setting
from officecli.reports.shape.report import Column, Report

NAMED = 4
"""Columns left out that are named; of more it is said how many."""


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Draw `report` on the window behind `stream`."""
    drawn = _drawn(report, page)
    if report.gravest_first and page.height and not page.paged and lines_shown(drawn, page.width) >= page.height:
        drawn = _drawn(turned_round(report), page, turned=True)
    stream.write(drawn)


def _drawn(report: Report, page: Page, *, turned: bool = False) -> str:
    held = io.StringIO()
    with console(held, page) as window:
        for piece in _pieces(report, page.width, turned=turned):
            window.print(piece, soft_wrap=True)
    return held.getvalue()


def _pieces(report: Report, room: int, *, turned: bool) -> Iterator[RenderableType]:
    """What is drawn, from top to bottom; `room` in cells. The headings of a `turned` table stand under it too."""
    yield Text(wrapped(title(report), room), BOLD)
    if report.headline:
        yield Text(wrapped(safe(report.headline), room))
    notes = below(report)
    if report.month and not is_plain():
        yield Text("\n" + "\n".join(month_lines(report, report.month, room)))
    if report.rows:
        notes += yield from _rows(report, room, turned=turned)
    if courses := [] if is_plain() else [*sparklines(report.charts, room)]:
        yield Text("\n" + "\n".join(courses))
    for other in report.also:
        yield Text()
        yield Text(wrapped(safe(other.title), room), BOLD)
        notes += yield from _rows(other, room, turned=False)
    for foot in (notes, [trail(report.head, in_window=True)]):
        if any(foot):
            yield Text()
            yield from (Text(wrapped(line, room)) for line in foot)


def _left_out(labels: list[str]) -> list[str]:
    """The sentence on the columns of these labels, which the window does not show."""
    if not labels:
        return []
    more = len(labels) - NAMED
    columns = listed(labels[:NAMED])
    if more > 0:
        columns = ngettext("{columns} and {n} more column", "{columns} and {n} more columns", more).format(columns=columns, n=more)
    return [_("Not shown here: {columns}; see them with --wide, or name some with --columns.").format(columns=columns)]


def _rows(report: Report, room: int, *, turned: bool) -> Generator[RenderableType, None, list[str]]:
    """The rows under their headings; returns what is to be said under them: what the lights are, and which columns the window has no room for."""
    report = joined(report, in_window=True)
    speaking, every = speaking_columns(report), shown_columns(report)
    asked_for = report.choice != "usual"
    to_write = not asked_for and any(column.use == "written" for column in every)
    every = tuple(column for column in every if not to_write or column.use != "written")  # nobody writes into a window
    within = range(len(every)) if asked_for else within_budget(every, room)
    columns = [replace(every[number], weight=1) if asked_for else every[number] for number in within]
    parts = _texts(report, columns)
    plan = fit(columns, [texts for _heading, rows in parts for _row, texts in rows], room)
    if not plan and not asked_for:
        columns = [column for column in every if column.weight < 3]  # a card has a line for each
        parts = _texts(report, columns)
    kept = plan[0] if plan else range(len(columns))
    chosen = [columns[number] for number in kept]
    if plan:
        yield Text()
        yield headings(chosen, plan[1])
    for heading, rows in parts:
        if heading:
            yield Text()
            yield Text(wrapped(heading, room), BOLD)
            if note := section_note(report, rows[0][0]):
                yield Text(wrapped(note, room, indent="  "))
        picked = [(row, [texts[number] for number in kept]) for row, texts in rows]
        if plan:
            yield lines(chosen, picked, plan[1])
        else:
            for row in picked:
                yield Text()
                yield card(chosen, row, room)
    if plan and turned:
        yield Text()
        yield headings_below(chosen, plan[1])
    as_file = [_("As a file it has columns to write into: -o sheet.xlsx")] if to_write else []
    return [*_lights(report, chosen), *as_file, *_left_out([column.label for column in speaking if column.key not in {one.key for one in chosen}])]


def _texts(report: Report, columns: Sequence[Column]) -> list[tuple[str, list[Row]]]:
    """The sections, each row with the cells of these columns as text."""
    written = setting("dates") == "written"
    return [
        (heading, [(row, [cell(column, row.get(column.key), report.timezone, on_paper=written) for column in columns]) for row in rows])
        for heading, rows in sections(report)
    ]


def _lights(report: Report, chosen: Sequence[Column]) -> list[str]:
    """What the signs before the statuses mean, of those that there are."""
    if is_plain() or not any(column.kind == "state" for column in chosen):
        return []
    there = {row["state"][0] for row in report.rows}
    return ["  ".join(f"{sign} {word('light', light)}" for light, sign in SIGNS.items() if light in there)]
