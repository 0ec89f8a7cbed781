"""Whether the time of the trail's entries ever runs back, and whether a registrar has accepted that."""

from __future__ import annotations

from typing import Any

from officecli.store.proof import chain
from officecli.store.proof.faults import Fault

_AT, _SUBJECT = (chain.COLUMNS.index(name) for name in ("at", "subject"))


class Times:
    """Takes the entries one after the other: `back` is where time ran back and nobody accepted it, `noted` where it did and may.

    In an office that is `played` (a rehearsal under a clock of its own) it may.
    """

    def __init__(self, *, played: bool) -> None:
        self.back: list[Fault] = []
        self.noted: list[Fault] = []
        self._played = played
        self._before = ""

    def take(self, entry: tuple[Any, ...]) -> None:
        """Look at the next entry."""
        if entry[_AT] == self._before and not self.back:
            return  # as nearly all of a command
        seq, at = entry[0], str(entry[_AT])  # whoever writes there by hand may leave anything
        if at < self._before and chain.ran_back(self._before, at):
            gap = {"expected": self._before, "found": at}
            if self._played:
                self.noted.append(Fault("time-played", seq, **gap))
            else:
                self.back.append(Fault("time-back", seq, **gap))
        if self.back and entry[_SUBJECT] == "clock_acceptance":
            self.noted += [Fault("time-accepted", fault.seq, expected=fault.expected, found=fault.found) for fault in self.back]
            self.back.clear()
        self._before = at
