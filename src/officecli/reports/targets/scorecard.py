"""Who scored how much in a period: base + bonus − deductions, each term with where it comes from.

officecli scorecard --period 2026-11
  officecli scorecard Ana
  officecli scorecard "Records/Clerk" --period 2026-Q4
  officecli scorecard --by unit --explain --format csv -o november.csv
A target met earns its whole weight. One missed, but not below its threshold, earns pro rata: 90 of 100 earns 90 % of the weight; where less
is better, 4 days where 2 were allowed earns half. Below the threshold, or with no result, it earns nothing; but what is worked out from the ledger and
had nothing to measure is left out, and the card's other targets carry its weight, each in its proportion. What goes beyond the goal earns
the same share of the weight as bonus, as far as the target's bonus reaches. Each term is rounded once, to two decimals; the rows add up exactly.
A month's card has the targets measured by the month, a quarter's those by the quarter, a year's those by the year; where it has none of those, the
targets of shorter periods, rolled up: pieces add up, and shares are weighted by the pieces behind them.
A post's targets and those of its duties score for the post, and whole for whoever held it on the last day; where several held it at once, each is
measured by what they led themselves, as far as the ledger works it out. Somebody's own targets score for them, an item's own for its lead.
Deductions are a person's own, each from an item: late (submitted after the deadline, or not at all when it had passed; once, on the day
that settled it); no feedback (the feedback
agreed on was missed; once for each silence); empty feedback (it says nothing, or only repeats the one before); unanswered (a prod that had no
answer by the end of the period, though there was as much time for one as is left between two prods). How many points each costs, and whether a
score may be less than nothing (score.floor):
  officecli config list
A post's card has the deductions of those who hold it. A unit's is the sum of its people's, and beside it stands the mean of those who have any.
"""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import N_, _, listed, ngettext
from officecli.light import replace
from officecli.model.names import name_key
from officecli.model.scoring import NOTHING, Score, mean
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import people_ever, units_under
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.sorting import sorted_rows
from officecli.reports.shape.takes import Argument, Option, Takes
from officecli.reports.targets.cards import together
from officecli.reports.targets.period_asked_for import PERIOD_OPTION, Seen, first_day, on_day, see_period
from officecli.reports.targets.score_notes import about_results, own_of_who_left
from officecli.reports.targets.score_subjects import SUBJECTS, Subject, named, subjects
from officecli.reports.targets.score_terms import TERM_COLUMNS, term_rows
from officecli.reports.targets.scores import Scores, scores
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code

TAKES = Takes(
    argument=Argument("NAME|POST|UNIT", N_("Whose card: a person, a post or a unit; every term of it is shown."), who="named"),
    options=(
        Option("by", N_("A row for each person, post or unit."), "person", SUBJECTS),
        PERIOD_OPTION,
        Option("explain", N_("Every term of every card, with all that it comes from."), False),
    ),
    without=("role", "since", "until", "status", "urgency", "source", "body", "label", "where"),
    unfiltered=N_(
        "A card is of all of somebody's work, its targets and its deductions. How such items went, by person: officecli accountability {filter}"
    ),
)

_SCORE_COLUMNS = (
    Column("targets", N_("targets counted"), "integer", weight=2),
    Column("weight", N_("weight"), "amount", weight=2),
    Column("base", N_("base"), "amount"),
    Column("bonus", N_("bonus"), "amount"),
    Column("deductions", N_("deductions"), "amount"),
    Column("forgiven", N_("forgiven"), "amount", weight=2, sparse=True),
    Column("score", N_("score"), "amount"),
    Column("mean", N_("score per head"), "amount", sparse=True),
    Column("missing", N_("without result"), "count", weight=2, sparse=True),
    Column("unconfirmed", N_("unconfirmed"), "count", weight=2, sparse=True),
)


