"""Tells whether a store is what its trail says: the chain whole, every table equal to the trail replayed, the file sound, the definitions ours.

A chain proves nothing against its owner, who can make another: only a head that is known elsewhere, on paper or in a mail, does.
The logs of refusals and of the mail stand outside the trail and are not vouched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from officecli.store.place import Place
from officecli.store.proof.alike import FIRST, LAST, Entry, Shared, entries_from
from officecli.store.proof.as_made import AsMade
from officecli.store.proof.chain import OWN, Hand
from officecli.store.proof.faults import Fault, Verdict
from officecli.store.proof.links import SUBJECT, Links
from officecli.store.proof.replay import CALENDAR, calendar_faults, replayed
from officecli.store.proof.soundness import Meanwhile, unsound
from officecli.store.proof.times import Times
from officecli.store.read.reader import Reader
from officecli.store.schema.definitions import definition_faults

AT_ONCE = 1_000
"""So many entries are looked at together; then whoever waits is told how far it is."""


def verify(
    read: Reader, head: tuple[int, str] | None = None, watch: Callable[[int], None] = lambda _entries: None, beside: Place | None = None
) -> Verdict:
    """Check the whole store, and that the trail passed through `head` (number, first digits of its hash); `watch` is told how far it is.

    A SQLite file that `beside` names is looked at meanwhile, over a connection of its own.
    """
    meanwhile = Meanwhile(beside) if beside and beside.engine == "sqlite" else None
    definitions = list(definition_faults(read))
    absent = {fault.table for fault in definitions if fault.kind in ("table-missing", "table-replaced")}
    if absent & {"trail", "hand"}:
        return Verdict(0, "0:", tuple(definitions))
    played = "office" not in absent and bool(read.value("SELECT rehearsal FROM office"))
    faults: list[Fault] = []
    links, times = Links(read.each(f"SELECT id, {', '.join(Hand._fields)} FROM hand ORDER BY id", {})), Times(played=played)
    made, entries = AsMade(read, {fault.table for fault in definitions}), 0
    for shared, some in _portions(read):
        if shared is not None and links.go_on(shared, some):
            times.take((*some[0], *shared))
            made.take(shared[SUBJECT], some)
        else:
            for entry in some if shared is None else [(*own, *shared) for own in some]:
                times.take(entry)
                if wrong := links.faults(entry):
                    faults += wrong
                    made.doubt(entry)
                else:
                    made.take(entry[len(OWN) + SUBJECT], [entry])
        entries += len(some)
        if len(some) == AT_ONCE:
            watch(entries)
    of_rows = [*links.end(), *replayed(read, links.unreadable, absent, made.others())]
    faults += [fault for fault in of_rows if fault.seq is not None]
    faults.sort(key=lambda fault: fault.seq or 0)
    faults += times.back
    if head:
        faults.extend(_head_faults(head, read.value("SELECT hash FROM trail WHERE seq = :seq", seq=head[0]), links.last))
    faults += [fault for fault in of_rows if fault.seq is None]
    if not absent & CALENDAR:
        faults.extend(calendar_faults(read))
    faults.extend(meanwhile.unsound() if meanwhile else unsound(read))
    faults.extend(definitions)
    return Verdict(entries, f"{links.last}:{links.hash}", tuple(faults), (*([Fault("rehearsal", table="office")] if played else ()), *times.noted))


def _portions(read: Reader) -> Iterator[tuple[Shared | None, list[Entry]]]:
    """All entries in their order, so many at a time."""
    shared, some = entries_from(read, FIRST, AT_ONCE, None)
    while some:
        yield shared, some
        last = some[-1][0]
        shared, some = entries_from(read, last + 1, AT_ONCE, shared) if last < LAST else (None, [])


def _head_faults(head: tuple[int, str], found: str | None, last: int) -> Iterator[Fault]:
    number, digits = head
    if number > last:
        yield Fault("shorter", number, expected=number, found=last)
    elif not str(found or "").startswith(digits):
        yield Fault("other-head", number, expected=digits, found=found)
