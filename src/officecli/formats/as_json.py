"""JSON for programs: codes, ISO dates and numbers (exact decimals too), one row a line so that two days can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from officecli.formats.out.page import Page
from officecli.formats.out.safe import is_unseen
from officecli.hints import Any, TextIO
from officecli.reports.shape.document import Chapter, Document, Letter
from officecli.reports.shape.report import Column, Report

SCHEMA = 1
"""The version of what programs read, in every JSON that is written: raised where a key goes or comes to mean something else, not where one is added."""


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The envelope every report shares; rows carry the columns' keys only."""
    above = {
        "schema": SCHEMA,
        "report": report.name,
        "title": report.title,
        "as_of": report.as_of,
        "filters": report.filters,
        "columns": [{"key": column.key, "label": column.label, "kind": column.kind} for column in report.columns],
        "sentences": _sentences(column for table in (report, *report.also) for column in table.columns),
    }
    also = {other.name: list(_rows(other)) for other in report.also}
    stream.writelines(_envelope(above, "rows", map(one_line, _rows(report)), {**also, "summary": report.summary, "head": report.head}))


def _sentences(columns: Iterable[Column]) -> dict[str, list[str]]:
    """The keys of what is told in the reader's language, each with those under which the same stands beside it in codes and values."""
    return {column.key: list(column.beside) for column in columns if column.sentence or column.beside}


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    return _cells(report.columns, report.rows)


def _cells(columns: Iterable[Column], rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows with the columns' keys and those beside their sentences only, and exact amounts as numbers."""
    keys = {key: column.kind == "amount" for column in columns for key in (column.key, *column.beside)}
    return ({key: _amount(row.get(key)) if amount else row.get(key) for key, amount in keys.items()} for row in rows)


def write_document(document: Document, stream: TextIO, page: Page) -> None:
    """The same envelope around chapters, each with its facts and its tables by key, and the keys of those that lack something."""
    above = {
        "schema": SCHEMA,
        "document": document.name,
        "title": document.title,
        "as_of": document.as_of,
        "sentences": _sentences(_every_column(document.chapters)),
    }
    chapters = (one_line(_chapter(chapter)) for chapter in document.chapters)
    stream.writelines(_envelope(above, "chapters", chapters, {"summary": document.summary, "head": document.head}))


def _every_column(chapters: Iterable[Chapter]) -> Iterator[Column]:
    for chapter in chapters:
        yield from chapter.facts
        for table in chapter.tables:
            yield from table.columns


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "title": chapter.title,
        "level": chapter.level,
        "facts": next(_cells(chapter.facts, (chapter.values,))),
        "tables": {table.key: list(_cells(table.columns, table.rows)) for table in chapter.tables},
        "lacking": [*chapter.lacks, *(table.key for table in chapter.tables if table.lacks)],
        **(_letter(chapter.letter) if chapter.letter else {}),
    }


def _letter(letter: Letter) -> dict[str, Any]:
    """What an official paper has besides; programs have no use for its sentences."""
    return {"to": letter.to, "by": letter.by, "on": letter.on, "slip": _chapter(letter.slip)["facts"] if letter.slip else None}


def _envelope(above: dict[str, Any], name: str, lines: Iterable[str], below: dict[str, Any]) -> Iterator[str]:
    """An object with a list `name`, an entry a line, between what stands above and below it."""
    yield "{\n"
    yield from (f'"{key}": {one_line(value)},\n' for key, value in above.items())
    yield f'"{name}": ['
    yield from ((",\n" if number else "\n") + line for number, line in enumerate(lines))
    yield "\n],\n" + ",\n".join(f'"{key}": {one_line(value)}' for key, value in below.items()) + "\n}\n"


def _amount(value: Any) -> Any:
    """An exact decimal, kept as text, as the number it is; None stays nothing."""
    if value is None:
        return None
    exact = Decimal(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def one_line(value: Any) -> str:
    """`value` as JSON on one line, readable (汉字 stay), but with every control or hidden character as its number."""
    text = json.dumps(value, ensure_ascii=False, default=_amount)
    if text.isprintable():
        return text
    return "".join(json.dumps(character)[1:-1] if is_unseen(character) else character for character in text)
