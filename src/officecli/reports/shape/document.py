"""A paper of several chapters, for what no single table can hold; formats draw it and know nothing of offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from officecli.reports.shape.report import Column


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a chapter; `key` is its stable JSON name. `notes` stand under it, and so do, in red, the sentences on what it `lacks`."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of `level` 1 or 2, then `facts` with their `values` by column key, one a line, then tables.

    `lacks` says, by column key, what is missing where a value should stand; it is shown in its place, in red.
    A chapter that `begins_page` does so on paper. Text of several lines keeps its lines. `blanks` are the keys of facts to be written in by hand where
    they have no value. One with a `letter` is an official paper of its own.
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Document:
    """The paper: `name`, `title`, `as_of`, `summary`, `headline`, `notes`, `empty`, `head`, `timezone`, `office` and `region` are as a report's."""

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

    @property
    def official(self) -> bool:
        """Whether it goes out in the office's name, each chapter a paper of its own."""
        return any(chapter.letter for chapter in self.chapters)
