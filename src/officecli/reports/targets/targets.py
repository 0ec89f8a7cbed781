"""The targets: what is asked of whom, and what was attained of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from officecli.hints import Any
from officecli.i18n import _, in_brackets, listed
from officecli.light import dataclass
from officecli.model.time.periods import MONTHS, Period, ended_between, period_of
from officecli.model.words import word
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import joined
from officecli.reports.shape.report import Column, Report
from officecli.reports.targets.attained import Attained, Source
from officecli.reports.targets.attainment import Results
from officecli.reports.targets.owners import Chosen, Owners
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms
from officecli.typed.periods import read_period
from officecli.typed.targets.amounts import number_text, with_unit
from officecli.typed.targets.finding import find_target
from officecli.typed.targets.wording import GOAL_BESIDE, goal_text, goal_told, terms_text, terms_told


@dataclass(frozen=True)
class Asked:
    """Which targets are asked for, as it was typed; "" where nothing was."""

    post: str = ""
    unit: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    period: str = ""


def every(read: Reader, asked: Asked) -> Report:
    """The targets that hold now, or in a period, each with its result there; those measured by shorter periods than the one asked for are rolled up.

    Raises NotFound or BadInput for what cannot be understood.
    """
    owners = Owners(read)
    wanted = read_period(asked.period, read.as_of) if asked.period else None
    periods = [wanted] if wanted else [period_of(kind, read.as_of) for kind in ("month", "quarter", "year")]
    chosen = Chosen(read, owners, post=asked.post, unit=asked.unit, people=asked.person)
    results = Results(read)
    every_target = [terms for terms in results.every if terms in chosen]
    rows: list[dict[str, Any]] = []
    for period in periods:
        shared = results.hands.several(period.start, min(period.end, read.as_of)) if chosen.people else set()
        for terms in {one.family_id: one for one in every_target if (one.periods_in(period) if wanted else one.holds_in(period))}.values():
            theirs = chosen.whose(terms) if terms.computed and terms.owner_post_id in shared else []
            own: list[int | None] = [*theirs] or [None]
            rows += [_row(owners, period, *found) for one in own if (found := results.over(terms, period, one))]
    rows.sort(key=lambda row: row.pop("place"))
    return build(
        read,
        "target-list",
        _("Targets in {period}").format(period=listed(period.said for period in periods)),
        _list_columns(),
        rows,
        summary={"targets": len(rows), "without_result": sum(1 for row in rows if row["value"] is None)},
        notes=(_("One target, period by period: officecli target show NUMBER"),) if rows else (),
        empty=_("No target holds there. Set one with: officecli target add"),
    )


def one(read: Reader, typed: str) -> Report:
    """One target: its terms, its checklist, and its result in each period with what that was made of; raises NotFound or BadInput."""
    family = find_target(read, typed)
    latest = family[-1]
    owners = Owners(read)
    last = period_of(latest.period, read.as_of).end
    results = Results(read)
    rows = [
        row
        for period in reversed(ended_between(latest.period, family[0].since, last))
        for row in (*_longer(results, family, period), *_in_period(results, family, period, owners))
    ]
    numbers = {terms.family_id: terms.number for terms in results.every}
    below = {terms.family_id: terms for terms in results.every if terms.parent_id == latest.family_id}
    return build(
        read,
        "target-show",
        _("Target {number}: {metric}").format(number=latest.number, metric=latest.metric),
        _show_columns(),
        rows,
        summary={
            "number": latest.number, "metric": latest.metric, "class": latest.target_class, "owner": owners.said(latest),
            "period": latest.period, "direction": latest.direction, "goal": latest.goal, "unit": latest.unit,
            "threshold": latest.threshold, "bonus": latest.bonus, "weight": latest.weight, "computed": latest.computed,
            "under": numbers[latest.parent_id] if latest.parent_id else None, "points": list(latest.points),
            "since": Period(latest.period, family[0].since).label, "until": latest.until.isoformat() if latest.until else None,
        },
        headline=joined((owners.said(latest) or "", word("target_class", latest.target_class), word("period", latest.period))),
        notes=[
            _("It was retired; it ends before {day}.").format(day=latest.until.isoformat()) if latest.until else "",
            *(f"{number}. {point}" for number, point in enumerate(latest.points, 1)),
            _("It is rolled up to {target}.").format(target=numbers[latest.parent_id]) if latest.parent_id else "",
            _("It is rolled up from {targets}.").format(targets=_named(below.values())) if below else "",
            _asked_below(latest, [terms for terms in below.values() if not terms.ended_by(read.as_of)]),
        ],
        empty=_("It has not begun."),
    )  # fmt: skip


def _asked_below(whole: TargetTerms, below: list[TargetTerms]) -> str:
    """What the targets of pieces below one ask for together, where that is not what it asks for itself; "" where they count other things."""
    alike = all((one.target_class, one.unit, one.period) == ("output", whole.unit, whole.period) for one in below)
    asked = sum((one.goal for one in below), Decimal(0))
    if whole.target_class != "output" or not below or not alike or asked == whole.goal:
        return ""
    said = {"sum": with_unit(asked, whole.unit), "goal": with_unit(whole.goal, whole.unit), "n": with_unit(abs(whole.goal - asked), whole.unit)}
    less, more = _("They ask for {sum} in all: {n} less than {goal}."), _("They ask for {sum} in all: {n} more than {goal}.")
    return (less if asked < whole.goal else more).format(**said)


def _named(targets: Iterable[TargetTerms]) -> str:
    return listed(_("{number} “{metric}”").format(number=terms.number, metric=terms.metric) for terms in targets)


def _row(owners: Owners, period: Period, terms: TargetTerms, result: Attained) -> dict[str, Any]:
    return {
        "place": owners.place(terms),
        "number": terms.number,
        "post": owners.post(terms),
        "metric": terms.metric,
        "part": owners.part(terms),
        "target_class": terms.target_class,
        "goal": goal_text(terms),
        **goal_told(terms),
        "weight": _text(terms.weight),
        "period": period.label,
        "attained": None if result.value is None else with_unit(result.value, terms.unit) + _waiting(terms, result),
        "value": result.value,
        "known": result.how,
    }


def _waiting(terms: TargetTerms, result: Attained) -> str:
    """What is to be counted beside a result, or in its place, once a superior has confirmed it."""
    waiting = [one.amount for one in result.sources if result.how == "recorded" and one.brings == _("unconfirmed") and one.amount is not None]
    return in_brackets(_("{values} unconfirmed").format(values=listed(with_unit(one, terms.unit) for one in waiting))) if waiting else ""


def _longer(results: Results, family: Sequence[TargetTerms], period: Period) -> Iterator[dict[str, Any]]:
    """What a target came to in the years and quarters of which this is the last period, or the last that has begun, where there are several."""
    last = period.next.start > results.as_of
    for kind in ("year", "quarter"):
        whole = period_of(kind, period.start)
        if MONTHS[kind] > MONTHS[period.kind] and (last or whole.end == period.end) and (found := results.over(family[0], whole)):
            terms, result = found
            if len(result.sources) > 1 and result.value is not None:
                yield {"period": whole.label, **_whole(terms, result)}


def _whole(terms: TargetTerms, result: Attained) -> dict[str, Any]:
    return {
        "source": None,
        "text": terms_text(terms),
        "terms": terms_told(terms),
        "amount": _text(result.value),
        "of": None,
        "day": None,
        "by": None,
        "known": result.how,
    }


def _in_period(results: Results, family: Sequence[TargetTerms], period: Period, owners: Owners) -> list[dict[str, Any]]:
    """The result of a target in one period, and under it what each came to where several hold its post, and what it was made of.

    Nothing where the target did not hold.
    """
    terms = next((one for one in family if one.holds_in(period)), None)
    if terms is None:
        return []
    found = results.within(period)
    result = found.of(terms)
    whole = _whole(terms, result)
    shared = terms.computed and terms.owner_post_id in results.hands.several(period.start, min(period.end, results.as_of))
    each = (
        [
            {**whole, "text": owners.name(who), "terms": None, "amount": _text(own.value)}
            for who, own in sorted(found.by_holder(terms).items(), key=lambda one: one[0])
        ]
        if shared
        else []
    )
    return [{"period": period.label, **row} for row in (whole, *each, *(_from(source, terms.computed) for source in result.sources))]


def _from(source: Source, measure: str | None) -> dict[str, Any]:
    said = _("minutes") if measure == "sign-hours" else source.brings
    text = source.text + (in_brackets(said) if said else "")
    return {
        "source": source.said,
        "text": text,
        "terms": None,
        "amount": _text(source.amount),
        "of": _text(source.of),
        "day": source.day,
        "by": source.by or None,
        "known": None,
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else number_text(number)


def _list_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("post", _("post")),
        Column("metric", _("metric"), wide=True),
        Column("part", _("of"), weight=3, sparse=True),
        Column("target_class", _("class"), "word", weight=3),
        Column("goal", _("goal"), beside=GOAL_BESIDE),
        Column("weight", _("weight"), "amount", weight=2),
        Column("period", _("period"), "period", weight=2),
        Column("attained", _("attained"), beside=("value",)),
        Column("known", _("how known"), "word", weight=3),
    )


def _show_columns() -> tuple[Column, ...]:
    return (
        Column("period", _("period"), "period"),
        Column("source", _("made of")),
        Column("text", _("what"), wide=True, beside=("terms",)),
        Column("amount", _("amount"), "amount"),
        Column("of", _("of how much"), "amount", weight=3, sparse=True),
        Column("day", _("day"), "date", weight=2),
        Column("by", _("recorded by"), weight=2, sparse=True),
        Column("known", _("how known"), "word", weight=3, sparse=True),
    )
