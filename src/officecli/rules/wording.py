"""Puts findings into the reader's words; until then they are codes and values."""

from __future__ import annotations

from officecli.i18n import _, listed
from officecli.model.rule import Finding, Rule, Template
from officecli.model.words import word


def label(rule: Rule) -> str:
    """How a rule is named to people: `R102 same-rank-ad-hoc` · `R102 同级并办`."""
    return f"{rule.code} {_(rule.name)}"


def message(finding: Finding) -> str:
    """What was found, as one sentence."""
    return _filled(finding, finding.rule.message)


def fix(finding: Finding) -> str:
    """What to do about it."""
    return _filled(finding, finding.rule.fix)


def _filled(finding: Finding, template: Template) -> str:
    chosen = template if isinstance(template, str) else template[finding.values["which"]]
    values = {key: _("nobody") if value is None else value for key, value in finding.values.items()}
    for column, vocabulary in finding.rule.words.items():
        values[column] = listed(word(vocabulary, code) for code in str(finding.values[column]).split(","))
    return _(chosen).format(**values)
