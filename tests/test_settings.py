"""Every setting has its line: a meaning in both languages, a default within its bounds, and whoever goes by it is given it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

import officecli
from officecli import i18n
from officecli.model.rule import Rule
from officecli.rules import every_rule, rule_named
from officecli.rules.thresholds import by_rule, every_setting
from officecli.settings import GENERAL, Setting
from stage.families import FAMILIES

SOURCE = Path(officecli.__file__).parent
PARAMETER = re.compile(r"(?<![:\w]):([a-z]\w*)")
EVERY_RULE = {"as_of", "now", "an_hour_ago", "day_minutes", "lo", "hi"}
"""What a rule's query takes besides settings."""


def place_of(rule: Rule) -> str:
    return f"rules/{FAMILIES[rule.code[0]]}/{rule.name.replace('-', '_')}.py"


def not_given(place: str, taken: Iterable[str], given: Iterable[str]) -> list[str]:
    """A sentence for each parameter that a query takes and nothing gives it."""
    return [
        f"{place}: a query takes :{name}, and no setting gives it; declare it in the rule's thresholds where one rule goes by it, else in settings.py"
        for name in sorted({*taken} - {*given} - {setting.parameter for setting in GENERAL.values()})
    ]


def faults_of(rule: Rule) -> list[str]:
    """What is wrong between a rule's queries and its thresholds."""
    own = {setting.parameter for setting in rule.thresholds.values()}
    unused = own - {setting.parameter for setting in GENERAL.values()} - {*PARAMETER.findall(rule.sql)}
    return [
        *not_given(place_of(rule), PARAMETER.findall(rule.sql), EVERY_RULE | own),
        *(sentence for reach in rule.watches.values() for sentence in not_given(place_of(rule), PARAMETER.findall(reach), {"lo", "hi"})),
        *(f"{place_of(rule)}: its threshold is declared, and its query does not take :{name}" for name in sorted(unused)),
    ]


def strings(tree: ast.AST) -> Iterator[str]:
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from (
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    )


