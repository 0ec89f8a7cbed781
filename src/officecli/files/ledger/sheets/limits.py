"""What is beyond any ledger, and is refused before it is read into memory."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterable

from officecli.errors import BadInput
from officecli.i18n import _

MAX_UNPACKED = 200 * 1024 * 1024
MAX_SHEETS = 250
MAX_AREA = 3_000_000
MAX_HELD = 25_000_000
MAX_REPEATED = 1_000_000
"""Cells that an .ods says it holds once more, without writing them."""

MAX_MARKS = 2_000_000
"""Marks (`<`) of a document that is held whole while it is read: some thirty thousand rows of a dozen cells."""

_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(?=.{14})", re.DOTALL)
_LEAST_CELL = 10  # bytes of a cell in an .xls

_SPARSE = 20
"""Of an area so large at least every so many-th cell holds something."""


def check_unpacked(archive: zipfile.ZipFile) -> None:
    """Refuse a packed file that would unpack to more than a ledger can be."""
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise BadInput(
            _("The workbook unpacks to more than {limit} MB.").format(limit=MAX_UNPACKED // 1024 // 1024),
            fix=_("Keep only the ledger's sheet, without pictures and blank formatted rows."),
        )


def check_sheets(count: int) -> None:
    """Refuse a workbook of more sheets than anybody keeps."""
    if count > MAX_SHEETS:
        raise BadInput(
            _("The workbook has {count} sheets, more than {limit}.").format(count=count, limit=MAX_SHEETS),
            fix=_("Save the ledger's sheet in a workbook of its own."),
        )


def is_scattered(filled: int, area: int) -> bool:
    """Whether the area between the first cell and the last is too large to be held for what it holds."""
    return area > MAX_HELD or (area > MAX_AREA and filled * _SPARSE < area)


def check_scattered(filled: int, area: int, last: int) -> None:
    """Refuse a sheet with a cell so far from all others that holding the area between them would fill the memory."""
    if is_scattered(filled, area):
        raise BadInput(
            _("The sheet reaches down to row {last}, and is nearly all blank.").format(last=last),
            why=_("{count} cells hold something.").format(count=filled),
            fix=_("Delete the cells far from the ledger (Ctrl+End goes to the last), and save it again."),
        )


def check_old(data: bytes) -> None:
    """Refuse an .xls that says it reaches further than it can have cells for: it would be held before anything else can be told of it."""
    for found in _DIMENSIONS.finditer(data):
        first, last, left, right, reserved = struct.unpack_from("<IIHHH", data, found.end())
        if first < last <= 65_536 and left < right <= 256 and not reserved:
            check_scattered(len(data) // _LEAST_CELL, (last - first) * (right - left), last)


def check_marks(pieces: Iterable[bytes]) -> None:
    """Refuse a document with more elements than may be held at once."""
    count = 0
    for piece in pieces:
        count += piece.count(b"<")
        if count > MAX_MARKS:
            raise BadInput(
                _("The document holds more than any ledger."), fix=_("Keep only the ledger's table, or save it as .xlsx in a spreadsheet program.")
            )


def too_long_cell() -> BadInput:
    """What to say of a text longer than any spreadsheet allows."""
    return BadInput(
        _("The workbook has a cell longer than any spreadsheet allows."), fix=_("Keep only the ledger's sheet, and save it again as .xlsx.")
    )
