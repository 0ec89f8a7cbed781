"""Notes that whoever reads scores needs beside the figures."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.i18n import _, listed, ngettext
from officecli.model.time.periods import period_of
from officecli.model.words import word
from officecli.reports.targets.cards import Scored
from officecli.reports.targets.changed_afterwards import about_afterwards
from officecli.reports.targets.period_asked_for import Seen
from officecli.reports.targets.score_subjects import Subject
from officecli.reports.targets.scores import Scores
from officecli.store.read.reader import Reader, Row

_TOLD = 3
"""Targets, or posts, of which the same is said."""
_TOLD_RESULTS = 6
_HANDED_ON = """SELECT h.post_id, po.title, u.name AS unit, MAX(h.until) AS until
FROM past_post h JOIN post po ON po.id = h.post_id JOIN unit u ON u.id = po.unit_id
WHERE h.until > :start AND h.until <= :end GROUP BY h.post_id, po.title, u.name ORDER BY h.post_id"""


def about_results(read: Reader, seen: Seen, found: Scores, chosen: list[Subject]) -> list[str]:
    """Results that are missing, targets measured over other periods, posts that changed hands, what was recorded only after the end."""
    return [
        *_without_result(chosen),
        *_unconfirmed(chosen),
        *_left_out(chosen),
        *_of_who_left(seen, found, chosen),
        *_by_other_periods(seen, found, chosen),
        *_shared_posts(found, chosen),
        *_changed_hands(read, seen, found, chosen),
        *about_afterwards(read, seen, chosen),
    ]


def _without_result(chosen: list[Subject]) -> Iterator[str]:
    missing = {one.terms.id for subject in chosen for one in subject.card.weighted if one.attained.value is None}
    if missing:
        yield ngettext("{n} target has no result yet: 0 points.", "{n} targets have no result yet: 0 points.", len(missing)).format(n=len(missing))


def _unconfirmed(chosen: list[Subject]) -> Iterator[str]:
    waiting = [
        source.said for one in _scored(chosen) for source in one.attained.sources if one.attained.how == "unconfirmed" and one.weight is not None
    ]
    if waiting:
        yield _("Not confirmed by a superior yet, and so 0 points: {results}. Confirm with: officecli target confirm {result}").format(
            results=listed(dict.fromkeys(waiting[:_TOLD_RESULTS])), result=waiting[0]
        )


def _left_out(chosen: list[Subject]) -> Iterator[str]:
    idle = {one.terms.id: one.terms for one in _scored(chosen) if one.idle and one.weight is not None}
    for terms in list(idle.values())[:_TOLD]:
        yield _("{target} “{metric}” had nothing to measure: it is left out, and the other targets of the card carry its weight.").format(
            target=terms.number, metric=terms.metric
        )


def own_of_who_left(found: Scores, person: Row) -> list[str]:
    """The numbers of somebody's own targets that score for nobody, since they were not here at the end."""
    if person["here"]:
        return []
    return list(dict.fromkeys(one.terms.number for layer in found.layers for one in layer.by_person.get(person["id"], ()) if one.weight is not None))


def _of_who_left(seen: Seen, found: Scores, chosen: list[Subject]) -> Iterator[str]:
    for person in _people(chosen):
        if own := own_of_who_left(found, person):
            yield _("{name} was not here on {day}, so nothing scores of {targets}; it counts only in the target above.").format(
                name=person["name"], day=seen.last.isoformat(), targets=listed(own)
            )


def _by_other_periods(seen: Seen, found: Scores, chosen: list[Subject]) -> Iterator[str]:
    used = {subject.card.kind for subject in chosen if subject.card.weighted}
    shorter = [layer.kind for layer in found.layers[1:]]
    if rolled := [kind for kind in shorter if kind in used]:
        yield _("Where no target is measured by such a period itself, those measured by shorter ones ({kinds}) score, rolled up.").format(
            kinds=listed(word("period", kind) for kind in rolled)
        )
    if others := sorted({*found.longer, *shorter} - used):
        yield _("Targets measured by other periods ({kinds}) score on the cards of those: --period {periods}.").format(
            kinds=listed(word("period", kind) for kind in others), periods=listed(period_of(kind, seen.last).label for kind in others)
        )


def _shared_posts(found: Scores, chosen: list[Subject]) -> Iterator[str]:
    shared = {person["post_id"]: f"{person['unit']}/{person['post']}" for person in _people(chosen) if person["post_id"] in found.several}
    for post, label in list(shared.items())[:_TOLD]:
        if any(one.terms.computed for layer in found.layers for one in layer.by_post.get(post, ())):
            yield _("Several hold {post}: what the ledger works out is each one's own, from what they led themselves.").format(post=label)


def _changed_hands(read: Reader, seen: Seen, found: Scores, chosen: list[Subject]) -> Iterator[str]:
    people = {person["id"] for person in _people(chosen)}
    for row in read.rows(_HANDED_ON, start=seen.period.start.isoformat(), end=seen.last.isoformat()):
        if holders := [person["name"] for person in found.holders(row["post_id"]) if person["id"] in people]:
            yield _("{post} changed hands on {day}: it scores for {names}, who held it at the end.").format(
                post=f"{row['unit']}/{row['title']}", day=row["until"], names=listed(holders)
            )


def _scored(chosen: list[Subject]) -> Iterator[Scored]:
    return (one for subject in chosen for one in subject.card.scored)


def _people(chosen: list[Subject]) -> Iterator[Row]:
    return (person for subject in chosen for person in subject.people)
