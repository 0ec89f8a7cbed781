"""What is not as it should be: the findings of the rules over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from officecli.errors import BadInput
from officecli.i18n import _, ngettext
from officecli.model.rule import Finding, Severity
from officecli.model.words import word
from officecli.reports.report import Column, Report
from officecli.rules import every_rule, rule_named
from officecli.rules.wording import fix, message
from officecli.store import judge
from officecli.store.read import Reader, Row

SEVERITIES: tuple[str, ...] = get_args(Severity)


def found(read: Reader, *, rule: str = "", severity: str = "", limit: int | None = None) -> Report:
    """The findings, the gravest first; raises NotFound for an unknown rule, BadInput for an unknown severity."""
    rules = [rule_named(rule)] if rule else every_rule()
    if severity and severity not in SEVERITIES:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option="--severity", value=severity[:40]),
            fix=_("It takes one of: {choices}.").format(choices=", ".join(SEVERITIES)),
        )
    every = [finding for one in rules for finding in judge.findings(read, one) if severity in ("", finding.severity)]
    every.sort(
        key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule.code, bool(finding.waived), finding.item_id or 0, finding.subject_id)
    )
    most = read.settings["table.rows"] if limit is None else limit
    counts = Counter("waived" if finding.waived else finding.severity for finding in every)
    return Report(
        name="check",
        title=_("Check"),
        as_of=read.today.isoformat(),
        filters={"code": rules[0].code if rule else "", "severity": severity},
        columns=_columns(),
        rows=tuple(_rows(read, every[: most or None])),
        summary={"findings": len(every), **{kind: counts[kind] for kind in (*SEVERITIES, "waived")}},
        headline=_headline(counts, len(every)) if every else "",
        notes=(_("What a rule means, and what to do instead: officecli rule {code}").format(code=every[0].rule.code),) if every else (),
        empty=_("Nothing is found: all is as it should be."),
        total=len(every),
        head=read.head_text(),
        group_by="name",
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("code", _("code"), weight=2),
        Column("name", _("rule")),
        Column("severity", _("severity"), "word", weight=2),
        Column("about", _("about")),
        Column("unit", _("unit"), weight=3),
        Column("lead", _("who answers"), weight=2),
        Column("finding", _("what is found"), wide=True),
        Column("fix", _("what to do"), weight=2, wide=True),
        Column("waived", _("waived, because"), weight=3, wide=True),
    )


def _headline(counts: Counter[str], total: int) -> str:
    kinds = [f"{word('severity', severity)} {counts[severity]}" for severity in SEVERITIES if counts[severity]]
    if counts["waived"]:
        kinds.append(_("waived {n}").format(n=counts["waived"]))
    return ngettext("{n} finding: {kinds}.", "{n} findings: {kinds}.", total).format(n=total, kinds=", ".join(kinds))


def _rows(read: Reader, findings: Sequence[Finding]) -> Iterable[dict[str, Any]]:
    items = _items(read, sorted({finding.item_id for finding in findings if finding.item_id is not None}))
    for finding in findings:
        values, item = finding.values, items.get(finding.item_id, {})
        yield {
            "code": finding.rule.code,
            "name": finding.rule.name,
            "severity": finding.severity,
            "about": values.get("number") or values.get("person") or values.get("unit"),
            "unit": item.get("unit") or values.get("unit"),
            "lead": item.get("lead") or values.get("person"),
            "finding": message(finding),
            "fix": fix(finding),
            "waived": finding.waived or None,
        }


def _items(read: Reader, ids: Sequence[int]) -> dict[int | None, Row]:
    """The unit and lead of these items by id; few are asked for one by one, many by their whole span."""
    spans = [(one, one) for one in ids] if len(ids) <= 200 else [(ids[0], ids[-1])]
    asked = "SELECT id, lead, unit FROM v_item WHERE id BETWEEN :low AND :high"
    return {row["id"]: row for low, high in spans for row in read.rows(asked, low=low, high=high)}
