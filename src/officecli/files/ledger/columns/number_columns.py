"""What a column of numbers is that do not name its rows: of a paper, of another row, counted anew."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.column import Column
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.files.ledger.columns.meant import Meant
from officecli.patterns import has_han, pattern

_OF_A_WHOLE = pattern(
    r"\b(?:case|file|matter|project|contract|grant|docket|meeting|minute|agenda|report|audit|inspection|policy|claim|complaint|incident|finding|application|permit|violation|citation|referral)\b",
    re.IGNORECASE,
)
"""A number that may be of what several matters belong to."""


def number_of_paper(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The number of a paper that several matters come from."""
    if found[0].key != "number" or len(column.cells.texts) == column.cells.filled:
        return None
    if not found[0].plain and (
        _OF_A_WHOLE.search(column.text) or (has_han(column.text) and (len(column.cells.texts) > 1 or column.matter_elsewhere()))
    ):
        return [Meant("source", found[0].strength)]  # Case no., of several papers to be filed; 函号, of one letter to several
    return found[1:] if [meant.key for meant in found[1:2]] == ["source"] else None


def counted_anew(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Rec No: 1, 2, 1, 2, counted anew in each report: it names no row."""
    anew = found[0].key == "number" and not found[0].plain and column.cells.numbers >= MOSTLY
    return [] if anew and 1 < len(column.cells.texts) <= 2 / 3 * column.cells.filled else None


def parent_elsewhere(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Parent ID, of numbers that no row here has."""
    return [] if found[0].key == "parent" and not found[0].plain and not column.names_rows() else None


def numbers_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Item: 3.1; Tasker: TMT-441."""
    cells = column.cells
    if found[0].key != "title" or cells.numbers + cells.codes < MOSTLY:
        return None
    if not column.matter_elsewhere() and (found[0].plain or cells.numbers < MOSTLY):
        return None
    return [] if cells.numbers >= MOSTLY else [Meant("number", found[0].strength)]
