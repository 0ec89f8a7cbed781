"""Asks the rules' queries: over everything for `check`, over what a change touched for a write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from officecli import clock
from officecli.hints import Any, Literal, cast
from officecli.model.rule import SEVERITIES, Finding, Rule, Severity
from officecli.model.time.wall_clock import local
from officecli.store import effort, items
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader

EVERYTHING = ((0, 2**62),)

Runs = Iterable[tuple[int, int]]


def findings(read: Reader, rule: Rule, runs: Runs | None = None) -> list[Finding]:
    """What `rule` finds, of all or of the subjects whose ids lie in `runs`, waived ones marked; nothing where the office has switched it off."""
    severity = severity_of(read, rule)
    if severity == "off":
        return []
    if runs is not None:
        return _found(read, rule, rule.sql, severity, runs)
    if rule.rare and not read.rows(f"{rule.among} LIMIT 1"):
        return []
    return _found(read, rule, rule.checking, severity, EVERYTHING)


def since(read: Reader, finding: Finding) -> str:
    """The day (ISO) a finding became true, whatever day a check first saw it."""
    day = finding.values.get("since")
    if day is None and finding.rule.since:
        day = read.value(f"SELECT {finding.rule.since} AS since", values(read, finding.rule), subject=finding.subject_id, key=finding.key)
    return str(day or read.today.isoformat())


def severity_of(read: Reader, rule: Rule) -> Severity | Literal["off"]:
    """How strict this office is with the rule: a severity, or "off"."""
    return rule.severity if rule.fixed else cast(Severity, read.severities.get(rule.code) or rule.severity_by(read.profile))


def _found(read: Reader, rule: Rule, sql: str, severity: Severity, runs: Runs) -> list[Finding]:
    taken = values(read, rule)
    rows = [row for low, high in runs for row in read.rows(sql, taken, lo=low, hi=high)]
    if not rows:
        return []
    for column in rule.moments:
        for row in rows:
            row[column] = local(row[column], read.office["timezone"])[:10]
    for column, table in rule.numbers.items():
        numbers = own_numbers(read, table) if any(row[column] is not None for row in rows) else {}
        for row in rows:
            row[column] = numbers.get(row[column], "–")
    waivers: dict[int, list[dict[str, Any]]] = {}
    if rule.waivable:
        for waiver in read.rows(
            "SELECT id, item_id, reason FROM waiver WHERE rule = :rule AND (expires IS NULL OR expires >= :as_of) ORDER BY id", taken, rule=rule.code
        ):
            waivers.setdefault(waiver["item_id"], []).append(waiver)
    if not waivers and "severity" not in rows[0]:
        return [Finding(rule, severity, row["subject_id"], row["item_id"], str(row["key"]), row) for row in rows]
    return [_finding(rule, severity, row, waivers.get(row["item_id"], ())) for row in rows]


def _finding(rule: Rule, severity: Severity, row: dict[str, Any], waivers: Iterable[Mapping[str, Any]]) -> Finding:
    """The finding, waived by the first waiver on its item that was given with or after what it is about: none covers acts and rows to come."""
    return Finding(
        rule=rule,
        severity=max(severity, row.get("severity") or severity, key=SEVERITIES.index),  # the milder of the rule's and the case's
        subject_id=row["subject_id"],
        item_id=row["item_id"],
        key=str(row["key"]),
        values=row,
        waived=next((waiver["reason"] for waiver in waivers if waiver["id"] > row["subject_id"]), ""),
    )


def new_findings(rules: Iterable[Rule], before: Reader, after: Reader, touched: Mapping[str, Runs], last: int) -> Iterator[Finding]:
    """What the change made wrong, rule by rule: findings after it that did not stand before it, so that an old fault never blocks an unrelated act.

    `before` reads the store as it was, `after` as it would be; `touched` holds the ids of the changed rows by table;
    ids above `last` were made by this change, so nothing can have been found about them before.
    """
    reached: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for rule in rules:
        severity = severity_of(after, rule)
        if severity not in ("refuse", "warn"):
            continue
        for table, reach in rule.watches.items():
            if (table, reach) not in reached:  # many rules watch the same rows
                reached[table, reach] = runs(_reached(before, after, reach, touched.get(table, ()), last))
        found = merged(run for watched in rule.watches.items() for run in reached[watched])
        if not found:
            continue
        now = _found(after, rule, rule.judging, severity, found)
        old = [subject for subject in {finding.subject_id for finding in now} if subject <= last]
        known = {finding.identity: finding for finding in _found(before, rule, rule.judging, severity, runs(old))} if old else {}
        yield from (finding for finding in now if _is_new(finding, known.get(finding.identity)))


def _reached(before: Reader, after: Reader, reach: str, touched: Runs, last: int) -> Iterator[int]:
    """The subjects that these rows may concern, as they are now and as they were."""
    for low, high in touched:
        for read in (after, before) if low <= last else (after,):
            yield from (one for one in read.ids(reach, lo=low, hi=high) if one is not None)


def _is_new(finding: Finding, before: Finding | None) -> bool:
    """Whether a change brought the finding about, or made it worse."""
    worsens = finding.rule.worsens
    return before is None or (worsens != "" and finding.values[worsens] > before.values[worsens])


def runs(ids: Iterable[int]) -> list[tuple[int, int]]:
    """The ids as runs of consecutive numbers: one range over two distant ids would judge every stranger between them."""
    numbers = sorted(ids)  # not pairs of them: an import reaches a hundred thousand
    ends = [at for at in range(1, len(numbers) + 1) if at == len(numbers) or numbers[at] > numbers[at - 1] + 1]
    return [(numbers[begin], numbers[end - 1]) for begin, end in zip([0, *ends], ends, strict=False)]


def merged(some: Runs) -> list[tuple[int, int]]:
    """The runs in order, each id in one of them."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(some):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def values(read: Reader, rule: Rule) -> dict[str, Any]:
    """What a rule's query takes besides the bounds."""
    own = {setting.parameter: setting.value(read.stored_settings) for setting in rule.thresholds.values()}
    return {
        **own,
        **items.values(read),
        "now": clock.stamp(),
        "an_hour_ago": clock.stamp(clock.now() - timedelta(hours=1)),
        "day_minutes": effort.day_minutes(read),
    }
