"""What somebody is offered to take back."""

from __future__ import annotations

from itertools import islice

from officecli.standing.record.built_on import built_on
from officecli.standing.record.commands import Command, not_undone, undoable
from officecli.standing.record.settled import settled_since
from officecli.store.read.reader import Reader

LISTED = 20
"""So many commands are offered."""


def offered(read: Reader, actor_id: int) -> list[Command]:
    """The commands of somebody that can be taken back, the last first: `undo N` takes the N-th."""
    can_be = (
        command
        for command in undoable(read, actor_id)
        if not not_undone(command) and settled_since(read, command) is None and built_on(read, command.number) is None
    )
    return list(islice(can_be, LISTED))
