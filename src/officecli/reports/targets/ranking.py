"""Who did best in a period: advisory, with every figure it rests on.

officecli ranking --period 2026-Q4 --unit Records
Nothing follows from a place by itself: work differs, and so do posts. The order is by score; where scores are equal by the share settled in
time, then by the share accepted at first, then by the mean rating. Whoever is equal in all of them shares a place. Whoever settled fewer
items than the setting ranking.min_items says is not ranked, but listed. Ratings that somebody gave their own work are left out; one's own initiative
rated by a superior counts. An item counts for whoever led it on the day it was settled or reviewed, in the period of that day (see officecli target --help).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.light import dataclass, field
from officecli.model.exact import quotient
from officecli.reports.items.counting import percent
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, let_in
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.reports.targets.period_asked_for import PERIOD_OPTION, Seen, first_day, on_day, see_period
from officecli.reports.targets.scores import Scores, scores
from officecli.store import items
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    options=(PERIOD_OPTION,),
    without=("text", "role", "since", "until", "status", "urgency", "source", "body", "label", "where", "sort"),
    unfiltered=N_("A place goes by the score, which is of all of somebody's work. How such items went, by person: officecli accountability {filter}"),
)


@dataclass
class Ranked:
    """What somebody's place rests on; `own_ratings` were left out."""

    person: Row
    score: Decimal | None = None
    on_time: list[int] = field(default_factory=list)
    first_pass: list[int] = field(default_factory=list)
    ratings: list[int] = field(default_factory=list)
    own_ratings: int = 0

    @property
    def merit(self) -> tuple[Decimal | Fraction | int, ...]:
        """What places are compared by, exactly; what is not known comes last."""
        return (
            *((0, Decimal(0)) if self.score is None else (1, self.score)),
            *(Fraction(sum(known), len(known)) if known else -1 for known in (self.on_time, self.first_pass, self.ratings)),
        )

    def row(self) -> Row:
        """Its figures as they are shown."""
        return {
            "person": self.person["name"],
            "unit": self.person["unit"],
            "rank": self.person["rank_name"],
            "score": None if self.score is None else str(self.score),
            "settled": len(self.on_time),
            "in_time": sum(self.on_time),
            "on_time": percent(sum(self.on_time), len(self.on_time)),
            "reviewed": len(self.first_pass),
            "first_pass": percent(sum(self.first_pass), len(self.first_pass)),
            "rating": str(quotient(Decimal(sum(self.ratings)), Decimal(len(self.ratings)))) if self.ratings else None,
            "rated": len(self.ratings),
            "own_ratings": self.own_ratings,
        }


def report(read: Reader, filters: Filters, *, period: str = "") -> Report:
    """The people of a period in order of merit; raises BadInput or NotFound for what cannot be understood."""
    seen = see_period(read, period, filters.as_of)
    begun = first_day(read)
    on_record = begun is not None and seen.period.end >= begun
    every = _ranked(read, seen, filters) if on_record else []
    least = read.settings["ranking.min_items"]
    ranked = sorted((one for one in every if len(one.on_time) >= least), key=lambda one: one.merit, reverse=True)
    places = placed(one.merit for one in ranked)
    rows = [{"ranked": "ranked", "place": place, **one.row()} for place, one in zip(places, ranked, strict=True)]
    rows += [{"ranked": "too-few", "place": None, **one.row()} for one in every if len(one.on_time) < least]
    columns = _columns()
    return build(
        read,
        name="ranking",
        title=_("Ranking (advisory)"),
        as_of=seen.last.isoformat(),
        filters=filters.given("unit", "person") | {"period": seen.period.label},
        columns=columns,
        rows=rows,
        limit=most_rows(read, filters.limit),
        summary={"ranked": len(ranked), "too_few": len(every) - len(ranked), "min_items": least},
        headline=_("Advisory: nothing follows from a place by itself. {ranked}; too few to rank (under {least} settled items): {rest}.").format(
            ranked=ngettext("{n} person is ranked", "{n} people are ranked", len(ranked)).format(n=len(ranked)),
            least=least,
            rest=len(every) - len(ranked),
        )
        if rows
        else "",
        notes=(*seen.notes(), *_notes(every, seen)),
        empty=_("Nobody fits.") if on_record else _("Nothing is on record before {day}.").format(day=begun or read.today),
        group_by="ranked",
    )


def placed(merits: Iterable[tuple[Any, ...]]) -> list[int]:
    """The place of each of these, given in order: equals share one, and the next is as many further."""
    places: list[int] = []
    last = None
    for count, merit in enumerate(merits, 1):
        places.append(places[-1] if merit == last else count)
        last = merit
    return places


def _ranked(read: Reader, seen: Seen, filters: Filters) -> list[Ranked]:
    """Everyone who is here and let in by the filters, by unit, the highest rank first."""
    found = scores(read, seen)
    ranked = {person["id"]: Ranked(person, _score(found, person)) for person in _people(read, found, filters)}
    for one in found.counted:
        whose = ranked.get(one.lead_id)
        if whose and one.measure in ("on-time", "first-pass"):
            (whose.on_time if one.measure == "on-time" else whose.first_pass).append(int(one.amount))
    with on_day(read, seen.last):
        for row in read.rows(_RATINGS.format(source=items.source(read)), start=seen.period.start.isoformat(), as_of=seen.last.isoformat()):
            if whose := ranked.get(row["lead_id"]):
                if row["lead_id"] == row["reviewer_id"]:
                    whose.own_ratings += 1
                else:
                    whose.ratings.append(row["rating"])
    return list(ranked.values())


_RATINGS = """SELECT v.lead_id, s.reviewer_id, s.rating FROM submission s JOIN {source} v ON v.id = s.item_id
WHERE s.verdict = 'accepted' AND s.rating IS NOT NULL AND s.reviewed >= :start AND s.reviewed <= :as_of AND v.status <> 'cancelled' ORDER BY s.id"""


def _people(read: Reader, found: Scores, filters: Filters) -> list[Row]:
    wanted = let_in(read, filters)
    return [person for person in found.people if person["here"] and wanted(person)]


def _score(found: Scores, person: Row) -> Decimal | None:
    card = found.of_person(person)
    return card.score.total if card.counts else None


def _notes(every: list[Ranked], seen: Seen) -> list[str]:
    own = sum(one.own_ratings for one in every)
    notes = (
        [ngettext("{n} rating of somebody's own work is left out.", "{n} ratings of people's own work are left out.", own).format(n=own)]
        if own
        else []
    )
    if every:
        notes.append(_("What a score is made of: officecli scorecard NAME --period {period}").format(period=seen.period.label))
    return notes


def _columns() -> tuple[Column, ...]:
    return (
        Column("ranked", _("ranked"), "word"),
        Column("place", _("place"), "integer"),
        Column("person", _("person")),
        Column("unit", _("unit"), weight=2),
        Column("rank", _("rank"), weight=3),
        Column("score", _("score"), "amount"),
        Column("settled", _("settled"), "integer"),
        Column("in_time", _("in time"), "integer", weight=3),
        Column("on_time", _("on time"), "percent"),
        Column("reviewed", _("reviewed"), "integer", weight=3),
        Column("first_pass", _("first pass"), "percent"),
        Column("rating", _("mean rating"), "amount"),
        Column("rated", _("rated"), "integer", weight=3),
        Column("own_ratings", _("own ratings left out"), "count", weight=3, sparse=True),
    )
