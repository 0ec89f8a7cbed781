"""WHAT IS RIGHT: a folder for each family, one rule per file, named after the bad pattern; each is data with one query. Found by folder."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module

from officecli.errors import NotFound
from officecli.i18n import _
from officecli.model.rule import Rule
from officecli.near import perhaps_meant

FAMILIES = {
    "R": "responsibility",
    "T": "targets",
    "D": "deadlines",
    "A": "authority",
    "C": "chain",
    "F": "follow_through",
    "P": "procedures",
    "B": "balance",
    "N": "norms",
}
"""The letter a rule's code begins with → the folder it stands in."""


@lru_cache(maxsize=1)
def every_rule() -> tuple[Rule, ...]:
    """All rules, by code."""
    found = [import_module(module.name) for module in pkgutil.walk_packages(__path__, f"{__name__}.") if not module.ispkg]
    return tuple(sorted((module.RULE for module in found if hasattr(module, "RULE")), key=lambda rule: rule.code))


def find_rule(name: str) -> Rule | None:
    """The rule with this code or name, in any case; the name in English or in the reader's language."""
    wanted = name.strip().casefold()
    return next((rule for rule in every_rule() if wanted in map(str.casefold, names_of(rule))), None)


def names_of(rule: Rule) -> tuple[str, ...]:
    """What a rule may be called: its code, and its name in English and in the reader's language."""
    return rule.code, rule.name, _(rule.name)


def rule_named(name: str) -> Rule:
    """The rule with this code or name; raises NotFound with the nearest."""
    rule = find_rule(name)
    if rule is None:
        raise NotFound(_("There is no rule “{name}”.").format(name=name[:40]), fix=nearest_rule(name))
    return rule


def nearest_rule(name: str) -> str:
    """What to do about a rule that does not exist: the one that was perhaps meant."""
    known = {key.casefold(): key for rule in every_rule() for key in names_of(rule)}
    return perhaps_meant(name.strip().casefold(), known, _("See the rules with: officecli rule"))
