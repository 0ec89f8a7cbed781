"""Days of several kinds in one column, each behind its label: Opened: 6/9/2026 and, below it, Due: 7/17/2026, under Dates; 交办：6.9 办结：7.3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.contents import SAMPLE
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _, listed
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_LABEL = pattern(r"(?:^|[\n;；,，|]|(?<=[\d/.日])[ \t])\s*(?P<label>[A-Za-z][A-Za-z' ]{1,20}?|[\u3400-\u9fff]{2,8})\s*[:：]\s*")
_DAYS = frozenset({"due", "original_due", "issued", "closed", "submitted", "cancelled"})
_FEWEST = 2  # labels of days, and rows
_MOST = 6  # labels

Said = dict[str, str]
"""What stands behind each label of a cell, by its heading."""


def part_labelled_lines(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Put what stands behind each label into a column under it, where the cells of a column hold days so labelled, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    if index < 0:
        return []
    mapped = {normal(heading) for heading in mapping}
    below = [row for row in rows[index + 1 :] if not row.banner]
    said: list[str] = []
    for place, heading in enumerate(texts):
        if sum(1 for row in below[:SAMPLE] if _said(row.text_at(place)) is not None) < _FEWEST:
            continue  # most columns of most tables
        cells = {id(row): found for row in below if not is_nothing(text := row.text_at(place)) and (found := _said(text)) is not None}
        filled = sum(1 for row in below if not is_nothing(row.text_at(place)))
        labels = list(dict.fromkeys(label for found in cells.values() for label in found))
        others = {first_key(text) for at, text in enumerate(texts) if at != place}
        if heading and normal(heading) not in mapped and _FEWEST <= len(cells) >= filled - 1 and _are_of_days(labels, others):
            _write(rows[index], below, place, cells, labels)
            said.append(_("“{heading}” holds several days, and is read as {labels}.").format(heading=heading, labels=listed(labels)))
    return said


def _said(text: str) -> Said | None:
    """What a cell says behind its labels; None where it does not begin with one."""
    found = list(_LABEL.finditer(text))
    if not found or found[0].start():
        return None
    ends = [*(label.start() for label in found[1:]), len(text)]
    return {label["label"].strip(): text[label.end() : end].strip(" \n;；,，|") for label, end in zip(found, ends, strict=True)}


def _are_of_days(labels: Sequence[str], others: set[str]) -> bool:
    """Whether labels name columns of which several are of days, each once, and no heading of the table does already."""
    keys = [first_key(label) for label in labels]
    days = _DAYS & {*keys}
    return len(labels) <= _MOST and all(keys) and len({*keys}) == len(keys) and len(days) >= _FEWEST and others.isdisjoint(keys)


def _write(head: SheetRow, rows: Sequence[SheetRow], place: int, cells: Mapping[int, Said], labels: Sequence[str]) -> None:
    """Put the labels behind the headings, and below them what each row says behind them; a row without labels keeps its cell as a deadline."""
    wide = max(len(row.cells) for row in (head, *rows))
    due = next((label for label in labels if first_key(label) in ("due", "original_due")), labels[0])
    for row in (head, *rows):
        row.cells.extend([None] * (wide - len(row.cells)))
        told = dict.fromkeys(labels, "") | cells.get(id(row), {due: row.text_at(place)})
        added: list[Cell] = [label if row is head else told[label] or None for label in labels]
        row.cells[place] = None
        row.cells.extend(added)
