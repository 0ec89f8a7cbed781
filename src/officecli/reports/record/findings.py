"""What is not as it should be: the findings of the rules over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from officecli.i18n import _, listed, ngettext
from officecli.model.rule import SEVERITIES, Finding
from officecli.model.words import word
from officecli.reports.items.fitting import fitting_items
from officecli.reports.office.profile import changed_lately, silence, silent_by_profile
from officecli.reports.record.waivers import in_force
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.filters import Filters, day_typed, in_full
from officecli.reports.shape.report import Column, Report
from officecli.rules import every_rule, rule_named
from officecli.rules.responsibility.person_without_work import EXEMPT
from officecli.rules.responsibility.person_without_work import RULE as IDLE
from officecli.rules.wording import fix, message, told
from officecli.standing.chain.confidential import kept_from_reader
from officecli.standing.items.unattended import away_without_stand_in, led_by
from officecli.store import items, judge
from officecli.store.findings_seen import last_seen, name_of
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code

GROUPS = {"rule": "name", "unit": "unit", "person": "lead"}
LAST = "last"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the findings is wanted, as it was typed; "" where it was not. `since` is a day, or `last`: not seen by the check before; `text` a filter of the items that findings are of."""

    rule: str = ""
    severity: str = ""
    unit: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    since: str = ""
    text: str = ""
    by: str = "rule"
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finding with whom it concerns, since when it stands, and whether the last check had not seen it."""

    finding: Finding
    unit: str | None
    person: str | None
    since: str
    new: bool


def every_finding(read: Reader, rule: str = "", tick: Callable[[int, int], None] = lambda _done, _all: None) -> list[Finding]:
    """What every rule finds, or the one named; `tick` hears how many rules are done. Raises NotFound for an unknown rule."""
    rules = [rule_named(rule)] if rule else every_rule()
    found = []
    for done, one in enumerate(rules):
        tick(done, len(rules))
        found += judge.findings(read, one)
    tick(len(rules), len(rules))
    return found


def found(read: Reader, every: Sequence[Finding], asked: Asked) -> Report:
    """The findings asked for among `every`, the gravest first; raises NotFound or BadInput for what is not understood."""
    named = in_full(read, Filters(unit=asked.unit, person=asked.person))
    asked = replace(asked, unit=named.unit, person=named.person)
    placed = list(_chosen(read, every, asked))
    placed.sort(key=lambda one: _order(one, asked.by))
    counts = Counter("waived" if one.finding.waived else one.finding.severity for one in placed)
    return build(
        read,
        name="check",
        title=_("Check"),
        filters={
            "code": rule_named(asked.rule).code if asked.rule else "",
            "severity": asked.severity,
            "unit": "",
            "person": "",
            **named.given("unit", "person"),
            "since": asked.since,
            **({"text": asked.text} if asked.text else {}),
        },
        columns=_columns(),
        rows=placed,
        as_row=_row,
        limit=most_rows(read, asked.limit),
        summary={"findings": len(placed), "new": sum(one.new for one in placed), **{kind: counts[kind] for kind in (*SEVERITIES, "waived")}},
        headline=_headline(counts, len(placed)) if placed else "",
        notes=_notes(read, placed, asked.rule),
        empty=_("Nothing is found of the items that fit.")
        if asked.text
        else _("Nothing new is found.")
        if asked.since
        else _("Nothing is found: all is as it should be."),
        gravest_first=asked.by == "rule",
        group_by=GROUPS[check_code(asked.by, tuple(GROUPS), "--by")],
    )


def _chosen(read: Reader, every: Sequence[Finding], asked: Asked) -> Iterator[_Placed]:
    """The findings that pass the filters, without those about complaints that whoever reads is not shown."""
    kept = frozenset(kept_from_reader(read).values())
    every = [one for one in every if kept.isdisjoint(str(value) for value in one.values.values())] if kept else every
    severity = check_code(asked.severity, SEVERITIES, "--severity") if asked.severity else ""
    units = _names(read, units_under(read, *asked.unit)) if asked.unit else None
    day = day_typed(read, asked.since).isoformat() if asked.since not in ("", LAST) else ""
    fitting = fitting_items(read, Filters(text=asked.text))
    for one in _placed(read, every if fitting is None else [one for one in every if one.item_id in fitting]):
        wanted = severity in ("", one.finding.severity) and (units is None or one.unit in units) and (not asked.person or one.person in asked.person)
        if wanted and one.since >= day and (one.new or asked.since != LAST):
            yield one


def _names(read: Reader, units: Sequence[int]) -> set[str]:
    return {row["name"] for row in read.rows("SELECT id, name FROM unit") if row["id"] in units}


def _placed(read: Reader, every: Sequence[Finding]) -> Iterator[_Placed]:
    of_items = _items(read, sorted({finding.item_id for finding in every if finding.item_id is not None}))
    seen = last_seen(read)
    for finding in every:
        values, item = finding.values, of_items.get(finding.item_id, {})
        yield _Placed(
            finding,
            unit=item.get("unit") or values.get("unit"),
            person=item.get("lead") or values.get("person"),
            since=judge.since(read, finding),
            new=name_of(finding) not in seen,
        )


def _order(one: _Placed, by: str) -> tuple[Any, ...]:
    finding = one.finding
    group = {"unit": one.unit, "person": one.person}.get(by) or ""
    gravest = (SEVERITIES.index(finding.severity), finding.rule.code, bool(finding.waived), finding.item_id or 0, finding.subject_id)
    return (group == "" and by != "rule", group, *gravest)


def _columns() -> tuple[Column, ...]:
    return (
        Column("code", _("code"), weight=2),
        Column("name", _("rule"), "term"),
        Column("severity", _("severity"), "word", weight=2),
        Column("about", _("about")),
        Column("unit", _("unit"), weight=3),
        Column("lead", _("who answers"), weight=2),
        Column("since", _("since"), "date", weight=3),
        Column("finding", _("what is found"), wide=True, beside=("case", "values")),
        Column("fix", _("what to do"), weight=2, wide=True, sentence=True),
        Column("waived", _("waived, because"), weight=3, wide=True),
    )


def _row(one: _Placed) -> dict[str, Any]:
    values = one.finding.values
    return {
        "code": one.finding.rule.code,
        "name": one.finding.rule.name,
        "severity": one.finding.severity,
        "about": values.get("number") or values.get("person") or values.get("unit"),
        "unit": one.unit,
        "lead": one.person,
        "since": one.since,
        "finding": message(one.finding),
        "fix": fix(one.finding),
        **told(one.finding),
        "waived": one.finding.waived or None,
    }


def _headline(counts: Counter[str], total: int) -> str:
    kinds = [f"{word('severity', severity)} {counts[severity]}" for severity in SEVERITIES if counts[severity]]
    if counts["waived"]:
        kinds.append(_("waived {n}").format(n=counts["waived"]))
    return ngettext("{n} finding: {kinds}.", "{n} findings: {kinds}.", total).format(n=total, kinds=listed(kinds))


def _notes(read: Reader, placed: Sequence[_Placed], rule: str) -> Iterator[str]:
    """What a reader of the findings should know besides: where a rule is explained, what is set aside, and what is not asked at all."""
    if placed:
        yield _("What a rule means, and what to do instead: officecli rule {code}").format(code=placed[0].finding.rule.code)
    if waivers := in_force(read):
        yield ngettext("{n} waiver is in force: officecli waivers", "{n} waivers are in force: officecli waivers", waivers).format(n=waivers)
    yield from filter(None, (changed_lately(read), silence(read)))
    by_profile = silent_by_profile(read)
    if off := [rule.code for rule in every_rule() if rule.code not in by_profile and judge.severity_of(read, rule) == "off"]:
        yield _("Switched off here, and not asked: {codes}").format(codes=listed(off))
    if rule_named(rule or IDLE.code) is IDLE and (exempt := read.rows(EXEMPT, items.values(read))):
        yield _("Without work, but exempt from {code} as newcomers or on leave: {names}").format(
            code=IDLE.code, names=listed(row["name"] for row in exempt)
        )
    if unattended := [row["number"] for away in away_without_stand_in(read) for row in led_by(read, away["id"])]:
        said = ngettext(
            "{n} item of absent leads without a stand-in: {numbers}; see officecli away",
            "{n} items of absent leads without a stand-in: {numbers}; see officecli away",
            len(unattended),
        )
        yield said.format(n=len(unattended), numbers=listed(unattended))


def _items(read: Reader, ids: Sequence[int]) -> dict[int | None, Row]:
    """The unit and lead of these items by id; few are asked for one by one, many by their whole span."""
    spans = [(one, one) for one in ids] if len(ids) <= 200 else [(ids[0], ids[-1])]
    asked = "SELECT id, lead, unit FROM v_item WHERE id BETWEEN :low AND :high"
    return {row["id"]: row for low, high in spans for row in read.rows(asked, low=low, high=high)}
