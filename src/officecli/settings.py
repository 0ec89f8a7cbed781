"""The office's settings: thresholds and marks, kept in the store, on the trail."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

DEFAULTS: dict[str, int] = {
    "lights.yellow_days": 3,
    "sign.ordinary_days": 1,
    "sign.urgent_hours": 4,
    "sign.most_urgent_hours": 1,
    "extension.max_count": 3,
    "extension.max_days": 10,
    "extension.max_total": 30,
    "dormant.days": 5,
    "feedback.weekly_days": 5,
    "feedback.monthly_days": 21,
    "decision.days": 5,
    "rating.days": 10,
    "registering.days": 1,
    "prod.min_gap_days": 1,
    "newcomer.days": 10,
    "digest.soon_days": 3,
    "table.rows": 100,
    "plan.assumed_hours": 0,
    "plan.days": 60,
    "load.days": 10,
    "load.over_percent": 120,
    "load.under_percent": 60,
    "load.head_percent": 40,
    "important.idle_days": 2,
    "balance.floor_percent": 20,
    "balance.min_items": 5,
    "balance.ahead_days": 10,
    "ranking.min_items": 5,
    "target.record_days": 5,
    "repeat.count": 3,
    "repeat.days": 90,
    "difficulty.days": 10,
    "joining.days": 250,
}
"""Thresholds: working days, office hours, percent or counts. A rule's query sees `lights.yellow_days` as `:lights_yellow_days`.
`plan.assumed_hours` is what an item without an estimate is taken for, `plan.days` how far ahead B801 looks, `load.days` what a load is of; `repeat.days` are days of the calendar."""

SHARES = ("load.head_percent", "balance.floor_percent")
"""The thresholds that are percent of a whole, and so 100 at most."""

MARKS: dict[str, str] = {"score.late": "2", "score.no_feedback": "10", "score.empty_feedback": "5", "score.unanswered": "0.5"}
"""Points a score loses for each, as exact decimals."""


def marks(stored: Mapping[str, str]) -> dict[str, Decimal]:
    """Every mark by name: what the office has set, else the default."""
    return {name: Decimal(stored.get(name, default)) for name, default in MARKS.items()}


def thresholds(stored: Mapping[str, str]) -> dict[str, int]:
    """Every threshold by name: the stored value where the office has set one, else the default."""
    return {name: int(stored[name]) if name in stored else default for name, default in DEFAULTS.items()}


def severities(stored: Mapping[str, str]) -> dict[str, str]:
    """The severities the office has set, by the code of the rule; what is kept is `rules.R102.severity`."""
    kept = ((name.split("."), value) for name, value in stored.items())
    return {words[1]: value for words, value in kept if len(words) == 3 and words[0] == "rules" and words[2] == "severity"}
