"""What the papers about items share: which items they are about, whom they are to, and under which name they go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.items.item_rows import BY_NUMBER, COLUMNS, fetch
from officecli.reports.shape.document import Chapter, Document
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    without=("text", "role", "limit", "sort"),
    numbers=N_("Items' numbers (2026-031, 031, 31, 31-35); a page for each. Without one, what fits the filters."),
)
_NOT_ALWAYS = frozenset({"contact", "handed_on", "supports", "feedback_every", "source"})
_DAYS = frozenset({"handed_on", "prodded_on", "asked_due", "asked_on", "decided_on"})
_CHOOSE = ("numbers", "unit", "person", "since", "until", "status", "urgency", "source", "body", "label", "where")


def items_asked_for(read: Reader, filters: Filters, name: str, *conditions: str) -> list[Row]:
    """The items of these numbers, or those that fit the filters and `conditions`, by number; raises BadInput where neither is given.

    The conditions are as those of `item_rows.fetch`; what was named by its number need not fit them.
    """
    if not filters.given(*_CHOOSE):
        raise BadInput(
            _("Which items should the paper be about?"), fix=_("Give their numbers or a filter: officecli paper {name} 31").format(name=name)
        )
    rows, _total = fetch(read, choose(read, filters), *(() if filters.numbers else conditions), order_by=BY_NUMBER, limit=0)
    return rows


def document(read: Reader, name: str, title: str, rows: Iterable[Row], page: Callable[[Row], Chapter], empty: str) -> Document:
    """A paper of a page for each of the rows, in the office's name."""
    chapters = tuple(replace(page(row), begins_page=number > 0) for number, row in enumerate(rows))
    return Document(
        name=name,
        title=title,
        as_of=read.as_of.isoformat(),
        chapters=chapters,
        summary={"papers": len(chapters)},
        empty=empty,
        head=read.head_text(),
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
    )


def addressee(row: Row) -> str:
    """Whom the paper is to: the outside body that is responsible, else the unit whose the lead is, else the lead."""
    return str(row["body"] or row["unit"] or row["lead"])


def form(*keys: str, wide: Iterable[str] = ("title",), **labels: str) -> tuple[Column, ...]:
    """The columns of a form: those of an item under its own labels, any other a line
    of text under the label that is given for it; the `wide` take a line alone.
    """
    found = []
    for key in keys:
        known = COLUMNS.get(key, Column(key, "", "date" if key in _DAYS else "text"))
        label = labels.get(key) or _(known.label)
        found.append(replace(known, label=label[:1].upper() + label[1:], wide=key in wide, sparse=key in _NOT_ALWAYS))
    return tuple(found)


def whom_to_ask(row: Row) -> str | None:
    """Whom to ask at the outside body, and their phone; None where neither is known."""
    return " ".join(part for part in (row["body_contact"], row["body_phone"]) if part) or None
