"""The sheet of a meeting: the ledger of what is open, with columns to write into what the meeting decides.

What is written there is read back by officecli meeting read, wherever the rows stand then: the last column tells which row is which item, and
what the item was when the sheet was printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.model.chain.meeting import HEAD_DIGITS, MARK, SO_FAR, WRITTEN, Mark, label
from officecli.model.codes import DECIDED
from officecli.model.words import word
from officecli.reports.items.item_rows import column, headed
from officecli.reports.items.item_stream import every
from officecli.reports.items.ledger import KEYS
from officecli.reports.items.ordering import order, sortable
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import VERSION, WHEN_ASKED_FOR, Column, Report
from officecli.reports.shape.streamed import Streamed, by_column
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    without=("as_of",),
    sorts=sortable,
)

PRINTED = ("no", *KEYS)
"""The columns that are only to be read."""

ON_RECORD = frozenset({"source", "ordered_by", "urgency", "issued", "original_due", "feedback_every", "evidence", "closed"})
"""What a sheet that is only read leaves to the ledger, unless it is asked for: nobody decides on it, and the paper has no room."""

_ROOM = "\u00a0" * 10
"""What stands in a cell to write into by hand: it is there, and blank."""


def sheet(read: Reader, filters: Filters) -> Report:
    """The items that fit the filters, the open ones unless a status is named, the nearest deadline first."""
    chosen = choose(read, filters)
    chosen.open_unless_named()
    limit = most_rows(read, filters.limit)
    rows, total = every(read, filters, chosen, keys=KEYS, **order(filters.sort, "due, id"), limit=limit)
    shown = columns(read)
    seq, hash_ = read.head()
    count = len(rows)

    def marked() -> Iterator[Row]:
        for no, row in enumerate(rows, 1):
            yield {"no": no, **row, **dict.fromkeys(WRITTEN), MARK: Mark(row["id"], row["version"], no, count, seq, hash_[:HEAD_DIGITS]).text}

    return build(
        read,
        name="meeting-sheet",
        title=_("Sheet of the meeting"),
        filters=chosen.said,
        columns=shown,
        rows=Streamed(count, lambda: by_column(marked(), (*(one.key for one in shown), VERSION))) if isinstance(rows, Streamed) else marked(),
        summary={"items": total},
        headline=ngettext("{n} item.", "{n} items.", total).format(n=total) if total else "",
        notes=(_("After the meeting: officecli meeting read FILE --meeting NAME, first with --dry-run."),),
        empty=_("No item fits: there is nothing to discuss."),
        total=total,
    )


def columns(read: Reader) -> tuple[Column, ...]:
    """The ledger's columns, those to write into, and the mark."""
    printed = tuple(replace(headed(column(key)), sparse=False, use="given") for key in PRINTED)
    so_far = tuple(replace(one, label=_(SO_FAR[one.key])) if one.key in SO_FAR else one for one in printed)
    people = tuple(row["name"] for row in read.rows("SELECT name FROM v_person WHERE left_on IS NULL AND account = 0 ORDER BY id"))
    choose = {"decided": tuple(word("decided", code) for code in DECIDED), "new_lead": people}
    written = tuple(
        Column(key, label(key), "date" if key == "new_due" else "text", wide=key in ("said", "noted"), use="written", choose=choose.get(key, ()))
        for key in WRITTEN
    )
    return (*so_far, *written, Column(MARK, label(MARK), weight=3, use="hidden"))


def to_read(report: Report) -> Report:
    """The same sheet without its marks, and with less of what is on record: for paper and for windows, which nobody reads back."""
    kept = tuple(replace(one, weight=WHEN_ASKED_FOR) if one.key in ON_RECORD else one for one in report.columns if one.key != MARK)
    rows: list[dict[str, Any]] = [{one.key: row[one.key] for one in kept} | dict.fromkeys(WRITTEN, _ROOM) for row in report.rows]
    return replace(report, columns=kept, rows=tuple(rows))
