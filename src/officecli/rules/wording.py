"""Puts findings into the reader's words; until then they are codes and values."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.light import replace
from officecli.model.rule import Finding, Rule, Template
from officecli.model.time.periods import period_said
from officecli.model.words import word
from officecli.patterns import pattern

_AROUND_QUOTED = pattern(r"(?<=”) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=“)")
"""The spaces that Chinese sets about a number, where a matter in quotation marks stands in its place, which has none."""


def label(rule: Rule) -> str:
    """How a rule is named to people: `R102 same-rank-ad-hoc` · `R102 同级并办`."""
    return f"{rule.code} {_(rule.name)}"


def message(finding: Finding) -> str:
    """What was found, as one sentence."""
    return _filled(finding, finding.rule.message, typed=False)


def fix(finding: Finding) -> str:
    """What to do about it."""
    return _filled(finding, finding.rule.fix)


def joined(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each once; those of one subject that differ only in what their rule joins as one, in which all of it is listed."""
    together: dict[object, list[Finding]] = {}
    for one in findings:
        column = one.rule.joins
        rest = tuple(sorted((key, str(value)) for key, value in one.values.items() if key not in (column, "key")))
        together.setdefault((one.rule.code, one.subject_id, one.waived, rest, "" if column else one.key), []).append(one)
    return [_all_in_one(each) for each in together.values()]


def _all_in_one(findings: list[Finding]) -> Finding:
    first, column = findings[0], findings[0].rule.joins
    said = dict.fromkeys(str(one.values[column]) for one in findings) if column else {}
    return replace(first, values={**first.values, column: listed(said)}) if len(said) > 1 else first


def told(finding: Finding) -> dict[str, Any]:
    """The same for programs: the `case`, where the rule tells several apart, and the `values` that stand in its sentences."""
    rule = finding.rule
    chosen = [_chosen(finding, template) for template in (rule.message, rule.fix)]
    named = {field for text in chosen for _before, field, _form, _conversion in Formatter().parse(text) if field}
    several = not isinstance(rule.message, str) or not isinstance(rule.fix, str)
    values = {key: _codes(value) if key in rule.words else value for key, value in finding.values.items() if key in named}
    return {"case": finding.values["which"] if several else None, "values": values}


def _codes(value: Any) -> list[str]:
    return str(value).split(",")


def _chosen(finding: Finding, template: Template) -> str:
    return template if isinstance(template, str) else template[finding.values["which"]]


def _filled(finding: Finding, template: Template, *, typed: bool = True) -> str:
    values = {key: _("nobody") if value is None else value for key, value in finding.values.items()}
    if "period" in values and not typed:
        values["period"] = period_said(values["period"])
    for column, vocabulary in finding.rule.words.items():
        values[column] = listed(word(vocabulary, code) for code in _codes(finding.values[column]))
        if vocabulary == "typed":
            values[column] = values[column].format(number=values["number"])
    said = _(_chosen(finding, template)).format(**values)
    return _AROUND_QUOTED.sub("", said)
