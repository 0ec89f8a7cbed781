"""Who would be one too many of a rank, were somebody to lead an item: its supporters (R102), and who leads the same matter (R103)."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.rules.responsibility.given_out_twice import NOT_TWO_POINTS, SAME_MATTER, SAME_POINT
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row


def supporters(read: Reader, item_id: int) -> list[Row]:
    """Who supports the item now, as rows of v_person."""
    return read.rows(
        "SELECT p.* FROM support s JOIN v_person p ON p.id = s.person_id WHERE s.item_id = :item AND s.until IS NULL ORDER BY s.id", item=item_id
    )


def twins(read: Reader, item_id: int) -> list[Row]:
    """Who leads other open items of the same matter or point, as rows of v_person with the `number`."""
    return read.rows(
        f"""SELECT p.*, o.number FROM item i JOIN item o ON o.id <> i.id AND (({SAME_MATTER} AND {NOT_TWO_POINTS}) OR ({SAME_POINT}))
            JOIN v_person p ON p.id = o.lead_id WHERE i.id = :item AND o.status IN {OPEN_STATUSES} ORDER BY o.id""",
        item=item_id,
    )


def of_one_rank(person: Row, others: Iterable[Row]) -> list[Row]:
    """Who of the others is of the person's own rank level, the person left out."""
    return [one for one in others if one["id"] != person["id"] and one["level"] == person["level"]]
