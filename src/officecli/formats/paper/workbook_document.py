"""A paper of several parts in a workbook: its sentences on the first sheet, and what
is alike in all its parts on one sheet, to be filtered by the part it is from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from officecli.formats.paper.sheet import of_document
from officecli.formats.paper.workbook import Book
from officecli.formats.paper.workbook_table import Printed, put_table, put_text
from officecli.formats.value import plain
from officecli.i18n import _
from officecli.light import dataclass, field, replace
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Column

_PART = "part of the paper"
"""The key of the column that says what a row is from; no column of a report has blanks in its key."""


@dataclass
class _Alike:
    """Rows of the same columns, each with the part it is from; `chapters` and `titles` are
    what those and their tables are called, `missing` the columns where something is.
    """

    columns: dict[str, Column]
    rows: list[dict[str, Any]] = field(default_factory=list)
    chapters: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)

    def take(self, chapter: str, title: str, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows of a table of this title in a chapter."""
        self.chapters[chapter] = self.titles[title] = None
        said = " · ".join(dict.fromkeys(part for part in (chapter, title) if part))
        self.rows += ({**row, _PART: said} for row in rows)

    def name(self, whole: str) -> str:
        """What a sheet of them is called; `whole` where no name is shared."""
        for names in (self.titles, self.chapters):
            if len(names) == 1 and (name := next(iter(names))):
                return name
        return whole


def put_document(book: Book, document: Document, printed: Printed) -> None:
    """Its sentences, then its facts and tables."""
    put_text(book, _("Text"), list(_sentences(document, printed)), printed)
    for alike in (*_facts(document), *_tables(document)):
        of_several = len(alike.chapters) > 1 or len(alike.titles) > 1
        columns = [replace(column, sparse=True, kind="text" if column.key in alike.missing else column.kind) for column in alike.columns.values()]
        shown = [Column(_PART, _("which part"), wide=True), *columns] if of_several else columns
        put_table(book, alike.name(document.title), shown, alike.rows, timezone=document.timezone, printed=printed)


def _sentences(document: Document, printed: Printed) -> Iterator[str]:
    """What is said in the paper outside its tables."""
    sheet = of_document(document)
    yield from (sheet.title, sheet.headline)
    for chapter, part in zip(document.chapters, sheet.parts, strict=True):
        letter = part.letter
        said = [letter.to, *letter.said, *letter.closing] if letter else []
        alone = [line for fact in part.facts for line in fact.lines] if len(chapter.facts) == 1 else []
        under = [line for grid in part.grids for line in (*grid.notes, *grid.lacks)]
        if said or alone or under:
            yield from (part.heading if chapter.title != document.title else "", *said, *alone, *under)
            yield from (letter.by, letter.on) if letter else ()
    yield from (*sheet.notes, printed.office, printed.trail)


def _facts(document: Document) -> Iterator[_Alike]:
    """The facts of all chapters of a level, a row for each, or of one that links lead into; one that is alone in its chapter is a sentence."""
    found: list[tuple[tuple[int, str], _Alike]] = []
    for chapter in document.chapters:
        if len(chapter.facts) > 1:
            kind = (chapter.level, chapter.key)
            alike = next((one for of, one in found if of == kind and _fits(chapter.facts, one.columns)), None)
            if alike is None:
                found.append((kind, alike := _Alike({})))
            alike.columns |= {column.key: column for column in chapter.facts if column.key not in alike.columns}
            alike.missing |= chapter.lacks.keys()
            alike.take(chapter.title, "", [{**chapter.values, **chapter.lacks}])
    for _kind, alike in found:
        for key in alike.missing & alike.columns.keys():
            _as_text(alike.columns[key], alike.rows, document.timezone)
        yield alike


def _fits(facts: Sequence[Column], columns: dict[str, Column]) -> bool:
    return all(columns.get(column.key, column).label == column.label for column in facts)


def _as_text(column: Column, rows: list[dict[str, Any]], timezone: str) -> None:
    """Make text of a column in which some rows say what is missing."""
    for row in rows:
        value = row.get(column.key)
        row[column.key] = value if isinstance(value, str) and column.kind != "word" else plain(column, value, timezone)


def _tables(document: Document) -> Iterator[_Alike]:
    """The tables, those of the same columns as one: of a chapter that links lead into, or of all chapters."""
    found: dict[tuple[str, tuple[Column, ...]], _Alike] = {}
    for chapter in document.chapters:
        title = chapter.title
        for table in chapter.tables:
            title = table.title or title
            if table.rows:
                alike = found.setdefault((chapter.key, table.columns), _Alike({column.key: column for column in table.columns}))
                alike.take(chapter.title, title, table.rows)
    yield from found.values()
