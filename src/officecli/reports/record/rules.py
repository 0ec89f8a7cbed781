"""The rules themselves: what each finds, and why."""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.model.rule import Rule
from officecli.reports.shape.report import Column, Report
from officecli.rules import every_rule, rule_named


def listed() -> Report:
    """Every rule with what it finds. It needs no store, and has no day."""
    rules = every_rule()
    return _report(rules, ngettext("{n} rule.", "{n} rules.", len(rules)).format(n=len(rules)), _("One of them whole: officecli rule {code}"))


def whole(name: str) -> Report:
    """The rule of this code or name with all its texts; raises NotFound."""
    return _report((rule_named(name),))


def with_notes(report: Report, *notes: str) -> Report:
    """The report with these sentences under it, those that say something."""
    return replace(report, notes=(*report.notes, *filter(None, notes)))


def _report(rules: tuple[Rule, ...], headline: str = "", note: str = "") -> Report:
    columns = [
        Column("code", _("code")),
        Column("name", _("rule"), "term"),
        Column("severity", _("severity"), "word"),
        Column("finds", _("what it finds"), wide=True, sentence=True),
        Column("waivable", _("can be waived"), "word", weight=2),
    ]
    if not headline:
        columns += [
            Column("principle", _("principle"), weight=3, wide=True, sentence=True),
            Column("why", _("why"), weight=3, wide=True, sentence=True),
            Column("instead", _("what to do instead"), weight=3, wide=True, sentence=True),
        ]
    return Report(
        name="rule",
        title=_("Rules"),
        as_of="",
        columns=tuple(columns),
        rows=tuple({column.key: _value(rule, column.key) for column in columns} for rule in rules),
        summary={"rules": len(rules)},
        headline=headline,
        notes=(note.format(code=rules[0].code),) if note else (),
        total=len(rules),
    )


def _value(rule: Rule, key: str) -> object:
    value = getattr(rule, key)
    return _(value) if key in ("finds", "principle", "why", "instead") else value
