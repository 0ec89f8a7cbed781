"""JSON for programs: codes, ISO dates and numbers, one row a line so that two days can be compared."""

from __future__ import annotations

import json
from typing import Any, TextIO

from officecli.formats.page import Page
from officecli.formats.safe import is_unseen
from officecli.reports.report import Report


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The envelope every report shares; rows carry the columns' keys only."""
    keys = [column.key for column in report.columns]
    above = {
        "report": report.name,
        "title": report.title,
        "as_of": report.as_of,
        "filters": report.filters,
        "columns": [{"key": column.key, "label": column.label, "kind": column.kind} for column in report.columns],
    }
    rows = (one_line({key: row.get(key) for key in keys}) for row in report.rows)
    stream.write("{\n")
    stream.writelines(f'"{name}": {one_line(value)},\n' for name, value in above.items())
    stream.write('"rows": [')
    stream.writelines((",\n" if number else "\n") + row for number, row in enumerate(rows))
    stream.write(f'\n],\n"summary": {one_line(report.summary)},\n"head": {one_line(report.head)}\n}}\n')


def one_line(value: Any) -> str:
    """`value` as JSON on one line, readable (汉字 stay), but with every control or hidden character as its number."""
    text = json.dumps(value, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(json.dumps(character)[1:-1] if is_unseen(character) else character for character in text)
