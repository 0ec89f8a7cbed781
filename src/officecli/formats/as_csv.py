"""Comma-separated values for spreadsheets, with formulas disarmed."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, TextIO

from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.value import FIGURES, plain_each
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.streamed import by_column
from officecli.typed.text import RUNS

_FORMULA = re.compile(f"'*[{RUNS}]")  # what a spreadsheet may run, behind any apostrophes; the import takes one off again
_FIRST = frozenset("'" + RUNS.replace("\\", ""))  # by which few columns are looked at any closer


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Headings and words in the reader's language, every row, a further table after an empty line; the BOM Excel needs to see UTF-8 only in a file."""
    if page.file:
        stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    for number, one in enumerate((report, *report.also)):
        if number:
            table.writerow([])
        table.writerow([guard(column.label) for column in one.columns])
        for portion in by_column(one.rows, (column.key for column in one.columns)):
            cells = [_cells(column, portion[column.key], one.timezone) for column in one.columns]
            if page.terminal:
                cells = [[safe("" if text is None else str(text)) for text in texts] for texts in cells]
            table.writerows(zip(*cells, strict=True))


def guard(text: str) -> str:
    """`text` so that a spreadsheet does not take it for a formula: an apostrophe in front where it would.

    Text that begins with apostrophes before such a character gets one more, so that what was typed always comes back.
    """
    return "'" + text if _FORMULA.match(text) else text


def _cells(column: Column, values: Sequence[Any], timezone: str) -> Sequence[Any]:
    texts = plain_each(column, values, timezone)
    if column.kind in FIGURES or _FIRST.isdisjoint(map(itemgetter(0), map(str, filter(None, texts)))):
        return texts
    return ["" if text is None else guard(str(text)) for text in texts]
