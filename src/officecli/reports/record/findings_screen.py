"""The findings of a check for somebody before a screen: what to do once for each kind, and in short the gravest kinds with the worst case of each."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.model.rule import SEVERITIES
from officecli.reports.shape.report import Report
from officecli.rules import rule_named

KINDS = 5
"""How many kinds a screen takes in."""

_IN_SHORT = ("code", "name", "severity", "since", "finding")
"""The finding itself says who and what it is about."""

Row = dict[str, Any]


def with_hints(report: Report) -> Report:
    """The findings by rule, what to do said once under each rule's name in place of beside every finding."""
    if report.group_by != "name":
        return report
    columns = tuple(column for column in report.columns if column.key != "fix")
    return replace(report, columns=columns, group_notes={name: _hint(rows) for name, rows in _by_kind(report.rows).items()})


def in_short(report: Report) -> Report:
    """The first kinds of all these findings, waived ones left out: how many there are of each, what to do, and the one that has stood longest.

    Of each kind the rows that tell this are enough, where `group_totals` has how many there are.
    """
    kinds = _by_kind([row for row in report.rows if not row["waived"]])
    many = {name: report.group_totals.get(name, len(rows)) for name, rows in kinds.items()}
    shown = [*kinds][:KINDS]
    worst = {name: min(kinds[name], key=lambda row: (_gravity(row), row["since"] or "9999")) for name in shown}
    more = sum(many[name] for name in [*kinds][KINDS:])
    whole = [_("Everything that is found: officecli check --all")] if report.rows else []
    if more:
        said = ngettext("{n} finding of other kinds is not shown here.", "{n} findings of other kinds are not shown here.", more).format(n=more)
        whole.insert(0, said)
    return replace(
        report,
        columns=tuple(column for column in report.columns if column.key in _IN_SHORT),
        rows=tuple(worst.values()),
        total=len(worst),
        group_by="name",
        group_totals={name: many[name] for name in shown},
        group_notes={name: _hint(kinds[name]) for name in shown},
        notes=(*whole, *report.notes),
        empty=_("Only waived findings are left.") if report.rows else report.empty,
    )


def _by_kind(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows by the name of the rule."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["name"], []).append(row)
    return found


def _gravity(row: Row) -> int:
    return SEVERITIES.index(row["severity"])


def _hint(rows: Sequence[Row]) -> str:
    """What to do about all of them: what is said of each where that is the same, else what the rule says."""
    said = {row["fix"] for row in rows}
    instead = rule_named(rows[0]["code"]).instead
    return said.pop() if len(said) == 1 else _(instead)
