"""Settings: the office's thresholds (kept in the store, on the trail) and one person's own (a file in the user's config folder)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from officecli.errors import BadInput
from officecli.i18n import _, listed

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


@dataclass(frozen=True, slots=True)
class Personal:
    """What one person has set for themselves, in `config.toml`: where the store is, who acts, which language."""

    db: str = ""
    as_: str = ""
    lang: str = ""


def config_file() -> Path:
    """The personal settings file of this account."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "officecli" / "config.toml"


def personal() -> Personal:
    """This account's own settings; empty where there is no file, BadInput where the file is wrong."""
    path = config_file()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, RuntimeError):
        return Personal()
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(_("The settings file {path} is not valid TOML: {error}").format(path=path, error=error)) from error
    unknown = [name for name, value in found.items() if name not in ("db", "as", "lang") or not isinstance(value, str)]
    if unknown:
        raise BadInput(
            _("The settings file {path} has something officecli does not know: {names}").format(path=path, names=listed(unknown)),
            fix=_('It may hold db = "…", as = "…" and lang = "en" or "zh".'),
        )
    return Personal(found.get("db", ""), found.get("as", ""), found.get("lang", ""))


def default_store() -> str:
    """Where the store is when nothing says otherwise: the user's data folder."""
    import platformdirs

    return str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
