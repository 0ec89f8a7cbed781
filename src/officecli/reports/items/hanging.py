"""What is shown of an item and stands in other tables: its last feedback and submission, its supporters, targets and labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from officecli.hints import Any
from officecli.store.read.among import around
from officecli.store.read.reader import Reader, Row

JOINED = """LEFT JOIN note n ON n.id = i.note_id LEFT JOIN note p ON p.id = i.progress_note_id LEFT JOIN submission s ON s.id = i.submission_id"""
"""What is joined to an item `i` of `items.seen` for what is said of it in `SAID`."""

SAID = {
    "status": "i.state",
    "percent": "p.progress",
    "told": "NULLIF(n.text, '')",
    "progress": """CASE WHEN p.progress IS NULL THEN NULLIF(n.text, '') WHEN n.text <> '' THEN CAST(p.progress AS TEXT) || '% ' || n.text
      ELSE CAST(p.progress AS TEXT) || '%' END""",
    **{key: f"NULLIF(n.{key}, '')" for key in ("problem", "next_step", "evidence")},
    "submitted": "i.first_submitted",
    **{key: f"NULLIF(s.{key}, '')" for key in ("result", "achieved")},
    "rating": "CASE WHEN s.reviewed <= :as_of THEN s.rating END",
}
"""By column, what SQL says of one item `i`; what is no text there stands as it is kept."""

OF_A_PART = {
    key: f"(SELECT {sql} FROM item w JOIN item x ON x.id = w.parent_id WHERE w.id = i.id)"
    for key, sql in (("parent", "x.number"), ("point", "NULLIF(w.point, '')"))
}
"""The same of what is a part of another item: that one's number, and which part it is."""


OF_SEVERAL: dict[str, tuple[str, ...]] = {"supports": ("support_note",), "targets": (), "labels": (), "ordered_by": ("ordered_by", "imported")}
"""The columns that are put together of several rows, each with what is to be known of the item itself besides its id."""


def lists(read: Reader, keys: Sequence[str], of: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
    """Those of `OF_SEVERAL` that are among the keys, for the items whose columns these are."""
    return {key: _LISTS[key](read, of) for key in keys if key in _LISTS}


def _supports(read: Reader, of: Mapping[str, Sequence[Any]]) -> list[list[Row]]:
    found = _by_item(
        read,
        """SELECT s.item_id, p.name, s.part, CASE WHEN s.done <= :as_of THEN 1 ELSE 0 END AS done FROM support s JOIN person p ON p.id = s.person_id
           WHERE s.since <= :as_of AND (s.until IS NULL OR s.until > :as_of) AND s.item_id {these} ORDER BY s.id""",
        of["id"],
    )
    bodies = "SELECT s.item_id, b.name, s.part, 0 AS done FROM body_support s JOIN body b ON b.id = s.body_id WHERE s.item_id {these} ORDER BY s.id"
    for id_, each in _by_item(read, bodies, of["id"]).items():
        found.setdefault(id_, []).extend(each)
    for id_, outside in zip(of["id"], of["support_note"], strict=True):
        if outside:  # supporters outside the office, as an imported ledger wrote them
            found.setdefault(id_, []).append({"name": outside, "part": "", "done": False})
    return [_supporters(those) if (those := found.get(id_)) else [] for id_ in of["id"]]


def _supporters(found: Sequence[Row]) -> list[Row]:
    return [{"name": one["name"], "part": one["part"], "done": bool(one["done"])} for one in found]


def _targets(read: Reader, of: Mapping[str, Sequence[Any]]) -> list[str | None]:
    found = _by_item(read, "SELECT item_id, amount, unit FROM target WHERE item_id {these} ORDER BY id", of["id"])
    return ["; ".join(map(target_text, those)) if (those := found.get(id_)) else None for id_ in of["id"]]


def _labels(read: Reader, of: Mapping[str, Sequence[Any]]) -> list[str | None]:
    found = _by_item(read, "SELECT item_id, name FROM label WHERE item_id {these} ORDER BY id", of["id"])
    return ["; ".join(one["name"] for one in those) if (those := found.get(id_)) else None for id_ in of["id"]]


def _ordered_by(read: Reader, of: Mapping[str, Sequence[Any]]) -> list[str]:
    """In whose name it was given; whoever handed it out here themselves ordered it, what a registrar recorded on nobody's order nobody did."""
    silent = [id_ for id_, said, imported in zip(of["id"], of["ordered_by"], of["imported"], strict=True) if not (said or imported)]
    found = _by_item(
        read,
        """SELECT s.id AS item_id, p.name FROM item s JOIN trail t ON t.seq = s.id JOIN person p ON p.id = s.originator_id
           WHERE s.originator_id <> s.lead_id AND t.actor_id = s.originator_id AND s.id {these}""",
        silent,
    )
    return [said or (found[id_][0]["name"] if id_ in found else "") for id_, said in zip(of["id"], of["ordered_by"], strict=True)]


_LISTS: dict[str, Callable[[Reader, Mapping[str, Sequence[Any]]], list[Any]]] = {
    "supports": _supports,
    "targets": _targets,
    "labels": _labels,
    "ordered_by": _ordered_by,
}


def target_text(target: Row) -> str:
    """A target as people write it: `12 articles`, `100%`, `12篇`."""
    unit = target["unit"]
    return f"{target['amount']}{' ' if unit[0].isascii() and unit[0].isalpha() else ''}{unit}"


def _by_item(read: Reader, sql: str, ids: Sequence[int]) -> dict[int, list[Row]]:
    """What hangs on these items, by item; the statement has `{these}` for the condition that their ids fit. There may be others with them."""
    found: dict[int, list[Row]] = {}
    for these, values in around(ids):
        for one in read.rows(sql.format(these=these), values, as_of=read.as_of.isoformat()):
            found.setdefault(one["item_id"], []).append(one)
    return found
