"""Which posts several people held at once in a period: there, what the ledger knows of a target is each one's own."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

from officecli.store.read.reader import Reader

_FOREVER = "9999"
Stint = tuple[str, str]
"""Somebody held a post from the one day (ISO text) until, and without, the other."""


def held_by_several(read: Reader, first: date, last: date) -> set[int]:
    """The ids of the posts that two people or more held on one day at least, from `first` to `last`: by dated rows alone, so it changes no more."""
    begun, ended = first.isoformat(), last.isoformat()
    return {post for post, stints in _stints(read).items() if any(_met(one, other, begun, ended) for one, other in combinations(stints, 2))}


def _met(one: Stint, other: Stint, first: str, last: str) -> bool:
    began = max(one[0], other[0], first)
    return began <= last and began < min(one[1], other[1])


def _stints(read: Reader) -> dict[int, list[Stint]]:
    """From when until when which post was held, for each stint of each person."""
    past: dict[int, list[tuple[str, int | None]]] = {}
    for row in read.rows("SELECT person_id, post_id, until FROM past_post ORDER BY until, id"):
        past.setdefault(row["person_id"], []).append((row["until"], row["post_id"]))
    found: dict[int, list[Stint]] = {}
    for person in read.rows("SELECT id, post_id, joined FROM person WHERE account = 0 ORDER BY id"):
        held = [(person["joined"] or "", None), *past.get(person["id"], ()), (_FOREVER, person["post_id"])]
        for (since, _before), (until, post) in pairwise(held):
            if post is not None and since < until:
                found.setdefault(post, []).append((since, until))
    return found
