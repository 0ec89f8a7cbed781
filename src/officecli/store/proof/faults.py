"""What `verify` finds: plain data, put into words by whoever shows it."""

from __future__ import annotations

from typing import Any

from officecli.light import dataclass


@dataclass(frozen=True)
class Fault:
    """One place where the store is not what its trail says.

    `kind` is a code; `seq` an entry of the trail; `table`, `row` and `field` a place in the tables; `expected` and `found` what ought to stand there
    and what does.
    """

    kind: str
    seq: int | None = None
    table: str = ""
    row: Any = None
    field: str = ""
    expected: Any = None
    found: Any = None


@dataclass(frozen=True)
class Verdict:
    """How many entries there are, the head as it is printed, every fault, and what is no fault but to be known: where a registrar accepted the time."""

    entries: int
    head: str
    faults: tuple[Fault, ...]
    noted: tuple[Fault, ...] = ()
