"""What targets belong to, as people call it, and which of them somebody asks for."""

from __future__ import annotations

from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.lists import joined
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms
from officecli.typed.office.people import find_person_ever
from officecli.typed.office.posts import every_post, find_post


class Owners:
    """What targets belong to, as people call it."""

    def __init__(self, read: Reader) -> None:
        posts = sorted(every_post(read), key=lambda post: (post["unit_id"], -post["level"], post["id"]))
        self._posts = {post["id"]: post["label"] for post in posts}
        self._units = {post["id"]: post["unit_id"] for post in posts}
        self._places = {post["id"]: place for place, post in enumerate(posts)}
        self._duties = {row["id"]: row["title"] for row in read.rows("SELECT id, title FROM duty")}
        self._people = {row["id"]: row for row in read.rows("SELECT id, name, post_id FROM person")}
        self._items = {
            row["id"]: row
            for row in read.rows(
                """SELECT i.id, i.number, i.title, p.post_id FROM item i JOIN person p ON p.id = i.lead_id
                   WHERE i.id IN (SELECT item_id FROM target WHERE target_class IS NOT NULL)"""
            )
        }

    def name(self, person_id: int) -> str:
        """What a person is called."""
        return str(self._people[person_id]["name"])

    def post_of(self, terms: TargetTerms) -> int | None:
        """The post that answers for a target; that of the lead for an item's, the one they hold today for a person's."""
        if terms.person_id is not None:
            return int(held) if (held := self._people[terms.person_id]["post_id"]) else None
        return terms.owner_post_id if terms.item_id is None else self._items[terms.item_id]["post_id"]

    def unit_of(self, terms: TargetTerms) -> int | None:
        """The unit of that post."""
        return self._units.get(self.post_of(terms) or 0)

    def place(self, terms: TargetTerms) -> tuple[int, int]:
        """Where a target stands in a list: by unit, the highest post first, after a post's those of the people on it; those of nobody's post last."""
        return self._places.get(self.post_of(terms) or 0, len(self._places)), terms.person_id or 0

    def post(self, terms: TargetTerms) -> str | None:
        """That post as people call it."""
        return self._posts.get(self.post_of(terms) or 0)

    def part(self, terms: TargetTerms) -> str | None:
        """The duty, the item or the person it is a target of."""
        if terms.person_id is not None:
            return self.name(terms.person_id)
        if terms.duty_id is not None:
            return str(self._duties[terms.duty_id])
        return None if terms.item_id is None else str(self._items[terms.item_id]["number"])

    def said(self, terms: TargetTerms) -> str:
        """Post and duty or person, or the item."""
        return joined((self.post(terms) or "", self.part(terms) or ""))


class Chosen:
    """The targets somebody asks for: of a post with its duties and the people on it, of units, or of people with their posts."""

    def __init__(self, read: Reader, owners: Owners, *, post: str, unit: tuple[str, ...], people: tuple[str, ...]) -> None:
        self._owners = owners
        self._post = int(find_post(read, post)["id"]) if post else None
        self._units = units_under(read, *unit) if unit else None
        self.people = [find_person_ever(read, name) for name in people]

    def __contains__(self, terms: TargetTerms) -> bool:
        return (
            (self._post is None or self._owners.post_of(terms) == self._post)
            and (self._units is None or self._owners.unit_of(terms) in self._units)
            and (not self.people or bool(self.whose(terms)))
        )

    def whose(self, terms: TargetTerms) -> list[int]:
        """The ids of the people asked for whose target it is, their own or their post's."""
        if terms.person_id is not None:
            return [person["id"] for person in self.people if person["id"] == terms.person_id]
        post = self._owners.post_of(terms)
        return [person["id"] for person in self.people if person["post_id"] is not None and person["post_id"] == post]
