"""A paper of several chapters, for what no single table can hold; formats draw it and know nothing of offices."""

from __future__ import annotations

from officecli.hints import Any
from officecli.light import dataclass, field
from officecli.reports.shape.chart import Chart
from officecli.reports.shape.report import Column

LINKS = "links"
"""The key under which a row of a table, or the values of a chapter, may say where its figures lead: by column key, `#` and a key, or a page."""


@dataclass(frozen=True)
class Table:
    """A table of a chapter; `key` is its stable JSON name. `notes` stand under it, and so do, in red, the sentences on what it `lacks`.

    A `folded` one is opened by whoever wants its rows, where the format can do so.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    folded: bool = False


@dataclass(frozen=True)
class Chapter:
    """A heading of `level` 1 or 2, then `facts` with their `values` by column key, one a line, then tables.

    `lacks` says, by column key, what is missing where a value should stand; it is shown in its place, in red.
    A chapter that `begins_page` does so on paper. Text of several lines keeps its lines. `blanks` are the keys of facts to be written in by hand where
    they have no value. One with a `letter` is an official paper of its own.
    `charts` show what its tables compare; `key` is what links call it. The facts of a chapter whose values have `LINKS` are figures, to be seen at a glance.
    """

    title: str
    level: int = 1
    facts: tuple[Column, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    lacks: dict[str, str] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    begins_page: bool = False
    blanks: frozenset[str] = frozenset()
    letter: Letter | None = None
    charts: tuple[Chart, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Letter:
    """What an official paper has around its facts and tables: whom it is `to` ("" for nobody), the paragraphs `said` before and `closing` behind them.

    It is signed `by` an office `on` a day (ISO); `slip` is what is to be torn off and sent back.
    """

    to: str = ""
    said: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    by: str = ""
    on: str = ""
    slip: Chapter | None = None


@dataclass(frozen=True)
class Document:
    """The paper: `name`, `title`, `as_of`, `summary`, `headline`, `notes`, `empty`, `head`, `timezone`, `office` and `region` are as a report's.

    One with `contents` is a book, to look things up in.
    """

    name: str
    title: str
    as_of: str
    chapters: tuple[Chapter, ...]
    summary: dict[str, Any] = field(default_factory=dict)
    headline: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    head: str = ""
    timezone: str = "UTC"
    office: str = ""
    region: str = ""
    contents: bool = True

    @property
    def official(self) -> bool:
        """Whether it goes out in the office's name, each chapter a paper of its own."""
        return any(chapter.letter for chapter in self.chapters)
