"""A table on a sheet of a workbook: to be filtered, counted with, and printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from types import MappingProxyType
from typing import Any

from officecli.errors import BadInput
from officecli.formats.out.safe import width
from officecli.formats.paper.size import A4, Size
from officecli.formats.paper.workbook import WIDEST, Book, CellStyle, Sheet
from officecli.formats.terminal.layout import heading_floor
from officecli.formats.value import NUMERIC, counted, says_something
from officecli.i18n import _
from officecli.light import dataclass, field
from officecli.model.words import word
from officecli.reports.shape.report import Column

MOST_ROWS = 1_048_575
"""Below the heading of a sheet."""
MORE = 500
"""Rows below the table in which something may be added; they have its lights and its lists."""

LIGHTS = {
    "red": {"bg_color": "#F8CBCB", "font_color": "#8E1118"},
    "yellow": {"bg_color": "#FFEFB0", "font_color": "#6B4B00"},
    "green": {"bg_color": "#CFEBD3", "font_color": "#14532A"},
    "blue": {"bg_color": "#D6E6F7", "font_color": "#17457F"},
    "grey": {"bg_color": "#E6E8EB", "font_color": "#3E444B"},
}
"""How a light is shown beside its word; each pair is read on paper and by those who see no colours."""

_FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "percent": "0.0%", "bar": "0.0%", "count": "0;-0;", "integer": "0"}
_WHOLE = frozenset({*_FORMATS, "number", "amount", "light"})
_RIGHT = {"align": "right", "indent": 1}
"""Where figures stand, and their heading: under each other, and apart from the words of the next column."""
_LEFT = {"align": "left"}
"""Where days stand, which are all of one width: under their heading."""
_MEASURED = 500  # rows that say how wide a column should be; a million would say the same
_PAPER = {"A4": 9, "Letter": 1}
_UPRIGHT, _ACROSS = 95, 180  # cells that a sheet of paper holds legibly
_LEAST, _LEAST_WIDE = 16, 28  # cells to which columns are narrowed so that a table fits on one, and those of long text
_TEXT = 74  # cells of a line of sentences: LibreOffice fits no single column to the paper
_TITLE = 24  # points: the row of a title
_MARGIN = 0.6  # inches
_MOST_SAID = 80  # characters of a line in the head or foot of a page


@dataclass(frozen=True)
class Face:
    """What a column is beside its kind: with words to `choose` from, `hidden`, `shaded` as what nobody is asked to fill in, or with room to write in."""

    choose: tuple[str, ...] = ()
    hidden: bool = False
    shaded: bool = False
    written: bool = False


@dataclass(frozen=True)
class Printed:
    """How sheets are printed: `title` at the head of each page, the `office` and the `trail` in its foot."""

    size: Size = field(default=A4)
    title: str = ""
    office: str = ""
    trail: str = ""


_PLAIN = Face()
_NO_FACES: Mapping[str, Face] = MappingProxyType({})


def put_table(
    book: Book,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[dict[str, Any]],
    *,
    timezone: str,
    printed: Printed,
    faces: Mapping[str, Face] = _NO_FACES,
) -> Sheet:
    """A sheet with this table, its heading frozen and filtered; `faces` are by column key. A sparse column that says nothing is there, but hidden.

    Raises BadInput for more rows than a sheet has.
    """
    if len(rows) > MOST_ROWS:
        raise BadInput(
            _("A sheet holds {most} rows, and this is {n}.").format(most=f"{MOST_ROWS:,}", n=f"{len(rows):,}"),
            fix=_("Ask for fewer, or use --format csv."),
        )
    sheet = book.sheet(name)
    faced = [(column, faces.get(column.key, _PLAIN)) for column in columns]
    following = iter(rows)
    first = [*islice(following, _MEASURED)]
    _measure(sheet, columns, first, timezone)
    for place, (column, face) in enumerate(faced):
        if face.written:
            sheet.widths[place] = max(sheet.widths[place], _LEAST_WIDE if column.wide else _LEAST)
    _head(book, sheet, columns)
    silent = _put_rows(book, sheet, faced, chain(first, following), timezone)
    sheet.hidden |= silent | {place for place, (_column, face) in enumerate(faced) if face.hidden}
    _live(book, sheet, columns, len(rows), faces)
    sheet.page.hide_gridlines(0)  # not on paper either
    _print(sheet, printed, repeated=_named_by(columns))
    return sheet


def _put_rows(book: Book, sheet: Sheet, faced: Sequence[tuple[Column, Face]], rows: Iterable[dict[str, Any]], timezone: str) -> set[int]:
    """Put the rows below the heading; returns the places of the sparse columns that say nothing in any of them."""
    silent = {place for place, (column, _face) in enumerate(faced) if column.sparse}
    plan = [(place, column, face.shaded, _style(book, column, face)) for place, (column, face) in enumerate(faced)]
    for at, row in enumerate(rows, 1):
        for place, column, shaded, style in plan:
            raw = row.get(column.key)
            value = counted(column, raw, timezone)
            if value is not None:
                sheet.put(at, place, value, style if column.kind != "amount" else _exact(book, str(raw), shaded=shaded))
                if place in silent and says_something(column, raw):
                    silent.discard(place)
            elif shaded:
                sheet.put(at, place, None, style)
    return silent


def put_text(book: Book, name: str, lines: Sequence[str], printed: Printed) -> None:
    """A sheet of sentences one below the other, the first of them its title."""
    sheet = book.sheet(name)
    sheet.widths[0] = _TEXT
    for row, line in enumerate(line for line in lines if line):
        if not row:
            sheet.page.set_row(0, _TITLE * max(1, -(-width(line) // (_TEXT - 18))))
        sheet.put(row, 0, line, book.style(text_wrap=True, **({} if row else {"bold": True, "font_size": 14})))
    sheet.page.hide_gridlines(2)
    _print(sheet, printed)


def _measure(sheet: Sheet, columns: Sequence[Column], rows: Sequence[dict[str, Any]], timezone: str) -> None:
    """Columns as wide as their first rows ask for, and no wider than lets the table fit on paper."""
    for place, column in enumerate(columns):
        sheet.widths[place] = heading_floor(column.label) + 4  # with the mark of the filter
        for row in rows:
            sheet.measure(place, counted(column, row.get(column.key), timezone))
    found = sheet.widths
    for most in range(WIDEST, _LEAST - 1, -1):
        sheet.widths = {place: min(cells, max(most, _LEAST_WIDE) if columns[place].wide else most) for place, cells in found.items()}
        if sum(sheet.widths.values()) <= _ACROSS:
            break


def _head(book: Book, sheet: Sheet, columns: Sequence[Column]) -> None:
    for place, column in enumerate(columns):
        sheet.put(0, place, column.label, book.style(bold=True, text_wrap=True, bg_color="#F1F3F5", bottom=1, **_aligned(column)))
    sheet.page.freeze_panes(1, 0)
    sheet.page.repeat_rows(0)


def _style(book: Book, column: Column, face: Face) -> CellStyle:
    properties: dict[str, Any] = {"num_format": _FORMATS[column.kind]} if column.kind in _FORMATS else {}
    if column.kind not in _WHOLE and not face.hidden:  # what nobody sees makes no row higher
        properties["text_wrap"] = True
    if column.kind == "missing":
        properties |= {"bold": True, "font_color": LIGHTS["red"]["font_color"]}
    return book.style(**properties, **_aligned(column), **_shade(shaded=face.shaded))


def _aligned(column: Column) -> dict[str, Any]:
    """How the cells of a column and its heading are aligned, where a spreadsheet would not do it so by itself."""
    return _RIGHT if column.kind in NUMERIC or column.kind == "bar" else _LEFT if column.kind in ("date", "moment") else {}


def _exact(book: Book, amount: str, *, shaded: bool) -> CellStyle:
    """The style of an exact amount: with as many decimals as it was written with."""
    exponent = Decimal(amount).as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return book.style(num_format="0" + ("." + "0" * places if places else ""), **_RIGHT, **_shade(shaded=shaded))


def _shade(*, shaded: bool) -> dict[str, Any]:
    return {"bg_color": "#ECEEF1"} if shaded else {}


def _live(book: Book, sheet: Sheet, columns: Sequence[Column], count: int, faces: Mapping[str, Face]) -> None:
    """What the sheet does by itself: filters, lights, bars and lists."""
    sheet.page.autofilter(0, 0, count, max(0, len(columns) - 1))
    last = min(MOST_ROWS, count + MORE)
    for place, column in enumerate(columns):
        if column.kind == "light":
            for code, colours in LIGHTS.items():
                said = word("light", code).replace('"', '""')
                rule = {"type": "cell", "criteria": "==", "value": f'"{said}"', "format": book.made.add_format(colours)}
                sheet.page.conditional_format(1, place, last, place, rule)
        if column.kind == "bar":
            bar = {
                "type": "data_bar",
                "bar_solid": True,
                "bar_color": "#9DB9DA",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 1.5,
            }
            sheet.page.conditional_format(1, place, max(1, count), place, bar)
        if choose := faces.get(column.key, _PLAIN).choose:
            sheet.page.data_validation(1, place, last, place, book.choice(choose))


def _named_by(columns: Sequence[Column]) -> int:
    """How many columns say which row it is, on each of the pages that a wide table takes: the first ones, up to the number."""
    return next((place + 1 for place, column in enumerate(columns[:3]) if column.key == "number"), 1)


def _print(sheet: Sheet, printed: Printed, *, repeated: int = 0) -> None:
    page = sheet.page
    wide = sum(cells for place, cells in sheet.widths.items() if place not in sheet.hidden)
    page.set_paper(_PAPER[printed.size.name])
    if wide > _UPRIGHT:
        page.set_landscape()
    page.fit_to_pages(-(-wide // _ACROSS) or 1, 0)
    if wide > _ACROSS and repeated:
        page.repeat_columns(0, repeated - 1)
    page.set_margins(_MARGIN, _MARGIN, 0.9, 0.9)
    page.set_header(_said("&L", printed.title))
    page.set_footer("&L" + _said("", printed.office) + _said("\n&8", printed.trail) + "&R&P / &N")  # a third of the paper is no room for the trail


def _said(place: str, text: str) -> str:
    """Text that a page's head or foot shows as it is, at this place; nothing where there is none."""
    return text and place + (text if len(text) <= _MOST_SAID else text[:_MOST_SAID] + "…").replace("&", "&&")
