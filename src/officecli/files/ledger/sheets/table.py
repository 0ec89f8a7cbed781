"""A file's tables as its format gives them, before one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from officecli.errors import BadInput
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _

MAX_ROWS = 1_000_000
MAX_COLUMNS = 500


class Area(NamedTuple):
    """A merged area: the row numbers (from 1) and places (from 0) of its edges, all inside it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Table:
    """One sheet of a workbook, or one table of a document.

    `rows` are those that are not blank, with unmerged cells; `above` are the paragraphs before a document's table. `hidden` are the numbers of hidden
    rows, `hidden_columns` the places of hidden columns, `comments` the addresses of cells with a comment, `struck` the places struck through by row
    number, `partly` the numbers of rows of which words inside a cell were. `active` is the sheet the workbook opens on. `separator` is that of text.
    `below` are further tables of the ledger, `aside` tables of another kind that stand in the same sheet, `others` lines of a text that are no
    matters, `boxes` those of a plan that hold none, with the reason, `beside` the rows of a table beside it that tells of what was done before.
    `heads` are the numbers of the rows that are headings, where the format says so.
    """

    name: str
    rows: list[SheetRow]
    merged: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)
    struck: dict[int, set[int]] = field(default_factory=dict)
    partly: set[int] = field(default_factory=set)
    active: bool = False
    above: list[str] = field(default_factory=list)
    separator: str = ""
    below: list[Table] = field(default_factory=list)
    aside: list[Table] = field(default_factory=list)
    others: list[SheetRow] = field(default_factory=list)
    boxes: list[tuple[SheetRow, str]] = field(default_factory=list)
    beside: list[SheetRow] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """The tables that people see, in their order; `hidden` names the hidden sheets, which are not read.

    `notes` is what a reader of the file should know; `since_1904` as of `Sheet`; `encoding` is "" but for text. `is_document` where the tables
    stand in a text, one below the other; `lines` are those of a text that may have no table.
    """

    tables: list[Table]
    hidden: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    since_1904: bool = False
    encoding: str = ""
    is_document: bool = False
    lines: list[str] = field(default_factory=list)


def check_width(row: Sequence[object], number: int) -> None:
    """Refuse a row with something in more columns than a ledger can have."""
    if any(cell not in (None, "") for cell in row[MAX_COLUMNS:]):
        raise too_wide(number)


def too_wide(number: int) -> BadInput:
    """What to say of a row wider than any ledger."""
    return BadInput(
        _("Row {number} has more than {limit} columns.").format(number=number, limit=MAX_COLUMNS),
        fix=_("Check that this is the ledger, and delete the columns beyond it."),
    )


def too_many_rows() -> BadInput:
    """What to say of a sheet longer than any ledger."""
    return BadInput(_("The sheet has more than {limit} rows.").format(limit=MAX_ROWS), fix=_("Split it into several files."))
