"""Comma-separated values for spreadsheets, with formulas disarmed."""

from __future__ import annotations

import csv
import re
from typing import Any, TextIO

from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.value import FIGURES, plain
from officecli.reports.shape.report import Column, Report
from officecli.typed.text import RUNS

_FORMULA = re.compile(f"'*[{RUNS}]")  # what a spreadsheet may run, behind any apostrophes; the import takes one off again


def write(report: Report, stream: TextIO, page: Page) -> None:
    """Headings and words in the reader's language, every row, a further table after an empty line; the BOM Excel needs to see UTF-8 only in a file."""
    if page.file:
        stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    shown = safe if page.terminal else str
    for number, one in enumerate((report, *report.also)):
        if number:
            table.writerow([])
        table.writerow([guard(column.label) for column in one.columns])
        table.writerows([shown(_value(column, row.get(column.key), one.timezone)) for column in one.columns] for row in one.rows)


def guard(text: str) -> str:
    """`text` so that a spreadsheet does not take it for a formula: an apostrophe in front where it would.

    Text that begins with apostrophes before such a character gets one more, so that what was typed always comes back.
    """
    return "'" + text if _FORMULA.match(text) else text


def _value(column: Column, value: Any, timezone: str) -> str:
    text = plain(column, value, timezone)
    return text if column.kind in FIGURES else guard(text)
