"""The office's settings: what each is now, its default, and what it means."""

from __future__ import annotations

from typing import Any

from officecli.i18n import N_, _, listed, ngettext
from officecli.reports.shape.report import Column, Report
from officecli.rules import every_rule
from officecli.settings import DEFAULTS, MARKS
from officecli.store.read.reader import Reader
from officecli.typed.office.settings import OF_RULES, rule_of, setting_named, severity_name, strictness

MEANINGS: dict[str, str] = {
    "lights.yellow_days": N_("working days before the deadline from which the light is yellow"),
    "sign.ordinary_days": N_("working days to sign for an ordinary item handed out from now on"),
    "sign.urgent_hours": N_("office hours to sign for an urgent item handed out from now on"),
    "sign.most_urgent_hours": N_("office hours to sign for a most urgent item handed out from now on"),
    "extension.max_count": N_("extensions that may be asked for an item"),
    "extension.max_days": N_("working days of one extension"),
    "extension.max_total": N_("working days of all extensions of an item"),
    "dormant.days": N_("working days without a sign of life before an item counts as dormant"),
    "feedback.weekly_days": N_("working days of a week of feedback"),
    "feedback.monthly_days": N_("working days of a month of feedback"),
    "decision.days": N_("working days until something follows from a decision"),
    "rating.days": N_("working days to rate a closed item"),
    "registering.days": N_("working days to register work that has begun"),
    "prod.min_gap_days": N_("working days between two prods"),
    "newcomer.days": N_("working days a newcomer may be without work"),
    "digest.soon_days": N_("working days the digest looks ahead"),
    "table.rows": N_("rows a table shows at most"),
    "plan.assumed_hours": N_("hours an item without an estimate is taken for; 0 leaves it out of plans"),
    "plan.days": N_("working days ahead in which work must fit into the hours there are"),
    "load.days": N_("working days ahead over which a load is measured"),
    "load.over_percent": N_("percent of their hours above which somebody has too much"),
    "load.under_percent": N_("percent of their hours below which a colleague could take some of it"),
    "load.head_percent": N_("percent of a section's open items its head may lead"),
    "important.idle_days": N_("working days important and urgent work may lie while its lead works on lesser things"),
    "balance.floor_percent": N_("percent of own initiative, major, ahead-of-need and in-depth work there should be"),
    "balance.min_items": N_("items below which a balance is too few to say"),
    "balance.ahead_days": N_("working days before the deadline from which work handed out counts as ahead of need"),
    "ranking.min_items": N_("settled items below which nobody is ranked"),
    "repeat.count": N_("times the same ad hoc work may come before it should have a procedure"),
    "repeat.days": N_("days in which ad hoc work that comes again counts as repeated"),
    "difficulty.days": N_("working days in which a difficulty is to be answered"),
    "target.record_days": N_("working days after a period's end by which its results are recorded"),
    "joining.days": N_("working days after joining for which a missing selection is told"),
    "score.late": N_("points a score loses for an item handed in late"),
    "score.no_feedback": N_("points a score loses for an item without any feedback that was due"),
    "score.empty_feedback": N_("points a score loses for a feedback that says nothing"),
    "score.unanswered": N_("points a score loses for a prod left unanswered"),
}


def every(read: Reader) -> Report:
    """All settings: first the thresholds, then how strict the office is with each rule."""
    rows = [_row(read, name) for name in (*DEFAULTS, *MARKS, *(severity_name(rule) for rule in every_rule()))]
    own = sum(row["own"] for row in rows)
    return _report(read, rows, ngettext("{n} is the office's own.", "{n} are the office's own.", own).format(n=own))


def one(read: Reader, name: str) -> Report:
    """One setting; raises BadInput with the nearest name."""
    kept = setting_named(name)
    rule = rule_of(kept)
    points = _("points from 0 to 1000") if kept in MARKS else _("a whole number from 0 to 10000")
    takes = listed(strictness(rule)) if rule else points
    return _report(read, [_row(read, kept)], _("It takes: {takes}.").format(takes=takes))


def _report(read: Reader, rows: list[dict[str, Any]], headline: str) -> Report:
    return Report(
        name="config",
        title=_("Settings"),
        as_of=read.today.isoformat(),
        columns=(
            Column("name", _("setting")),
            Column("value", _("value")),
            Column("default", _("default"), weight=2),
            Column("own", _("the office's own"), "word", weight=2),
            Column("also", _("also named"), weight=3),
            Column("meaning", _("what it means"), weight=2, wide=True),
        ),
        rows=tuple(rows),
        summary={"settings": len(rows), "own": sum(row["own"] for row in rows)},
        headline=headline,
        notes=(_("Change one with: officecli config set NAME VALUE"),),
        total=len(rows),
        head=read.head_text(),
    )


def _row(read: Reader, name: str) -> dict[str, Any]:
    rule = rule_of(name)
    default: Any = rule.severity if rule else MARKS.get(name, DEFAULTS.get(name))
    stored = read.stored_settings.get(name)
    return {
        "name": name,
        "value": default if stored is None else int(stored) if name in DEFAULTS else stored,
        "default": default,
        "own": stored is not None,
        "also": f"rules.{rule.name}.severity" if rule else ", ".join(also for also, setting in OF_RULES.items() if setting == name) or None,
        "meaning": _("how strict the office is: {finds}").format(finds=_(rule.finds)) if rule else _(MEANINGS[name]),
    }
