"""What a post is measured by, as a table of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from officecli.hints import Any
from officecli.i18n import _, clauses, listed
from officecli.model.codes import PERIODS
from officecli.model.exact import HUNDRED
from officecli.model.words import word
from officecli.reports.office.post_book import Book
from officecli.reports.shape.document import Table
from officecli.reports.shape.report import Column
from officecli.store.read.reader import Row
from officecli.store.targets import TargetTerms
from officecli.typed.targets.amounts import number_text, with_unit
from officecli.typed.targets.wording import GOAL_BESIDE, goal_text, goal_told


def target_table(book: Book, post: Row) -> Table:
    """What it is measured by, whether the weights add up, and which duties nothing measures."""
    targets = sorted(book.targets[post["id"]], key=lambda terms: (PERIODS.index(terms.period), terms.person_id or 0, terms.family_id, terms.id))
    measured = {terms.duty_id for terms in targets}
    without = [duty["title"] for duty in book.duties[post["id"]] if duty["id"] not in measured]
    sums = [one for kind in PERIODS for one in _sums(book, post, kind, [terms for terms in targets if terms.period == kind])]
    return Table(
        "targets",
        _("Targets"),
        _target_columns(),
        tuple(_target(book, terms) for terms in targets),
        notes=(
            clauses(
                _met(name).format(name=name, period=word("period", kind), total=number_text(total)) for name, kind, total in sums if total == HUNDRED
            ),
            *(_checklist(terms) for terms in targets if terms.points),
        ),
        lacks=(
            *([] if targets else [_("It has no target.")]),
            *(_off(name).format(name=name, period=word("period", kind), total=number_text(total)) for name, kind, total in sums if total != HUNDRED),
            *([_("No target for: {duties}.").format(duties=listed(without))] if targets and without else []),
        ),
    )


def _met(name: str) -> str:
    return _("weights of {name} by {period}, with the post's: {total}") if name else _("weights by {period}: {total}")


def _off(name: str) -> str:
    return (
        _("The weights of {name} by {period}, with the post's, add up to {total}, not 100.")
        if name
        else _("The weights by {period} add up to {total}, not 100.")
    )


def _sums(book: Book, post: Row, kind: str, targets: Sequence[TargetTerms]) -> Iterator[tuple[str, str, Decimal]]:
    """What the weights in force today add up to: the post's (name "") where somebody on it has no others, and for each who has targets of their own."""
    in_force = [terms for terms in targets if terms.since <= book.today]
    own = {terms.person_id for terms in in_force if terms.person_id is not None}
    holders = [person for person in book.people.values() if person["post_id"] == post["id"]]
    whose = [(None, "")] if len(own) < len(holders) or not own else []
    for person_id, name in (*whose, *((person["id"], person["name"]) for person in holders if person["id"] in own)):
        weights = [terms.weight or Decimal(0) for terms in in_force if terms.person_id in (None, person_id)]
        if weights:
            yield name, kind, sum(weights, Decimal(0))


def _target(book: Book, terms: TargetTerms) -> dict[str, Any]:
    return {
        "number": terms.number,
        "metric": terms.metric,
        "part": book.duty[terms.duty_id]["title"] if terms.duty_id else None,
        "person": book.people[terms.person_id]["name"] if terms.person_id else None,
        "target_class": terms.target_class,
        "goal": goal_text(terms),
        **goal_told(terms),
        "threshold_amount": terms.threshold,
        "threshold": with_unit(terms.threshold, terms.unit) if terms.threshold is not None else None,
        "bonus": number_text(terms.bonus) if terms.bonus is not None else None,
        "weight": number_text(terms.weight) if terms.weight is not None else None,
        "period": terms.period,
        "computed": terms.computed,
        "since": terms.since.isoformat() if terms.since > book.today else None,
        "until": terms.until.isoformat() if terms.until else None,
    }


def _target_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("metric", _("metric")),
        Column("part", _("duty"), sparse=True),
        Column("person", _("person"), sparse=True),
        Column("target_class", _("class"), "word"),
        Column("goal", _("goal"), beside=GOAL_BESIDE),
        Column("threshold", _("threshold"), sparse=True, beside=("threshold_amount",)),
        Column("bonus", _("bonus at most"), "amount", sparse=True),
        Column("weight", _("weight"), "amount"),
        Column("period", _("period"), "word"),
        Column("computed", _("from the ledger"), "word", sparse=True),
        Column("since", _("from"), "date", sparse=True),
        Column("until", _("until"), "date", sparse=True),
    )


def _checklist(terms: TargetTerms) -> str:
    points = clauses(f"{number}. {point}" for number, point in enumerate(terms.points, 1))
    return _("{label}: {text}").format(label=f"{terms.number} {terms.metric}", text=points)
