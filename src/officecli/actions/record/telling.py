"""Tells whoever had heard of an act that it was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from officecli.actions.acting import Acting
from officecli.actions.notices import notify
from officecli.model.codes import MATTERS
from officecli.store.judge import runs
from officecli.store.read.reader import Reader


class _Addressed(NamedTuple):
    """Whom the rows of a table speak to, and by which field of a notice the matter goes; `matter` is the row's own field of its id."""

    person: str
    field: str
    matter: str


ADDRESSED = {
    "extension": _Addressed("person_id", "item_id", "item_id"),
    "submission": _Addressed("person_id", "item_id", "item_id"),
    "told": _Addressed("person_id", "item_id", "item_id"),
    "difficulty": _Addressed("person_id", "difficulty_id", "id"),
}


def notices_about(read: Reader, made: Iterable[dict[str, Any]]) -> list[int]:
    """The notices that something was taken back, about a row that is now taken back itself."""
    ids: dict[str, set[int]] = {}
    for entry in made:
        ids.setdefault(entry["subject"], set()).add(entry["id"])
    return [
        row["id"]
        for field, table in MATTERS.items()
        for low, high in runs(ids.get(table, ()))
        for row in read.rows(f"SELECT id FROM notice WHERE cause = 'undone' AND {field} BETWEEN :low AND :high", low=low, high=high)
    ]


def tell_taken_back(act: Acting, verb: str, entries: Sequence[dict[str, Any]]) -> None:
    """A notice to everybody the command had told something, one each of a matter; none to who does it, nor of what nobody has read yet."""
    before = act.change.before
    made = {entry["id"] for entry in entries if entry["before"] is None}
    heard = {told for entry in entries if entry["subject"] == "notice" or entry["item"] not in made for told in _told(before, entry)}
    for person_id, field, matter_id in sorted(heard):
        there = act.read.value(f"SELECT 1 AS one FROM {MATTERS[field]} WHERE id = :id", id=matter_id)
        text = "" if field == "difficulty_id" else verb  # what is confidential shows none; whoever reads it reads it in their own language
        notify(act, "undo", person_id, "undone", text=text, **({field: matter_id} if there else {}))


def _told(before: Reader, entry: dict[str, Any]) -> Iterable[tuple[int, str, int]]:
    """(person, field of the matter, its id) for each who had heard of what the entry recorded; of what is new with its matter only whoever saw it."""
    table = entry["subject"]
    if table not in ADDRESSED and table not in ("notice", "prod", "request_stage"):
        return
    row = before.row(f"SELECT * FROM {table} WHERE id = :id", id=entry["id"])
    if row is None:
        return
    if table == "notice":
        if entry["before"] is None and row["seen"] and row["cause"] != "undone":
            yield from ((row["person_id"], field, row[field]) for field in MATTERS if row[field] is not None)
    elif table == "difficulty" and entry["before"] is None:
        return
    elif table == "prod":
        if _has_acted(before, row["lead_id"], row["item_id"], since=entry["seq"]):
            yield row["lead_id"], "item_id", row["item_id"]
    elif table == "request_stage":
        if entry["before"] is not None:
            asker = before.value("SELECT person_id FROM request WHERE id = :id", id=row["request_id"])
            yield asker, "request_id", row["request_id"]
    else:
        to = ADDRESSED[table]
        if row[to.person] is not None:
            yield row[to.person], to.field, row[to.matter]


def _has_acted(before: Reader, person_id: int, item_id: int, *, since: int) -> bool:
    """Whether somebody did anything to the item since, and so has read what there was."""
    return bool(
        before.value("SELECT 1 AS one FROM trail WHERE item_id = :item AND actor_id = :who AND seq > :seq", item=item_id, who=person_id, seq=since)
    )
