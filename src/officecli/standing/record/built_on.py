"""Whether anything was built on what a command did: a later entry on a row it changed, or on one that refers to such a row.

Each question begins at the command's own rows and follows an index, or at the later entries where they are fewer: so the answer costs what was done
to them, or since, however long the trail and however large the command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officecli.hints import NamedTuple
from officecli.light import dataclass
from officecli.model.codes import TRAILED
from officecli.standing.record.commands import REVERSALS, reversed_by
from officecli.store.read.reader import Reader, Row
from officecli.store.schema.references import references

SETTLING = ("close", "cancel")
"""What was done to an item before it was settled stands: its record is what it was settled by."""

_REFERRED_TO_BY_MANY = ("person", "duty", "procedure_version", "procedure_step")
"""Rows that a great many others refer to, by columns without an index: whether one does is looked for among the later entries instead."""


class _Later(NamedTuple):
    """An entry that came after the command."""

    seq: int
    command: int
    actor_id: int
    verb: str
    subject: str
    subject_id: int
    item_id: int | None


_ENTRY = ", ".join(f"l.{name}" for name in _Later._fields)

_ON_ITS_ROWS = f"""SELECT {_ENTRY} FROM trail o CROSS JOIN trail l
WHERE o.command = :command AND l.subject = o.subject AND l.subject_id = o.subject_id AND l.seq > :last"""

_SETTLING_VERBS = ", ".join(f"'{verb}'" for verb in SETTLING)
_SETTLED = f"""SELECT {_ENTRY} FROM (SELECT DISTINCT item_id FROM trail WHERE command = :command) o CROSS JOIN trail l
WHERE l.item_id = o.item_id AND l.command > :command AND l.verb IN ({_SETTLING_VERBS})"""

_REFERRING = f"""SELECT {_ENTRY} FROM trail o CROSS JOIN {{table}} r CROSS JOIN trail l
WHERE o.command = :command AND o.subject = '{{named}}' AND r.{{field}} = o.subject_id AND l.subject = '{{table}}' AND l.subject_id = r.id AND l.seq > :last"""
"""CROSS JOIN: SQLite goes through the tables in this order, from the few rows of a command on."""

_SINCE = f"SELECT {_ENTRY} FROM trail l WHERE l.seq > :last AND ({{stands}}) ORDER BY l.seq"
"""From the command on, as they came: whoever asks reads on only until one counts."""

_ITS_OWN = "EXISTS (SELECT 1 FROM trail o WHERE o.command = :command AND o.subject = {subject} AND o.subject_id = {subject_id})"
_ITS_OWN_NAMED = _ITS_OWN.format(subject="'{named}'", subject_id="r.{field}")
_REFERS = f"(l.subject || '' = '{{table}}' AND 1 = (SELECT 1 FROM {{table}} r WHERE r.id = l.subject_id AND {_ITS_OWN_NAMED}))"
"""|| '': by number, from the command on; by the index of subjects it would be the whole trail,
however little came since. 1 = of the one row: for an EXISTS PostgreSQL would read the whole table.
"""

_AT_ALL = "SELECT 1 AS one FROM {table} r WHERE r.{field} IN (SELECT o.subject_id FROM trail o WHERE o.command = :command AND o.subject = '{named}') LIMIT 1"
"""Whether any row refers to the command's own, which is soon said, and where none does is the end of it."""

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
    taken_back = _reversals(read, last)
    undone = _undone(taken_back)

    def counts(entry: _Later) -> bool:
        return not _only_seen(entry) and entry.command not in undone and taken_back.get(entry.command, 0) <= command

    found = [entry for entries in _touching(read, command, last) for entry in [next(filter(counts, entries), None)] if entry]
    if not found:
        return None
    first = min(found)
    return Built(first.command, first.actor_id, first.subject, first.subject_id, first.item_id)


def _touching(read: Reader, command: int, last: int) -> Iterator[Iterator[_Later]]:
    """The later entries on the command's rows, on rows that refer to them, and those that settled its items, each kind as they came."""
    if _is_less_since(read, command, last):
        yield _since(read, command, last, _stands_on(read))
        return
    yield _asked(read, _ON_ITS_ROWS, command=command, last=last)
    yield _asked(read, _SETTLED, command=command)
    own = {row["subject"] for row in read.rows("SELECT DISTINCT subject FROM trail WHERE command = :command", command=command)}
    for table, fields in references(read).items():
        referring = [{"table": table, "field": field, "named": named} for field, named in fields.items() if named in own]
        for one in referring:
            if one["named"] not in _REFERRED_TO_BY_MANY:
                yield _asked(read, _REFERRING.format(**one), command=command, last=last)
            elif read.row(_AT_ALL.format(**one), command=command):
                yield _since(read, command, last, _REFERS.format(**one))


def _is_less_since(read: Reader, command: int, last: int) -> bool:
    """Whether fewer entries came since than the command has, whose entries follow one another."""
    return read.head()[0] - last <= last - command


def _stands_on(read: Reader) -> str:
    """Whether a later entry stands on a command, as SQL."""
    on_its_rows = _ITS_OWN.format(subject="l.subject", subject_id="l.subject_id")
    settled = f"l.verb IN ({_SETTLING_VERBS}) AND EXISTS (SELECT 1 FROM trail o WHERE o.command = :command AND o.item_id = l.item_id)"
    refers = (
        _REFERS.format(table=table, field=field, named=named)
        for table, fields in references(read).items()
        if table in TRAILED
        for field, named in fields.items()
    )
    return " OR ".join((on_its_rows, settled, *refers))


def _since(read: Reader, command: int, last: int, stands: str) -> Iterator[_Later]:
    return map(_Later._make, read.each(_SINCE.format(stands=stands), {"command": command, "last": last}))


def _asked(read: Reader, sql: str, **values: int) -> Iterator[_Later]:
    return map(_Later._make, sorted(read.tuples(sql, **values)))


def _only_seen(entry: _Later) -> bool:
    """Whether somebody only saw what they were told: they are told again when it is taken back."""
    return entry.subject == "notice" and entry.seq != entry.subject_id and entry.verb not in REVERSALS


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
