"""Rows as Rich draws them: a quiet table, or a card each where the window is too narrow for one.

Every cell is broken into lines before Rich sees it, and every column has its width, so that Rich never breaks or cuts anything itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from officecli.formats.out.page import Page
from officecli.formats.out.safe import width
from officecli.formats.terminal.layout import GAP, fold
from officecli.formats.terminal.wrap import wrap, wrapped
from officecli.formats.value import LIT, NOTHING, NUMERIC
from officecli.personal import is_plain
from officecli.reports.shape.report import Column

Row = tuple[dict[str, Any], list[str]]
"""A row's values by key, and the cells of its columns as text."""

_PLAIN = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
BOLD = "bold"  # beside the lights the only style: it shows on every background


def console(stream: TextIO, page: Page) -> Console:
    """The window behind `stream`; used as a context it gathers what is printed into one write."""
    return Console(
        file=stream,
        width=page.width,
        height=25,  # or Rich would take a TERM=dumb for 80 cells wide
        force_terminal=True,
        color_system="standard" if page.color else None,
    )


def headings_below(columns: Sequence[Column], widths: Sequence[int]) -> Table:
    """The labels once more, without a rule."""
    table = Table.grid(padding=(0, len(GAP), 0, 0))
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(width=cells, no_wrap=True, justify="right" if column.kind in NUMERIC else "left")
    table.add_row(*("\n".join(wrap(column.label, cells)) for column, cells in zip(columns, widths, strict=True)), style=BOLD)
    return table


def headings(columns: Sequence[Column], widths: Sequence[int]) -> Table:
    """The labels and the rule under them; they stand once, above all sections."""
    table = Table(box=_PLAIN if is_plain() else box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style=BOLD)
    for column, cells in zip(columns, widths, strict=True):
        label = Text("\n".join(wrap(column.label, cells)))
        table.add_column(label, width=cells, no_wrap=True, justify="right" if column.kind in NUMERIC else "left")
    return table


def lines(columns: Sequence[Column], rows: Iterable[Row], widths: Sequence[int]) -> Table:
    """The rows, in columns of these `widths` in cells."""
    table = Table.grid(padding=(0, len(GAP), 0, 0))
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(width=cells, no_wrap=True, justify="right" if column.kind in NUMERIC else "left")
    for values, texts in rows:
        table.add_row(
            *(
                _lit(column, values.get(column.key), "\n".join(fold(column, text, cells)))
                for column, text, cells in zip(columns, texts, widths, strict=True)
            )
        )
    return table


def card(columns: Sequence[Column], row: Row, cells: int) -> Group:
    """The first value and the lights on top, then one `label  value` a line; what is not known is left out."""
    values, texts = row
    if texts[0] == NOTHING and len(texts) > 1 and columns[1].wide:  # a decision among its items has no number of theirs
        columns, texts = columns[1:], texts[1:]
    first = f"{columns[0].label} {texts[0]}" if columns[0].kind == "integer" else texts[0]  # a figure alone says nothing
    top = Text(wrapped(first, cells), BOLD)
    table = Table.grid(padding=(0, len(GAP), 0, 0))
    labels = [width(column.label) for column in columns]
    fitting = max((one for one in labels if one <= cells * 2 // 5), default=0)  # a little more than a third, where that tears no label
    left = max(min(cells // 3, max(labels)), fitting)
    right = cells - left - 2 * len(GAP)
    table.add_column(width=left, no_wrap=True)
    table.add_column(width=right, no_wrap=True)
    for column, text in zip(columns[1:], texts[1:], strict=True):
        if column.kind in ("light", "state"):
            top += Text(GAP) + _lit(column, values.get(column.key), text)
        elif text != NOTHING:
            label = Text("\n".join(wrap(column.label, left)))
            table.add_row(label, _lit(column, values.get(column.key), "\n".join(fold(column, text.strip(), right))))
    return Group(top, Padding.indent(table, len(GAP)))


def _lit(column: Column, value: Any, text: str) -> Text:
    """A cell, its light lit, and what is missing red; the word beside the dot stays plain, so that colour is never the only sign."""
    drawn = Text(text)
    if column.kind == "missing" and text != NOTHING:
        drawn.stylize("bold red")
    light = value[0] if column.kind == "state" and value else value if column.kind == "light" else None
    if light in LIT and not is_plain():
        drawn.stylize(f"bold {light}", 0, 1)
    return drawn
