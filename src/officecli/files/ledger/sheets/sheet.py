"""Reads a ledger's file, whatever it is, into numbered rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from officecli.errors import BadInput, StorageTrouble
from officecli.files.ledger.sheets.abreast import stack
from officecli.files.ledger.sheets.alike import Rated
from officecli.files.ledger.sheets.around import Around, around
from officecli.files.ledger.sheets.below import LOOKED_AT, table_asked, take_apart, told_aside
from officecli.files.ledger.sheets.by_person.unfolding import unfold
from officecli.files.ledger.sheets.cards import lay_out_cards
from officecli.files.ledger.sheets.carried_over import leave_out_carried
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.choosing import choose
from officecli.files.ledger.sheets.keys import key_lines
from officecli.files.ledger.sheets.kinds import kind_of
from officecli.files.ledger.sheets.merging import fill_dittos, fill_merged
from officecli.files.ledger.sheets.minutes.checklist import as_checklist
from officecli.files.ledger.sheets.minutes.minutes import as_minutes
from officecli.files.ledger.sheets.numbered_lines import part_numbered_lines
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes, Sheet, SheetRow, Skipped, on_sheet, row_list, row_text, shown_number
from officecli.files.ledger.sheets.subitems import put_below, take_subitems
from officecli.files.ledger.sheets.table import Book, Table
from officecli.files.ledger.sheets.texts.text_checks import check_cells, commented_out
from officecli.files.ledger.sheets.turned import turn
from officecli.files.ledger.sheets.values import plain_rows
from officecli.files.ledger.sheets.workbooks.struck import is_struck
from officecli.i18n import _, listed
from officecli.patterns import pattern
from officecli.store.disk import reason
from officecli.typed.text import first_of

_WHO_AND_WHEN = pattern(r"[:：]|\d[-/.年]\d")
"""A cell of a line of who and when, over the headings as well: As of | 6/30/2026 | Completed items."""


def read_sheet(path: Path, sheet: str | None, rate: Rate, shapes: Shapes | None = None) -> Sheet:
    """The ledger in a file, told by what it holds; BadInput or StorageTrouble when it is none or unreadable.

    `sheet` names one, or the row in which the headings of one of its tables stand (`Sheet1:6`). `shapes` tells several tables in one sheet apart.
    """
    sheet, at_row = table_asked(sheet) if shapes else (sheet, 0)
    book = _opened(path, sheet, rate)
    for table in book.tables:
        table.rows = plain_rows(table.rows)
        fill_merged(table)
    if shapes:
        _bring_in_shape(book, rate, shapes, at_row)
    if not book.tables:
        raise BadInput(
            _("The document has no table, and no line that says which of the office is to do what."),
            fix=_("Put the ledger in a table, one matter a row, with headings; or in a spreadsheet."),
        )
    choice = choose(book, rate, shapes, asked=sheet is not None)
    found = Sheet([], encoding=book.encoding, at_top=choice.left_out, notes=book.notes + choice.notes, since_1904=book.since_1904)
    _add_tables(found, choice.tables, rate)
    tables = [table for table, _headed in choice.tables]
    _tell_left(found, tables)
    found.keys = tuple(key_lines(_others(book.tables, tables)))
    leave_out_carried(found, choice.tables)
    if shapes:
        part_numbered_lines(found, rate, shapes)
    if tables:
        found.arounds = {table.name: _around(path, table, headed, document=book.is_document) for table, headed in choice.tables}
        found.around = found.arounds[tables[0].name]
        found.above = tables[0].above if book.is_document else ()
    return found


def _opened(path: Path, sheet: str | None, rate: Rate) -> Book:
    """The tables of a file as they stand in it."""
    try:
        return _book(path, sheet, rate)
    except OSError as error:
        raise StorageTrouble(
            _("{path} cannot be read.").format(path=path),
            why=reason(error),
            fix=_("Check its permissions, and close it in other programs."),
        ) from None


def _bring_in_shape(book: Book, rate: Rate, shapes: Shapes, at_row: int) -> None:
    """Part and turn what is laid out otherwise, until each table has one row of headings and below it a matter a row; the one asked for at a row first."""
    stack(book, shapes)
    unfold(book, shapes)
    lay_out_cards(book, rate, shapes)
    turn(book, rate, shapes)
    if not as_minutes(book, rate, shapes):
        as_checklist(book)
    for table in book.tables:
        blocks = take_subitems(table, shapes)
        take_apart(table, rate, shapes, at_row)
        put_below(table, blocks, rate)


def _add_tables(found: Sheet, chosen: Sequence[Rated], rate: Rate) -> None:
    """Add the rows of the tables that are read, one below the other, and of what stands below each in the same sheet."""
    for order, (table, headed) in enumerate(chosen):
        at = order if len(chosen) > 1 else None
        rows, head = table.rows, None
        if order:
            again = headed.texts != chosen[0][1].texts
            rows, head = rows[headed.first - again :], rows[headed.first - 1] if again else None
        _add(found, table, headed, at, rows, head)
        for further in table.below:
            _add(found, further, rate(further.rows[:LOOKED_AT]), at, further.rows, further.rows[0])


def _tell_left(found: Sheet, tables: Sequence[Table]) -> None:
    """Tell which rows of the tables' sheets are not read with them, and why."""
    for table in tables:
        found.at_top.extend(told_aside(table))
    aside = [row for table in tables for one in table.aside for row in one.rows]
    beside = [row for table in tables for row in table.beside]
    found.aside.extend([*aside, *beside])
    left = [(aside, "table"), (beside, "beside"), ([row for table in tables for row in table.others], "line")]
    found.skipped.extend(Skipped(row.number, why, row_text(row)) for rows, why in left for row in rows)
    found.skipped.extend(Skipped(row.number, why, row_text(row)) for table in tables for row, why in table.boxes)


