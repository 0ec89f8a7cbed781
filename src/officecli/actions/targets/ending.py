"""Whoever leaves has no targets of their own any more: they end with the period that runs."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.model.time.periods import period_of
from officecli.store.targets import every_terms


def end_targets(act: Acting, person_id: int, verb: str) -> tuple[str, ...]:
    """End the targets of somebody who leaves, as part of that act; returns their numbers."""
    going = [terms for terms in every_terms(act.read) if terms.person_id == person_id and terms.until is None]
    if not going:
        return ()
    from officecli.model.targets import Target

    for terms in going:
        until = max(period_of(terms.period, act.today).next.start, terms.since)
        act.change.set(act.change.get(Target, terms.id), verb, until=until)
    return tuple(terms.number for terms in going)
