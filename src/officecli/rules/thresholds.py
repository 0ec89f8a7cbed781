"""The whole catalogue of settings: the general ones, and the thresholds that stand in the rules' own files."""

from __future__ import annotations

from officecli.rules import every_rule
from officecli.settings import GENERAL, Setting

GROUPS = (
    "rules", "lights", "sign", "extension", "dormant", "feedback", "decision", "rating", "registering", "prod", "newcomer", "digest", "mail", "table",
    "plan", "load",
    "important", "balance", "ranking", "target", "repeat", "difficulty", "joining", "score",
)  # fmt: skip
"""The order in which settings are listed, by the first word of their names; a word that is not here comes last."""


def every_setting() -> dict[str, Setting]:
    """All settings by name, in the order in which they are listed."""
    known = {**GENERAL, **{setting.name: setting for setting in by_rule().values()}}
    order = {group: place for place, group in enumerate(GROUPS)}
    return dict(sorted(known.items(), key=lambda one: order.get(one[0].partition(".")[0], len(order))))


def by_rule() -> dict[str, Setting]:
    """The thresholds as they are named by the rule that judges by them: `rules.D302.limit_days` → the setting."""
    return {f"rules.{rule.code}.{word}": setting for rule in every_rule() for word, setting in rule.thresholds.items()}
