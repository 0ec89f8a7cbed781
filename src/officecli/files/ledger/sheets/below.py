"""Takes a sheet apart in which several tables stand one below the other, each with headings of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from officecli.errors import NotFound
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes, SheetRow, shown_number
from officecli.files.ledger.sheets.table import Table
from officecli.i18n import _, listed
from officecli.patterns import pattern
from officecli.shell import as_word

LOOKED_AT = 25
"""Rows from the top of a table in which its headings are looked for."""

_AT_ROW = pattern(r"(?P<sheet>.*):(?P<row>\d{1,7})", re.DOTALL)
_HOUR = pattern(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*(?:[ap]m|[-–—~至]).*)?$", re.IGNORECASE)
_TWO = 2
_SHOWN = 4  # headings by which a table is told
_TITLES = 10
"""Lines that may be titles of a table below them."""


def table_asked(wanted: str | None) -> tuple[str | None, int]:
    """The sheet and the row of the table's headings in what was asked for: `Sheet1:6`, `:6`, `Sheet1`; 0 where no row is named."""
    found = _AT_ROW.fullmatch(wanted) if wanted is not None else None  # no program allows a colon in a sheet's name
    return (found["sheet"].strip() or None, int(found["row"])) if found else (wanted, 0)


def take_apart(table: Table, rate: Rate, shapes: Shapes, row: int) -> None:
    """Leave in a table the rows of its first ledger, or those from `row` on, and put the others `below` it or `aside`."""
    starts = _marked(table) if table.heads else shapes.begins(table.rows)
    if row:
        table.rows = _from(table.rows, starts, row)
        return
    if table.heads and starts:
        starts = _without_text_above(table, starts)
    if starts and not _is_table(table.rows[: starts[0]], rate):
        starts = starts[1:]  # nothing but titles stands above the first headings
    if not starts:
        return
    cuts = [0, *starts]
    parts = [table.rows[start:end] for start, end in zip(cuts, [*cuts[1:], len(table.rows)], strict=True)]
    rated = [Headed(False, 0) if _tells_hours(part) else rate(part[:LOOKED_AT]) for part in parts]
    main = _main(rated)
    if main is None:
        return
    further = [at for at, headed in enumerate(rated) if at > main and headed.complete and (headed.dated or headed.told)]
    for at in further:
        _mark_title(parts[at - 1][-1])
    _move_titles(parts, {at for at in range(len(parts)) if at not in further and at != main})
    bare = replace(table, comments=[], hidden_columns=set(), below=[], aside=[])
    if table.heads and main:
        table.above.extend(cell_text(row.cells[0]) for row in parts[0] if len(row.cells) == 1)
    table.rows = parts[main]
    table.below = [replace(bare, rows=parts[at]) for at in further]
    table.aside = [replace(bare, rows=part) for at, part in enumerate(parts) if at != main and at not in further and part]


def _marked(table: Table) -> list[int]:
    """The places of the rows that the format marks as headings, without those that repeat the ones before."""
    found: list[int] = []
    for at, row in enumerate(table.rows):
        if row.number in table.heads and not (found and row.cells == table.rows[found[-1]].cells):
            found.append(at)
    return found


def _without_text_above(table: Table, starts: Sequence[int]) -> list[int]:
    """Take what stands far above the first marked headings (minutes, what a page says of itself) for what is told of them; where the headings stand then."""
    far = max(starts[0] - _TITLES, 0)
    table.above.extend(cell_text(row.cells[0]) for row in table.rows[:far])
    del table.rows[:far]
    return [start - far for start in starts]


def _tells_hours(rows: Sequence[SheetRow]) -> bool:
    """Whether every row of a table begins with an hour: what happened one thing after another, and no ledger."""
    table = [row.cells for row in rows if len(row.cells) > 1]
    return len(table) > _TWO and all(_HOUR.match(cell_text(cells[0])) for cells in table[1:])


def _from(rows: Sequence[SheetRow], starts: Sequence[int], number: int) -> list[SheetRow]:
    """The rows of the table whose headings stand in the row of a number."""
    first = next((at for at, row in enumerate(rows) if shown_number(row.number) == number), None)
    if first is None:
        raise NotFound(_("There is nothing in row {number}.").format(number=number), fix=_("Name the row in which the table's headings stand."))
    return list(rows[first : next((start for start in starts if start > first + 1), None)])


def _is_table(rows: Sequence[SheetRow], rate: Rate) -> bool:
    """Whether rows above other headings are a table themselves."""
    headed = rate(rows[:LOOKED_AT])
    return headed.complete and any(sum(1 for cell in row.cells if cell not in (None, "")) > 1 for row in rows[headed.first :])


def _main(rated: Sequence[Headed]) -> int | None:
    """The place of the first ledger with a deadline, else of the first ledger."""
    ledgers = [at for at, headed in enumerate(rated) if headed.complete]
    return next((at for at in ledgers if rated[at].dated), next(iter(ledgers), None))


def _mark_title(row: SheetRow) -> None:
    """Say of a text alone in its row, right before the headings of a table, that it is their title."""
    if sum(1 for cell in row.cells if cell not in (None, "")) == 1:
        row.banner = True


def _move_titles(parts: list[list[SheetRow]], aside: set[int]) -> None:
    """Let the title of a table that is none of the ledger's go with it."""
    for at in aside - {0}:
        before = parts[at - 1]
        while len(before) > 1 and sum(1 for cell in before[-1].cells if cell not in (None, "")) == 1:
            parts[at].insert(0, before.pop())


def told_aside(table: Table) -> list[str]:
    """What is said of the tables that are left out, each by its rows and the first of its headings."""
    said = _("Left out, as a table of its own: rows {first}–{last} ({headings}). To read it: --sheet {name}")
    found = []
    for one in table.aside:
        head = max(one.rows[: _TITLES + 3], key=lambda row: sum(1 for cell in row.cells if cell_text(cell)))
        words = [text for text in map(cell_text, head.cells) if text]
        name = f"{table.name}:{shown_number(head.number)}"
        found.append(
            said.format(
                first=shown_number(one.rows[0].number),
                last=shown_number(one.rows[-1].number),
                headings=listed(words[:_SHOWN]),
                name=as_word(name),
            )
        )
    return found
