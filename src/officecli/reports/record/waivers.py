"""Which rules are set aside for which items: who allowed it, who recorded it, why, and until when.

Since and until are of the day it was allowed; a unit or a person is the lead's, who is let off, and a filter asks of the item. A rule's code means that
rule. --all shows those that are over too:
  officecli waivers R102 unit:records
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.reports.items.fitting import OF_ITEMS, fitting_items
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import WHEN_ASKED_FOR, Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.rules import find_rule, rule_named
from officecli.store import items
from officecli.store.own_numbers import own_numbers
from officecli.store.read.entries import entries
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    options=(
        Option("rule", N_("Only of this rule."), metavar="CODE"),
        Option("all_", N_("Also those that are over."), default=False),
    ),
    without=("sort",),
)

IN_FORCE = "(w.expires IS NULL OR w.expires >= :as_of)"


def report(read: Reader, filters: Filters, rule: str = "", all_: bool = False) -> Report:
    """The waivers, the newest first; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(
        read,
        Filters(unit=filters.unit, person=filters.person, role=filters.role, since=filters.since, until=filters.until, as_of=filters.as_of),
        day="day",
    )
    fitting = fitting_items(read, filters)
    if rule:
        chosen.said["rule"] = chosen.values["rule"] = rule_named(rule).code
        chosen.conditions.append("code = :rule")
    found = with_their_ends(read, _on_record(read, chosen, () if all_ else ("in_force = 1",)), "waiver_id")
    numbers = own_numbers(read, "waiver") if found else {}
    rows = [_row(row, numbers) for row in found if fitting is None or row["id"] in fitting]
    in_force = sum(row["in_force"] for row in rows)
    return build(
        read,
        name="waivers",
        title=_("Waivers"),
        filters={**chosen.said, **filters.given(*OF_ITEMS)},
        columns=_columns(),
        rows=rows,
        limit=most_rows(read, filters.limit),
        summary={"waivers": len(rows), "in_force": in_force},
        headline=ngettext("{n} waiver, {in_force} in force.", "{n} waivers, {in_force} in force.", len(rows)).format(n=len(rows), in_force=in_force)
        if rows
        else "",
        notes=(_("End one with: officecli waiver end {waiver} --reason TEXT").format(waiver=rows[0]["waiver"]),) if in_force else (),
        empty=_("No waiver fits.") if chosen.said or fitting is not None else _("No rule is set aside."),
        begin=_('To set one aside for an item: officecli waiver add RULE NUMBER --reason "…"'),
    )


def _on_record(read: Reader, chosen: Chosen, conditions: Sequence[str]) -> list[Row]:
    """The waivers that fit, the newest first."""
    return read.rows(
        f"""SELECT * FROM (
              SELECT i.id, i.body_id, w.id AS waiver_id, w.rule AS code, i.number, i.title, i.source, i.goal, i.lead, i.lead_id, i.unit, i.unit_id,
                i.status, i.urgency, i.issued,
                     w.day, w.expires, w.reason, a.name AS approver, r.name AS recorder, CASE WHEN {IN_FORCE} THEN 1 ELSE 0 END AS in_force
              FROM waiver w
              JOIN {items.source(read)} i ON i.id = w.item_id
              LEFT JOIN person a ON a.id = w.approver_id
              LEFT JOIN trail t ON t.seq = w.id
              LEFT JOIN person r ON r.id = t.actor_id
              WHERE w.day <= :as_of
            ) x {chosen.where(*conditions)} ORDER BY waiver_id DESC""",
        {**items.values(read), **chosen.values},
    )


def with_their_ends(read: Reader, rows: Sequence[Row], key: str = "id") -> list[Row]:
    """The waivers with their last day as it was on the reader's day, and whether they were `over` by then: one that was ended later had another, or none."""
    day = read.as_of.isoformat()
    later = read.as_of < read.today and bool(rows)
    sql = "WHERE t.subject = 'waiver' AND t.verb <> 'waive' AND t.day > :day ORDER BY t.seq DESC"
    ends = {one["id"]: (one["before"] or {})["expires"] for one in entries(read, sql, day=day) if "expires" in (one["before"] or {})} if later else {}
    stood = [{**row, "expires": ends.get(row[key], row["expires"])} for row in rows]
    return [{**row, "over": bool(row["expires"]) and row["expires"] < day} for row in stood]


def _columns() -> tuple[Column, ...]:
    return (
        Column("waiver", _("waiver")),
        Column("id", _("trail entry"), "integer", weight=WHEN_ASKED_FOR),
        Column("code", _("code")),
        Column("name", _("rule"), "term", weight=3),
        Column("number", _("item")),
        Column("unit", _("unit"), weight=3),
        Column("lead", _("lead"), weight=2),
        Column("approver", _("allowed by")),
        Column("recorder", _("recorded by"), weight=3),
        Column("reason", _("reason"), wide=True),
        Column("day", _("since"), "date", weight=2),
        Column("expires", _("until"), "date"),
        Column("in_force", _("in force"), "word", weight=2),
    )


def in_force(read: Reader) -> int:
    """How many waivers are in force."""
    return int(read.value(f"SELECT COUNT(*) FROM waiver w WHERE {IN_FORCE}", as_of=read.as_of.isoformat()))


def _row(row: dict[str, Any], numbers: Mapping[int, str]) -> dict[str, Any]:
    rule = find_rule(row["code"])
    return {
        **row,
        "id": row["waiver_id"],
        "waiver": numbers[row["waiver_id"]],
        "name": rule.name if rule else None,
        "in_force": bool(row["in_force"]),
    }
