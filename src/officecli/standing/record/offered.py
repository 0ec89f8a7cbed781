"""What somebody is offered to take back."""

from __future__ import annotations

from officecli.standing.record.built_on import built_on, entries_since
from officecli.standing.record.commands import Command, not_undone, undoable
from officecli.standing.record.settled import settled_since
from officecli.store.read.reader import Reader, Row

LISTED = 20
"""So many commands are offered."""

LOOKED_BACK = 100_000
"""So many entries of the trail are looked through: what lies further back was built on long ago, or is put right by hand."""


def offered(read: Reader, actor_id: int) -> list[Command]:
    """The commands of somebody that can be taken back, the last first: `undo N` takes the N-th."""
    found: list[Command] = []
    later: list[Row] = []
    known: int | None = None
    for command in undoable(read, actor_id):
        last = int(read.value("SELECT MAX(seq) FROM trail WHERE command = :command", command=command.number))
        later = [*entries_since(read, last, known), *later]
        known = last
        if len(found) == LISTED or len(later) > LOOKED_BACK:
            break
        if not not_undone(command) and built_on(read, command.number, later) is None and settled_since(read, command) is None:
            found.append(command)
    return found
