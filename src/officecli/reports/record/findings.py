"""What is not as it should be: the findings of the rules over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from officecli.hints import Any
from officecli.i18n import _, listed, ngettext
from officecli.light import dataclass, replace
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

Where = Mapping[int | None, Row]
"""The unit and lead of items, by id."""


@dataclass(frozen=True)
class Asked:
    """What of the findings is wanted, as it was typed; "" where it was not. `since` is a day,
    or `last`: not seen by the check before; `text` a filter of the items that findings are of.

    With `short` no more rows are made than `in_short` tells of; how many there are of each kind stands in `group_totals`.
    """

    rule: str = ""
    severity: str = ""
    unit: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    since: str = ""
    text: str = ""
    by: str = "rule"
    limit: int | None = None
    short: bool = False


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
    seen = last_seen(read)
    chosen, where = _chosen(read, every, asked, seen)
    counts = Counter("waived" if one.waived else one.severity for one in chosen)
    shown = _telling(read, chosen) if asked.short else chosen
    limit = 0 if asked.short else most_rows(read, asked.limit)
    where = where or _where(read, shown[: limit or None])
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
        rows=shown,
        as_row=lambda one: _row(read, one, where),
        limit=limit,
        summary={
            "findings": len(chosen),
            "new": sum(name_of(one) not in seen for one in chosen),
            **{kind: counts[kind] for kind in (*SEVERITIES, "waived")},
        },
        headline=_headline(counts, len(chosen)) if chosen else "",
        notes=_notes(read, chosen, asked.rule),
        empty=_("Nothing is found of the items that fit.")
        if asked.text
        else _("Nothing new is found.")
        if asked.since
        else _("Nothing is found of what was asked for.")
        if asked.rule or asked.severity or asked.unit or asked.person
        else _("Nothing is found: all is as it should be."),
        gravest_first=asked.by == "rule",
        group_by=GROUPS[check_code(asked.by, tuple(GROUPS), "--by")],
        group_totals=Counter(one.rule.name for one in chosen if not one.waived) if asked.short else {},
    )


def _chosen(read: Reader, every: Sequence[Finding], asked: Asked, seen: frozenset[str]) -> tuple[list[Finding], Where]:
    """The findings that pass the filters in order, without those about complaints that whoever reads is not shown; and whose all are, where that was asked."""
    kept = frozenset(kept_from_reader(read).values())
    severity = check_code(asked.severity, SEVERITIES, "--severity") if asked.severity else ""
    units = _names(read, units_under(read, *asked.unit)) if asked.unit else None
    day = day_typed(read, asked.since, first=True).isoformat() if asked.since not in ("", LAST) else ""
    fitting = fitting_items(read, Filters(text=asked.text))
    where = _where(read, every) if asked.unit or asked.person or asked.by != "rule" else {}
    chosen = [
        one
        for one in every
        if (not kept or kept.isdisjoint(map(str, one.values.values())))
        and (fitting is None or one.item_id in fitting)
        and (not severity or one.severity == severity)
        and (units is None or _unit(one, where) in units)
        and (not asked.person or _person(one, where) in asked.person)
        and (not day or judge.since(read, one) >= day)
        and (asked.since != LAST or name_of(one) not in seen)
    ]
    group = None if asked.short else {"unit": _unit, "person": _person}.get(asked.by)  # a short sheet is by rule, whatever was asked
    gravest = _order(chosen)
    chosen.sort(key=gravest if group is None else lambda one: (not (of := group(one, where)), of or "", gravest(one)))
    return chosen, where


def _names(read: Reader, units: Sequence[int]) -> set[str]:
    return {row["name"] for row in read.rows("SELECT id, name FROM unit") if row["id"] in units}


def _order(chosen: Sequence[Finding]) -> Callable[[Finding], tuple[Any, ...]]:
    """Kind by kind: the graver first, of equal ones what somebody waits for before how complete the office is, then what is found more often; waived last."""
    many = Counter(one.rule.code for one in chosen if not one.waived)
    gravest: dict[str, tuple[bool, int]] = {}
    for one in chosen:
        gravest[one.rule.code] = min(gravest.get(one.rule.code, (True, len(SEVERITIES))), _gravity(one))

    def place(one: Finding) -> tuple[Any, ...]:
        kind = one.rule
        return gravest[kind.code], not kind.waited, -many[kind.code], kind.code, _gravity(one), one.item_id or 0, one.subject_id

    return place


def _gravity(one: Finding) -> tuple[bool, int]:
    return one.waived != "", SEVERITIES.index(one.severity)


def _telling(read: Reader, chosen: Sequence[Finding]) -> list[Finding]:
    """What a short sheet has to know: of each kind the one that stands longest of the gravest, and one about which something else is to be done."""
    kinds: dict[str, list[Finding]] = {}
    for one in chosen:
        if not one.waived:
            kinds.setdefault(one.rule.code, []).append(one)
    told = []
    for kind in kinds.values():
        worst = min(kind, key=lambda one: (SEVERITIES.index(one.severity), judge.since(read, one)))
        said = fix(worst)
        told += [worst, *islice((one for one in kind if fix(one) != said), 1)]
    return told or list(chosen[:1])


def _where(read: Reader, findings: Iterable[Finding]) -> Where:
    """The unit and lead of the items these are about, by id."""
    return _items(read, sorted({one.item_id for one in findings if one.item_id is not None}))


def _unit(one: Finding, where: Where) -> str | None:
    """The unit it concerns."""
    return where.get(one.item_id, {}).get("unit") or one.values.get("unit")


def _person(one: Finding, where: Where) -> str | None:
    """Who answers for it."""
    return where.get(one.item_id, {}).get("lead") or one.values.get("person")


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


def _row(read: Reader, one: Finding, where: Where) -> dict[str, Any]:
    values = one.values
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "severity": one.severity,
        "about": values.get("number") or values.get("result") or values.get("person") or values.get("unit"),
        "unit": _unit(one, where),
        "lead": _person(one, where),
        "since": judge.since(read, one),
        "finding": message(one),
        "fix": fix(one),
        **told(one),
        "waived": one.waived or None,
    }


def _headline(counts: Counter[str], total: int) -> str:
    kinds = [f"{word('severity', severity)} {counts[severity]}" for severity in SEVERITIES if counts[severity]]
    if counts["waived"]:
        kinds.append(_("waived {n}").format(n=counts["waived"]))
    return ngettext("{n} finding: {kinds}.", "{n} findings: {kinds}.", total).format(n=total, kinds=listed(kinds))


def _notes(read: Reader, chosen: Sequence[Finding], rule: str) -> Iterator[str]:
    """What a reader of the findings should know besides: where a rule is explained, what is set aside, and what is not asked at all."""
    if chosen:
        yield _("What a rule means, and what to do instead: officecli rule {code}").format(code=chosen[0].rule.code)
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


def _items(read: Reader, ids: Sequence[int]) -> Where:
    """The unit and lead of these items by id; few are asked for one by one, many by their whole span."""
    spans = [(one, one) for one in ids] if len(ids) <= 200 else [(ids[0], ids[-1])]
    asked = "SELECT id, lead, unit FROM v_item WHERE id BETWEEN :low AND :high"
    return {row["id"]: row for low, high in spans for row in read.rows(asked, low=low, high=high)}
