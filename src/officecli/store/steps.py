"""The steps an item must go through and how far each has come."""

from __future__ import annotations

from officecli.store.posts import CLEAR_POST
from officecli.store.read.reader import Reader, Row

NEWEST_VERSION = """procedure_version v ON v.procedure_id = p.id
 AND v.number = (SELECT MAX(newer.number) FROM procedure_version newer WHERE newer.procedure_id = p.id)"""
"""What joins to a procedure `p` the version `v` by which its items are made now."""

STEPS = f"""
SELECT q.id AS step_id, q.position, q.title, q.standard, q.check_point, q.limit_amount, q.limit_unit, q.post_id, {CLEAR_POST} AS post,
       s.id, s.opened, s."by", s.done, s.done_at, s.text, w.name AS done_by
FROM item i
JOIN procedure_step q ON q.version_id = i.procedure_version_id
LEFT JOIN item_step s ON s.item_id = i.id AND s.step_id = q.id
LEFT JOIN post po ON po.id = q.post_id
LEFT JOIN unit pu ON pu.id = po.unit_id
LEFT JOIN person w ON w.id = s.person_id
WHERE i.id = :item ORDER BY q.position"""
"""A row for each step of an item's procedure; `id` is nothing until the item is signed for."""


def steps(read: Reader, item_id: int) -> list[Row]:
    """The steps of an item in order, rows of STEPS, each with `needs`: the positions of the steps that come before it."""
    found = read.rows(STEPS, item=item_id)
    needs: dict[int, list[int]] = {}
    for row in read.rows(
        """SELECT n.step_id, b.position FROM item i JOIN procedure_step q ON q.version_id = i.procedure_version_id
           JOIN step_need n ON n.step_id = q.id JOIN procedure_step b ON b.id = n.needs_id WHERE i.id = :item ORDER BY b.position""",
        item=item_id,
    ):
        needs.setdefault(row["step_id"], []).append(row["position"])
    return [{**row, "needs": needs.get(row["step_id"], [])} for row in found]
