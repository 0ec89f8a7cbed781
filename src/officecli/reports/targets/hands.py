"""Who led which item, and who held which post, on which day: by dated rows alone, so it is the same for every period and changes no more."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import combinations, pairwise

from officecli.store.read.reader import Reader

_FOREVER = "9999"
Stint = tuple[str, str]
"""Somebody held a post from the one day (ISO text) until, and without, the other."""


class Hands:
    """Who led which item, and who held which post, on which day."""

    def __init__(self, read: Reader) -> None:
        people = read.rows("SELECT id, post_id, joined, account FROM person ORDER BY id")
        self._posts = {row["id"]: row["post_id"] for row in people}
        self._joined = {row["id"]: row["joined"] or "" for row in people if not row["account"]}
        self._past_posts: dict[int, list[tuple[str, int | None]]] = {}
        for row in read.rows("SELECT person_id, post_id, until FROM past_post ORDER BY until, id"):
            self._past_posts.setdefault(row["person_id"], []).append((row["until"], row["post_id"]))
        self._past_leads: dict[int, list[tuple[str, int]]] = {}
        for row in read.rows("SELECT item_id, person_id, until FROM past_lead ORDER BY until, id"):
            self._past_leads.setdefault(row["item_id"], []).append((row["until"], row["person_id"]))

    def lead(self, item_id: int, day: str, known: int) -> int:
        """Who led an item on a day (ISO text); `known` is the lead of that day or a later one."""
        return next((person for until, person in self._past_leads.get(item_id, ()) if day < until), known)

    def post(self, person_id: int, day: str) -> int | None:
        """The post a person held on a day."""
        past = self._past_posts.get(person_id, ())  # most people have none
        return next((post for until, post in past if day < until), self._posts.get(person_id)) if past else self._posts.get(person_id)

    def several(self, first: date, last: date) -> set[int]:
        """The ids of the posts that two people or more held on one day at least, from `first` to `last`: there, what the ledger knows is each one's own."""
        begun, ended = first.isoformat(), last.isoformat()
        return {post for post, stints in self._stints.items() if any(_met(one, other, begun, ended) for one, other in combinations(stints, 2))}

    @cached_property
    def _stints(self) -> dict[int, list[Stint]]:
        """From when until when which post was held, for each stint of each person."""
        found: dict[int, list[Stint]] = {}
        for person, joined in self._joined.items():
            held = [(joined, None), *self._past_posts.get(person, ()), (_FOREVER, self._posts[person])]
            for (since, _before), (until, post) in pairwise(held):
                if post is not None and since < until:
                    found.setdefault(post, []).append((since, until))
        return found


def _met(one: Stint, other: Stint, first: str, last: str) -> bool:
    began = max(one[0], other[0], first)
    return began <= last and began < min(one[1], other[1])
