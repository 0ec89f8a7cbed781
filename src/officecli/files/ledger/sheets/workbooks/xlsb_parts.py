"""What an .xlsb tells besides its values: merged cells, errors; and whether its sheets can be held at all."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from officecli.files.ledger.sheets.limits import check_scattered, check_sheets
from officecli.files.ledger.sheets.table import MAX_COLUMNS, Area, too_wide
from officecli.files.ledger.sheets.workbooks.book_parts import Parts, SheetParts
from officecli.files.ledger.sheets.workbooks.xml_parts import relations

_ROW, _MERGED, _CELLS = 0, 176, range(2, 12)  # of the records of a sheet; the cells are those that hold something
_ERRORS = (3, 11)  # of the cells: typed, and the result of a formula
_BOOK, _SHEET = 153, 156  # of the workbook
_SHOWN = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


class XlsbParts(Parts):
    """The parts of an open .xlsb; BadInput where a sheet is beyond any ledger."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        super().__init__()
        self._archive = archive
        self._paths: dict[str, str] = {}
        targets = relations(archive, "xl/_rels/workbook.bin.rels")
        for kind, data in _records(archive.read("xl/workbook.bin")):
            if kind == _SHEET:
                relation, at = _text(data, 8)
                self._paths[_text(data, at)[0]] = targets.get(relation, "")
            elif kind == _BOOK:
                self.since_1904 = bool(data[0] & 1)
        check_sheets(len(self._paths))

    @property
    def names(self) -> list[str]:
        """All sheets."""
        return [*self._paths]

    def sheet(self, name: str) -> SheetParts:
        """The merged areas and the errors of one sheet."""
        found = SheetParts()
        path = self._paths.get(name, "")
        if path not in self._archive.namelist():
            return found
        row = last = widest = filled = 0
        for kind, data in _records(self._archive.read(path)):
            if kind == _ROW:
                row = struct.unpack_from("<I", data)[0] + 1
            elif kind in _CELLS:
                filled, last = filled + 1, max(last, row)
                widest = max(widest, struct.unpack_from("<I", data)[0])
                if widest >= MAX_COLUMNS:
                    raise too_wide(row)
                if kind in _ERRORS:
                    found.errors[row, struct.unpack_from("<I", data)[0]] = _SHOWN.get(data[8], "#VALUE!")
            elif kind == _MERGED:
                top, bottom, left, right = struct.unpack_from("<IIII", data)
                found.merged.append(Area(top + 1, left, bottom + 1, right))
        check_scattered(filled, last * (widest + 1), last)
        return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The (kind, payload) of each record; kind and length are written seven bits a byte."""
    at = 0
    while at < len(data):
        kind, at = _number(data, at, 2)
        length, at = _number(data, at, 4)
        yield kind, data[at : at + length]
        at += length


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for shift in range(most):
        byte = data[at] if at < len(data) else 0
        value |= (byte & 0x7F) << (7 * shift)
        at += 1
        if not byte & 0x80:
            break
    return value, at


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text that begins with its length in letters, and where it ends."""
    length = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le"), end
