"""A scorecard's terms as rows: each target and each deduction with its points, and the items and results they come from."""

from __future__ import annotations

from officecli.i18n import N_, _, in_brackets, listed
from officecli.model.time.periods import period_said
from officecli.reports.shape.report import Column
from officecli.reports.targets.attained import Source
from officecli.reports.targets.cards import Card, Scored
from officecli.reports.targets.deductions import Deduction
from officecli.store.read.reader import Row
from officecli.typed.targets.amounts import number_text, with_unit
from officecli.typed.targets.wording import GOAL_BESIDE, goal_told
from officecli.typed.text import first_of

_RESULT = ("attained", "numerator", "denominator", "pieces")

TERM_COLUMNS = (
    Column("part", N_("part of the score"), "word", weight=3),
    Column("number", N_("number")),
    Column("term", N_("term"), "word"),
    Column("matter", N_("matter"), wide=True),
    Column("goal", N_("goal"), weight=2, beside=GOAL_BESIDE),
    Column("result", N_("attained"), weight=2, beside=_RESULT),
    Column("known", N_("how known"), "word", weight=3),
    Column("day", N_("on"), "date", weight=2, sparse=True),
    Column("weight", N_("weight"), "amount", weight=2),
    Column("base", N_("base"), "amount", weight=2),
    Column("bonus", N_("bonus"), "amount", weight=2),
    Column("points", N_("points"), "amount"),
    Column("sources", N_("comes from"), weight=2, wide=True, beside=("made_of",)),
)

_BESIDE = tuple(key for column in TERM_COLUMNS for key in column.beside)

SHOWN = 8
"""Sources of a result that a reader is shown unless all are asked for."""


def term_rows(card: Card, *, subject: str, whole: bool) -> list[Row]:
    """The rows of a card: weighted targets, deductions, then targets with nothing to measure and those without weight; their `points` add up to its score.

    With `whole` a result's sources are all named, however many.
    """
    targets = [_of_target(one, whole=whole) for one in card.scored]
    losses = [_of_deduction(one) for one in card.lost]
    forgiven = [_of_forgiven(card)] if card.score.forgiven else []
    order = ("targets", "deductions", "left-out", "unweighted")
    rows = [{**row, "subject": subject} for row in (*targets, *losses, *forgiven)]
    return sorted(rows, key=lambda row: order.index(row["part"]))


def _of_target(one: Scored, *, whole: bool) -> Row:
    terms, points, value = one.terms, one.points, one.attained.value
    sign = "≥" if terms.direction == "at-least" else "≤"
    sources = [_source(source, terms.computed) for source in one.attained.sources]
    if not whole:
        sources = first_of(sources, SHOWN)
    return {
        "part": "left-out" if one.idle and one.weight is not None else "unweighted" if points is None else "targets",
        "number": terms.number,
        "term": terms.target_class,
        "matter": terms.metric,
        "goal": f"{sign} {with_unit(terms.goal, terms.unit)}",
        **goal_told(terms),
        "result": None
        if value is None
        else with_unit(value, terms.unit) + _made_of(one) + (in_brackets(_("unconfirmed")) if one.attained.how == "unconfirmed" else ""),
        "attained": value,
        **{key: getattr(one.attained, key) for key in _RESULT[1:]},
        "known": one.attained.how,
        "day": None,
        "weight": None if points is None else str(one.weight),
        "base": None if points is None else str(points.base),
        "bonus": None if points is None else str(points.bonus),
        "points": None if points is None else str(points.base + points.bonus),
        "sources": listed(sources) or None,
        "made_of": [{"number": source.said, "amount": source.amount, "of": source.of} for source in one.attained.sources],
    }


def _made_of(one: Scored) -> str:
    """What a percentage or mean was made of: ` (19/20)`, or how many pieces are behind it."""
    part, whole, pieces = one.attained.numerator, one.attained.denominator, one.attained.pieces
    if part is not None and whole is not None:
        return in_brackets(f"{number_text(part)}/{number_text(whole)}")
    return in_brackets(_("of {pieces}").format(pieces=number_text(pieces))) if pieces and not one.terms.computed else ""


def _source(source: Source, measure: str | None) -> str:
    """`2026-031 1` · `V-031 8` · `T-005 95 (19/20)` · `2026-031 45 min`; what an item counts for as such is 1."""
    said = period_said(source.said) if source.kind == "period" else source.said
    if source.amount is None:
        return said
    if measure == "sign-hours" and source.kind == "item":
        return _("{number} {minutes} min").format(number=source.said, minutes=number_text(source.amount))
    return f"{said} {number_text(source.amount)}" + (in_brackets(source.brings) if source.brings else "")


def _of_forgiven(card: Card) -> Row:
    """What is given back where a score would be less than nothing."""
    empty = dict.fromkeys(("number", "matter", "goal", "result", "known", "day", "weight", "base", "bonus", "sources", *_BESIDE))
    return {**empty, "part": "deductions", "term": "forgiven", "points": str(card.score.forgiven)}


def _of_deduction(one: Deduction) -> Row:
    empty = dict.fromkeys(("goal", "result", "known", "weight", "base", "bonus", "sources", *_BESIDE))
    return {
        **empty,
        "part": "deductions",
        "number": one.number,
        "term": one.cause,
        "matter": one.title,
        "day": one.day,
        "points": str(-one.points),
    }
