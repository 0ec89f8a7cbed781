"""In which fields a row and an item on record differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.reconciling.plan import Difference
from officecli.files.ledger.reconciling.saying import OF_SUBMISSION, OPEN, says
from officecli.files.ledger.rows.ledger_row import OF_WHAT_WAS_HANDED_IN, LedgerRow
from officecli.files.ledger.rows.made_plain.markup import as_read
from officecli.files.ledger.sheets.cells import joined_lines
from officecli.model.item_fields import FIELDS
from officecli.model.names import name_key
from officecli.patterns import pattern
from officecli.store.read.reader import Reader, Row

UnitOf = Mapping[int, int | None]
"""Person → the section they are in."""

_IN_HANDS = ("issued", "in-hand", "registered")
_HEADED = pattern(r"^[^:：]+[:：] ?")
_SEPARATED = pattern(r"[;；]")


def units(read: Reader) -> UnitOf:
    """The section of everybody."""
    return {row["id"]: row["unit_id"] for row in read.rows("SELECT id, unit_id FROM v_person")}


def differences(made: Draft, record: Row, unit_of: UnitOf) -> tuple[Difference, ...]:
    """What the row says otherwise than the record (a row of `item_rows`), in the order of the fields."""
    found = [Difference(key, on_record(key, record), new) for key, new in _otherwise(held_against(made, record, unit_of), record)]
    return tuple(sorted(found, key=lambda one: _ORDER.get(one.field, len(_ORDER))))


def held_against(made: Draft, record: Row, unit_of: UnitOf) -> dict[str, Any]:
    """What the row says by itself of this item, field by field: what only stands for what is on record is not held against it."""
    said = says(made)
    if _stands_for(made, record, unit_of):
        del said["lead"]
    if record["status"] == "closed" and record["closed"] is None:  # closed on a day not known: no result of it is kept
        said = {key: value for key, value in said.items() if key not in OF_SUBMISSION or "closed" in said}
    if "remarks" in said:
        said["remarks"] = _of_its_own(made.row, record) or record["remarks"]
    for key in (*made.row.yearless, *made.row.stretches):
        if key in said and record[key] and made.row.says_day(key, date.fromisoformat(record[key])):
            said[key] = record[key]
    return said


def _of_its_own(row: LedgerRow, record: Row) -> str:
    """The remarks of a row without those that only tell the result, of what goes on again, that is on record as the result."""
    known = [joined_lines(told) for key in OF_WHAT_WAS_HANDED_IN if (told := row.said(key)) and _flat(told) == _flat(str(record.get(key)))]
    return "\n".join(line for line in row.remarks.split("\n") if not any(_HEADED.sub("", line, count=1) == told for told in known))


_ORDER = {key: place for place, key in enumerate(FIELDS)}


def on_record(key: str, record: Row) -> Any:
    """What is on record of a field, as a difference tells it."""
    if key == "progress":
        return record["told"]
    if key == "parts_done":
        return [one["name"] for one in record["supports"] if one["done"]]
    if key in ("labels", "targets"):
        return _parts(record[key])
    value = record[key]
    return None if value == "" else value


def _otherwise(said: Mapping[str, Any], record: Row) -> Iterator[tuple[str, Any]]:
    for key, new in said.items():
        compare = _COMPARE.get(key, _text)
        if not compare(new, record, key):
            yield key, [one for one in new if not _COMPARE[key]([one], record, key)] if key in ("labels", "parts_done") else new


def _stands_for(made: Draft, record: Row, unit_of: UnitOf) -> bool:
    """Whether who leads the item is whom the row means, though another: of a section whoever leads it there, of a body's matter whoever follows it up."""
    meant = made.people.lead
    if made.people.parts:
        return True
    if meant.through == "unit":
        return bool(unit_of.get(meant.id) == record["unit_id"])
    return meant.through == "body" and made.people.body is not None and bool(made.people.body.name == record["body"])


def _text(new: Any, record: Row, key: str) -> bool:
    """Texts are the same whatever space and lines they stand in, and with the marks that reading leaves out; numbers and codes as they are."""
    there = record[key]
    return bool(_flat(new) == _flat(there)) or (isinstance(there, str) and _flat(new) == _flat(as_read(there)))


def _progress(new: str, record: Row, _key: str) -> bool:
    return _flat(new) in (_flat(record["told"]), _flat(record["progress"]))


def _status(new: str, record: Row, _key: str) -> bool:
    """Whether the states agree: a ledger's open says no more than that it is not over, so it may wait for its review."""
    now = record["status"]
    if new == OPEN:
        return now in (*_IN_HANDS, "submitted")
    return bool(now in _IN_HANDS if new == "in-hand" else now == new)


def _supports(new: list[dict[str, Any]], record: Row, _key: str) -> bool:
    """The same names, with the same parts where the row states them; who stands on record as text is the same by the words."""
    text = _flat(record["support_note"])
    there = {_flat(one["name"]): one["part"] for one in record["supports"] if one["name"] != record["support_note"]}
    for one in new:
        name, part = _flat(one["name"]), _flat(one["part"])
        written = next((form for form in (f"{name}（{part}）", f"{name} ({part})", name) if form in text), None) if name not in there else None
        if written:
            text = text.replace(written, "", 1)
        elif name not in there or part not in ("", _flat(there[name])):
            return False
        there.pop(name, None)
    return not there and not text.strip(" 、，,;；()（）")


def _parts_done(new: list[str], record: Row, key: str) -> bool:
    return {*new} <= {*on_record(key, record)}


def _labels(new: list[str], record: Row, _key: str) -> bool:
    there = {*map(name_key, _parts(record["labels"]))}
    return all(name_key(part) in there for label in new for part in _parts(label))


def _targets(new: list[str], record: Row, _key: str) -> bool:
    return sorted(map(_flat, new)) == sorted(map(_flat, _parts(record["targets"])))


def _parts(text: str | None) -> list[str]:
    return [part for one in _SEPARATED.split(text or "") if (part := one.strip())]


def _flat(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else "" if value is None else value


_COMPARE: dict[str, Callable[[Any, Row, str], bool]] = {
    "progress": _progress,
    "status": _status,
    "supports": _supports,
    "parts_done": _parts_done,
    "labels": _labels,
    "targets": _targets,
}
