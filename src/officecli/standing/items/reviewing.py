"""Who reviews an item: whoever gave it; of what nobody here ordered, the direct superior of its lead.

A registrar who records work without standing above its lead gives no order, and the founder's account is nobody who could: neither is asked
whether the result is good.
"""

from __future__ import annotations

from officecli.standing.office.over_people import as_superior
from officecli.standing.office.stand_ins import Turn, whose_turn
from officecli.standing.office.superiors import superiors
from officecli.store.read.reader import Reader, Row


class Reviewers:
    """Looks up once who reviews what a person leads on nobody's order (columns id, name)."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._found: dict[int, Row] = {}

    def of(self, lead_id: int) -> Row:
        """The direct superior today, over a vacant post the next; for whoever has none, the lead."""
        if lead_id not in self._found:
            above = superiors(self._read, lead_id)
            found = above[0] if above else self._read.row("SELECT id, name FROM person WHERE id = :id", id=lead_id)
            assert found is not None
            self._found[lead_id] = found
        return self._found[lead_id]


def giver(read: Reader, actor: Row, lead: Row) -> Row:
    """Who answers for an order that no other person of the office gave, be it from outside: whoever hands it to somebody below, for
    whoever stands in the absent superior, else who reviews it.
    """
    above = None if actor["id"] == lead["id"] else as_superior(read, actor["id"], lead["id"], "superior")
    if above and above.behalf:
        return {"id": above.behalf[0], "name": above.behalf[1]}
    gives = actor["id"] == lead["id"] or not actor["registrar"] or above
    return actor if gives and not actor["account"] else Reviewers(read).of(lead["id"])


def giver_id(read: Reader, originator_id: int, lead_id: int) -> int:
    """Who is taken to have given an item: its originator, and where earlier versions took the founder's account for that, who reviews it now."""
    account = read.value("SELECT account FROM person WHERE id = :id", id=originator_id)
    return int(Reviewers(read).of(lead_id)["id"]) if account else originator_id


def lies_with(read: Reader, originator_id: int, lead_id: int) -> int:
    """The id of whoever is to review the item, here or away: who gave it; one's own the superior does. The lead's where nobody stands above."""
    gave = giver_id(read, originator_id, lead_id)
    return int(Reviewers(read).of(lead_id)["id"]) if gave == lead_id else gave


def reviewer(read: Reader, originator_id: int, lead_id: int) -> Turn | None:
    """Who reviews the item today: with whom it lies, the stand-in, or the next superior. None where the lead has to, or all are away and nobody acts."""
    to_review = lies_with(read, originator_id, lead_id)
    return None if to_review == lead_id else whose_turn(read, to_review, not_by=[lead_id])


def also_grants(read: Reader, originator_id: int, lead_id: int) -> Row | None:
    """Who decides on an extension besides whoever gave the item: the lead's direct superior (columns id, name), where that is somebody else."""
    above = Reviewers(read).of(lead_id)
    return None if above["id"] in (giver_id(read, originator_id, lead_id), lead_id) else above
