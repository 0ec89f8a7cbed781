"""Cuts the rows of a ledger where other headings begin: one sheet may hold several tables, one below the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.contents import Known
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS
from officecli.files.ledger.columns.headings import Headings, find_headings
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow


def cut(rows: Sequence[SheetRow], heads: Sequence[SheetRow]) -> list[Sequence[SheetRow]]:
    """The rows of each table; those of a further one begin with its head."""
    starts = {id(row) for row in heads}
    cuts = [0, *(at for at, row in enumerate(rows) if at and id(row) in starts), len(rows)]
    return [rows[start:end] for start, end in itertools.pairwise(cuts)]


def parts_of(
    tables: Sequence[Sequence[SheetRow]],
    headings: Headings,
    first: int,
    mapping: Mapping[str, str],
    known: Known,
    *,
    lead: bool = False,
    plan: bool = False,
) -> Iterator[tuple[Headings, Sequence[SheetRow]]]:
    """The rows under each headings; those of a further table begin with the row of its
    headings. Of the first table they are given, and how many rows stand before its matters.
    """
    yield headings, tables[0][first:]
    for rows in tables[1:]:
        yield find_headings(rows, of_table(mapping, rows), known, lead=lead, plan=plan)[0], rows


def of_table(mapping: Mapping[str, str], rows: Sequence[SheetRow]) -> Mapping[str, str]:
    """What was said of the headings that stand in a table."""
    there = {normal(cell_text(cell)) for row in rows[:HEADING_ROWS] for cell in row.cells if isinstance(cell, str)}
    return {heading: key for heading, key in mapping.items() if normal(heading) in there}


def of_first(mapping: Mapping[str, str], tables: Sequence[Sequence[SheetRow]]) -> Mapping[str, str]:
    """What was said of headings, without those that stand in a further table alone."""
    if len(tables) == 1:
        return mapping
    elsewhere = {heading for rows in tables[1:] for heading in of_table(mapping, rows)} - {*of_table(mapping, tables[0])}
    return {heading: key for heading, key in mapping.items() if heading not in elsewhere}
