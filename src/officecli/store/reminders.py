"""Personal items as rows like those of `v_item`, for the few places that show them to whose they are. Whatever asks of items does not see them."""

from __future__ import annotations

from officecli.model.item_fields import PLAIN
from officecli.store.schema.view_columns import MEANINGS

_SAID = {
    "id": "m.id", "number": "m.number", "year": "m.year", "serial": "m.serial", "title": "m.title", "kind": "'personal'", "urgency": "'ordinary'",
    "importance": "'normal'", "originator_id": "m.person_id", "originator": "p.name", "lead_id": "m.person_id", "lead": "p.name",
    "registered": "m.registered", "issued": "m.registered", "signed": "m.registered", "original_due": "m.due", "due": "m.due",
    "original_due_no": "d.working_no", "due_no": "d.working_no", "imported": "0", "version": "1",
    "status": "CASE WHEN m.cancelled <= :as_of THEN 'cancelled' WHEN m.closed <= :as_of THEN 'closed' ELSE 'in-hand' END",
    "closed": "CASE WHEN m.closed <= :as_of THEN m.closed END", "cancelled": "CASE WHEN m.cancelled <= :as_of THEN m.cancelled END",
    **dict.fromkeys(("source", "goal", "ordered_by", "issued_at", "support_note", *PLAIN), "''"),
}  # fmt: skip
_NUMBERS = ("_id", "_no", "_minutes", "_level")

COLUMNS = tuple(MEANINGS["v_item"])
"""The columns both have, in one order."""


def own_items(person_id: int) -> str:
    """A subselect of somebody's personal items in the columns of `v_item`; takes :as_of. What was moved or closed since stands as it is now."""
    columns = ", ".join(f"{_SAID.get(name) or _nothing(name)} AS {name}" for name in COLUMNS)
    return f"""(SELECT {columns} FROM reminder m JOIN person p ON p.id = m.person_id LEFT JOIN calendar_day d ON d.date = m.due
  WHERE m.person_id = {int(person_id)} AND m.registered <= :as_of)"""


def _nothing(name: str) -> str:
    """NULL of the column's kind, which PostgreSQL wants to know."""
    return f"CAST(NULL AS {'INTEGER' if name.endswith(_NUMBERS) else 'REAL' if name == 'hours' else 'TEXT'})"
