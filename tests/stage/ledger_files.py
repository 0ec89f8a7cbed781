"""The same table as a file of each kind that a ledger comes in."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import openpyxl
import xlwt

Rows = Sequence[Sequence[Any]]
Merged = Sequence[tuple[int, int, int, int]]
"""Merged areas as (first row, first column, last row, last column), all from 1."""


def xlsx(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for top, left, bottom, right in merged:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    return path


def xls(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for name, rows in sheets.items():
        page = book.add_sheet(name, cell_overwrite_ok=True)
        for down, row in enumerate(rows):
            for across, value in enumerate(row):
                if value is not None:
                    page.write(down, across, value, *([day] if isinstance(value, date) else []))
        for top, left, bottom, right in merged:
            page.merge(top - 1, bottom - 1, left - 1, right - 1)
    book.save(str(path))
    return path


def ods(
    path: Path, sheets: Mapping[str, Rows], merged: Merged = (), *, row_marks: Mapping[int, str] = {}, cell_marks: Mapping[Any, str] = {}
) -> Path:
    """`row_marks` are attributes by row number, `cell_marks` by (row, column) from 1."""
    spans = {(top, left): f' table:number-rows-spanned="{bottom - top + 1}" table:number-columns-spanned="{right - left + 1}"' for top, left, bottom, right in merged}  # fmt: skip
    pages = []
    for name, rows in sheets.items():
        lines = []
        for down, row in enumerate(rows, 1):
            cells = "".join(
                _ods_cell(value, spans.get((down, across), "") + cell_marks.get((down, across), "")) for across, value in enumerate(row, 1)
            )
            lines.append(f"<table:table-row{row_marks.get(down, '')}>{cells}</table:table-row>")
        pages.append(f'<table:table table:name="{escape(name)}">{"".join(lines)}</table:table>')
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="gone">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(pages)}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_cell(value: Any, marks: str) -> str:
    if value is None:
        return f"<table:table-cell{marks}/>"
    if isinstance(value, date):
        return f'<table:table-cell{marks} office:value-type="date" office:date-value="{value.isoformat()[:10]}"><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, (int, float)):
        kind = "" if "value-type" in marks else ' office:value-type="float"'
        return f'<table:table-cell{marks}{kind} office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{marks} office:value-type="string">{lines}</table:table-cell>'


def xlsb(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    names = list(sheets)
    book = _record(131) + _record(153, struct.pack("<IIII", 0, 0, 0, 0)) + _record(143)
    for at, name in enumerate(names, 1):
        book += _record(156, struct.pack("<II", 0, at) + _wide(f"rId{at}") + _wide(name))
    styles = _record(278) + _record(617, struct.pack("<I", 2)) + _record(47, _format(0)) + _record(47, _format(14)) + _record(618) + _record(279)
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at}.bin"/>'
        for at in range(1, len(names) + 1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book + _record(144) + _record(132))
        archive.writestr("xl/styles.bin", styles)
        archive.writestr("xl/_rels/workbook.bin.rels", f"<Relationships>{relations}</Relationships>")
        for at, rows in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{at}.bin", _binary_sheet(rows, merged))
    return path


def _binary_sheet(rows: Rows, merged: Merged) -> bytes:
    wide = max(map(len, rows), default=1)
    data = _record(129) + _record(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, wide - 1)) + _record(145)
    for down, row in enumerate(rows):
        data += _record(0, struct.pack("<II", down, 0) + bytes(17))
        for across, value in enumerate(row):
            if isinstance(value, date):
                data += _record(5, struct.pack("<IId", across, 1, (datetime(value.year, value.month, value.day) - datetime(1899, 12, 30)).days))  # noqa: DTZ001
            elif isinstance(value, (int, float)):
                data += _record(5, struct.pack("<IId", across, 0, value))
            elif value == "#REF!":
                data += _record(3, struct.pack("<IIB", across, 0, 0x17))
            elif value is not None:
                data += _record(6, struct.pack("<II", across, 0) + _wide(value))
    data += _record(146)
    if merged:
        data += _record(177, struct.pack("<I", len(merged)))
        for top, left, bottom, right in merged:
            data += _record(176, struct.pack("<IIII", top - 1, bottom - 1, left - 1, right - 1))
        data += _record(178)
    return data + _record(130)


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(data), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + data


def _wide(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def _format(code: int) -> bytes:
    return struct.pack("<HH", 0, code) + bytes(12)


def word(path: Path, sheets: Mapping[str, Rows], merged: Merged = (), *, above: Sequence[str] = ()) -> Path:
    paper = docx.Document()
    for line in above:
        paper.add_paragraph(line)
    for rows in sheets.values():
        table = paper.add_table(len(rows), max(map(len, rows)))
        for down, row in enumerate(rows):
            for across, value in enumerate(row):
                table.cell(down, across).text = _shown(value)
        for top, left, bottom, right in merged:
            table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
        paper.add_paragraph("")
    paper.save(str(path))
    return path


def page(path: Path, sheets: Mapping[str, Rows], merged: Merged = (), *, encoding: str = "gb2312") -> Path:
    tables = []
    covered = {(down, across) for top, left, bottom, right in merged for down in range(top, bottom + 1) for across in range(left, right + 1)}
    spans = {(top, left): f' rowspan="{bottom - top + 1}" colspan="{right - left + 1}"' for top, left, bottom, right in merged}
    for rows in sheets.values():
        lines = []
        for down, row in enumerate(rows, 1):
            cells = [
                f"<td{spans.get((down, across), '')}>{escape(_shown(value)).replace(chr(10), '<br>')}</td>"
                for across, value in enumerate(row, 1)
                if (down, across) in spans or (down, across) not in covered
            ]
            lines.append(f"<tr>{''.join(cells)}</tr>")
        tables.append(f"<table>{''.join(lines)}</table>")
    text = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><body>{"".join(tables)}</body></html>'
    path.write_bytes(text.encode(encoding))
    return path


def excel_2003(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    spans = {(top, left): f' ss:MergeDown="{bottom - top}" ss:MergeAcross="{right - left}"' for top, left, bottom, right in merged}
    pages = []
    for name, rows in sheets.items():
        lines = [
            f'<Row ss:Index="{down}">'
            + "".join(_cell_2003(value, across, spans.get((down, across), "")) for across, value in enumerate(row, 1))
            + "</Row>"
            for down, row in enumerate(rows, 1)
        ]
        pages.append(f'<Worksheet ss:Name="{escape(name)}"><Table>{"".join(lines)}</Table></Worksheet>')
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f"{''.join(pages)}</Workbook>"
    )
    path.write_text(text, encoding="utf-8")
    return path


def _cell_2003(value: Any, across: int, span: str) -> str:
    if value is None:
        return ""
    kind = "DateTime" if isinstance(value, date) else "Number" if isinstance(value, (int, float)) else "String"
    text = f"{value.isoformat()[:10]}T00:00:00.000" if isinstance(value, date) else str(value)
    return f'<Cell ss:Index="{across}"{span}><Data ss:Type="{kind}">{escape(text)}</Data></Cell>'


def _shown(value: Any) -> str:
    return "" if value is None else value.isoformat()[:10] if isinstance(value, date) else str(value)


WRITERS: dict[str, Callable[..., Path]] = {
    "a.xlsx": xlsx,
    "a.xlsm": xlsx,
    "a.xls": xls,
    "a.et": xls,
    "a.ods": ods,
    "a.xlsb": xlsb,
    "a.docx": word,
    "page.xls": page,
    "2003.xls": excel_2003,
}
"""By file name, how the same rows are written."""


def change(path: Path, part: str, how: Callable[[str], str]) -> None:
    """Change the text of one part of a packed file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = how(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
