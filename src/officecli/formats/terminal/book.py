"""A paper of several parts as lines of text that fit the page; red is what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from officecli.formats.out.page import Page
from officecli.formats.out.safe import pad, width
from officecli.formats.out.signs import rule
from officecli.formats.paper.sheet import Fact, Grid, Part, Sheet
from officecli.formats.terminal.layout import GAP, fit, fold
from officecli.formats.terminal.wrap import wrap, wrapped
from officecli.formats.value import NOTHING, NUMERIC
from officecli.light import replace
from officecli.reports.shape.report import Column


def lines(sheet: Sheet, page: Page) -> Iterator[str]:
    """The whole sheet."""
    yield _styled(wrap(sheet.title, page.width), page, "bold")
    if sheet.headline:
        yield wrapped(sheet.headline, page.width)
    for part in sheet.parts:
        yield from _part(part, page)
    for foot in (sheet.notes, (sheet.trail,)):
        if any(foot):
            yield ""
            yield from (wrapped(text, page.width) for text in foot)


def _part(part: Part, page: Page) -> Iterator[str]:
    yield ""
    yield _styled(wrap(part.heading, page.width), page, "bold")
    if part.level == 1:
        yield rule(min(width(part.heading), page.width))
    letter = part.letter
    if letter:
        yield from ("", *(wrapped(text, page.width) for text in (letter.to, *letter.said) if text), "")
    yield from _facts(part.facts, page)
    for grid in part.grids:
        if not (grid.title or grid.rows or grid.notes or grid.lacks):
            continue  # it would be a gap in the page
        yield ""
        if grid.title:
            yield _styled(wrap(grid.title, page.width), page, "bold")
        yield from _grid(grid, page)
        yield from (wrapped(note, page.width) for note in grid.notes)
        yield from (_styled(wrap(lack, page.width), page, "red") for lack in grid.lacks)
    if letter:
        yield from ("", *(wrapped(text, page.width) for text in (*letter.closing, letter.by, letter.on) if text))
        if letter.slip:
            yield from ("", "- " * (min(page.width, width(letter.slip.heading) + 40) // 2), *_part(letter.slip, page))


def _facts(facts: Sequence[Fact], page: Page) -> Iterator[str]:
    """A fact a line, what it tells hanging beside its label."""
    left = min(page.width // 3, max((width(fact.label) for fact in facts), default=0))
    for fact in facts:
        labels = wrap(fact.label, max(2, left))
        told = [line for text in fact.lines for line in wrap(text, max(2, page.width - left - len(GAP)))]
        for label, line in zip_longest(labels, told, fillvalue=""):
            yield (pad(label, left) + GAP + (page.ink(line, "red") if fact.lacking else line)).rstrip()


def _grid(grid: Grid, page: Page) -> Iterator[str]:
    """The table, or where the page is too narrow for every column a card for each row, since nothing may be left out of a paper."""
    columns = [replace(column, weight=1) for column in grid.columns]  # none goes before long text has to do with less
    plan = fit(columns, [texts for _values, texts in grid.rows], page.width) if grid.rows else None
    if plan is None:
        for number, (_values, texts) in enumerate(grid.rows):
            if number:
                yield ""
            told = zip(grid.columns, texts, strict=True)
            yield from _facts([Fact(column.label, (text,)) for column, text in told if text != NOTHING], page)
        return
    widths = plan[1]
    labels = [wrap(column.label, cells) for column, cells in zip(grid.columns, widths, strict=True)]
    yield from (page.ink(line, "bold") for line in _side_by_side(grid.columns, labels, widths))
    yield GAP.join(rule(cells) for cells in widths)
    for _values, texts in grid.rows:
        folded = [fold(column, text, cells) for column, text, cells in zip(grid.columns, texts, widths, strict=True)]
        yield from _side_by_side(grid.columns, folded, widths)


def _side_by_side(columns: Sequence[Column], cells: Iterable[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for texts in zip_longest(*cells, fillvalue=""):
        padded = (pad(text, wide, right=column.kind in NUMERIC) for column, text, wide in zip(columns, texts, widths, strict=True))
        yield GAP.join(padded).rstrip()


def _styled(broken: Iterable[str], page: Page, style: str) -> str:
    return "\n".join(page.ink(line, style) for line in broken)
