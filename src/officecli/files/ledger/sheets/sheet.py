"""Reads a ledger's file, whatever it is, into numbered rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from officecli.errors import BadInput, NotFound, StorageTrouble
from officecli.files.ledger.sheets.around import Around, around
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.csv_sheet import read_csv
from officecli.files.ledger.sheets.sheet_rows import Rate, Sheet, SheetRow
from officecli.files.ledger.sheets.xlsx_sheet import read_workbook
from officecli.i18n import _, listed
from officecli.store.disk import reason

MAX_WORKBOOK = 50 * 1024 * 1024
MAX_TEXT = 200 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_NAMES = (".csv", ".txt", ".tsv", ".tab")


def read_sheet(path: Path, sheet: str | None, rate: Rate) -> Sheet:
    """The rows of a .csv or .xlsx file, told apart by what they hold; BadInput or StorageTrouble when it is neither or unreadable."""
    try:
        start = _start(path)
        if start.startswith(_ZIP):
            rows, name, others = read_workbook(path, sheet, rate)
            left_out = [_("The sheet “{name}” is read; the others are {others}.").format(name=name, others=listed(others))] if others else []
            return Sheet(rows, around=_around(path, name, rows, rate), left_out=left_out)
        if sheet is not None:
            raise BadInput(_("Only a workbook has sheets, and {path} is text.").format(path=path), fix=_("Leave out --sheet."))
        rows, encoding = read_csv(path.read_bytes(), rate)
        notes = [_("The text is neither UTF-8 nor GBK; it is read as Windows-1252.")] if encoding == "cp1252" else []
        return Sheet(rows, around=_around(path, "", rows, rate), encoding=encoding, notes=notes)
    except OSError as error:
        raise StorageTrouble(
            _("{path} cannot be read.").format(path=path),
            why=reason(error),
            fix=_("Check its permissions, and close it in other programs."),
        ) from None


def _around(path: Path, name: str, rows: Sequence[SheetRow], rate: Rate) -> Around:
    """What stands around the table whose headings `rate` finds."""
    above = rows[: max(rate(rows).first - 1, 0)]
    return around(path.stem, name, [text for row in above for cell in row.cells if (text := cell_text(cell))])


def _start(path: Path) -> bytes:
    """The first bytes of a file that may be a ledger; BadInput says what to do with one that cannot be."""
    if not path.exists():
        raise NotFound(_("There is no file {path}.").format(path=path), fix=_("Check the name and the folder."))
    if not path.is_file():
        raise BadInput(_("{path} is not a file.").format(path=path), fix=_("Give the ledger's .xlsx or .csv file."))
    with path.open("rb") as file:
        start = file.read(4096)
    size = path.stat().st_size
    limit = MAX_WORKBOOK if start.startswith(_ZIP) else MAX_TEXT
    if not start:
        raise BadInput(_("{path} is empty.").format(path=path), fix=_("Save the ledger again as .xlsx or .csv."))
    if size > limit:
        raise BadInput(
            _("{path} is larger than {limit} MB.").format(path=path, limit=limit // 1024 // 1024),
            fix=_("Keep only the ledger's sheet, or split it into several files."),
        )
    if not start.startswith(_ZIP) and (what := _what_else(start, path.suffix.lower())):
        raise BadInput(what, fix=_("Open it in a spreadsheet program and save it as .xlsx or .csv."))
    return start


def _what_else(start: bytes, suffix: str) -> str:
    """What a file is that is neither text nor .xlsx; "" when it may be either."""
    if start.startswith(_OLD_OFFICE):
        return _("The file is in an old format (.xls, .et, .doc), or protected by a password.")
    if start.startswith(b"%PDF"):
        return _("This is a PDF file, not a spreadsheet.")
    if start[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        return _("This is a web page, whatever its name says.")
    is_wide_text = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in start and not is_wide_text and suffix not in _TEXT_NAMES:
        return _("This is not a table of text.")
    return ""
