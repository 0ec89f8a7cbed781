"""How a sheet lies on paper, A4 or Letter or twice that: upright or across, in what size of type, how wide each column."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from officecli.formats.out.safe import width
from officecli.formats.paper.sheet import Sheet
from officecli.formats.paper.size import A4, DOUBLE, Margins, Size, size_for
from officecli.formats.terminal.layout import GAP, WIDE_FLOOR, a_person_a_line, fit
from officecli.formats.value import BLOCK
from officecli.i18n import of_language
from officecli.light import dataclass, field, replace
from officecli.reports.shape.report import Column

_CELL = 0.56 * 25.4 / 72  # mm for each point of type: half a Han character, or a Latin one in bold
_AROUND = len(GAP) + 1  # cells: the padding on both sides, and what a broad letter takes more
_BROAD = 1.3  # the letters that stand for a missing one are as much broader
_LOOKED_AT = 200  # rows of a table that say how wide its columns should be; a million would say the same
_WORDS = frozenset({"word", "words", "missing"})
_NAME = 24  # cells: what is no longer and does not run on is a name, and stays on its line
_LEAST = 8  # cells of a column of running text, on the fullest paper

Columns = tuple[Column, ...]


class Manner(NamedTuple):
    """How a paper may be set: upright or `across`, in type of so many points; `double` on paper twice as large, `dense` where long text has to do with less."""

    across: bool
    points: float
    double: bool = False
    dense: bool = False


_OF_REPORTS = (
    *(Manner(across, 9.0) for across in (False, True)),
    Manner(True, 7.5),
    *(Manner(True, points, dense=True) for points in (6.5, 6.0)),
    *(Manner(True, points, double=True) for points in (9.0, 8.0)),
    Manner(True, 7.5, double=True, dense=True),
)
_OF_BOOKS = (*(Manner(False, points) for points in (9.0, 8.0, 7.5)), Manner(True, 7.5), Manner(True, 6.0, dense=True))
_OFFICIAL = tuple(Manner(False, points) for points in (10.5, 9.0, 8.0))

MARGINS = Margins(18.0, 18.0, 18.0, 18.0)
SHORT = 12
"""Rows of a table that is not parted over two pages: more would leave too much of one empty."""
OFFICIAL = {"zh": Margins(37.0, 35.0, 28.0, 26.0), "en": Margins(25.0, 22.0, 25.0, 25.0)}
"""By language, what an official paper leaves around its text: in Chinese as GB/T 9704 has it."""


@dataclass(frozen=True)
class Paper:
    """`across`: landscape, in type of so many `points` in tables.

    `shares` is the part of the width that each of a table's columns gets, `cells` how many all of them ask for
    together. `crowded`: some table has more columns than the paper can hold, and may break what should stay whole.
    """

    across: bool
    points: float
    size: Size = A4
    margins: Margins = MARGINS
    shares: dict[Columns, list[float]] = field(default_factory=dict)
    cells: dict[Columns, int] = field(default_factory=dict)
    crowded: bool = False

    @property
    def room(self) -> float:
        """Between the margins, in mm."""
        return (self.size.long if self.across else self.size.short) - self.margins.left - self.margins.right


def paper_for(sheet: Sheet) -> Paper:
    """The first of upright, across, across in smaller type and across on the double paper on which every table shows every column; the last, if none does.

    A paper of several parts is read like a book, and stays upright as long as it can; an official one always does.
    Tables of the same columns are laid out as one, so that the eye finds a column where it was. Running text is given room to be read before
    all else: the first manner that can, and only if there is none the first in which it is cramped.
    """
    tables = _tables(sheet)
    margins = of_language(OFFICIAL) if sheet.official else MARGINS
    usual = size_for(sheet.region)
    manners = _OFFICIAL if sheet.official else _OF_BOOKS if sheet.contents else _OF_REPORTS
    at_ease = [manner for manner in manners if not (manner.dense or manner.double or (sheet.contents and manner.across))]
    for manner, tight in (*((manner, False) for manner in at_ease), *((manner, True) for manner in manners)):
        paper = Paper(manner.across, manner.points, DOUBLE[usual] if manner.double else usual, margins)
        room = int(paper.room / (manner.points * _CELL))
        fitted = [_widths(columns, cells, room, dense=manner.dense) for columns, cells in tables.items()]
        if all(fitted) and (tight or not any(map(_cramped, tables.items(), fitted))):
            break
    laid = [widths or _crowded(columns, cells, room) for (columns, cells), widths in zip(tables.items(), fitted, strict=True)]
    for columns, widths in zip(tables, laid, strict=True):
        paper.shares[columns] = [wide / sum(widths) for wide in widths]
        paper.cells[columns] = sum(widths)
    return replace(paper, crowded=any(sum(widths) > room for widths in laid))


def is_name(column: Column, text: str) -> bool:
    """Whether a cell of text holds a name, or what is as short: it is never broken."""
    return column.kind in ("text", "term") and not column.wide and width(text) <= _NAME


def _widths(columns: Columns, cells: list[list[str]], room: int, *, dense: bool) -> list[int]:
    """The cells each column gets, padding included; none where the room is too small. On a `dense` paper long text has to do with less."""
    found = fit([_wrapping(column, texts, dense=dense) for column, texts in _with_texts(columns, cells)], cells, room - len(columns) - len(GAP))
    return _for_headings(columns, [wide + _AROUND for wide in found[1]], room) if found else []


def _cramped(table: tuple[Columns, list[list[str]]], widths: list[int]) -> bool:
    """Whether running text of a table has less than can be read with pleasure, beside columns that keep on their line."""
    return any(
        column.wide and wide < min(WIDE_FLOOR, max(map(width, texts), default=0)) + _AROUND
        for (column, texts), wide in zip(_with_texts(*table), widths, strict=True)
    )


def _for_headings(columns: Columns, widths: list[int], room: int) -> list[int]:
    """The widths with room for the longest word of each heading, in bold and in a
    broader letter than is asked for: of what is left over, else of the widest column.
    """
    for number, column in enumerate(columns):
        least = ceil(_BROAD * max(map(width, column.label.split()), default=0)) + _AROUND if column.label.isascii() else 0
        while widths[number] < least:
            widest = widths.index(max(widths))
            if sum(widths) >= room:
                if widths[widest] <= least + _AROUND:
                    break
                widths[widest] -= 1
            widths[number] += 1
    return widths


def _wrapping(column: Column, texts: Sequence[str], *, dense: bool) -> Column:
    """A column that no paper leaves out: words may take several lines, names stay whole."""
    whole = column.kind == "text" and all(is_name(column, text) for text in texts)
    kind = "word" if whole else "text" if column.kind in _WORDS else column.kind
    return replace(column, weight=1, wide=column.wide and not dense, kind=kind)


def _crowded(columns: Columns, cells: list[list[str]], room: int) -> list[int]:
    """The cells where there are more columns than the room takes: each has its least, and what is left goes cell by cell to whichever takes the most lines."""
    told = _with_texts(columns, cells)
    longest = [max(map(width, texts), default=0) for _column, texts in told]
    widths = [_least(column, texts) for column, texts in told]
    for _cell in range(room - _AROUND * len(columns) - sum(widths)):
        lines, number = max((-(-longest[number] // widths[number]), number) for number in range(len(columns)))
        if lines <= 1:
            break
        widths[number] += 1
    return [wide + _AROUND for wide in widths]


def _least(column: Column, texts: Sequence[str]) -> int:
    """The cells with which a column can do: what is whole keeps its width, a name of
    several words that of its longest word, running text as little as it may have.
    """
    longest = max(map(width, texts), default=0)
    if column.kind == "names":
        return max([1, *(width(_bare(person)) for text in texts for person in text.split(" "))])
    heading = max([1, *map(width, column.label.split())]) if column.label.isascii() else min(4, width(column.label))
    if column.kind not in ("text", "term", "marks", "words") and longest <= _NAME:
        return max(longest, min(4, width(column.label)))
    if all(is_name(column, text) for text in texts):
        return max([heading, *(width(word) for text in texts for word in text.split())])
    return max(heading, min(_LEAST, longest))


def _bare(person: str) -> str:
    """A person's name without the part in brackets."""
    return person.partition("（")[0].partition(" (")[0]


