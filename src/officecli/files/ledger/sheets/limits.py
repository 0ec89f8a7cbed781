"""What is beyond any ledger, and is refused before it is read into memory."""

from __future__ import annotations

import zipfile

from officecli.errors import BadInput
from officecli.i18n import _

MAX_UNPACKED = 200 * 1024 * 1024
MAX_SHEETS = 250
MAX_AREA = 3_000_000
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


def check_scattered(filled: int, area: int, last: int) -> None:
    """Refuse a sheet with a cell so far from all others that holding the area between them would fill the memory."""
    if area > MAX_AREA and filled * _SPARSE < area:
        raise BadInput(
            _("The sheet reaches down to row {last}, and is nearly all blank.").format(last=last),
            why=_("{count} cells hold something.").format(count=filled),
            fix=_("Delete the cells far from the ledger (Ctrl+End goes to the last), and save it again."),
        )


def too_long_cell() -> BadInput:
    """What to say of a text longer than any spreadsheet allows."""
    return BadInput(
        _("The workbook has a cell longer than any spreadsheet allows."), fix=_("Keep only the ledger's sheet, and save it again as .xlsx.")
    )