def given_in(tree: ast.AST) -> Iterator[Any]:
    """The names a file itself gives values to: keywords of calls, keys of dicts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (keyword.arg for keyword in node.keywords)
        elif isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant))
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            yield node.slice.value


def read_by_name(tree: ast.AST) -> Iterator[str]:
    """The names in `….settings["…"]` and `limits["…"]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and ast.unparse(node.value).endswith(("settings", "limits")):
            yield str(node.slice.value)


def files(*rooms: str) -> list[str]:
    return sorted(path.relative_to(SOURCE).as_posix() for room in rooms for path in (SOURCE / room).rglob("*.py"))


def parsed(file: str) -> ast.AST:
    return ast.parse((SOURCE / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("setting", every_setting().values(), ids=lambda setting: setting.name)
def test_every_setting_has_a_meaning_in_both_languages_and_a_default_within_its_bounds(setting: Setting) -> None:
    i18n.use("zh")
    assert i18n._(setting.meaning) != setting.meaning, (
        f"{setting.name} has no meaning in Chinese; write it in N_(…), run `make messages` and translate it"
    )
    if setting.unit == "text":
        assert setting.default in (setting.choices or ("",)), f"the default of {setting.name} is none of its choices"
        assert setting.choices or re.fullmatch(setting.pattern, setting.like), f"{setting.name} would not take its own example"
    else:
        assert setting.least <= Decimal(setting.default) <= setting.most, f"the default of {setting.name} lies beyond its own bounds"
    assert isinstance(setting.default, int) is (setting.unit not in ("points", "text")), "points and texts are text, anything else is a whole number"
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", setting.name), f"call the setting {setting.name} by a group and a word: group.some_word"


def test_a_setting_is_declared_once() -> None:
    declared = {id(setting): setting.name for setting in (*GENERAL.values(), *by_rule().values())}
    assert sorted(declared.values()) == sorted(every_setting())
    assert len({setting.parameter for setting in every_setting().values()}) == len(declared)


def test_settings_of_one_kind_are_listed_together() -> None:
    groups = [group for group, _settings in groupby(every_setting(), key=lambda name: name.partition(".")[0])]
    assert len(groups) == len(set(groups))


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_a_rule_is_given_what_its_queries_take(rule: Rule) -> None:
    assert rule.code[0] in FAMILIES, (
        f"{rule.code} {rule.name} is of no family; say in FAMILIES of tests/stage/families.py in which folder its letter stands"
    )
    assert (SOURCE / place_of(rule)).exists(), f"{rule.code} {rule.name} stands elsewhere; by its code and name its file is {place_of(rule)}"
    assert faults_of(rule) == []
    assert all(setting.unit != "points" for setting in rule.thresholds.values()), "a query takes whole numbers"
    assert import_module(f"officecli.{place_of(rule)[:-3].replace('/', '.')}").RULE is rule


def test_a_report_is_given_what_its_queries_take() -> None:
    trees = {file: parsed(file) for file in files("reports", "store", "standing", "actions")}
    taken = {file: [name for text in strings(tree) for name in PARAMETER.findall(text)] for file, tree in trees.items()}
    assert [fault for file, tree in trees.items() for fault in not_given(file, taken[file], EVERY_RULE | {*given_in(tree)})] == []


def test_what_is_read_by_name_is_a_general_setting() -> None:
    trees = {file: parsed(file) for file in files(".")}
    unknown = [f"{file}: {name}" for file, tree in trees.items() for name in read_by_name(tree) if "." in name and name not in GENERAL]
    assert unknown == [], "declare it in settings.py; what a rule declares only that rule is given"


def test_what_was_forgotten_is_told_with_its_place() -> None:
    repeated = rule_named("P705")
    place = "rules/procedures/make_it_a_procedure.py"
    for_want = "and no setting gives it; declare it in the rule's thresholds where one rule goes by it, else in settings.py"
    assert faults_of(replace(repeated, thresholds={})) == [
        f"{place}: a query takes :repeat_count, {for_want}",
        f"{place}: a query takes :repeat_days, {for_want}",
    ]
    assert faults_of(replace(repeated, sql="SELECT :repeat_days")) == [
        f"{place}: its threshold is declared, and its query does not take :repeat_count"
    ]


def test_the_names_offices_have_in_their_files_stay() -> None:
    known = {name: setting.name for name, setting in by_rule().items()}
    assert known.items() >= NAMES.items()


NAMES = {
    "rules.R106.newcomer_days": "newcomer.days",
    "rules.D302.limit_days": "sign.ordinary_days",
    "rules.D302.limit_hours": "sign.urgent_hours",
    "rules.D302.most_urgent_hours": "sign.most_urgent_hours",
    "rules.D305.max_count": "extension.max_count",
    "rules.D305.max_days": "extension.max_days",
    "rules.D305.max_total": "extension.max_total",
    "rules.D306.weekly_days": "feedback.weekly_days",
    "rules.D306.monthly_days": "feedback.monthly_days",
    "rules.D308.limit_days": "dormant.days",
    "rules.T206.limit_days": "target.record_days",
    "rules.P705.count": "repeat.count",
    "rules.P705.days": "repeat.days",
    "rules.C506.limit_days": "registering.days",
    "rules.F601.limit_days": "decision.days",
    "rules.F603.limit_days": "rating.days",
    "rules.B801.days": "plan.days",
    "rules.B802.days": "load.days",
    "rules.B802.over_percent": "load.over_percent",
    "rules.B802.under_percent": "load.under_percent",
    "rules.B803.percent": "load.head_percent",
    "rules.B803.min_items": "balance.min_items",
    "rules.B804.idle_days": "important.idle_days",
    "rules.B805.floor_percent": "balance.floor_percent",
    "rules.B805.min_items": "balance.min_items",
    "rules.N902.limit_days": "joining.days",
    "rules.N903.limit_days": "difficulty.days",
}
