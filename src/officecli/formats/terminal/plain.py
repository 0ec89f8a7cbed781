"""Rows for pipes, mails and long lists: aligned by display width, uncut, and fast, because equal values are drawn once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from officecli.formats.out.page import Page
from officecli.formats.out.safe import pad, safe, width
from officecli.formats.out.signs import rule
from officecli.formats.terminal.frame import below, listed_columns, section_note, sections, shown_columns, title, trail, turned_round
from officecli.formats.terminal.joined import joined
from officecli.formats.terminal.layout import GAP, within_budget
from officecli.formats.value import NUMERIC, cell
from officecli.hints import Any, TextIO
from officecli.personal import is_plain
from officecli.reports.shape.report import Column, Report


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The whole report as plain lines; where a person looks on, only the columns an eye takes in, and the gravest last unless a pager begins at the top."""
    in_window = page.terminal
    if in_window and report.gravest_first and page.height and not page.paged:
        report = turned_round(report)
    stream.write(title(report) + "\n")
    if report.headline:
        stream.write(safe(report.headline) + "\n")
    if report.month and in_window and not is_plain():
        from officecli.formats.terminal.month_sheet import month_lines  # of one report, in a window

        stream.write("\n" + "".join(line + "\n" for line in month_lines(report, report.month, page.width)))
    if report.rows:
        _write_rows(report, stream, page)
    for other in report.also:
        stream.write(f"\n{safe(other.title)}\n")
        _write_rows(other, stream, page)
    for foot in (below(report), [trail(report.head, in_window=in_window)]):
        if any(foot):
            stream.write("\n" + "".join(text + "\n" for text in foot))


def _write_rows(report: Report, stream: TextIO, page: Page) -> None:
    columns = listed_columns(report)
    if page.terminal:
        report = joined(report, in_window=True)
        columns = shown_columns(report)
        if report.choice == "usual":
            columns = tuple(columns[number] for number in within_budget(columns, page.width))
    drawn = [_drawn(column, [row.get(column.key) for row in report.rows], report.timezone) for column in columns]
    lines = (GAP.join(texts).rstrip() + "\n" for texts in zip(*drawn, strict=True))
    stream.write("\n")
    stream.writelines(islice(lines, 2))
    for heading, rows in sections(report):
        if heading:
            note = section_note(report, rows[0]) if page.terminal else ""
            stream.write(f"\n{heading}\n" + (f"{note}\n" if note else ""))
        stream.writelines(islice(lines, len(rows)))


def _drawn(column: Column, values: Sequence[Any], timezone: str) -> list[str]:
    """A column from its heading and rule down, every cell padded to the widest."""
    if column.kind in ("names", "marks"):  # lists cannot be looked up
        texts = [cell(column, value, timezone) for value in values]
    else:
        known = {value: cell(column, value, timezone) for value in set(values)}
        texts = [known[value] for value in values]
    taken = {text: width(text) for text in {column.label, *texts}}
    wide = max(taken.values())
    padded = {text: pad(text, wide, right=column.kind in NUMERIC) for text in taken}
    return [padded[column.label], rule(wide), *(padded[text] for text in texts)]
