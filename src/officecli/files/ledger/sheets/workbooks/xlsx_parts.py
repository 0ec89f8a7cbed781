"""What an .xlsx tells besides its values: hidden rows, struck cells, percentages, months, formulas never computed, its epoch."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import IO, Any

from lxml import etree

from officecli.files.ledger.sheets.limits import check_scattered, check_sheets, is_scattered
from officecli.files.ledger.sheets.table import MAX_COLUMNS, too_wide
from officecli.files.ledger.sheets.workbooks.book_parts import Parts, SheetParts
from officecli.files.ledger.sheets.workbooks.xml_parts import Seen, check_rows, check_runs, elements, relations, seen_of, seen_texts, whole_part

_RELATION = re.compile(r"\{[^}]*/relationships\}id$")
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_MONTH_FORMATS = frozenset({17, 27, 36, 50, 52, 57})  # mmm-yy, and yyyy"年"m"月" of Chinese programs
_PERCENT_FORMATS = frozenset({9, 10})
_STRINGS = "xl/sharedStrings.xml"
_PIECE, _OVERLAP = 1 << 20, 64
_TELLS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/", b"hidden=", b"<strike", b":strike", b"superscript", b't="e"', b"t='e'")
"""Where a formula, a hidden row, a struck word, one that is set high or an error begins, in whatever way it is written."""

_CELL = re.compile(rb"""<(?:\w+:)?c [^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""(\w+)=["']([^"']*)["']""")
_LAST_FILLED = etree.XPath('*[local-name()="c"][*[local-name()="v" or local-name()="is"]][last()]')
_FILLED = etree.XPath('count(*[local-name()="c"][*[local-name()="v" or local-name()="is"]])')


class WorkbookParts(Parts):
    """The parts of an open .xlsx; BadInput where they are beyond any ledger."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        super().__init__()
        self.tells_all = self.is_trusted = True
        self._archive = archive
        book = whole_part(archive, "xl/workbook.xml")
        sheets = book.findall("{*}sheets/{*}sheet")
        check_sheets(len(sheets))
        self.since_1904 = (book.find("{*}workbookPr") is not None) and book.find("{*}workbookPr").get("date1904") in {"1", "true"}
        self._paths = self._sheet_paths(sheets)
        view = book.find("{*}bookViews/{*}workbookView")
        active = int(view.get("activeTab", "0")) if view is not None else 0
        self.active = sheets[active].get("name", "") if active < len(sheets) else ""
        self.has_links = any(name.startswith("xl/externalLinks/") for name in archive.namelist())
        self.has_macros = "xl/vbaProject.bin" in archive.namelist()
        self._styles = _Styles(archive)
        self._seen: dict[str, Seen] = {}
        if _STRINGS in archive.namelist():
            check_runs(archive, _STRINGS)
            self._seen = seen_texts(archive, _STRINGS)

    def sheet(self, name: str) -> SheetParts:
        """What one sheet tells; empty for a sheet that has no cells (a chart)."""
        found = SheetParts()
        path = self._paths.get(name, "")
        if path not in self._archive.namelist():
            return found
        found.hidden_columns = self._hidden_columns(path)
        found.comments = self._comments(path)
        if self._styles.has_odd or self._seen or not self._is_plain(path):
            check_rows(self._archive, path)
            with self._archive.open(path) as stream:
                self._read(stream, found)
        return found

    def _hidden_columns(self, path: str) -> set[int]:
        """The places of a sheet's hidden columns, which stand before its cells."""
        with self._archive.open(path) as stream:
            head = stream.read(_PIECE).partition(b"<sheetData")[0]
        spans = (dict(_ATTRIBUTE.findall(column)) for column in _COLUMN.findall(head))
        return {
            place
            for span in spans
            if span.get(b"hidden") in {b"1", b"true"}
            for place in range(int(span.get(b"min", b"1")) - 1, min(int(span.get(b"max", b"1")), MAX_COLUMNS))
        }

    def _comments(self, path: str) -> list[str]:
        """The addresses of a sheet's cells that have a comment, in the order of its file."""
        folder, name = posixpath.split(path)
        links = f"{folder}/_rels/{name}.rels"
        names = set(self._archive.namelist())
        if links not in names:
            return []
        targets = [one.get("Target", "") for one in whole_part(self._archive, links) if one.get("Type", "").endswith("/comments")]
        paths = [posixpath.normpath(posixpath.join(folder, target)).lstrip("/") for target in targets]
        return [
            one.get("ref", "") for part in paths if part in names for one in whole_part(self._archive, part).iterfind("{*}commentList/{*}comment")
        ]

    def _is_plain(self, path: str) -> bool:
        """Whether a sheet has nothing of its own to tell and is not beyond any ledger; told from its bytes, several times as fast as by reading it."""
        count = last = 0
        columns: set[bytes] = set()
        with self._archive.open(path) as stream:
            before = b""
            while piece := stream.read(_PIECE):
                text = before + piece
                before = text[-_OVERLAP:]
                if any(mark in text for mark in _TELLS):
                    return False
                found = _CELL.findall(text)
                count += len(found)
                columns.update(letters for letters, _row in found)
                last = max(last, int(found[-1][1]) if found else 0)
                if not found and len(piece) == _PIECE:
                    return False
        wide = max((_column(letters.decode()) for letters in columns), default=MAX_COLUMNS) + 1
        return wide <= MAX_COLUMNS and not is_scattered(count, last * wide)

    def _read(self, stream: IO[bytes], found: SheetParts) -> None:
        odd = self._styles.odd_cells(texts=bool(self._seen))
        number = filled = 0
        widest = (0, 0)
        first = last = 0
        for row in elements(stream, "{*}row"):
            number = int(row.get("r") or number + 1)
            if row.get("hidden") in {"1", "true"}:
                found.hidden.add(number)
            for cell in odd(row):
                self._note(found, number, _place(cell), cell)
            end = _LAST_FILLED(row)
            if end:
                first, last = first or number, number
                filled += int(_FILLED(row))
                widest = max(widest, (_place(end[0]), number))
        if widest[0] >= MAX_COLUMNS:
            raise too_wide(widest[1])
        check_scattered(filled, (last - first + 1) * (widest[0] + 1), last)

    def _note(self, found: SheetParts, number: int, place: int, cell: Any) -> None:
        """Take down what is odd of one cell."""
        style = cell.get("s", "")
        value = cell.findtext("{*}v")
        at = (number, place)
        if cell.get("t") == "e":
            found.errors[at] = value or "#VALUE!"
        elif not value and cell.find("{*}f") is not None and cell.get("t") != "str":
            found.uncomputed.add(at)
        written = cell.find("{*}is")
        if seen := self._seen.get(value or "") if cell.get("t") == "s" else seen_of(written) if written is not None else None:
            found.seen[at] = seen.text
            if seen.is_partly_struck:
                found.partly.add(number)
        if style in self._styles.struck:
            found.struck.setdefault(number, set()).add(place)
        if style in self._styles.percents:
            found.percents.add(at)
        elif style in self._styles.months:
            found.months[at] = self._styles.months[style]

    def _sheet_paths(self, sheets: list[Any]) -> dict[str, str]:
        """Sheet name → its file in the archive."""
        targets = relations(self._archive, "xl/_rels/workbook.xml.rels")
        found = {}
        for sheet in sheets:
            key = next((value for name, value in sheet.attrib.items() if _RELATION.search(name)), None)
            found[sheet.get("name", "")] = targets.get(key or "", "")
        return found


class _Styles:
    """Which cell styles strike through, show a percentage, or show a date as its month."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.struck: set[str] = set()
        self.percents: set[str] = set()
        self.months: dict[str, str] = {}
        if "xl/styles.xml" not in archive.namelist():
            return
        styles = whole_part(archive, "xl/styles.xml")
        struck = [
            any(strike.get("val", "1") not in {"0", "false"} for strike in font.findall("{*}strike")) for font in styles.findall("{*}fonts/{*}font")
        ]
        formats = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.findall("{*}numFmts/{*}numFmt")}
        for at, form in enumerate(styles.findall("{*}cellXfs/{*}xf")):
            font, code = int(form.get("fontId") or 0), form.get("numFmtId") or "0"
            if font < len(struck) and struck[font]:
                self.struck.add(str(at))
            written = formats.get(code, "")
            if (int(code) in _PERCENT_FORMATS and not written) or "%" in _QUOTED.sub("", written):
                self.percents.add(str(at))
            elif (int(code) in _MONTH_FORMATS and not written) or _is_month(written):
                self.months[str(at)] = "年" if "年" in written or int(code) in _MONTH_FORMATS - {17} else ""

    @property
    def has_odd(self) -> bool:
        """Whether any style of the workbook tells something."""
        return bool(self.struck or self.percents or self.months)

    def odd_cells(self, *, texts: bool) -> Any:
        """The cells of a row that tell something: an odd style, an error, a formula without a value; with `texts`, each that holds one."""
        odd = sorted({*self.struck, *self.percents, *self.months}, key=int)
        styles = "".join(f' or @s="{style}"' for style in odd[:500])
        styles += ' or @t="s"' if texts else ""
        styles += ' or *[local-name()="is"]/*/*/*[local-name()="strike" or local-name()="vertAlign"]'
        return etree.XPath(f'*[local-name()="c"][@t="e" or (*[local-name()="f"] and not(*[local-name()="v"][text()])){styles}]')


def _is_month(code: str) -> bool:
    """Whether a number format shows year and month of a date, and no day."""
    plain = _QUOTED.sub("", code.split(";", 1)[0]).lower()
    return "y" in plain and "m" in plain and not re.search(r"[dhs]", plain)


def _place(cell: Any) -> int:
    """The place of a cell from 0, by its address, else by where it stands."""
    found = _ADDRESS.match(cell.get("r") or "")
    return _column(found[1]) if found else int(cell.getparent().index(cell))


def _column(letters: str) -> int:
    """Column letters as a place from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