def _others(tables: Sequence[Table], read: Sequence[Table]) -> Iterator[Table]:
    """The tables of a file that are not read, and those beside the ones that are."""
    for table in tables:
        yield from table.aside if table in read else (table,)


def _around(path: Path, table: Table, headed: Headed, *, document: bool) -> Around:
    """What stands around a table."""
    said = [_with_labels([text for text in dict.fromkeys(map(cell_text, row.cells)) if text]) for row in table.rows[: max(headed.first - 1, 0)]]
    if headed.grouped and not any(map(_WHO_AND_WHEN.search, said[-1])):
        said[-1] = [" | ".join(said[-1])]  # headings over the headings: 销号 over 是否销号 is the title of nothing
    return around(path.stem, table.name, [*table.above, *(text for row in said for text in row)], document=document)


def _with_labels(texts: Sequence[str]) -> list[str]:
    """The texts of a row of a form's head, each label in one with what stands behind it: Date of inspection: | June 22."""
    found: list[str] = []
    for text in texts:
        if found and found[-1].endswith((":", "：")) and not text.endswith((":", "：")):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return found


def _book(path: Path, sheet: str | None, rate: Rate) -> Book:
    """The file's tables, by the reader of its kind; each is imported only where it is needed."""
    kind = kind_of(path)
    if kind == "workbook":
        from officecli.files.ledger.sheets.workbooks.workbook import read_workbook

        return read_workbook(path, sheet)
    if kind == "word":
        from officecli.files.ledger.sheets.texts.word_tables import read_word

        return _only(read_word(path), sheet)
    if kind == "tasks":
        from officecli.files.ledger.sheets.tasks.task_files import read_tasks

        return _only(read_tasks(path), sheet)
    if kind == "page":
        from officecli.files.ledger.sheets.texts.web_page import read_page

        return _only(read_page(path.read_bytes()), sheet)
    if sheet is not None:
        raise BadInput(_("Only a workbook has sheets, and {path} is text.").format(path=path), fix=_("Leave out --sheet."))
    from officecli.files.ledger.sheets.texts.csv_sheet import read_csv

    return read_csv(path.read_bytes(), rate)


def _only(book: Book, wanted: str | None) -> Book:
    """A document with the one table asked for, where one is."""
    if wanted is not None:
        names = [table.name for table in book.tables]
        if wanted.strip() not in names:
            raise BadInput(
                _("The document has no table “{name}”.").format(name=wanted), fix=_("Its tables are: {names}.").format(names=listed(names))
            )
        book.tables = [table for table in book.tables if table.name == wanted.strip()]
    return book


def _add(found: Sheet, table: Table, headed: Headed, order: int | None, added: list[SheetRow], head: SheetRow | None) -> None:
    """Add rows of a table, struck ones apart; a further one begins with its `head`, where its headings are others. `order` is its sheet's among several."""
    heads, rows = table.rows[: headed.first], table.rows[headed.first :]
    if table.separator and heads:
        check_cells(rows, heads[-1], table.separator)
    fill_dittos(rows)
    out = commented_out(rows) if table.separator and heads else frozenset()
    struck = {id(row) for row in rows if table.struck and is_struck(row, table.struck.get(row.number, ()), headed.matter)}
    if order is not None:
        for row in [*table.rows, *table.beside, *(row for row, _why in table.boxes), *(row for one in table.aside for row in one.rows)]:
            row.number = on_sheet(row.number, table.name, order)
    if head:
        found.heads.append(head)
    found.rows.extend(added)
    if out:
        found.skipped.extend(Skipped(row.number, "commented", row_text(row)) for row in rows if id(row) in out)
        found.rows = [row for row in found.rows if id(row) not in out]
    if struck:
        found.skipped.extend(Skipped(row.number, "struck", row_text(row)) for row in rows if id(row) in struck)
        found.rows = [row for row in found.rows if id(row) not in struck]
    found.notes.extend(_notes(table, heads, [row for row in rows if id(row) not in struck], rows))


def _notes(table: Table, heads: list[SheetRow], kept: list[SheetRow], every: list[SheetRow]) -> Iterator[str]:
    """What is said of a table's rows, of which those struck through are not `kept`."""
    if hidden := [row.number for row in kept if shown_number(row.number) in table.hidden]:
        yield _("Hidden in the sheet (by a filter, perhaps), and read all the same: {rows}.").format(rows=row_list(hidden))
    headings = [cell_text(cell) for cell in heads[-1].cells] if heads else []
    if columns := [text for place, text in enumerate(headings) if place in table.hidden_columns and text]:
        yield _("Hidden columns are read all the same: {headings}.").format(headings=listed(columns))
    if table.comments:
        yield _("Comments on cells are not read: {cells}.").format(cells=listed(first_of(table.comments)))
    if partly := [row.number for row in every if shown_number(row.number) in table.partly]:
        yield _("Words struck through inside a cell are left out: {rows}.").format(rows=row_list(partly))
    if inferred := [row.number for row in kept if row.inferred and not row.how]:
        yield _("Cells are filled from merged ones or from what stands above (同上, ditto): {rows}.").format(rows=row_list(inferred))
