"""WHAT IS RIGHT: a folder for each family, one rule per file, named after the bad pattern; each is data with one query. Found by folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, in_brackets, listed
from officecli.model.rule import Rule
from officecli.near import perhaps_meant


@lru_cache(maxsize=1)
def every_rule() -> tuple[Rule, ...]:
    """All rules, by code."""
    return _read(_files())


@lru_cache(maxsize=1)
def watching_rules() -> tuple[Rule, ...]:
    """Those a change is judged by, by code: all that watch a table, as their files say; no change waits for what only `check` asks."""
    return _read(file for file, text in _files().items() if b"\n    watches=" in text)


def _read(files: Iterable[str]) -> tuple[Rule, ...]:
    modules = (import_module(".".join((__name__, *Path(file).relative_to(__path__[0]).with_suffix("").parts))) for file in files)
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


@lru_cache(maxsize=1)
def _files() -> dict[str, bytes]:
    """The files that are a rule, and their text."""
    files = [f"{folder}{os.sep}{file}" for folder, _folders, names in os.walk(__path__[0]) for file in names if file.endswith(".py")]
    return {file: text for file in files if b"\nRULE = " in (text := Path(file).read_bytes())}


def find_rule(name: str) -> Rule | None:
    """The rule with this code or name, in any case; the name in English or in the reader's language."""
    wanted = name.strip().casefold()
    return next((rule for rule in every_rule() if wanted in map(str.casefold, names_of(rule))), None)


def names_of(rule: Rule) -> tuple[str, ...]:
    """What a rule may be called: its code, and its name in English and in the reader's language."""
    return rule.code, rule.name, _(rule.name)


def rules_begun(name: str) -> list[Rule]:
    """The rules whose code or name, in English or in the reader's language, begins so: 越级, skip, C50."""
    begun = "-".join(name.casefold().split())
    return [rule for rule in every_rule() if begun and any(known.casefold().startswith(begun) for known in names_of(rule))]


def rule_meant(name: str) -> Rule | None:
    """The rule with this code or name, else the only one that begins so, None for none; raises BadInput with all of several."""
    if rule := find_rule(name):
        return rule
    begun = rules_begun(name)
    if len(begun) > 1:
        raise BadInput(
            _("“{name}” may mean {names}.").format(name=name.strip()[:40], names=listed(_(rule.name) + in_brackets(rule.code) for rule in begun)),
            fix=_("Write more of the name that is meant."),
        )
    return begun[0] if begun else None


def rule_named(name: str) -> Rule:
    """As `rule_meant`; raises NotFound with the nearest where none is meant."""
    rule = rule_meant(name)
    if rule is None:
        raise NotFound(_("There is no rule “{name}”.").format(name=name[:40]), fix=nearest_rule(name))
    return rule


def nearest_rule(name: str) -> str:
    """What to do about a rule that does not exist: the one that was perhaps meant."""
    known = {key.casefold(): key for rule in every_rule() for key in names_of(rule)}
    return perhaps_meant(name.strip().casefold(), known, _("See the rules with: officecli rule"))
