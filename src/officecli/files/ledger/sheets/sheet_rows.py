"""What every kind of file becomes: numbered rows of cells that say what of them was not written but inferred."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, Protocol, Self

from officecli.files.ledger.sheets.around import Around
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text, joined_lines
from officecli.i18n import _, listed, ngettext

NOWHERE: frozenset[int] = frozenset()
_SPAN = 1 << 21  # more than the rows of any sheet
_PARTS = 256  # of one row, at most
_ABREAST = 1 << 12  # tables or cards of one sheet, at most


class RowNumber(int):
    """A row's number as its sheet shows it, and which sheet that is where several are read; rows sort as they are read, and so do the parts of one row."""

    sheet: str
    shown: int
    order: int
    part: int

    def __new__(cls, shown: int, sheet: str, order: int, part: int = 0) -> Self:
        """The row `shown` on the `order`-th sheet read, or a `part` of it, counted from 0."""
        number = super().__new__(cls, (order * _SPAN + shown) * _PARTS + part)
        number.sheet, number.shown, number.order, number.part = sheet, shown, order, part
        return number

    def __str__(self) -> str:
        return f"{self.sheet}!{self.shown}" if self.sheet else f"{self.shown}"


def shown_number(number: int) -> int:
    """The number a row has in its own sheet."""
    return number.shown if isinstance(number, RowNumber) else number


def on_sheet(number: int, sheet: str, order: int) -> RowNumber:
    """The number of a row of the `order`-th sheet read, behind those of the tables that stand left of its own."""
    return RowNumber(shown_number(number), sheet, order * _ABREAST + (number.order if isinstance(number, RowNumber) else 0), part_of(number))


def part_of(number: int) -> int:
    """Which part of its row it is, where a row has several."""
    return number.part if isinstance(number, RowNumber) else 0


def sheet_of(number: int) -> str:
    """The sheet a row stands on; "" where only one is read."""
    return number.sheet if isinstance(number, RowNumber) else ""


def row_list(numbers: Sequence[int]) -> str:
    """Some rows' numbers for people, the first ten of them."""
    shown = listed(str(number) for number in numbers[:10])
    if len(numbers) > 10:
        return _("rows {listed} and {count} more").format(listed=shown, count=len(numbers) - 10)
    return ngettext("row {listed}", "rows {listed}", len(numbers)).format(listed=shown)


@dataclass(slots=True)
class SheetRow:
    """One row that is not blank; `inferred` are the places (from 0) filled from a merged area or a 同上.

    `how` says how these came to be, where it is otherwise. `banner` where one cell runs across the table; `fault` says why the whole row cannot be trusted.
    """

    number: int
    cells: list[Cell]
    inferred: frozenset[int] = NOWHERE
    banner: bool = False
    fault: Unclear | None = None
    how: str = ""

    def text_at(self, place: int) -> str:
        """What stands in this place; "" where the row ends before it."""
        return cell_text(self.cells[place]).strip() if place < len(self.cells) else ""

    def line_at(self, place: int) -> str:
        """The same on one line."""
        return joined_lines(cell_text(self.cells[place])).strip() if place < len(self.cells) else ""


def row_text(row: SheetRow) -> str:
    """What a row says, as a list shows it."""
    return " · ".join(text for text in map(cell_text, row.cells) if text)[:80]


def texts_of(rows: Iterable[SheetRow]) -> set[str]:
    """Every text that stands in a cell of these rows, once: a large table repeats most of its own."""
    return {cell for cell in {*chain.from_iterable(row.cells for row in rows)} if isinstance(cell, str)}


def stands_alone(row: SheetRow) -> str:
    """The words of a row that has nothing else, as a key or a legend above or below a table has."""
    told: Cell = None
    for cell in row.cells:
        if cell not in (None, ""):
            if told is not None:
                return ""
            told = cell
    return told if isinstance(told, str) else ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no item, `reason` by its word in `skipping`; `text` is what stands there."""

    row: int
    reason: str
    text: str


class Headed(NamedTuple):
    """How the first rows of a table name the columns of a ledger; the more the better.

    `complete` when matter and lead are there, `known` the number of columns understood, `first` the index of the first row after the headings,
    `matter` the place of the matter (None when there is none), `texts` the headings, `dated` when one is a deadline, `told` when one says how far it
    is, `grouped` when the row above stands over them as headings of theirs, `keys` what the headings mean, or themselves where they mean no column,
    `outright` when they ask in so many words what is to be done, by whom and by when, `asked` when they ask so what and by whom, `unknown` the places
    of those that mean no column.
    """

    complete: bool
    known: int
    first: int = 0
    matter: int | None = None
    texts: tuple[str, ...] = ()
    dated: bool = False
    told: bool = False
    grouped: bool = False
    keys: tuple[str, ...] = ()
    outright: bool = False
    asked: bool = False
    unknown: tuple[int, ...] = ()

    def places(self, *keys: str) -> list[int]:
        """The places of the headings that mean one of these columns."""
        return [place for place, key in enumerate(self.keys) if key in keys]


Rate = Callable[[Sequence[SheetRow]], Headed]


class Shapes(Protocol):
    """Tells headings wherever they stand in a table."""

    def begins(self, rows: Sequence[SheetRow]) -> list[int]:
        """The places of the rows that head a table, one below the other."""

    def key(self, text: str) -> str:
        """The column that a text names where it is a heading; "" for none."""

    def names(self, text: str) -> bool:
        """Whether a text names somebody of the office."""

    def heads(self, texts: Sequence[str]) -> bool:
        """Whether texts are the headings of a ledger: of a matter, of who leads, and of something else."""

    def ask_outright(self, texts: Sequence[str]) -> bool:
        """Whether headings ask in so many words what is to be done, by whom and by when."""

    def aside(self, above: Sequence[str], below: Sequence[str]) -> Collection[int]:
        """The places of the headings of tables that tell of what was done before, beside one of what is planned, with what stands over them."""

    def ends(self, text: str) -> bool:
        """Whether a text says that something is over, or rests."""


@dataclass(slots=True)
class Sheet:
    """The table that is the ledger, of one sheet or of several with the same headings.

    `rows` are all its rows that are not blank, the headings and what stands above them included; of the rows below them `skipped` are left out
    already. `heads` are those of them with which a further table begins, by its own headings, `aside` the rows of tables of another kind. `encoding`
    is "" but for text, `around` what stands around the table and `arounds` around those of the other sheets, by their names, `at_top` what of the
    file was not read, to be said before all else, `above` the lines of a document before its table, which are none of its rows, `keys` what tables
    that are not read say of letters, `meant` what headings mean that were put in the place of others, `notes` what was chosen or inferred without
    being asked, `since_1904` whether bare numbers count days as on old
    Macs.
    """

    rows: list[SheetRow]
    heads: list[SheetRow] = field(default_factory=list)
    aside: list[SheetRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    around: Around = field(default_factory=Around)
    arounds: dict[str, Around] = field(default_factory=dict)
    encoding: str = ""
    at_top: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    since_1904: bool = False
    above: Sequence[str] = ()
    keys: Sequence[str] = ()
    meant: dict[str, str] = field(default_factory=dict)
