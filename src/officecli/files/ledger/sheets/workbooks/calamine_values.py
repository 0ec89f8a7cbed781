"""Asks calamine for the values of a workbook; kinds of file on which it may break down are read in a process of their own."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import once
from officecli.i18n import _
from officecli.patterns import pattern

_MOST_MEMORY = 2 * 1024**3
_PATIENCE = 120  # seconds
_LASTS = pattern(r"PT(\d{1,7})H(\d{1,2})M(\d{1,2}(?:\.\d+)?)S")
_LAST_SECOND = time(23, 59, 59)
_NEXT_DAY = 999_500
"""Microseconds of the last second of a day from which the next is meant, as with the numbers that count days."""
_CHILD = "from officecli.files.ledger.sheets.workbooks.calamine_values import answer; answer()"


class SaidDamage(ValueError):
    """What is the matter with a workbook, in our own words; a library's are for whoever wrote the library."""


@dataclass(slots=True)
class SheetValues:
    """One sheet: whether it is one of cells, whether people see it, and where it was asked for its rows by number and its merged areas from 0."""

    name: str
    has_cells: bool
    is_shown: bool
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def read_values(path: Path, wanted: str | None, before: Callable[[str], object] = len) -> list[SheetValues]:
    """All sheets, with their rows those that people see or the `wanted` one; `before` is told the name of each that is about to be read."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with _unheard(), path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            found = [
                SheetValues(one.name, one.typ == SheetTypeEnum.WorkSheet, one.visible == SheetVisibleEnum.Visible) for one in book.sheets_metadata
            ]
            for one in found:
                if one.has_cells and (one.is_shown if wanted is None else one.name.strip() == wanted.strip()):
                    before(one.name)
                    sheet = book.get_sheet_by_name(one.name)
                    one.rows, one.merged = list(_rows(sheet)), sheet.merged_cell_ranges or []
            return found
    except PasswordError:
        raise BadInput(_("The workbook is protected by a password."), fix=_("Open it, save it without the password, and import it again.")) from None


def read_apart(path: Path, wanted: str | None) -> list[SheetValues]:
    """As `read_values`, in a process of its own: a damaged .xls may ask for more memory than there is, which ends the process."""
    command = [sys.executable, "-c", _CHILD, str(path), *([] if wanted is None else [wanted])]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False)  # noqa: S603 - ourselves
    except subprocess.TimeoutExpired:
        raise SaidDamage(_("It takes too long to read.")) from None
    if done.returncode or not done.stdout:
        raise SaidDamage(_("Its parts contradict each other."))
    found = pickle.loads(done.stdout)  # noqa: S301 - of our own child
    if isinstance(found, BaseException):
        raise found
    return list(found)


def answer() -> None:
    """In the process of its own: read the file named on the command line, and write what was read, or the error, for whoever asked."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    path, *wanted = sys.argv[1:]
    try:
        found: list[SheetValues] | BaseException = read_values(Path(path), wanted[0] if wanted else None)
    except BadInput as refused:
        found = refused
    except BaseException as error:  # noqa: BLE001 - whatever it is, the file is what cannot be read
        found = ValueError(type(error).__name__)
    sys.stdout.buffer.write(pickle.dumps(found))


def _rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """The rows with anything in them, each with its number."""
    if sheet.start is None:
        return
    left: list[Any] = [None] * sheet.start[1]
    for number, values in enumerate(sheet.iter_rows(), 1):
        while values and values[-1] == "":
            values.pop()
        if values:
            yield number, left + [_value(value) for value in values]


def _value(value: Any) -> Any:
    """A value as the sheet shows it: how long something lasts, which .ods tells as text; and a day that rounding took a moment from."""
    if isinstance(value, str):
        lasts = _LASTS.fullmatch(value) if value.startswith("PT") else None
        return timedelta(hours=int(lasts[1]), minutes=int(lasts[2]), seconds=float(lasts[3])) if lasts else once(value)
    if isinstance(value, datetime) and value.microsecond > _NEXT_DAY and value.time() > _LAST_SECOND and value.date() < date.max:
        return datetime.combine(value.date() + timedelta(days=1), time())
    return value


@contextmanager
def _unheard() -> Iterator[None]:
    """Let nothing be written to the terminal by a library that reports its own failures there."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
