"""Reads the tables of a web page, which is what many systems export under the name of .xls, and of Excel's own XML of 2003."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from typing import Any

from lxml import etree, html

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import clean_text, with_lines
from officecli.files.ledger.sheets.limits import check_marks, too_long_cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import MAX_COLUMNS, Area, Book, Table, check_width
from officecli.files.ledger.sheets.texts.encodings import NAMES, decode
from officecli.i18n import _

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936", "936"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRUCK = re.compile(r"line-through", re.IGNORECASE)
_ENDLESS = re.compile(rb"[^<]{4194304}")
_BREAKS = ("br", "p", "div", "li", "tr")


def read_page(data: bytes) -> Book:
    """The tables that hold no other table, their rows numbered through the page."""
    if _ENDLESS.search(data):
        raise too_long_cell()  # the parser would leave it out, and its row with it
    check_marks((data,))
    if data[:200].lstrip().lower().startswith(b"mime-version:"):
        data = _inside(data)
    text, encoding = _decoded(data)
    if "urn:schemas-microsoft-com:office:spreadsheet" in text[:4000]:
        from officecli.files.ledger.sheets.workbooks.xml_spreadsheet import read_xml_spreadsheet

        try:
            return read_xml_spreadsheet(text)
        except (etree.LxmlError, ValueError):
            raise _damaged() from None
    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    except (etree.LxmlError, ValueError):
        raise _damaged() from None
    found = [_table(table, at) for at, table in enumerate((one for one in page.iter("table") if one.find(".//table") is None), 1)]
    tables = [table for table in found if table.rows]
    if not tables:
        raise BadInput(_("This is a web page without a table."), fix=_("Open it in a spreadsheet program and save it as .xlsx."))
    start = 0
    for table in tables:
        for row in table.rows:
            row.number += start
        table.hidden = {number + start for number in table.hidden}
        table.struck = {number + start: places for number, places in table.struck.items()}
        table.merged = [Area(area.top + start, area.left, area.bottom + start, area.right) for area in table.merged]
        start = table.rows[-1].number
    notes = [_("The text is read as {encoding}.").format(encoding=NAMES[encoding])] if encoding in NAMES else []
    return Book(tables, notes=notes, encoding=encoding, is_document=True)


def _damaged() -> BadInput:
    return BadInput(_("This web page cannot be read."), fix=_("Open it in a spreadsheet program and save it as .xlsx."))


def _inside(data: bytes) -> bytes:
    """The page inside what a browser or Excel saves as one file."""
    for part in message_from_bytes(data, policy=default).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes) and b"<table" in content.lower():
            return content
    return data


def _decoded(data: bytes) -> tuple[str, str]:
    """The text by the encoding the page names where that holds, else by what it holds."""
    named = _CHARSET.search(data[:4000])
    name = named[1].decode().lower() if named else ""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            if name in _CHINESE:
                return data.decode("gb18030"), "gb18030"
            if name in {"big5", "big5-hkscs"}:
                return data.decode("big5hkscs"), "big5"
        except UnicodeDecodeError:
            pass
    return decode(data)


def _table(element: Any, at: int) -> Table:
    """One table; a cell that spans rows or columns is a merged area."""
    table = Table(_("table {number}").format(number=at), [])
    taken: dict[int, int] = {}  # place → the last row that a cell from above still covers
    for number, line in enumerate(element.iter("tr"), 1):
        row = SheetRow(number, [])
        if _says(line, _HIDDEN):
            table.hidden.add(number)
        for cell in line.iterchildren("td", "th"):
            place = len(row.cells)
            while taken.get(place, 0) >= number:
                row.cells.append(None)
                place += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            row.cells += [_text(cell), *[None] * (across - 1)]
            if down > 1 or across > 1:
                table.merged.append(Area(number, place, number + down - 1, place + across - 1))
                taken.update(dict.fromkeys(range(place, place + across), number + down - 1))
            if _is_struck(cell):
                table.struck.setdefault(number, set()).add(place)
        check_width(row.cells, number)
        if any(row.cells):
            table.rows.append(row)
    return table


def _span(cell: Any, name: str) -> int:
    found = re.match(r"\d{1,5}", cell.get(name, "").strip())
    return min(max(int(found[0]), 1), MAX_COLUMNS if name == "colspan" else 65536) if found else 1


def _text(cell: Any) -> str:
    """What a reader sees: spaces run together as a browser does, a line for each break; a box that is ticked as ☑."""
    parts: list[str] = []
    for element in cell.iter():
        if element.tag in _BREAKS and parts:
            parts.append("\n")
        if element.tag == "input" and element.get("type", "").lower() == "checkbox":
            parts.append("☑" if element.get("checked") is not None else "☐")
        if isinstance(element.tag, str) and element.tag not in {"script", "style"} and element.text:
            parts.append(" ".join(element.text.split()) + (" " if element.text[-1:].isspace() else ""))
        if element is not cell and element.tail:
            parts.append((" " if element.tail[:1].isspace() else "") + " ".join(element.tail.split()))
    return re.sub(r"\n+", "\n", clean_text(with_lines("".join(parts))))


def _says(element: Any, what: re.Pattern[str]) -> bool:
    return what.search(element.get("style", "")) is not None


def _is_struck(cell: Any) -> bool:
    """Whether all the text of a cell is struck through."""
    if _says(cell, _STRUCK):
        return True
    whole = "".join(cell.itertext()).strip()
    marks = [
        one for one in cell.iter() if one.tag in {"s", "strike", "del"} or (one is not cell and isinstance(one.tag, str) and _says(one, _STRUCK))
    ]
    return bool(whole) and any("".join(mark.itertext()).strip() == whole for mark in marks)
