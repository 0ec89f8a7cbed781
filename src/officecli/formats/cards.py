"""A row as a small card, for windows too narrow for a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from officecli.formats.cell import NOTHING, painted
from officecli.formats.layout import fold
from officecli.formats.page import Page
from officecli.formats.safe import pad, width
from officecli.formats.wrap import wrap, wrapped
from officecli.reports.report import Column


def card(columns: Sequence[Column], row: dict[str, Any], texts: Sequence[str], page: Page) -> Iterator[str]:
    """The first value and the lights on top, then one `label  value` a line; what is not known is left out."""
    lights = [painted(column, row.get(column.key), text, page) for column, text in zip(columns, texts, strict=True) if column.kind == "light"]
    yield "  ".join([page.ink(wrapped(texts[0], page.width), "bold"), *lights])
    cells = min(page.width // 3, max(width(column.label) for column in columns))
    for column, text in zip(columns[1:], texts[1:], strict=True):
        if column.kind == "light" or text == NOTHING:
            continue
        names = wrap(column.label, cells)
        values = fold(column, text, page.width - cells - 4)
        for number in range(max(len(names), len(values))):
            name = names[number] if number < len(names) else ""
            value = values[number] if number < len(values) else ""
            yield f"  {pad(name, cells)}  {value}".rstrip()
