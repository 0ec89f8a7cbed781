"""Whether anything was built on what a command did: a later entry on a row it changed, or on one that refers to such a row.

Each question begins at the command's own rows and follows an index, so that the answer costs what was done to them, however long the trail has become.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officecli.light import dataclass
from officecli.standing.record.commands import REVERSALS, reversed_by
from officecli.store.read.reader import Reader, Row
from officecli.store.schema.references import references

SETTLING = ("close", "cancel")
"""What was done to an item before it was settled stands: its record is what it was settled by."""

_REFERRED_TO_BY_MANY = ("person", "duty", "procedure_version", "procedure_step")
"""Rows that a great many others refer to, by columns without an index: whether one does is looked for among the later entries instead."""

_ENTRY = "l.seq, l.command, l.actor_id, l.verb, l.subject, l.subject_id, l.item_id"

_ON_ITS_ROWS = f"""SELECT {_ENTRY} FROM trail o CROSS JOIN trail l
WHERE o.command = :command AND l.subject = o.subject AND l.subject_id = o.subject_id AND l.seq > :last"""

_SETTLED = f"""SELECT {_ENTRY} FROM (SELECT DISTINCT item_id FROM trail WHERE command = :command) o CROSS JOIN trail l
WHERE l.item_id = o.item_id AND l.command > :command AND l.verb IN ('{"', '".join(SETTLING)}')"""

_REFERRING = f"""SELECT {_ENTRY} FROM trail o CROSS JOIN {{table}} r CROSS JOIN trail l
WHERE o.command = :command AND o.subject = '{{named}}' AND r.{{field}} = o.subject_id AND l.subject = '{{table}}' AND l.subject_id = r.id AND l.seq > :last"""
"""CROSS JOIN: SQLite goes through the tables in this order, from the few rows of a command on."""

_SINCE = "SELECT DISTINCT l.subject || '' AS subject FROM trail l WHERE l.seq > :last"
_REFERRING_SINCE = f"""SELECT {_ENTRY} FROM trail l
WHERE l.seq > :last AND l.subject || '' = '{{table}}' AND EXISTS (SELECT 1 FROM {{table}} r WHERE r.id = l.subject_id AND ({{refers}}))"""
"""|| '': by number, from the command on; by the index of subjects it would be the whole trail, however little came since."""

_REFERS = "r.{field} IN (SELECT o.subject_id FROM trail o WHERE o.command = :command AND o.subject = '{named}')"

_TAKEN_BACK = "SELECT seq, verb, reason FROM trail WHERE verb IN ('undo', 'redo') AND seq = command AND seq > :last ORDER BY seq DESC"


@dataclass(frozen=True)
class Built:
    """The first later command that stands on another: whose it was, and to which row it did something."""

    command: int
    actor_id: int
    table: str
    row_id: int
    item_id: int | None


def built_on(read: Reader, command: int) -> Built | None:
    """The first act since that was built on the command, None where it can be taken back; what was taken back again since does not count."""
    last = int(read.value("SELECT MAX(seq) FROM trail WHERE command = :command", command=command))
    touching = [entry for entry in _touching(read, command, last) if not _only_seen(entry)]
    if not touching:
        return None
    taken_back = _reversals(read, last)
    undone = _undone(taken_back)
    counted = [entry for entry in touching if entry["command"] not in undone and taken_back.get(entry["command"], 0) <= command]
    if not counted:
        return None
    first = min(counted, key=lambda entry: int(entry["seq"]))
    return Built(first["command"], first["actor_id"], first["subject"], first["subject_id"], first["item_id"])


def _touching(read: Reader, command: int, last: int) -> Iterator[Row]:
    """The later entries on the command's rows, on rows that refer to them, and those that settled its items; an entry may come more than once."""
    yield from read.rows(_ON_ITS_ROWS, command=command, last=last)
    yield from read.rows(_SETTLED, command=command)
    own = {row["subject"] for row in read.rows("SELECT DISTINCT subject FROM trail WHERE command = :command", command=command)}
    since: set[str] | None = None
    for table, fields in references(read).items():
        many = [_REFERS.format(field=field, named=named) for field, named in fields.items() if named in own and named in _REFERRED_TO_BY_MANY]
        if many and since is None:
            since = {row["subject"] for row in read.rows(_SINCE, last=last)}
        if many and since and table in since:
            yield from read.rows(_REFERRING_SINCE.format(table=table, refers=" OR ".join(many)), command=command, last=last)
        for field, named in fields.items():
            if named in own and named not in _REFERRED_TO_BY_MANY:
                yield from read.rows(_REFERRING.format(table=table, field=field, named=named), command=command, last=last)


def _only_seen(entry: Row) -> bool:
    """Whether somebody only saw what they were told: they are told again when it is taken back."""
    return bool(entry["subject"] == "notice" and entry["seq"] != entry["subject_id"] and entry["verb"] not in REVERSALS)


def _reversals(read: Reader, last: int) -> dict[int, int]:
    """The later commands that took another back, the latest first, and which."""
    return {row["seq"]: reversed_by(row["verb"], row["reason"]) or 0 for row in read.rows(_TAKEN_BACK, last=last)}


def _undone(taken_back: dict[int, int]) -> set[int]:
    """The commands whose effect no longer stands."""
    undone: set[int] = set()
    for number, target in taken_back.items():  # what takes back comes after what it takes back
        if number not in undone:
            undone.add(target)
    return undone


def in_force(read: Reader, entries: Iterable[Row], command: int = 0) -> set[int]:
    """The commands of these entries whose effect still stands: not those taken back, nor the taking back of what came after `command`."""
    commands = {entry["command"]: entry["verb"] for entry in entries}
    targets: dict[int, int] = {}
    for number, verb in commands.items():
        if verb in REVERSALS:
            targets[number] = reversed_by(verb, read.value("SELECT reason FROM trail WHERE seq = :command", command=number)) or 0
    undone: set[int] = set()
    for number in sorted(commands, reverse=True):  # what takes back comes after what it takes back
        if number in targets and number not in undone:
            undone.add(targets[number])
    return {number for number in commands if number not in undone and targets.get(number, 0) <= command}
