"""F606: a parent closed while one of its sub-items is open."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Foreseen, Rule
from officecli.rules.reach import ITEM
from officecli.rules.since import opened, since
from officecli.store.items import OPEN_STATUSES


def open_parts(parent: str) -> str:
    """The rest of a select of the sub-items `k` of an item, by its id, that are still open."""
    return f"FROM item k WHERE k.parent_id = {parent} AND k.status IN {OPEN_STATUSES}"


_OPEN_PART = open_parts("i.id")

RULE = Rule(
    code="F606",
    name=N_("parent-before-parts"),
    severity="refuse",
    subject="item",
    worsens="parts",
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, i.title, (SELECT COUNT(*) {_OPEN_PART}) AS parts,
       {since("i.closed", f"MIN({opened('k')}) {_OPEN_PART}")},
       (SELECT k.number {_OPEN_PART} ORDER BY k.id LIMIT 1) AS part,
       (SELECT p.name FROM person p WHERE p.id = (SELECT k.lead_id {_OPEN_PART} ORDER BY k.id LIMIT 1)) AS lead
FROM item i
WHERE i.id BETWEEN :lo AND :hi AND i.status = 'closed' AND EXISTS (SELECT 1 {_OPEN_PART})
ORDER BY i.id""",
    among=f"SELECT n.parent_id FROM item n WHERE n.status IN {OPEN_STATUSES} AND n.parent_id IS NOT NULL",
    watches={"item": f"{ITEM} AND status = 'closed' UNION SELECT parent_id AS id FROM item WHERE id BETWEEN :lo AND :hi AND parent_id IS NOT NULL"},
    foreseen=(
        Foreseen("close", f"SELECT COUNT(*) AS said {open_parts(':item')} HAVING COUNT(*) > 0", N_("Parts of it that are still open: {said}.")),
        Foreseen(
            "reopen",
            "SELECT w.number AS said FROM item i JOIN item w ON w.id = i.parent_id WHERE i.id = :item AND w.status = 'closed'",
            N_("It is a part of {said}, which is closed."),
        ),
    ),
    message=N_("{number} is closed, and of its parts still open: {parts}, first of all {part} of {lead}."),
    fix=N_(
        "Close the parts, or cancel those that are not needed any more: officecli show {number}. To go on with one that was closed, open the whole again first."
    ),
    principle=N_("A matter that was split is finished when its last part is."),
    finds=N_("A closed item of which a sub-item is still open. A cancelled part does not hold its parent."),
    why=N_("Once the whole is struck off, nobody asks for the part that is missing."),
    instead=N_("See in the matrix who has not done it, prod them, and close the parent last."),
    refused="officecli close 31   # 34 of it is open",
    accepted="officecli close 34 && officecli close 31",
)
