"""Reads the tables of a Word document, and what is written before them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml.etree import LxmlError

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import Cell, raised, with_lines
from officecli.files.ledger.sheets.limits import check_marks, check_unpacked
from officecli.files.ledger.sheets.merging import is_banner
from officecli.files.ledger.sheets.sheet_rows import NOWHERE, SheetRow
from officecli.files.ledger.sheets.table import Book, Table, check_width
from officecli.files.ledger.sheets.workbooks.xml_parts import pieces, whole_part
from officecli.i18n import _

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = frozenset({"0", "false", "off"})
_MOST_ABOVE = 60
_WRAPPING = ("{*}sdt", "{*}sdtContent", "{*}ins", "{*}customXml")
"""What stands around paragraphs, rows or cells without being seen: content controls, what was put in while changes are tracked."""
_UNSEEN = frozenset({"del", "moveFrom", "delText", "Fallback", "rt"})
"""What a reader does not see, or sees twice: what was deleted while changes are tracked, a text box for old programs, a pronunciation."""


def read_word(path: Path) -> Book:
    """The tables of a .docx, each with the paragraphs and the small tables before it; its lines where it has none."""
    try:
        with zipfile.ZipFile(path) as archive:
            check_unpacked(archive)
            check_marks(pieces(archive, "word/document.xml"))
            body = whole_part(archive, "word/document.xml").find("{*}body")
    except (zipfile.BadZipFile, LxmlError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        raise BadInput(_("The document is damaged, or not one."), fix=_("Open it in a word processor and save it again as .docx.")) from None
    tables: list[Table] = []
    above: list[str] = []
    for part in _inside(body, "{*}p", "{*}tbl") if body is not None else ():
        if _name(part) == "tbl":
            table = _Reader(_("table {number}").format(number=len(tables) + 1)).read(part)
            table.above = above[:_MOST_ABOVE]
            tables.append(table)
            above += [" ".join(str(cell) for place, cell in enumerate(row.cells) if cell and place not in row.inferred) for row in table.rows[:10]]
        elif text := _seen(part).text:
            above.append(text)
    return Book(tables, is_document=True, lines=above if not tables else [])


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _inside(around: Any, *kinds: str) -> Iterator[Any]:
    """The elements of these kinds directly inside another, in their order, those in content controls included."""
    wanted = {kind.removeprefix("{*}") for kind in kinds}
    for part in around.iterchildren(*kinds, *_WRAPPING):
        if _name(part) in wanted:
            yield part
        else:
            yield from _inside(part, *kinds)


class _Reader:
    """Reads one table: a cell merged downwards goes on in the rows below, one merged across in the columns beside it."""

    def __init__(self, name: str) -> None:
        self._table = Table(name, [])
        self._running: dict[int, Cell] = {}

    def read(self, table: Any) -> Table:
        """The table with its rows numbered from 1."""
        rows = list(_inside(table, "{*}tr"))
        wide = max((sum(_span(cell) for cell in _inside(row, "{*}tc")) for row in rows), default=0)
        for number, row in enumerate(rows, 1):
            self._row(number, row, wide)
        return self._table

    def _row(self, number: int, row: Any, wide: int) -> None:
        before = row.find("{*}trPr/{*}gridBefore")
        cells: list[Cell] = [None] * (int(_value(before) or 0) if before is not None else 0)
        inferred: set[int] = set()
        banner = False
        for cell in _inside(row, "{*}tc"):
            place, span = len(cells), _span(cell)
            merge = cell.find("{*}tcPr/{*}vMerge")
            goes_on = merge is not None and _value(merge) != "restart"
            seen = _seen(cell)
            text: Cell = self._running.get(place) if goes_on else seen.text
            self._running[place] = text if merge is not None else None
            across = is_banner(span, wide)
            banner = banner or across
            cells += [text] + [None if across else text] * (span - 1)
            if goes_on or (span > 1 and not across):
                inferred.update(range(place if goes_on else place + 1, place + span))
            if seen.is_struck:
                self._table.struck.setdefault(number, set()).add(place)
            elif seen.is_partly:
                self._table.partly.add(number)
        check_width(cells, number)
        if any(cells) and row.find("{*}trPr/{*}del") is None:
            self._table.rows.append(SheetRow(number, cells, frozenset(inferred) if inferred else NOWHERE, banner=banner))


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val") or element.get(f"{_STRICT}val") or "")


def _span(cell: Any) -> int:
    span = cell.find("{*}tcPr/{*}gridSpan")
    return min(int(_value(span) or 1), 500) if span is not None else 1


class _Seen(NamedTuple):
    """What a reader sees of an element, and whether all of it, or words of it, are struck through; then `text` is without those words."""

    text: str
    is_struck: bool
    is_partly: bool


def _seen(element: Any) -> _Seen:
    """What a reader sees: a line a paragraph, without what was deleted while changes are tracked; a ticked box as ☑."""
    every, kept = [], []
    for paragraph in element.iter("{*}p"):
        parts = [*_parts(paragraph)]
        every.append("".join(text for text, _struck in parts))
        kept.append("".join(text for text, struck in parts if not struck))
    whole, left = ("\n".join(lines).strip() for lines in (every, kept))
    return _Seen(with_lines(left or whole), is_struck=bool(whole) and not left, is_partly=bool(left) and left != whole)


def _parts(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """The texts of a paragraph that can be seen, each with whether it is struck through."""
    for one in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}sym", "{*}noBreakHyphen", "{*}checkBox"):
        kind, run = _name(one), one.getparent()
        if any(map(_hides, one.iterancestors())) or _is_on(run, "vanish"):
            continue
        said = {"tab": " ", "noBreakHyphen": "-", "sym": _symbol(one), "checkBox": _box(one)}.get(kind, "\n")
        if kind == "t":
            high = run.find("{*}rPr/{*}vertAlign")
            said = raised(one.text or "") if high is not None and _value(high) == "superscript" else one.text or ""
        yield said, _is_on(run, "strike") or _is_on(run, "dstrike")


def _hides(around: Any) -> bool:
    """Whether nothing inside an element is part of the text: it was deleted, or asks whoever fills in the form to click."""
    name = _name(around)
    return name in _UNSEEN or (name == "sdt" and _is_on(around, "showingPlcHdr", "sdtPr"))


def _box(box: Any) -> str:
    """A box of an old form as it is ticked, or as it is at first."""
    ticked = box.find("{*}checked")
    ticked = box.find("{*}default") if ticked is None else ticked
    return "☑" if ticked is not None and _value(ticked) not in _OFF else "☐"


def _symbol(symbol: Any) -> str:
    """A tick or a cross of the fonts of signs; other signs say nothing."""
    code = str(symbol.get(f"{_W}char") or symbol.get(f"{_STRICT}char") or "").upper()[-2:]
    return {"FC": "√", "FE": "☑", "52": "☑", "50": "√", "FB": "×", "FD": "☒", "A8": "□", "A3": "□", "6F": "□"}.get(code, "")


def _is_on(around: Any, name: str, of: str = "rPr") -> bool:
    """Whether a run of text, or a control, is marked so."""
    mark = around.find(f"{{*}}{of}/{{*}}{name}")
    return mark is not None and _value(mark) not in _OFF
