"""What was refused: who attempted it, when, and which rules spoke.

The content of the attempt is not kept. Since, until, unit and person are of the attempt. The trail does not vouch for this list.
  officecli refusals R102 --since july
"""

from __future__ import annotations

from datetime import date, timedelta

from officecli.hints import Any
from officecli.i18n import N_, _, listed, ngettext
from officecli.model.time.wall_clock import beginning
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import one_of_ids, people_ever, units_under
from officecli.reports.shape.filters import Filters, day_typed, look_at
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import RULE, Takes
from officecli.rules import rule_named
from officecli.store.items import people
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    period=(N_("Attempted on or after this day."), N_("Attempted on or before this day.")),
    argument=RULE,
    without=("role", "status", "urgency", "source", "body", "label", "where", "sort"),
    unfiltered=N_(
        "Nothing is kept of the matter of what was refused: name a rule, or --unit, --person, --since, --until. What stands against the rules of "
        "such items: officecli check {filter}"
    ),
)


def report(read: Reader, filters: Filters) -> Report:
    """The refused attempts, the newest first; raises BadInput or NotFound for filters that cannot be understood."""
    look_at(read, filters.as_of)
    rule = rule_named(filters.text).code if filters.text.strip() else ""
    found = attempts(read, filters, rule)
    columns = (
        Column("at", _("when"), "moment"),
        Column("person", _("person")),
        Column("unit", _("unit"), weight=2),
        Column("act", _("act"), "word"),
        Column("codes", _("rules")),
    )
    people_ = {row["person_id"] for row in found}
    return build(
        read,
        name="refusals",
        title=_("Refused attempts"),
        filters=({"rule": rule} if rule else {}) | filters.given("unit", "person", "since", "until"),
        columns=columns,
        rows=found,
        limit=most_rows(read, filters.limit),
        summary={"refusals": len(found), "people": len(people_)},
        headline=_("{attempts} by {people}.").format(
            attempts=ngettext("{n} refused attempt", "{n} refused attempts", len(found)).format(n=len(found)),
            people=ngettext("{n} person", "{n} people", len(people_)).format(n=len(people_)),
        )
        if found
        else "",
        notes=(_("Kept outside the trail, which does not vouch for it."),),
        empty=_("No attempt was refused.") if not rule else _("This rule refused no attempt."),
        begin=_("What is refused, and why: officecli rule"),
    )


def attempts(read: Reader, filters: Filters, code: str = "") -> list[Row]:
    """The refused attempts that fit, the newest first (columns at, person_id, person, unit, act, codes); with `code` only those this rule refused."""
    conditions, values = (
        ["g.at < :end"],
        {"as_of": read.as_of.isoformat(), "end": _midnight(read, day_typed(read, filters.until or read.as_of.isoformat()) + timedelta(days=1))},
    )
    if filters.since:
        conditions.append("g.at >= :start")
        values["start"] = _midnight(read, day_typed(read, filters.since, first=True))
    if filters.person:
        conditions.append(f"g.actor_id IN {one_of_ids(people_ever(read, filters.person))}")
    if filters.unit:
        conditions.append(f"p.unit_id IN {one_of_ids(units_under(read, *filters.unit))}")
    rows = read.rows(
        f"""SELECT g.at, g.actor_id AS person_id, p.name AS person, p.unit, g.verb AS act, g.codes
            FROM refusal_log g LEFT JOIN {people(read)} p ON p.id = g.actor_id WHERE {" AND ".join(conditions)} ORDER BY g.id DESC""",
        values,
    )
    return [row | {"codes": _listed(row["codes"])} for row in rows if not code or code in row["codes"].split(",")]


def _listed(codes: str) -> Any:
    """The codes as a reader sees them; None where no rule spoke, but the state of the item."""
    return listed(code for code in codes.split(",") if code) or None


def _midnight(read: Reader, day: date) -> str:
    return beginning(day, read.office["timezone"])
