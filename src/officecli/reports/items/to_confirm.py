"""Results that people recorded of themselves, which wait for their superior, as rows of a section beside those of items."""

from __future__ import annotations

from collections.abc import Collection

from officecli.reports.items.sections import section_columns
from officecli.standing.office.stand_ins import whose_turn
from officecli.standing.office.superiors import superiors
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader, Row

_WAITING = """
SELECT v.id, v.person_id, v.day, v.value, v.evidence, t.metric, t.unit, p.name, p.unit_id
FROM target_result v JOIN target t ON t.id = v.target_id JOIN v_person p ON p.id = v.person_id
WHERE v.to_confirm = 1 AND v.confirmed IS NULL AND v.day <= :as_of
  AND NOT EXISTS (SELECT 1 FROM target_result c WHERE c.corrects_id = v.id)
ORDER BY v.day, v.id"""


def waiting_results(read: Reader, person_id: int | None, units: Collection[int]) -> list[Row]:
    """What waits for the person to confirm it, as the direct superior or who acts for them today; without one what waits for anybody.

    Rows of `section_columns`; where there are `units`, only what people of these recorded. It is known of today only.
    """
    if read.as_of != read.today:
        return []
    found = []
    for row in read.rows(_WAITING, as_of=read.as_of.isoformat()):
        turn = _turn(read, row["person_id"])
        if (person_id is None or (turn and turn["id"] == person_id)) and (not units or row["unit_id"] in units):
            found.append({**row, "turn": turn})
    numbers = own_numbers(read, "target_result") if found else {}
    return [_row(row, numbers[row["id"]], row["turn"]) for row in found]


def _turn(read: Reader, recorder_id: int) -> Row | None:
    """Who is to confirm it today."""
    above = superiors(read, recorder_id)
    turn = whose_turn(read, above[0]["id"], not_by=[recorder_id]) if above else None
    return turn.person if turn else None


def _row(row: Row, number: str, turn: Row | None) -> Row:
    from decimal import Decimal  # seldom is there any, and each digest would wait for it

    from officecli.typed.targets.amounts import with_unit

    return {
        **dict.fromkeys(column.key for column in section_columns()),
        "section": "to-confirm",
        "number": number,
        "title": f"{row['metric']} {with_unit(Decimal(row['value']), row['unit'])}",
        "lead": row["name"],
        "since": row["day"],
        "who": turn["name"] if turn else None,
        "reason": row["evidence"] or None,
        "also": [],
        "supports": [],
    }
