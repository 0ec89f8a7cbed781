"""Whether anything was built on what a command did: a later entry on a row it changed, or on one that refers to such a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from officecli.standing.record.commands import REVERSALS, reversed_by
from officecli.store.judge import runs
from officecli.store.read.reader import Reader, Row
from officecli.store.schema.references import references

SETTLING = ("close", "cancel")
"""What was done to an item before it was settled stands: its record is what it was settled by."""


@dataclass(frozen=True, slots=True)
class Built:
    """The first later command that stands on another: whose it was, and to which row it did something."""

    command: int
    actor_id: int
    table: str
    row_id: int
    item_id: int | None


def entries_since(read: Reader, last: int, until: int | None = None) -> list[Row]:
    """The entries after `last`, to and with `until` if that is given, as `built_on` takes them."""
    found = read.rows(
        "SELECT seq, command, actor_id, verb, subject, subject_id, item_id FROM trail WHERE seq > :last AND seq <= :until ORDER BY seq",
        last=last,
        until=2**62 if until is None else until,
    )
    return [entry for entry in found if not _only_seen(entry)]


def built_on(read: Reader, command: int, later: Sequence[Row] | None = None) -> Built | None:
    """The first act since that was built on the command, None where it can be taken back; what was taken back again since does not count.

    `later` are the entries since it, where the caller has them.
    """
    own = read.rows("SELECT seq, subject, subject_id, item_id FROM trail WHERE command = :command ORDER BY seq", command=command)
    rows: dict[str, set[int]] = {}
    for row in own:
        rows.setdefault(row["subject"], set()).add(row["subject_id"])
    later = entries_since(read, own[-1]["seq"]) if later is None else later
    items = {row["item_id"] for row in own} - {None}
    referring = _referring(read, rows, later)
    touching = [
        entry
        for entry in later
        if entry["subject_id"] in rows.get(entry["subject"], ())
        or entry["subject_id"] in referring.get(entry["subject"], ())
        or (entry["verb"] in SETTLING and entry["item_id"] in items)
    ]
    counted = in_force(read, later, command)
    first = next((entry for entry in touching if entry["command"] in counted), None)
    if first is None:
        return None
    return Built(first["command"], first["actor_id"], first["subject"], first["subject_id"], first["item_id"])


def _only_seen(entry: Row) -> bool:
    """Whether somebody only saw what they were told: they are told again when it is taken back."""
    return bool(entry["subject"] == "notice" and entry["seq"] != entry["subject_id"] and entry["verb"] not in REVERSALS)


def _referring(read: Reader, rows: Mapping[str, set[int]], later: Iterable[Row]) -> dict[str, set[int]]:
    """By table, the rows of the later entries that refer to one of `rows`."""
    changed: dict[str, set[int]] = {}
    for entry in later:
        changed.setdefault(entry["subject"], set()).add(entry["subject_id"])
    found: dict[str, set[int]] = {}
    if not changed:
        return found
    for table, fields in references(read).items():
        wanted = {field: rows[named] for field, named in fields.items() if named in rows}
        if wanted and table in changed:
            found[table] = set(_those(read, table, changed[table], wanted))
    return found


def _those(read: Reader, table: str, ids: set[int], wanted: Mapping[str, set[int]]) -> Iterator[int]:
    """Those of the rows that refer to one of the `wanted`: looked for from whichever side is the smaller."""
    if sum(map(len, wanted.values())) <= len(ids):
        for field, named in wanted.items():
            for low, high in runs(named):
                found = read.rows(f"SELECT id FROM {table} WHERE {field} BETWEEN :low AND :high", low=low, high=high)
                yield from (row["id"] for row in found if row["id"] in ids)
        return
    for low, high in runs(ids):
        for row in read.rows(f"SELECT id, {', '.join(wanted)} FROM {table} WHERE id BETWEEN :low AND :high", low=low, high=high):
            if any(row[field] in named for field, named in wanted.items()):
                yield row["id"]


def in_force(read: Reader, entries: Iterable[Row], command: int = 0) -> set[int]:
    """The commands of these entries whose effect still stands: not those taken back, nor the taking back of what came after `command`."""
    commands = {entry["command"]: entry["verb"] for entry in entries}
    targets: dict[int, int] = {}
    for number, verb in commands.items():
        if verb in REVERSALS:
            body = json.loads(read.value("SELECT body FROM trail WHERE seq = :command", command=number))
            targets[number] = reversed_by(verb, body["reason"]) or 0
    undone: set[int] = set()
    for number in sorted(commands, reverse=True):  # what takes back comes after what it takes back
        if number in targets and number not in undone:
            undone.add(targets[number])
    return {number for number in commands if number not in undone and targets.get(number, 0) <= command}
