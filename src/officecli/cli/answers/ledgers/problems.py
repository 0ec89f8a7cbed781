"""The table of the rows that cannot be done as they stand: what is wrong with each, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from officecli.files.ledger.sheets.sheet_rows import sheet_of, shown_number
from officecli.i18n import _, in_brackets, ngettext
from officecli.reports.shape.report import Column

if TYPE_CHECKING:
    from officecli.files.ledger.rows.ledger_row import RowProblem

T = TypeVar("T")

SHOWN = 300
"""So many faults, differences and items gone a person is shown; a file has them all."""


def shown_of(every: Sequence[T], title: str, *, for_people: bool, most: int = SHOWN) -> tuple[Sequence[T], str]:
    """Those of a table that are shown, for programs all of them, and its title, which says where it is cut."""
    if not for_people or len(every) <= most:
        return every, title
    return every[:most], title + in_brackets(_("the first {shown} of {total}").format(shown=most, total=len(every)))


def columns() -> tuple[Column, ...]:
    """What is told of each; the sheet only where several were read."""
    return (
        Column("row", _("row"), "integer"),
        Column("column", _("column"), beside=("key",)),
        Column("value", _("value")),
        Column("reason", _("what is wrong"), wide=True, sentence=True),
        Column("fix", _("what to do"), wide=True, sentence=True),
        Column("sheet", _("sheet"), sparse=True),
    )


def rows(problems: Iterable[RowProblem]) -> tuple[dict[str, Any], ...]:
    """The problems as rows of that table."""
    return tuple(
        {
            "row": shown_number(one.row),
            "column": one.column,
            "key": one.key or None,
            "value": one.value,
            "reason": one.reason,
            "fix": one.fix,
            "sheet": sheet_of(one.row) or None,
        }
        for one in problems
    )


def left_out(count: int) -> list[str]:
    """What is said of faults that are not shown."""
    if count <= 0:
        return []
    return [
        ngettext("{n} more fault is not shown; all: -o checked.xlsx", "{n} more faults are not shown; all: -o checked.xlsx", count).format(n=count)
    ]
