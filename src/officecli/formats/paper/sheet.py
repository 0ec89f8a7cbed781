"""What a paper shows, a report or a document, put into words once for Markdown, HTML and Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from officecli.formats.out.safe import safe
from officecli.formats.paper.charts import Drawn, drawn
from officecli.formats.paper.days import with_days_written
from officecli.formats.terminal.frame import below, dated, safely_labelled, sections, shown_columns, that_say_something, trail
from officecli.formats.terminal.frame import title as title_of
from officecli.formats.terminal.joined import joined
from officecli.formats.value import NOTHING, cell, says_something
from officecli.hints import Any
from officecli.i18n import _
from officecli.light import dataclass, field, replace
from officecli.reports.shape import document
from officecli.reports.shape.chart import Chart
from officecli.reports.shape.document import LINKS, Chapter, Document, Table
from officecli.reports.shape.report import Column, Report

Row = tuple[dict[str, Any], list[str]]
"""A row's values by key, and the cells of its columns as text."""


@dataclass(frozen=True)
class Fact:
    """A line of its own: what it tells, in one or more lines; `lacking` where they say what is missing, `blank` where they are left to be written in.

    One that is not `wide` shares its line with another where a form has room for two. `key` is its column's.
    """

    label: str
    lines: tuple[str, ...]
    lacking: bool = False
    blank: bool = False
    wide: bool = True
    key: str = ""


@dataclass(frozen=True)
class Grid:
    """A table with what stands under it, `lacks` in red; `key` is its name on the page, and a `folded` one is opened by whoever wants it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    key: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Part:
    """A heading ("" for none) of level 1 or 2 and what stands under it; `links` says by the keys of its facts where those lead, `key` what links call it."""

    heading: str
    level: int = 1
    facts: tuple[Fact, ...] = ()
    grids: tuple[Grid, ...] = ()
    begins_page: bool = False
    charts: tuple[Drawn, ...] = ()
    letter: Letter | None = None
    links: dict[str, str] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True)
class Letter:
    """What an official paper has around its facts and tables, as `reports.shape.document` has it, the day written out."""

    to: str
    said: tuple[str, ...]
    closing: tuple[str, ...]
    by: str
    on: str
    slip: Part | None


@dataclass(frozen=True)
class Sheet:
    """The whole paper; every text in it is one safe line in the reader's language. One with `contents` is a book, to look things up in.

    `office` is whose paper it is, `region` where it is printed; `official` ones go out in its name, each part a paper of its own.
    """

    title: str
    headline: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    trail: str
    day: str
    contents: bool = False
    office: str = ""
    region: str = ""
    official: bool = False


def of_report(report: Report) -> Sheet:
    """A report on a sheet: a part for each of its sections."""
    parts = [*_parts(report)]
    for other in report.also:
        parts += [replace(part, heading=part.heading or safe(other.title)) for part in _parts(other)]
    return Sheet(
        with_days_written(title_of(report)),
        with_days_written(safe(report.headline)),
        tuple(parts),
        tuple(map(with_days_written, below(report))),
        trail(report.head),
        report.as_of,
        office=safe(report.office),
        region=report.region,
    )


def _parts(report: Report) -> Iterator[Part]:
    report = joined(report)
    if charts := _drawn(report.charts):
        yield Part("", charts=charts)
    columns = shown_columns(report)  # the same in every section, so that the eye finds a column where it was
    for heading, rows in sections(report):
        if heading or rows:
            yield Part(with_days_written(heading), grids=(Grid("", columns, _rows(columns, rows, report.timezone)),) if rows else ())


def of_document(paper: Document, *, on_paper: bool = True, in_window: bool = False) -> Sheet:
    """A document on a sheet; what is read on a screen has ISO days, and in a window the trail's head in short."""
    said = with_days_written if on_paper else str
    empty = () if paper.chapters else (safe(paper.empty) or _("Nothing to show."),)
    return Sheet(
        said(safe(dated(paper.title, paper.as_of))),
        said(safe(paper.headline)),
        tuple(_part(chapter, paper.timezone, on_paper=on_paper) for chapter in paper.chapters),
        (*empty, *map(said, _safe(paper.notes))),
        trail(paper.head, in_window=in_window),
        paper.as_of,
        contents=paper.contents and not paper.official,
        office=safe(paper.office),
        region=paper.region,
        official=paper.official,
    )


def _part(chapter: Chapter, timezone: str, *, on_paper: bool) -> Part:
    said = {**chapter.values, **chapter.lacks}
    told = [column for column in chapter.facts if not column.sparse or says_something(column, said.get(column.key))]
    return Part(
        safe(chapter.title),
        chapter.level,
        tuple(_fact(column, chapter, timezone, on_paper=on_paper) for column in safely_labelled(told)),
        tuple(_grid(table, timezone, on_paper=on_paper) for table in chapter.tables),
        chapter.begins_page,
        letter=_letter(chapter.letter, timezone, on_paper=on_paper) if chapter.letter else None,
        charts=_drawn(chapter.charts),
        links=chapter.values.get(LINKS, {}),
        key=chapter.key,
    )


def _letter(letter: document.Letter, timezone: str, *, on_paper: bool) -> Letter:
    said = with_days_written if on_paper else str
    return Letter(
        safe(letter.to),
        tuple(map(said, _safe(letter.said))),
        tuple(map(said, _safe(letter.closing))),
        safe(letter.by),
        said(letter.on),
        _part(letter.slip, timezone, on_paper=on_paper) if letter.slip else None,
    )


def _fact(column: Column, chapter: Chapter, timezone: str, *, on_paper: bool) -> Fact:
    if column.key in chapter.lacks:
        return Fact(column.label, (safe(chapter.lacks[column.key]),), lacking=True, key=column.key)
    value = chapter.values.get(column.key)
    if column.key in chapter.blanks and not says_something(column, value):
        return Fact(column.label, ("",), blank=True, wide=column.wide)
    if column.kind == "text" and value is not None:
        return Fact(column.label, _safe(line.strip() for line in str(value).splitlines()) or (NOTHING,), wide=column.wide, key=column.key)
    return Fact(column.label, (cell(column, value, timezone, on_paper=on_paper),), wide=column.wide, key=column.key)


def _grid(table: Table, timezone: str, *, on_paper: bool) -> Grid:
    columns = that_say_something(table.columns, table.rows)
    rows = _rows(columns, table.rows, timezone, on_paper=on_paper)
    title = safe(table.title)
    return Grid(with_days_written(title) if on_paper else title, columns, rows, _safe(table.notes), _safe(table.lacks), table.key, table.folded)


def _rows(columns: Sequence[Column], rows: Iterable[dict[str, Any]], timezone: str, *, on_paper: bool = True) -> tuple[Row, ...]:
    return tuple((row, [cell(column, row.get(column.key), timezone, on_paper=on_paper) for column in columns]) for row in rows)


def _drawn(charts: Iterable[Chart]) -> tuple[Drawn, ...]:
    return tuple(one for one in map(drawn, charts) if one)


def _safe(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(safe(text) for text in texts if text)
