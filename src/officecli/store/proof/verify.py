"""Tells whether a store is what its trail says: the chain whole, every table equal to the trail replayed, the file sound, the definitions ours.

A chain proves nothing against its owner, who can make another: only a head that is known elsewhere, on paper or in a mail, does.
The logs of refusals and of the mail stand outside the trail and are not vouched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from officecli.store.place import Place
from officecli.store.proof import chain
from officecli.store.proof.faults import Fault, Verdict
from officecli.store.proof.links import COLUMNS, Links
from officecli.store.proof.replay import CALENDAR, calendar_faults, replayed
from officecli.store.proof.soundness import Meanwhile, unsound
from officecli.store.read.reader import Reader
from officecli.store.schema.definitions import definition_faults

TOLD = 5_000
"""Every so many entries whoever waits is told how far it is."""
SUBJECT = COLUMNS.index("subject")


def verify(
    read: Reader, head: tuple[int, str] | None = None, watch: Callable[[int], None] = lambda _entries: None, beside: Place | None = None
) -> Verdict:
    """Check the whole store, and that the trail passed through `head` (number, first digits of its hash); `watch` is told how far it is.

    A SQLite file that `beside` names is looked at meanwhile, over a connection of its own.
    """
    meanwhile = Meanwhile(beside) if beside and beside.engine == "sqlite" else None
    definitions = list(definition_faults(read))
    absent = {fault.table for fault in definitions if fault.kind in ("table-missing", "table-replaced")}
    if "trail" in absent:
        return Verdict(0, "0:", tuple(definitions))
    faults: list[Fault] = []
    links = Links()
    entries, at_before = 0, ""
    played = "office" not in absent and read.value("SELECT rehearsal FROM office")
    noted = [Fault("rehearsal", table="office")] if played else []
    back: list[Fault] = []
    paper: str | None = None
    for entry in read.each(f"SELECT {', '.join(COLUMNS)} FROM trail ORDER BY seq", {}):
        if wrong := links.faults(entry):
            faults += wrong
        seq, at = entry[0], str(entry[1])  # whoever writes there by hand may leave anything
        if at < at_before and chain.ran_back(at_before, at):
            gap = {"expected": at_before, "found": at}
            if played:
                noted.append(Fault("time-played", seq, **gap))
            else:
                back.append(Fault("time-back", seq, **gap))
        if back and entry[SUBJECT] == "clock_acceptance":
            noted += [Fault("time-accepted", fault.seq, expected=fault.expected, found=fault.found) for fault in back]
            back.clear()
        if head and seq == head[0]:
            paper = links.hash
        entries += 1
        at_before = at
        if entries % TOLD == 0:
            watch(entries)
    of_rows = list(replayed(read, links.unreadable, links.astray, absent))
    faults += [fault for fault in of_rows if fault.seq is not None]
    faults.sort(key=lambda fault: fault.seq or 0)
    faults += back
    if head:
        faults.extend(_head_faults(head, paper, links.last))
    faults += [fault for fault in of_rows if fault.seq is None]
    if not absent & CALENDAR:
        faults.extend(calendar_faults(read))
    faults.extend(meanwhile.unsound() if meanwhile else unsound(read))
    faults.extend(definitions)
    return Verdict(entries, f"{links.last}:{links.hash}", tuple(faults), tuple(noted))


def _head_faults(head: tuple[int, str], found: str | None, last: int) -> Iterator[Fault]:
    number, digits = head
    if number > last:
        yield Fault("shorter", number, expected=number, found=last)
    elif not str(found or "").startswith(digits):
        yield Fault("other-head", number, expected=digits, found=found)
