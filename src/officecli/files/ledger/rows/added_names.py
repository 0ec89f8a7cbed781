"""Rows that only add a name or a label to the matter above, as exports write what a record has several of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow, shown_number
from officecli.patterns import pattern

_ADDED = ("support", "labels")
"""Columns of which a record may have several."""

_OF_SEVERAL = pattern(r"\b(?:assignees|owners|members|people|persons|leads|resources)\b|人员|成员", re.IGNORECASE)
"""A heading of who leads under which several may stand."""


def join_added(rows: Sequence[SheetRow], headings: Headings) -> tuple[Sequence[SheetRow], list[SheetRow]]:
    """The rows with what such rows add put into the one above, and the rows so joined; nothing but names, labels and what no column takes stands in them."""
    columns = headings.columns
    leads = [columns["lead"]] if _OF_SEVERAL.search(headings.labels["lead"]) else []
    names = {columns[key] for key in _ADDED if key in columns} | {*leads} | {*headings.labelled, *headings.more.get("support", ())}
    others = {*headings.kept, *([columns["remarks"]] if "remarks" in columns else [])}
    known = {*columns.values(), *(place for places in headings.more.values() for place in places)} - {columns["title"]}
    title = columns["title"]
    joined: dict[int, SheetRow] = {}
    whole: SheetRow | None = None
    last = 0
    for row in rows:
        if title < len(row.cells) and row.cells[title] not in (None, ""):
            whole, last = row, shown_number(row.number)
            continue
        filled = _filled(row)
        if (
            whole
            and shown_number(row.number) == last + 1
            and filled & names
            and filled <= names | others
            and not row.banner
            and len(_filled(whole) & known) > 0
        ):
            _join(whole, row, filled, headings)
            joined[id(row)] = row
            last = shown_number(row.number)
        else:
            whole = None
    return ([row for row in rows if id(row) not in joined], [*joined.values()]) if joined else (rows, [])


def _filled(row: SheetRow) -> set[int]:
    return {place for place, cell in enumerate(row.cells) if cell not in (None, "")}


def _join(whole: SheetRow, row: SheetRow, filled: set[int], headings: Headings) -> None:
    support, lead = headings.columns.get("support"), headings.columns["lead"]
    for place in sorted(filled):
        at = support if place == lead and support is not None else place  # one leads; whoever is added supports
        whole.cells.extend([None] * (at + 1 - len(whole.cells)))
        gap = "\n" if at in headings.kept else "; "
        whole.cells[at] = gap.join(filter(None, (joined_lines(cell_text(whole.cells[at])), joined_lines(cell_text(row.cells[place])))))
