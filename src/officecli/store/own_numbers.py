"""Numbers of their own: T-012 is the twelfth target there ever was, W-003 the third waiver; counted from the trail, which only grows, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import Any
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader

LETTERS = {
    "target": "T",
    "target_result": "V",
    "waiver": "W",
    "difficulty": "H",
    "handover_note": "N",
    "notice": "M",
}
"""Table → the letter of its numbers: target, value, waiver, hardship, note, message."""

_MADE = "SELECT id FROM {table} UNION SELECT subject_id FROM trail WHERE subject = '{table}' AND subject_id = seq"
"""Every row there ever was: those of the table, one a command has just made among them,
and those that were taken back, since a row's id is the number of the entry that made it.
"""
_TARGETS = "SELECT id FROM target WHERE target_class IS NOT NULL AND continues_id IS NULL"
_TARGETS_TAKEN_BACK = """SELECT e.seq AS id, e.after FROM trail e
WHERE e.subject = 'target' AND e.subject_id = e.seq AND NOT EXISTS (SELECT 1 FROM target t WHERE t.id = e.seq)"""


def own_number(table: str, place: int) -> str:
    """The number of the row in this place among all of the table: T-012."""
    return f"{LETTERS[table]}-{place:03d}"


def own_numbers(read: Reader, table: str) -> Mapping[int, str]:
    """How people name each row of a table, by its id, those that were taken back too; of targets by the id of their first terms."""
    ids = _targets(read) if table == "target" else [row["id"] for row in read.rows(_MADE.format(table=table))]
    return {one: own_number(table, place) for place, one in enumerate(sorted(ids), 1)}


def own_number_of(read: Reader, table: str, row_id: int) -> str:
    """How people name one row, of any table but that of targets."""
    return own_number(table, int(read.value(f"SELECT COUNT(*) FROM ({_MADE.format(table=table)}) m WHERE m.id <= :id", id=row_id)))


def _targets(read: Reader) -> list[int]:
    return [row["id"] for row in read.rows(_TARGETS)] + [
        row["id"] for row in read.rows(_TARGETS_TAKEN_BACK) if _was_target(fields(row["after"]) or {})
    ]


def _was_target(made: Mapping[str, Any]) -> bool:
    """Whether it is a target, not an item's plain amount or the other terms of one."""
    return made.get("target_class") is not None and made.get("continues_id") is None
