"""What whoever reads scores must know besides the figures."""

from __future__ import annotations

from officecli.i18n import _, listed, ngettext
from officecli.model.words import word
from officecli.reports.targets.changed_afterwards import about_afterwards
from officecli.reports.targets.period_asked_for import Seen
from officecli.reports.targets.score_subjects import Subject
from officecli.reports.targets.scores import Scores
from officecli.store.read.reader import Reader, Row


def about_results(read: Reader, seen: Seen, found: Scores, chosen: list[Subject]) -> list[str]:
    """Results that are missing, targets measured over other periods, posts that changed hands, what was recorded only after the end."""
    notes = []
    missing = {one.terms.id for subject in chosen for one in subject.card.weighted if one.attained.value is None}
    if missing:
        notes.append(
            ngettext("{n} target has no result yet: 0 points.", "{n} targets have no result yet: 0 points.", len(missing)).format(n=len(missing))
        )
    waiting = [
        source.said
        for subject in chosen
        for one in subject.card.scored
        for source in one.attained.sources
        if one.attained.how == "unconfirmed" and one.weight is not None
    ]
    if waiting:
        notes.append(
            _("Not confirmed by a superior yet, and so 0 points: {results}. Confirm with: officecli target confirm {result}").format(
                results=listed(dict.fromkeys(waiting[:6])), result=waiting[0]
            )
        )
    idle = {one.terms.id: one.terms for subject in chosen for one in subject.card.scored if one.idle and one.weight is not None}
    notes += [
        _("{target} “{metric}” had nothing to measure: it is left out, and the other targets of the card carry its weight.").format(
            target=terms.number, metric=terms.metric
        )
        for terms in list(idle.values())[:3]
    ]
    used = {subject.card.kind for subject in chosen if subject.card.weighted}
    shorter = [layer.kind for layer in found.layers[1:]]
    if rolled := [kind for kind in shorter if kind in used]:
        notes.append(
            _("Where no target is measured by such a period itself, those measured by shorter ones ({kinds}) score, rolled up.").format(
                kinds=listed(word("period", kind) for kind in rolled)
            )
        )
    if others := sorted({*found.longer, *shorter} - used):
        kinds = listed(word("period", kind) for kind in others)
        notes.append(
            _("Targets measured by other periods ({kinds}) score on the cards of those: --period 2026-11, 2026-Q4, 2026.").format(kinds=kinds)
        )
    people = {person["id"]: person["name"] for subject in chosen for person in subject.people}
    shared = {
        person["post_id"]: f"{person['unit']}/{person['post']}"
        for subject in chosen
        for person in subject.people
        if person["post_id"] in found.several
    }
    notes += [
        _("Several hold {post}: what the ledger works out is each one's own, from what they led themselves.").format(post=label)
        for post, label in list(shared.items())[:3]
        if any(one.terms.computed for layer in found.layers for one in layer.by_post.get(post, ()))
    ]
    for row in _changed_hands(read, seen):
        holders = [person["name"] for person in found.holders(row["post_id"]) if person["id"] in people]
        if holders:
            notes.append(
                _("{post} changed hands on {day}: it scores for {names}, who held it at the end.").format(
                    post=f"{row['unit']}/{row['title']}", day=row["until"], names=listed(holders)
                )
            )
    return [*notes, *about_afterwards(read, seen, chosen)]


def _changed_hands(read: Reader, seen: Seen) -> list[Row]:
    return read.rows(
        """SELECT h.post_id, po.title, u.name AS unit, MAX(h.until) AS until
           FROM past_post h JOIN post po ON po.id = h.post_id JOIN unit u ON u.id = po.unit_id
           WHERE h.until > :start AND h.until <= :end GROUP BY h.post_id, po.title, u.name ORDER BY h.post_id""",
        start=seen.period.start.isoformat(),
        end=seen.last.isoformat(),
    )
