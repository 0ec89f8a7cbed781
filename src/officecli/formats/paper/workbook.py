"""The one way a workbook is written: nothing that people wrote is a formula or a link, and the same content is the same file, byte for byte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cache, lru_cache
from html import escape
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from officecli.formats.out.safe import safe, width
from officecli.formats.value import Counted
from officecli.typed.text import RUNS

NARROWEST, WIDEST = 7, 44  # cells
FIRST_YEAR = 1900  # in which spreadsheets do not count days alike
LONGEST = 32_000  # characters of a cell; a spreadsheet holds 32,767
_LINE = 16.5  # points
_HIGHEST = 409  # points: no row of a spreadsheet is higher
_HAN = 1.08  # a Han character takes a little more than two figures, by which widths are counted
_LISTS = "lists"
_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a sheet are of no time zone
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

_RUNS = re.compile(f"['{RUNS}]")  # what somebody's spreadsheet may run once the cell is edited
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"[&<>]|_x")
_UNNAMED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SHEET_NAME = 31  # UTF-16 units


class CellStyle:
    """How a cell looks; `quoted` is the same for text that must stay text when somebody edits it."""

    def __init__(self, book: Any, **properties: Any) -> None:
        self.wraps = bool(properties.get("text_wrap"))
        self.plain = book.add_format({"valign": "top", **properties})
        self.quoted = book.add_format({"valign": "top", **properties, "quote_prefix": True})


class Sheet:
    """One sheet, written row by row from the top, once it is measured how wide its columns (from 0) must be."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.widths: dict[int, int] = {}
        self.hidden: set[int] = set()

    def put(self, row: int, column: int, value: Counted, style: CellStyle) -> None:
        """Write a cell (rows and columns from 0): text as text, a day as a day, a figure as a figure; None is an empty cell of that look."""
        if isinstance(value, date) and value.year <= FIRST_YEAR:
            value = str(value)
        if isinstance(value, str):
            text = value if value.isprintable() else _fit(value)
            shown = text[:LONGEST] + "…" if len(text) > LONGEST else text
            self.page.write_string(row, column, shown, style.quoted if _RUNS.match(shown) else style.plain)
            if style.wraps and (2 * len(shown) > self.widths.get(column, WIDEST) or "\n" in shown):
                self._heighten(row, shown, self.widths.get(column, WIDEST))
        elif value is None:
            self.page.write_blank(row, column, None, style.plain)
        elif isinstance(value, bool):
            self.page.write_boolean(row, column, value, style.plain)
        elif isinstance(value, date):
            self.page.write_number(row, column, _serial(value), style.plain)
        else:
            self.page.write_number(row, column, value, style.plain)

    def _heighten(self, row: int, text: str, cells: int) -> None:
        """Let a row be as high as its highest text: LibreOffice does not see to that, as Excel does."""
        lines = sum(max(1, -(-_cells(line) // max(1, cells - 1))) for line in text.split("\n"))
        heights = self.page.heights
        heights[row] = max(heights.get(row, 1), min(int(_HIGHEST // _LINE), lines))

    def measure(self, column: int, value: Counted) -> None:
        """Let a column be as wide as this value, within bounds; None asks for nothing."""
        if value is None:
            return
        if isinstance(value, str):
            cells = max(map(_cells, value.split("\n"))) + 2
        else:
            cells = 18 if isinstance(value, datetime) else 12 if isinstance(value, date) else len(str(value)) + 2
        self.widths[column] = min(WIDEST, max(cells, self.widths.get(column, NARROWEST)))


class Book:
    """A workbook being written; `look` makes each look once."""

    def __init__(self, book: Any) -> None:
        self.made = book
        self.sheets: list[Sheet] = []
        self._styles: dict[tuple[tuple[str, Any], ...], CellStyle] = {}
        self._names = {_LISTS}
        self._lists: list[tuple[str, ...]] = []

    def sheet(self, name: str) -> Sheet:
        """A new sheet of this name, or of one as near to it as a workbook allows and has not given yet."""
        self.sheets.append(Sheet(self.made.add_worksheet(self._legal(name), _QuickSheet)))
        return self.sheets[-1]

    def style(self, **properties: Any) -> CellStyle:
        """A look with these properties of XlsxWriter's formats; text is at the top of its cell."""
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            self._styles[key] = CellStyle(self.made, **properties)
        return self._styles[key]

    def choice(self, words: Sequence[str]) -> dict[str, Any]:
        """What lets a cell be chosen from these words, or typed; they stand on a hidden sheet, for a list in the cell itself may be 255 characters long."""
        self._lists.append(tuple(words))
        letter = _letters(len(self._lists) - 1)
        return {"validate": "list", "source": f"={_LISTS}!${letter}$1:${letter}${max(1, len(words))}", "error_type": "warning"}

    def finish(self) -> None:
        """Set the columns' widths, and write the lists that are chosen from."""
        for sheet in self.sheets:
            for column, cells in sheet.widths.items():
                sheet.page.set_column(column, column, cells, None, {"hidden": column in sheet.hidden})
        if self._lists:
            page = self.made.add_worksheet(_LISTS, _QuickSheet)
            for row, words in enumerate(zip_longest(*self._lists)):
                for column, text in enumerate(words):
                    if text is not None:
                        page.write_string(row, column, _fit(text))
            page.hide()

    def _legal(self, name: str) -> str:
        plain = " ".join(_UNNAMED.sub(" ", safe(name)).split()).strip("' ") or "-"
        plain = f"{plain}_" if plain.casefold() == "history" else plain  # which Excel keeps for itself
        tried, number = _cut(plain, ""), 1
        while tried.casefold() in self._names:
            number += 1
            tried = _cut(plain, f" ({number})")
        self._names.add(tried.casefold())
        return tried


@contextmanager
def workbook(stream: BinaryIO, *, title: str = "", day: str = "") -> Iterator[Book]:
    """A workbook that stands in `stream` once the block ends well; `day` (ISO) is the one it says it was made on, so that it does not differ from itself."""
    with TemporaryDirectory(prefix="officecli-") as folder:
        whole = Path(folder) / "book"
        made = xlsxwriter.Workbook(whole, {**_OPTIONS, "tmpdir": folder})
        made.set_properties({"title": safe(title)[:200], "author": "officecli", "created": datetime.fromisoformat(day[:10] or "2000-01-01")})
        found = Book(made)
        try:
            yield found
            found.finish()
            made.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            for page in made.worksheets():
                page.row_data_fh.close()  # which an error would leave to chance
        with whole.open("rb") as file:
            shutil.copyfileobj(file, stream)


class _QuickSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose texts and figures are written in a third of the time, and text
    always as text: XlsxWriter takes one from `<r>` to `</r>` for its own mark-up.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heights: dict[int, int] = {}

    def _write_row(self, row: int, spans: Any, row_info: Any = None, empty_row: bool = False) -> None:
        """A row of several lines is high enough for them, and still grows when more is typed: its height is none that somebody has set."""
        lines = self.heights.pop(row, 1)
        if lines == 1 or row_info or empty_row:
            super()._write_row(row, spans, row_info, empty_row)
        else:
            self._xml_start_tag("row", [("r", row + 1), ("ht", lines * _LINE)])

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind = type(cell).__name__
        if kind == "String":
            text = escape(self._escape_control_characters(cell.string), quote=False) if _MARKUP.search(cell.string) else cell.string
            content = f't="inlineStr"><is><t xml:space="preserve">{text}</t></is>'
        elif kind == "Number":
            content = f"><v>{cell.number:.16G}</v>"
        else:
            super()._write_cell(row, col, cell)
            return
        look = cell.format._get_xf_index() if cell.format else 0  # noqa: SLF001 - as the method this stands for
        self.fh.write(f'<c r="{_letters(col)}{row + 1}" s="{look}" {content}</c>')


def _cells(line: str) -> int:
    """The figures a line of text takes the room of."""
    return len(line) if line.isascii() else round(width(line) * _HAN)


@lru_cache(4096)  # a table has many of few days
def _serial(day: date) -> float:
    """A day or a moment as a spreadsheet counts it."""
    since = (day if isinstance(day, datetime) else datetime.combine(day, time())) - _ZERO
    return since.days + since.seconds / 86400


@cache
def _letters(column: int) -> str:
    return str(xl_col_to_name(column))


def _fit(text: str) -> str:
    """Text of which no sheet obeys, hides or refuses a character; its lines stay."""
    return _UNFIT.sub(_visible, re.sub("\r\n?", "\n", text)) if _UNFIT.search(text) else text


def _visible(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}" if found[0] in "\ufffe\uffff" else safe(found[0])


def _cut(name: str, end: str) -> str:
    """A name with this end, as long as a sheet's may be."""
    room = _SHEET_NAME - len(end)
    return name.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore").rstrip(" '") + end
