"""Who leads the items of a procedure: the holder of its post in turn, else the post that stands in, else the next superior."""

from __future__ import annotations

from datetime import date
from typing import Literal

from officecli.light import dataclass
from officecli.standing.items.reviewing import Reviewers
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.posts import holders

How = Literal["holder", "stand-in", "superior"]


@dataclass(frozen=True)
class Leads:
    """The people of whom each leads in turn (columns id, name), and how they come to it."""

    people: tuple[Row, ...]
    how: How


class WhoLeads:
    """Looks up once each who leads the work of a post, whose turn it is, and who gives that person work."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._leads: dict[int, Leads | None] = {}
        self._turn: dict[int, int] = {}
        self._away: dict[int, list[tuple[str, str]]] | None = None
        self._reviewers = Reviewers(read)

    def of_post(self, post_id: int) -> Leads | None:
        """Who leads the work of the post; None where there is nobody up to the head of the office."""
        if post_id not in self._leads:
            self._leads[post_id] = self._find(post_id)
        return self._leads[post_id]

    def next(self, post_id: int, leads: Leads, since: date, until: date) -> Row:
        """Whose turn it is: of several holders the one after whoever got the last item, so that nobody gets two before all have one.

        Who is away `since` it is handed out `until` it is due is passed over, unless all are.
        """
        many = len(leads.people)
        if many == 1:
            return leads.people[0]
        if post_id not in self._turn:
            self._turn[post_id] = self._after_last(post_id, leads)
        first = self._turn[post_id]
        turns = [(first + n) % many for n in range(many)]
        turn = next((one for one in turns if not self.is_away(leads.people[one], since, until)), first)
        self._turn[post_id] = (turn + 1) % many
        return leads.people[turn]

    def is_away(self, person: Row, since: date, until: date) -> bool:
        """Whether somebody is away on each day from one to the other."""
        if self._away is None:
            self._away = {}
            for row in self._read.rows(
                "SELECT person_id, since, until FROM absence WHERE until >= :day ORDER BY id", day=self._read.today.isoformat()
            ):
                self._away.setdefault(row["person_id"], []).append((row["since"], row["until"]))
        return any(begin <= since.isoformat() and until.isoformat() <= end for begin, end in self._away.get(person["id"], ()))

    def giver(self, lead: Row) -> Row:
        """Who gives the lead routine work, and so reviews it: the direct superior; for whoever has none, the lead."""
        return self._reviewers.of(lead["id"])

    def _find(self, post_id: int) -> Leads | None:
        above: int | None = post_id
        seen: set[int] = set()
        while above is not None and above not in seen:
            seen.add(above)
            if held := holders(self._read, above):
                return Leads(tuple(held), "holder" if above == post_id else "superior")
            post = self._read.row("SELECT stand_in_id, reports_to_id FROM post WHERE id = :post", post=above)
            if post and above == post_id and post["stand_in_id"] is not None and (held := holders(self._read, post["stand_in_id"])):
                return Leads(tuple(held), "stand-in")
            above = post["reports_to_id"] if post else None
        return None

    def _after_last(self, post_id: int, leads: Leads) -> int:
        last = self._read.value(
            "SELECT lead_id FROM item WHERE id = (SELECT MAX(i.id) FROM item i JOIN procedure p ON p.id = i.procedure_id WHERE p.post_id = :post)",
            post=post_id,
        )
        ids = [person["id"] for person in leads.people]
        return (ids.index(last) + 1) % len(ids) if last in ids else 0
