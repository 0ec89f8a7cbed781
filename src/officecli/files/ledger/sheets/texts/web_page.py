"""Reads the tables of a web page, which is what many systems export under the name of .xls, and of Excel's own XML of 2003."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from typing import Any

from lxml import etree, html

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import clean_text, raised, with_lines
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
_UNSEEN = frozenset({"script", "style"})
_STRIKING = frozenset({"s", "strike", "del"})
_WRITTEN_IN = frozenset({"text", "date", "datetime-local", "month", "number", "search", "email", "tel"})


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
        table.partly = {number + start for number in table.partly}
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
            seen = _Reader(cell, struck=_says(line, _STRUCK))
            row.cells += [seen.text, *[None] * (across - 1)]
            if down > 1 or across > 1:
                table.merged.append(Area(number, place, number + down - 1, place + across - 1))
                taken.update(dict.fromkeys(range(place, place + across), number + down - 1))
            if seen.is_struck:
                table.struck.setdefault(number, set()).add(place)
            elif seen.is_partly:
                table.partly.add(number)
        check_width(row.cells, number)
        if any(row.cells):
            table.rows.append(row)
    return table


def _span(cell: Any, name: str) -> int:
    found = re.match(r"\d{1,5}", cell.get(name, "").strip())
    return min(max(int(found[0]), 1), MAX_COLUMNS if name == "colspan" else 65536) if found else 1


class _Reader:
    """Reads one cell: what a reader sees, and which words of it are struck through."""

    def __init__(self, cell: Any, *, struck: bool) -> None:
        self._parts: list[tuple[str, bool]] = []
        self._read(cell, struck=struck, high=False)
        whole, left = ("".join(text for text, struck in self._parts if not (struck and drop)) for drop in (False, True))
        self.is_struck = bool(whole.strip()) and not left.strip()
        self.is_partly = not self.is_struck and left != whole
        self.text = re.sub(r"\n+", "\n", clean_text(with_lines(whole if self.is_struck else left)))

    def _read(self, element: Any, *, struck: bool, high: bool) -> None:
        """Spaces run together as a browser does, a line for each break; a box that is ticked as ☑, what was chosen or filled in as text."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        struck = struck or element.tag in _STRIKING or _says(element, _STRUCK)
        high = high or element.tag == "sup"
        if element.tag == "input":
            self._parts.append((_filled_in(element), struck))
        self._say(element.text, struck=struck, high=high)
        for inner in _chosen(element) if element.tag == "select" else element:
            if inner.tag in _BREAKS and self._parts:
                self._parts.append(("\n", struck))
            self._read(inner, struck=struck, high=high)
            self._say(inner.tail if element.tag != "select" else "", struck=struck, high=high)

    def _say(self, text: str | None, *, struck: bool, high: bool) -> None:
        if text:
            words = " ".join(text.split())
            said = (" " if text[:1].isspace() else "") + (raised(words) if high else words)
            self._parts.append((said + (" " if words and text[-1:].isspace() else ""), struck))


def _filled_in(field: Any) -> str:
    """What a field of a form shows."""
    kind = field.get("type", "text").lower()
    if kind in {"checkbox", "radio"}:
        return "☑" if field.get("checked") is not None else "☐"
    return field.get("value", "") if kind in _WRITTEN_IN else ""


def _chosen(choice: Any) -> list[Any]:
    """The entries of a list that are chosen; where one must be and none is said to be, the first."""
    every = list(choice.iter("option"))
    chosen = [one for one in every if one.get("selected") is not None]
    return chosen or ([] if choice.get("multiple") is not None else every[:1])


def _says(element: Any, what: re.Pattern[str]) -> bool:
    return what.search(element.get("style", "")) is not None
