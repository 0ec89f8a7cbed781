"""Reads separated text in the encodings and with the separators offices use."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from itertools import islice

from officecli.errors import BadInput
from officecli.files.ledger.sheets.sheet_rows import Rate, SheetRow
from officecli.i18n import _

MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
_SEPARATORS = (",", "\t", ";", "，", "；", "|")
_SAMPLE_ROWS = 20
_SAMPLE_CHARACTERS = 200_000
# An apostrophe an export put before text that a spreadsheet would compute; text that began so already got one more.
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def read_csv(data: bytes, rate: Rate) -> tuple[list[SheetRow], str]:
    """The rows that are not blank, each with its number from 1, and the encoding found."""
    text, encoding = decode(data)
    separator = _separator(text, rate)
    rows: list[SheetRow] = []
    guarded = "'" in text
    number = 0
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            if not any(record):
                continue
            if len(record) > MAX_COLUMNS:
                check_width(record, number)
            rows.append(SheetRow(number, [_unguarded(cell) for cell in record] if guarded else list(record)))
            if len(rows) > MAX_ROWS:
                raise too_many_rows()
    except csv.Error:
        raise BadInput(
            _("From row {number} on the file cannot be read.").format(number=number + 1),
            why=_("A cell is longer than any spreadsheet allows; most often a quotation mark is opened and never closed."),
            fix=_("Mend the row, or open the file in a spreadsheet program and save it as .xlsx."),
        ) from None
    return rows, encoding


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def check_width(row: Sequence[object], number: int) -> None:
    """Refuse a row with something in more columns than a ledger can have."""
    if any(cell not in (None, "") for cell in row[MAX_COLUMNS:]):
        raise BadInput(
            _("Row {number} has more than {limit} columns.").format(number=number, limit=MAX_COLUMNS),
            fix=_("Check that this is the ledger, and delete the columns beyond it."),
        )


def too_many_rows() -> BadInput:
    """What to say of a sheet longer than any ledger."""
    return BadInput(_("The sheet has more than {limit} rows.").format(limit=MAX_ROWS), fix=_("Split it into several files."))


def decode(data: bytes) -> tuple[str, str]:
    """The text and its encoding: by the mark at its start, else UTF-8, else Chinese GB18030, else Western Windows-1252."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _decode_as(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return _decode_as(data, "cp1252")
    # Western letters and quotes happen to decode as rare characters; real Chinese is made of common ones (GB 2312).
    foreign = [letter for letter in text[:_SAMPLE_CHARACTERS] if not letter.isascii()]
    common = sum(1 for letter in foreign if len(letter.encode("gb2312", "ignore")))
    return (text, "gb18030") if common * 2 >= len(foreign) else _decode_as(data, "cp1252")


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise BadInput(
            _("The file is not text in an encoding that is known here."),
            why=_("It is neither UTF-8, GBK nor UTF-16."),
            fix=_("Open it in a spreadsheet program and save it as .xlsx, or as CSV UTF-8."),
        ) from None


def _separator(text: str, rate: Rate) -> str:
    """The separator with which the first rows name most columns; when none do, the one that gives most cells."""
    first_line = text[:10].split("\n", 1)[0].strip()
    if first_line.lower().startswith("sep=") and len(first_line) == 5:
        return first_line[4]
    return max(_SEPARATORS, key=lambda separator: _fit(text[:_SAMPLE_CHARACTERS], separator, rate))


def _fit(sample: str, separator: str, rate: Rate) -> tuple[tuple[bool, int], int]:
    try:
        records = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return (False, 0), 0
    return rate([SheetRow(number, list(record)) for number, record in enumerate(records, 1)])[:2], max((len(record) for record in records), default=0)
