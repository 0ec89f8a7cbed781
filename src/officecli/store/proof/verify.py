"""Tells whether a store is what its trail says: the chain whole, every table equal to the trail replayed, the file sound, the definitions ours.

A chain proves nothing against its owner, who can make another: only a head that is known elsewhere, on paper or in a mail, does.
The logs of refusals and of the mail stand outside the trail and are not vouched for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from officecli.store.proof import chain
from officecli.store.proof.faults import Fault, Verdict
from officecli.store.proof.replay import CALENDAR, Replay, calendar_faults
from officecli.store.proof.soundness import unsound
from officecli.store.read.reader import Reader, Row
from officecli.store.schema.definitions import definition_faults

BATCH = 5_000

TYPES: dict[str, Any] = {"actor": dict, "user": dict, "behalf": dict | None, "subject": str, "id": int, "before": dict | None, "after": dict | None}
FIELDS = {
    "seq",
    "at",
    "day",
    "command",
    "actor",
    "behalf",
    "role",
    "user",
    "host",
    "tool",
    "verb",
    "subject",
    "id",
    "item",
    "before",
    "after",
    "reason",
    "prev",
}
SOMETIMES = {"recorded"}
"""What an entry has only where it was recorded after its day."""


def verify(read: Reader, head: tuple[int, str] | None = None, watch: Callable[[int], None] = lambda _entries: None) -> Verdict:
    """Check the whole store, and that the trail passed through `head` (number, first digits of its hash); `watch` is told how far it is."""
    definitions = list(definition_faults(read))
    absent = {fault.table for fault in definitions if fault.kind in ("table-missing", "table-replaced")}
    if "trail" in absent:
        return Verdict(0, "0:", tuple(definitions))
    faults: list[Fault] = []
    replay = Replay()
    entries, last, hash_before, at_before = 0, 0, "", ""
    played = "office" not in absent and read.value("SELECT rehearsal FROM office")
    noted = [Fault("rehearsal", table="office")] if played else []
    back: list[Fault] = []
    paper: str | None = None
    for row in _trail(read):
        faults.extend(_link_faults(row, last))
        body = _body(row)
        if body is None:
            faults.append(Fault("unreadable", row["seq"]))
        else:
            if body["prev"] != hash_before:
                faults.append(Fault("broken", row["seq"], expected=hash_before, found=body["prev"]))
            faults.extend(_column_faults(row, body))
            faults.extend(replay.apply(row["seq"], body))
        if chain.ran_back(at_before, row["at"]):
            gap = {"expected": at_before, "found": row["at"]}
            if played:
                noted.append(Fault("time-played", row["seq"], **gap))
            else:
                back.append(Fault("time-back", row["seq"], **gap))
        if row["subject"] == "clock_acceptance":
            noted += [Fault("time-accepted", fault.seq, expected=fault.expected, found=fault.found) for fault in back]
            back.clear()
        if head and row["seq"] == head[0]:
            paper = row["hash"]
        entries, last, hash_before, at_before = entries + 1, row["seq"], row["hash"], row["at"]
        if entries % BATCH == 0:
            watch(entries)
    faults.extend(back)
    if head:
        faults.extend(_head_faults(head, paper, last))
    faults.extend(replay.differences(read, absent))
    if not absent & CALENDAR:
        faults.extend(calendar_faults(read))
    faults.extend(unsound(read))
    faults.extend(definitions)
    return Verdict(entries, f"{last}:{hash_before}", tuple(faults), tuple(noted))


def _trail(read: Reader) -> Iterator[Row]:
    """Every entry in order, some at a time: half a million bodies need not be in memory at once."""
    last = None
    while rows := read.rows(
        f"SELECT * FROM trail {'' if last is None else 'WHERE seq > :last'} ORDER BY seq LIMIT {BATCH}", {} if last is None else {"last": last}
    ):
        yield from rows
        last = rows[-1]["seq"]


def _link_faults(row: Row, last: int) -> Iterator[Fault]:
    if row["seq"] != last + 1:
        yield Fault("gap", row["seq"], expected=last + 1, found=row["seq"])
    found = chain.digest(str(row["body"]))
    if found != row["hash"]:
        yield Fault("hash", row["seq"], expected=row["hash"], found=found)


def _body(row: Row) -> dict[str, Any] | None:
    """The entry as it was recorded; None unless it has the form that is hashed, and every field."""
    try:
        body = json.loads(row["body"])
        typed = all(isinstance(body[name], type_) for name, type_ in TYPES.items())
        return body if typed and body.keys() - SOMETIMES == FIELDS and chain.canonical(body) == row["body"] else None
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


def _column_faults(row: Row, body: dict[str, Any]) -> Iterator[Fault]:
    """The columns beside the body are there for queries; they must say the same."""
    said = {
        **{name: body[name] for name in ("seq", "at", "day", "command", "role", "verb", "subject")},
        "actor_id": body["actor"].get("id"),
        "behalf_id": (body["behalf"] or {}).get("id"),
        "subject_id": body["id"],
        "item_id": body["item"],
        "by_login": chain.by_login(body["user"]),
        "recorded": body.get("recorded"),
    }
    for name, value in said.items():
        if row[name] != value:
            yield Fault("column", row["seq"], "trail", row["seq"], name, value, row[name])


def _head_faults(head: tuple[int, str], found: str | None, last: int) -> Iterator[Fault]:
    number, digits = head
    if number > last:
        yield Fault("shorter", number, expected=number, found=last)
    elif not (found or "").startswith(digits):
        yield Fault("other-head", number, expected=digits, found=found)
