"""Comma-separated values for spreadsheets, with formulas disarmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.value import FIGURES, plain_each
from officecli.hints import Any, TextIO
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.streamed import by_column
from officecli.typed.text import RUNS

_END = "\r\n"
_RUN = f"'*[{RUNS}]"  # what a spreadsheet may run, behind any apostrophes; the import takes one off again
_FORMULA = re.compile(_RUN)
_FORMULAS = re.compile("\n" + _RUN)  # in cells of which each has a line
_QUOTED = re.compile('[,"\r\n]')


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Headings and words in the reader's language, every row, a further table after an empty line; the BOM Excel needs to see UTF-8 only in a file."""
    if page.file:
        stream.write("\ufeff")
    for number, one in enumerate((report, *report.also)):
        if number:
            stream.write(_END)
        stream.write(_lines([_quoted(guard(column.label))] for column in one.columns))
        stream.writelines(_rows(one, terminal=page.terminal))


def _rows(report: Report, *, terminal: bool) -> Iterator[str]:
    """The lines of the rows, some hundred at a time."""
    for portion in by_column(report.rows, (column.key for column in report.columns)):
        yield _lines(_cells(column, portion[column.key], report.timezone, terminal=terminal) for column in report.columns)


def guard(text: str) -> str:
    """`text` so that a spreadsheet does not take it for a formula: an apostrophe in front where it would.

    Text that begins with apostrophes before such a character gets one more, so that what was typed always comes back.
    """
    return "'" + text if _FORMULA.match(text) else text


def _lines(columns: Iterable[Sequence[str]]) -> str:
    """The lines of rows whose cells stand there by column, ready to be written. That is half the time of `csv.writer`, which looks at every letter."""
    columns = list(columns)
    if len(columns) == 1:  # a line that is empty is none
        columns = [[cell or '""' for cell in columns[0]]]
    return _END.join([*map(",".join, zip(*columns, strict=True)), ""])


def _cells(column: Column, values: Sequence[Any], timezone: str, *, terminal: bool) -> Sequence[str]:
    """The cells of a column as a line has them. What few columns have any of is looked for in all of its cells at once."""
    texts = plain_each(column, values, timezone)
    try:
        together = "\n".join(["", *texts])
    except TypeError:  # some are nothing, or figures
        texts = ["" if text is None else str(text) for text in texts]
        together = "\n".join(["", *texts])
    if column.kind not in FIGURES and _FORMULAS.search(together):
        texts = list(map(guard, texts))
    if terminal:
        texts = list(map(safe, texts))
    if together.count("\n") == len(texts) and not any(map(together.__contains__, ',"\r')):
        return texts
    return list(map(_quoted, texts))


def _quoted(text: str) -> str:
    if not _QUOTED.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
