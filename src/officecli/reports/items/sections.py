"""Lists of items by what is to be done about them, for the digest and for today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from officecli.i18n import _
from officecli.reports.items import section_told
from officecli.reports.items.item_rows import columns, fetch
from officecli.reports.items.section_told import Told
from officecli.reports.shape.filters import Chosen
from officecli.reports.shape.report import Column
from officecli.store.items import IN_HANDS, OPEN_STATUSES, OVERDUE
from officecli.store.prods import STANDS
from officecli.store.read.reader import Reader, Row

SHOWN = 8
"""Rows of a section on a page that is to be read in a minute."""

HANDED_OUT = f"status IN {IN_HANDS} AND status = 'issued' AND issued <= :as_of"  # the first condition is the index's own


@dataclass(frozen=True, slots=True)
class Section:
    """A list of items: its `code`, what is in it, in which order, and what is told of each.

    The `condition` is over the columns of the table `item`, and takes :as_of, :now and :soon.
    """

    code: str
    condition: str
    order_by: str = "due, id"
    tell: Callable[[Reader, Sequence[Row]], Iterator[Told]] = section_told.nothing


SECTION = {
    section.code: section
    for section in (
        Section("overdue", OVERDUE),
        Section("due-today", f"status IN {IN_HANDS} AND due = :as_of"),
        Section("due-soon", f"status IN {IN_HANDS} AND due > :as_of AND due <= :soon"),
        Section("unsigned-late", f"{HANDED_OUT} AND sign_by < :now", "sign_by, id", section_told.handed_out),
        Section("unsigned", f"{HANDED_OUT} AND (sign_by IS NULL OR sign_by >= :now)", "sign_by, id", section_told.handed_out),
        Section("to-review", "status = 'submitted'", tell=section_told.result),
        Section(
            "extensions",
            f"status IN {OPEN_STATUSES} AND id IN (SELECT item_id FROM extension WHERE day <= :as_of AND (verdict IS NULL OR reviewed > :as_of))",
            tell=section_told.asked_for,
        ),
        Section(
            "returned",
            "status = 'in-hand' AND id IN (SELECT item_id FROM submission WHERE verdict = 'returned' AND reviewed <= :as_of)",
            tell=section_told.verdict,
        ),
        Section(
            "prodded",
            f"status IN {IN_HANDS} AND id IN (SELECT i.id FROM prod q JOIN item i ON i.id = q.item_id WHERE {STANDS})",
            tell=section_told.last_prod,
        ),
        Section(
            "waiting",
            f"status IN {IN_HANDS} AND id IN (SELECT item_id FROM wait WHERE since <= :as_of AND (until IS NULL OR until > :as_of))",
            tell=section_told.wait,
        ),
        Section("waited-for", f"status IN {IN_HANDS}", tell=section_told.wait),
        Section("steps", "status IN ('issued', 'in-hand', 'submitted')", tell=section_told.open_steps),
        Section("unattended", f"status IN {IN_HANDS}", tell=section_told.away),
        Section("issued-today", "status <> 'cancelled' AND issued = :as_of", "id"),
    )
}
"""Every section by its code."""

OPEN_STEPS = """SELECT {columns} FROM item_step s JOIN procedure_step q ON q.id = s.step_id JOIN person p ON p.post_id = q.post_id
  WHERE p.id IN ({people}) AND s.opened <= :as_of AND (s.done IS NULL OR s.done > :as_of)"""
"""The steps that wait for these people, as holders of the post that does them."""


@dataclass(slots=True)
class Sections:
    """`rows` by column key with their `section`, and how many rows each section has in all, by its code."""

    rows: list[Row]
    totals: dict[str, int]


def section_columns() -> tuple[Column, ...]:
    """The columns of such a list: `since` when it has been so, `who` is waited for, and for what `reason`."""
    return (
        Column("section", _("section"), "word"),
        *columns("number", "title", "lead"),
        Column("unit", _("unit"), weight=3),
        *columns("due"),
        replace(columns("working_days_left")[0], weight=2),
        *columns("working_days_late"),
        Column("since", _("since"), "date", weight=2, sparse=True),
        Column("who", _("waiting for"), weight=2, sparse=True),
        Column("reason", _("reason"), weight=2, wide=True, sparse=True),
    )


def gather(read: Reader, chosen: Chosen, wanted: Sequence[tuple[str, str]], limit: int) -> Sections:
    """The `wanted` sections in their order, each a code and a further condition; at most `limit` rows of each (0: all)."""
    found = Sections([], {})
    chosen.values["now"] = read.moment
    chosen.values["soon"] = soon(read)
    for code, further in wanted:
        section = SECTION[code]
        conditions = [section.condition, further] if further else [section.condition]
        rows, total = fetch(read, chosen, *conditions, order_by=section.order_by, limit=limit)
        if rows:
            found.totals[code] = total
            found.rows += [{"section": code, **row, **told._asdict()} for row, told in zip(rows, section.tell(read, rows), strict=True)]
    return found


def steps_of(people: str) -> tuple[str, str]:
    """The section of the items with a step that waits for these people (ids joined by commas), who neither lead nor support them, perhaps."""
    return "steps", f"id IN ({OPEN_STEPS.format(columns='s.item_id', people=people)})"


def soon(read: Reader) -> str:
    """The last day that counts as soon: so many working days ahead as the office has set."""
    ahead = read.value(
        "SELECT date FROM calendar_day WHERE date > :as_of AND is_working = 1 ORDER BY date LIMIT 1 OFFSET :n",
        as_of=read.as_of.isoformat(),
        n=max(0, read.settings["digest.soon_days"] - 1),
    )
    return str(ahead) if ahead and read.settings["digest.soon_days"] else read.as_of.isoformat()