def report(read: Reader, filters: Filters, *, by: str = "person", period: str = "", explain: bool = False) -> Report:
    """The scores of a period, or the terms of one card (or with `explain` of every card); raises BadInput or NotFound for what is not understood."""
    by = check_code(by, SUBJECTS, "--by")
    seen = see_period(read, period, filters.as_of)
    begun = first_day(read)
    if begun is None or seen.period.end < begun:
        return _report(read, seen, _overview_columns(by), [], empty=_("Nothing is on record before {day}.").format(day=begun or read.today))
    found = scores(read, seen)
    if filters.text and name_key(filters.text) != name_key(read.office["name"]):
        _refuse_choosing(filters)
        return _card(read, seen, found, named(read, found, filters.text), explain=explain)
    with on_day(read, seen.last):
        chosen = _filtered(read, subjects(found, by), filters)
    if explain:
        return _every_card(read, seen, found, chosen, by)
    return _overview(read, seen, found, chosen, by, filters)


def _refuse_choosing(filters: Filters) -> None:
    """One card is shown whole: what chooses or orders cards would be passed over in silence. No limit at all is what a file has."""
    given = [f"--{name}" for name in ("unit", "person", "sort", "limit") if getattr(filters, name)]
    if given:
        raise BadInput(
            ngettext("{options} chooses among cards, and one was named.", "{options} choose among cards, and one was named.", len(given)).format(
                options=listed(given)
            ),
            fix=_("Leave out either the name or the options."),
        )


def _overview(read: Reader, seen: Seen, found: Scores, chosen: list[Subject], by: str, filters: Filters) -> Report:
    columns = _overview_columns(by)
    rows = sorted_rows([_summed(subject) for subject in chosen], filters.sort, columns)
    limit = most_rows(read, filters.limit)
    counted = [subject for subject in chosen if subject.card.counts]
    total = sum((subject.card.score for subject in counted), Score())
    return replace(
        _report(read, seen, columns, rows[: limit or None], empty=_("Nobody fits.")),
        filters=_said(seen, filters) | {"by": by},
        summary=_exact(total) | {"scored": len(counted)},
        headline=_("{count}: {sum}.").format(
            count=ngettext("{n} card", "{n} cards", len(counted)).format(n=len(counted)),
            sum=_added_up(total),
        )
        if counted
        else "",
        notes=(
            *seen.notes(),
            *about_results(read, seen, found, chosen),
            *((_("The terms of a card: officecli scorecard NAME"),) if counted else ()),
        ),
        total=len(rows),
        group_by="unit" if by != "unit" and not filters.sort else None,
    )


def _card(read: Reader, seen: Seen, found: Scores, subject: Subject, *, explain: bool) -> Report:
    """The terms of one card; a unit's by person."""
    parts = subject.parts if subject.kind == "unit" else [subject]
    rows = [row for part in parts for row in term_rows(part.card, subject=part.name, whole=explain)]
    group = "subject" if subject.kind == "unit" else "part"
    weights = sum((one.terms.weight or NOTHING for one in subject.card.scored), NOTHING)
    notes = [*seen.notes(), *about_results(read, seen, found, [subject])]
    if subject.kind != "unit" and subject.card.weighted and weights != 100:
        notes.append(_("The weights of {name} add up to {sum}, not to 100.").format(name=subject.name, sum=weights))
    return replace(
        _report(
            read,
            seen,
            _term_columns(group),
            rows,
            empty=_("Nothing scores for {name}.").format(name=subject.name)
            if subject.kind == "person" and own_of_who_left(found, subject.people[0])
            else _("Nothing to score: {name} has neither a target nor a deduction.").format(name=subject.name),
        ),
        title=_("Scorecard of {name}").format(name=subject.name),
        summary=_exact(subject.card.score),
        headline=_("{name}: {sum}.").format(name=subject.name, sum=_added_up(subject.card.score)) if subject.card.counts else "",
        notes=tuple(notes),
        group_by=group,
    )