def _with_texts(columns: Columns, cells: list[list[str]]) -> list[tuple[Column, list[str]]]:
    return [(column, [texts[number] for texts in cells]) for number, column in enumerate(columns)]


def _set(columns: Columns, texts: Sequence[str]) -> list[str]:
    """The cells of a row as wide as they are set, each name of several one word."""
    return [_set_cell(column, text) for column, text in zip(columns, texts, strict=True)]


def _set_cell(column: Column, text: str) -> str:
    if column.kind == "names":
        return " ".join(_bare(person).strip().replace(" ", "_") + person[len(_bare(person)) :] for person in a_person_a_line(text))
    if column.kind == "bar":
        return text + BLOCK * text.count(BLOCK)  # which typefaces on paper draw as broad as a Han character
    # Word leaves a quarter of a character on both sides of the figures in 2026年7月15日.
    return text + "  " if column.kind == "date" and "年" in text else text


def _tables(sheet: Sheet) -> dict[Columns, list[list[str]]]:
    """The cells of each kind of table."""
    tables: dict[Columns, list[list[str]]] = {}
    for part in sheet.parts:
        for grid in part.grids:
            cells = tables.setdefault(grid.columns, [])
            cells += (_set(grid.columns, texts) for _values, texts in grid.rows[: max(0, _LOOKED_AT - len(cells))])
    return tables
