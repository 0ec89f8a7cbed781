"""Reads .xlsx, .xlsm, .xls, .xlsb, .ods and .et workbooks as the values a reader sees."""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path

from lxml.etree import LxmlError
from python_calamine import CalamineError

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import Cell, not_computed
from officecli.files.ledger.sheets.kinds import ZIP
from officecli.files.ledger.sheets.limits import check_old, check_sheets, check_unpacked
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import MAX_ROWS, Area, Book, Table, check_width, too_many_rows
from officecli.files.ledger.sheets.workbooks.book_parts import Parts, SheetParts
from officecli.files.ledger.sheets.workbooks.calamine_values import SaidDamage, SheetValues, read_apart, read_values
from officecli.files.ledger.sheets.workbooks.ods_parts import OdsParts
from officecli.files.ledger.sheets.workbooks.xlsb_parts import XlsbParts
from officecli.files.ledger.sheets.workbooks.xlsx_parts import WorkbookParts
from officecli.i18n import _, listed

DAMAGED = (
    zipfile.BadZipFile,
    LxmlError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OverflowError,
    IndexError,
    zlib.error,
    struct.error,
)
"""What reading a damaged packed file ends in."""

_MOST_MERGED = 2_000_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_workbook(path: Path, wanted: str | None) -> Book:
    """The sheets of a workbook that people see, or only the `wanted` one, hidden or not."""
    packed = _is_packed(path)
    try:
        if not packed:
            check_old(path.read_bytes())
        with zipfile.ZipFile(path) if packed else nullcontext() as archive:
            parts = _checked(archive) if archive else Parts()
            return _read(path, parts, wanted)
    except DAMAGED as error:
        raise damaged(error) from None
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # a place in the file that is none
            raise damaged(error) from None
        raise
    except BaseException as error:
        if (
            not isinstance(error, CalamineError) and type(error).__name__ != "PanicException"
        ):  # the reader written in Rust gave up on what it was given
            raise
        raise damaged(error) from None


def _is_packed(path: Path) -> bool:
    """Whether a file begins as a packed one: Excel puts a packed file of its theme into an old .xls, which zipfile takes for the whole."""
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


def damaged(error: BaseException) -> BadInput:
    """What to say of a workbook that cannot be read."""
    return BadInput(
        _("The workbook is damaged, or not one."),
        why=str(error) if isinstance(error, SaidDamage) else "",
        fix=_("Open it in a spreadsheet program and save it again as .xlsx."),
    )


def _checked(archive: zipfile.ZipFile) -> Parts:
    """The parts of a packed workbook; what would fill the memory, or is no workbook, is refused first."""
    for entry in archive.infolist():  # some programs part folders as Windows does
        archive.NameToInfo[entry.filename.replace("\\", "/")] = entry
        entry.filename = entry.filename.replace("\\", "/")
    names = set(archive.namelist())
    check_unpacked(archive)
    if "xl/workbook.xml" in names:
        return WorkbookParts(archive)
    if "xl/workbook.bin" in names:
        return XlsbParts(archive)
    if "content.xml" in names:
        return OdsParts(archive)
    raise BadInput(_("This is not a workbook."), fix=_("Put the table in a spreadsheet, and save it as .xlsx or .csv."))


def _read(path: Path, parts: Parts, wanted: str | None) -> Book:
    """The book, once its parts are known to be sound."""
    told: dict[str, SheetParts] = {}
    if parts.is_trusted:
        sheets = read_values(path, wanted, lambda name: told.setdefault(name, parts.sheet(name)))
    else:
        told.update({name: parts.sheet(name) for name in parts.names})
        sheets = read_apart(path, wanted)
    check_sheets(len(sheets))
    known = [one for one in sheets if one.has_cells or told.get(one.name, SheetParts()).untyped]
    if not known:
        raise BadInput(_("The workbook has no sheet with cells."), fix=_("Check that this is the ledger."))
    names = [_named(wanted, [one.name for one in known])] if wanted is not None else [one.name for one in known if one.is_shown]
    tables = [_table(one, told.get(one.name, SheetParts()), active=one.name == parts.active) for one in known if one.name in names]
    found = Book(tables, hidden=[one.name for one in known if not one.is_shown and one.name not in names], since_1904=parts.since_1904)
    if not parts.tells_all:
        found.notes.append(
            _(
                "In this kind of file hidden rows, text struck through, percentages, months, and in .xls errors, cannot be told; what can be read is read."
            )
        )
    elif parts.has_links or parts.has_macros:
        found.notes.append(_("Links to other files are not followed and macros are not run: the values are those last saved."))
    return found


def _named(wanted: str, names: list[str]) -> str:
    """The sheet asked for."""
    found = next((name for name in names if name.strip() == wanted.strip()), None)
    if found is None:
        raise BadInput(_("The workbook has no sheet “{name}”.").format(name=wanted), fix=_("Its sheets are: {names}.").format(names=listed(names)))
    return found


def _table(sheet: SheetValues, told: SheetParts, *, active: bool) -> Table:
    """One sheet with all that is known of it."""
    merged = told.merged or [Area(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in sheet.merged]
    if sum(area.bottom - area.top + 1 for area in merged) > _MOST_MERGED:
        merged = []
    return Table(
        sheet.name,
        _rows(dict(sheet.rows), told),
        merged,
        hidden=told.hidden,
        hidden_columns=told.hidden_columns,
        comments=told.comments,
        struck=told.struck,
        partly=told.partly,
        active=active,
    )


def _rows(found: dict[int, list[Cell]], told: SheetParts) -> list[SheetRow]:
    """The rows that are not blank, as a reader sees their values."""
    for (number, place), text in (told.untyped | told.errors | told.seen).items():
        _put(found.setdefault(number, []), place, text)
    for number, place in told.uncomputed:
        _put(found.setdefault(number, []), place, not_computed())
    for number, place in told.percents:
        _change(found, number, place, _percent)
    for (number, place), form in told.months.items():
        _change(found, number, place, partial(_month, form))
    for number, row in found.items():
        check_width(row, number)
    if len(found) > MAX_ROWS:
        raise too_many_rows()
    return [SheetRow(number, found[number]) for number in sorted(found)]


def _put(row: list[Cell], place: int, value: Cell) -> None:
    row.extend([None] * (place + 1 - len(row)))
    row[place] = value


def _change(rows: dict[int, list[Cell]], number: int, place: int, change: Callable[[Cell], Cell]) -> None:
    """Let a cell that is there be what `change` makes of it."""
    row = rows.get(number, [])
    if place < len(row):
        row[place] = change(row[place])


def _percent(cell: Cell) -> Cell:
    """0.6 as the 60% its number format shows."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell
    return f"{round(cell * 100, 4):.4f}".rstrip("0").rstrip(".") + "%"


def _month(form: str, cell: Cell) -> Cell:
    """The first of a month as the month its number format shows; the month is all that was written."""
    if not isinstance(cell, date) or cell.day != 1:
        return cell
    return f"{cell.year}年{cell.month}月" if form else f"{_MONTHS[cell.month - 1]} {cell.year}"
