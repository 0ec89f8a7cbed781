"""Lists of items by what is to be done about them, for the digest and for today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from officecli.i18n import _, clauses, listed
from officecli.reports.items.item_rows import by_id, columns, fetch
from officecli.reports.shape.filters import Chosen
from officecli.reports.shape.report import Column
from officecli.standing.office.stand_ins import absence_of, whose_turn
from officecli.store.items import IN_HANDS, OPEN_STATUSES, OVERDUE
from officecli.store.prods import STANDS
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import CLEAR_POST

SHOWN = 8
"""Rows of a section on a page that is to be read in a minute."""

HANDED_OUT = f"status IN {IN_HANDS} AND status = 'issued' AND issued <= :as_of"  # the first condition is the index's own

CONDITIONS = {
    "overdue": OVERDUE,
    "due-today": f"status IN {IN_HANDS} AND due = :as_of",
    "due-soon": f"status IN {IN_HANDS} AND due > :as_of AND due <= :soon",
    "unsigned-late": f"{HANDED_OUT} AND sign_by < :now",
    "unsigned": f"{HANDED_OUT} AND (sign_by IS NULL OR sign_by >= :now)",
    "to-review": "status = 'submitted'",
    "extensions": f"status IN {OPEN_STATUSES} AND id IN (SELECT item_id FROM extension WHERE day <= :as_of AND (verdict IS NULL OR reviewed > :as_of))",
    "returned": "status = 'in-hand' AND id IN (SELECT item_id FROM submission WHERE verdict = 'returned' AND reviewed <= :as_of)",
    "prodded": f"status IN {IN_HANDS} AND id IN (SELECT i.id FROM prod q JOIN item i ON i.id = q.item_id WHERE {STANDS})",
    "waiting": f"status IN {IN_HANDS} AND id IN (SELECT item_id FROM wait WHERE since <= :as_of AND (until IS NULL OR until > :as_of))",
    "waited-for": f"status IN {IN_HANDS}",
    "steps": "status IN ('issued', 'in-hand', 'submitted')",
    "unattended": f"status IN {IN_HANDS}",
    "issued-today": "status <> 'cancelled' AND issued = :as_of",
}
"""What is in each section, over the columns of the table `item`; takes :as_of, :now and :soon."""

_STEPS_OF_ITEM = f"""
SELECT q.position, q.title, s.opened, {CLEAR_POST} AS post FROM item_step s JOIN procedure_step q ON q.id = s.step_id
JOIN post po ON po.id = q.post_id JOIN unit pu ON pu.id = po.unit_id
WHERE s.item_id = :item AND s.opened <= :as_of AND (s.done IS NULL OR s.done > :as_of) ORDER BY q.position"""

OPEN_STEPS = """SELECT {columns} FROM item_step s JOIN procedure_step q ON q.id = s.step_id JOIN person p ON p.post_id = q.post_id
  WHERE p.id IN ({people}) AND s.opened <= :as_of AND (s.done IS NULL OR s.done > :as_of)"""
"""The steps that wait for these people, as holders of the post that does them."""

_ORDERS = {"unsigned-late": "sign_by, id", "unsigned": "sign_by, id", "issued-today": "id"}


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
        conditions = [CONDITIONS[code], further] if further else [CONDITIONS[code]]
        rows, total = fetch(read, chosen, *conditions, order_by=_ORDERS.get(code, "due, id"), limit=limit)
        if rows:
            _tell_more(read, code, rows)
            found.totals[code] = total
            found.rows += [{"section": code, **row} for row in rows]
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


def _tell_more(read: Reader, code: str, rows: list[Row]) -> None:
    """Since when each item has been so, who is waited for, and why."""
    for row in rows:
        row.update(since=None, who=None, reason=None)
    if code in ("unsigned", "unsigned-late"):
        for row in rows:
            handed_on = read.value(
                "SELECT MAX(until) FROM past_lead WHERE item_id = :item AND until <= :as_of", item=row["id"], as_of=read.as_of.isoformat()
            )
            row["since"] = handed_on or row["issued"]
    elif code == "unattended":
        for row in rows:
            absence, turn = absence_of(read, row["lead_id"]), whose_turn(read, row["lead_id"], not_by=[row["lead_id"]])
            row.update(since=absence["since"] if absence else None, who=turn.person["name"] if turn else None)
    elif code == "steps":
        for row in rows:
            told = read.rows(_STEPS_OF_ITEM, item=row["id"], as_of=read.as_of.isoformat())
            row.update(since=told[0]["opened"], who=listed(dict.fromkeys(step["post"] for step in told)))
            row.update(reason=clauses(f"{step['position']} {step['title']}" for step in told))
    elif code in ("waiting", "waited-for"):
        waits = by_id(read, "wait", "id, waiting_for, reason, since", [row["wait_id"] for row in rows])
        for row in rows:
            wait = waits[row["wait_id"]]
            row.update(since=wait["since"], who=wait["waiting_for"], reason=wait["reason"])
    elif code == "prodded":
        for row in rows:
            last = read.row(
                "SELECT q.day, q.level, q.text, p.name FROM prod q JOIN person p ON p.id = q.person_id "
                "WHERE q.item_id = :item AND q.day <= :as_of ORDER BY q.id DESC LIMIT 1",
                item=row["id"],
                as_of=read.as_of.isoformat(),
            )
            if last:
                row.update(since=last["day"], who=last["name"], reason=last["text"] or None)
    elif code == "extensions":
        asked = by_id(read, "extension", "id, day, asked_due, reason", [row["pending_extension_id"] for row in rows])
        for row in rows:
            one = asked[row["pending_extension_id"]]
            row.update(since=one["day"], who=row["originator"], reason=f"→ {one['asked_due']} {one['reason']}")
    elif code in ("to-review", "returned"):
        submissions = by_id(read, "submission", "id, day, result, reviewed, reason", [row["submission_id"] for row in rows])
        for row in rows:
            review: dict[str, Any] = submissions.get(row["submission_id"], {})
            if code == "to-review":
                row.update(since=review.get("day"), who=row["originator"], reason=review.get("result"))
            else:
                row.update(since=review.get("reviewed"), reason=review.get("reason"))
