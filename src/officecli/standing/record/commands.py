"""Somebody's commands as the trail has them: which can be taken back, and which taking back can be repeated."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.light import dataclass
from officecli.model.acts import ACTS
from officecli.standing.items.personal import is_at_the_keys
from officecli.store.read.entries import entries
from officecli.store.read.reader import Reader, Row

REVERSALS = ("undo", "redo")
"""The acts that take a command back: undo any other, and redo an undo. Their reason names the command, as `undo 123`."""

LOOKED_AT = 200
"""So many of somebody's last commands are looked at."""


@dataclass(frozen=True)
class Command:
    """One command: the number of its first entry, the moment (UTC text), and the act it was; of a redo the act it did again.

    `verbs` are all its acts, `reverses` is the command it took back.
    """

    number: int
    at: str
    verb: str
    verbs: tuple[str, ...]
    reverses: int | None = None


def reversed_by(verb: str, reason: str) -> int | None:
    """The command that an act took back; None for any other act."""
    return int(reason.removeprefix(f"{verb} ")) if verb in REVERSALS else None


def undoable(read: Reader, actor_id: int) -> Iterator[Command]:
    """The commands of somebody that still stand and could be taken back, the last first, those on which others have built included."""
    taken: set[int] = set()
    for command in _commands(read, actor_id):
        if command.verbs[0] == "undo":
            taken.add(command.reverses or 0)
        elif command.number not in taken:
            yield command


def redoable(read: Reader, actor_id: int) -> Iterator[Command]:
    """The undoings of somebody that were not repeated yet, the last first."""
    taken: set[int] = set()
    for command in _commands(read, actor_id):
        if command.verbs[0] == "redo":
            taken.add(command.reverses or 0)
        elif command.verbs[0] == "undo" and command.number not in taken:
            yield command


def not_undone(command: Command) -> str:
    """The first act of the command that is never taken back, "" where there is none."""
    return next((verb for verb in command.verbs if verb in ACTS and ACTS[verb].instead), "")


def entries_of(read: Reader, command: int) -> list[Row]:
    """The entries of a command, oldest first."""
    return entries(read, "WHERE command = :command ORDER BY seq", command=command)


def _commands(read: Reader, actor_id: int) -> Iterator[Command]:
    """Their last commands, the last first; what was personal is nobody's to take back under another's login."""
    shown = "" if is_at_the_keys(read, actor_id) else "AND command NOT IN (SELECT x.command FROM trail x WHERE x.subject = 'reminder')"
    earlier = ""
    number: int | None = None
    for _ in range(LOOKED_AT):  # one after the other: an import is a single command of a million entries
        number = read.value(
            f"SELECT command FROM trail WHERE actor_id = :me {earlier} {shown} ORDER BY command DESC LIMIT 1", me=actor_id, number=number
        )
        if number is None:
            return
        yield command_of(read, number)
        earlier = "AND command < :number"


def command_of(read: Reader, number: int) -> Command:
    """The command with this number."""
    rows = read.rows("SELECT verb, MIN(seq) AS first FROM trail WHERE command = :command GROUP BY verb ORDER BY MIN(seq)", command=number)
    (first,) = read.rows("SELECT at, verb, reason FROM trail WHERE seq = :first", first=rows[0]["first"])
    verbs = tuple(row["verb"] for row in rows)
    reverses = reversed_by(first["verb"], first["reason"])
    return Command(number, first["at"], _named(read, verbs, reverses), verbs, reverses)


def origin_of(read: Reader, command: Command) -> Command:
    """What was done in the first place by what a command, perhaps by way of others, took back or did again; itself, if it reverses none."""
    while command.reverses is not None:
        command = command_of(read, command.reverses)
    return command


def _named(read: Reader, verbs: tuple[str, ...], reverses: int | None) -> str:
    """The act a command is known by: one that names it wherever it stands, else the first that does not come along
    with another; of a redo, or an undo, what it did again or took back.
    """
    if reverses is not None:
        return command_of(read, reverses).verb
    known_by = [verb for verb in verbs if verb in ACTS and ACTS[verb].names] + [verb for verb in verbs if verb not in ACTS or not ACTS[verb].along]
    return known_by[0] if known_by else verbs[-1]
