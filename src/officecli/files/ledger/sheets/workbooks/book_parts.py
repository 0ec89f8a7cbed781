"""What the files of a workbook tell besides its values; each kind of file fills in what it knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from officecli.files.ledger.sheets.table import Area


@dataclass(slots=True)
class SheetParts:
    """Of one sheet, by (row number, place): `percents`, `months` (dates shown as a month, "年" where in Chinese), `uncomputed` formulas, `errors`.

    `hidden` are row numbers, `hidden_columns` places, `comments` the addresses of cells with a comment, `struck` places by row number, `partly` the
    rows in which words of a text are, `seen` the texts of which words are struck through or set high as a reader sees them, `merged` the areas where
    this part knows of them, `untyped` texts that nothing calls so.
    """

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)
    struck: dict[int, set[int]] = field(default_factory=dict)
    seen: dict[tuple[int, int], str] = field(default_factory=dict)
    partly: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    months: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    untyped: dict[tuple[int, int], str] = field(default_factory=dict)


class Parts:
    """What is known of a workbook of which nothing can be told but its values.

    `is_trusted` where its parts were checked so far that calamine cannot break down on it; `names` are the sheets known otherwise.
    """

    is_trusted = False
    tells_all = False
    since_1904 = False
    active = ""
    has_links = False
    has_macros = False

    @property
    def names(self) -> list[str]:
        """The sheets there is something to be told of."""
        return []

    def sheet(self, name: str) -> SheetParts:
        """What is known of one sheet; BadInput where it is beyond any ledger."""
        return SheetParts()