def _every_card(read: Reader, seen: Seen, found: Scores, chosen: list[Subject], by: str) -> Report:
    """The terms of every card, one after the other."""
    rows = [row for subject in chosen for row in term_rows(subject.card, subject=subject.name, whole=True)]
    total = together(subject.card for subject in chosen).score
    return replace(
        _report(read, seen, _term_columns("subject"), rows, empty=_("Nobody has a target or a deduction.")),
        filters={"period": seen.period.label, "by": by},
        summary=_exact(total),
        headline=_("All cards together: {sum}.").format(sum=_added_up(total)) if rows else "",
        notes=(*seen.notes(), *about_results(read, seen, found, chosen)),
        group_by="subject",
    )


def _filtered(read: Reader, every: list[Subject], filters: Filters) -> list[Subject]:
    if filters.unit:
        inside = units_under(read, *filters.unit)
        every = [subject for subject in every if subject.unit_id in inside]
    if filters.person:
        wanted = people_ever(read, filters.person)
        every = [subject for subject in every if any(person["id"] in wanted for person in subject.people)]
    return every


def _summed(subject: Subject) -> Row:
    """A card as one row; where there is nothing to score, no figures rather than noughts."""
    card, total = subject.card, subject.card.score
    shared = mean(total.total, len(subject.people)) if subject.kind == "unit" else None
    figures = _figures(total) if card.counts else dict.fromkeys(("base", "bonus", "deductions", "score"))
    return {
        **subject.said,
        "forgiven": None,
        **figures,
        "targets": len(card.weighted),
        "weight": str(sum((one.weight or NOTHING for one in card.weighted), NOTHING)) if card.weighted else None,
        "mean": str(shared) if card.counts and shared is not None else None,
        "missing": sum(one.attained.value is None for one in card.weighted),
        "unconfirmed": sum(one.attained.how == "unconfirmed" for one in card.weighted),
    }


def _exact(total: Score) -> dict[str, Any]:
    """A score and what it is made of, as numbers."""
    forgiven = {"forgiven": total.forgiven} if total.forgiven else {}
    return {"base": total.base, "bonus": total.bonus, "deductions": total.deductions, **forgiven, "score": total.total}


def _figures(total: Score) -> dict[str, str]:
    """The same as it is shown."""
    return {key: str(amount) for key, amount in _exact(total).items()}


def _added_up(total: Score) -> str:
    figures = {key: text.replace("-", "−") for key, text in _figures(total).items()}
    if total.forgiven:
        return _("base {base} + bonus {bonus} − deductions {deductions} + forgiven {forgiven} = {score}").format(**figures)
    return _("base {base} + bonus {bonus} − deductions {deductions} = {score}").format(**figures)


def _said(seen: Seen, filters: Filters) -> dict[str, str]:
    return filters.given("unit", "person") | {"period": seen.period.label}


def _report(read: Reader, seen: Seen, columns: tuple[Column, ...], rows: list[Row], *, empty: str) -> Report:
    return build(
        read,
        name="scorecard",
        title=_("Scorecards"),
        as_of=seen.last.isoformat(),
        columns=columns,
        rows=rows,
        filters={"period": seen.period.label},
        empty=empty,
    )


def _overview_columns(by: str) -> tuple[Column, ...]:
    person, post, unit = Column("person", _("person")), Column("post", _("post"), weight=2), Column("unit", _("unit"), weight=2)
    first = {
        "person": (person, unit, post),
        "post": (replace(post, weight=1), unit, Column("holders", _("held by"), weight=2)),
        "unit": (replace(unit, weight=1), Column("people", _("people scored"), "integer")),
    }[by]
    return first + tuple(replace(column, label=_(column.label)) for column in _SCORE_COLUMNS)


def _term_columns(group: str) -> tuple[Column, ...]:
    subject = (Column("subject", _("scorecard of")),) if group == "subject" else ()
    return subject + tuple(replace(column, label=_(column.label)) for column in TERM_COLUMNS)
