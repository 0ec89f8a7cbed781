"""What a post is measured by, as a table of its page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

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
from officecli.typed.targets.wording import goal_text


def target_table(book: Book, post: Row) -> Table:
    """What it is measured by, whether the weights add up, and which duties nothing measures."""
    targets = sorted(book.targets[post["id"]], key=lambda terms: (PERIODS.index(terms.period), terms.family_id, terms.id))
    measured = {terms.duty_id for terms in targets}
    without = [duty["title"] for duty in book.duties[post["id"]] if duty["id"] not in measured]
    sums = {kind: _weight(book.today, (terms for terms in targets if terms.period == kind)) for kind in PERIODS}
    said = _("weights by {period}: {total}")
    return Table(
        "targets",
        _("Targets"),
        _target_columns(),
        tuple(_target(book, terms) for terms in targets),
        notes=(
            clauses(said.format(period=word("period", kind), total=number_text(total)) for kind, total in sums.items() if total == HUNDRED),
            *(_checklist(terms) for terms in targets if terms.points),
        ),
        lacks=(
            *([] if targets else [_("It has no target.")]),
            *(
                _("The weights by {period} add up to {total}, not 100.").format(period=word("period", kind), total=number_text(total))
                for kind, total in sums.items()
                if total not in (None, HUNDRED)
            ),
            *([_("No target for: {duties}.").format(duties=listed(without))] if targets and without else []),
        ),
    )


def _weight(today: date, targets: Iterable[TargetTerms]) -> Decimal | None:
    """What the weights in force today add up to; None where no target is."""
    weights = [terms.weight or Decimal(0) for terms in targets if terms.since <= today]
    return sum(weights, Decimal(0)) if weights else None


def _target(book: Book, terms: TargetTerms) -> dict[str, Any]:
    return {
        "number": terms.number,
        "metric": terms.metric,
        "part": book.duty[terms.duty_id]["title"] if terms.duty_id else None,
        "target_class": terms.target_class,
        "goal": goal_text(terms),
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
        Column("target_class", _("class"), "word"),
        Column("goal", _("goal")),
        Column("threshold", _("threshold"), sparse=True),
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
