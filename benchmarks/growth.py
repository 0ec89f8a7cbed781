"""How much longer the same takes with ten, a hundred and a thousand times as many items, and with many more people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import stores
from benchmarks.everyday import ADD
from benchmarks.promises import Promise, ratio
from benchmarks.timing import Command

LATE = 3
"""One item of three is open and late in the office that is worst off."""
FEW, MANY = 300, 10_000
"""People."""
OF_PEOPLE = 2_000
"""The items of an office of many people, and of one of few."""


def grown(program: Path, folder: Path, sizes: list[int]) -> Iterator[Promise]:
    """Everyday commands in each size but the smallest, against the smallest."""
    offices = {size: stores.office(folder, program, size) for size in sizes}
    small = sizes[0]
    for size in sizes[1:]:
        for what, most in _everyday().items():
            ours, other = (_asked(program, offices[one], what) for one in (size, small))
            yield ratio(f"`{what}`, {size:,} items", f"the same, {small:,}", ours, other, most)
    if len(sizes) > 1:
        size = sizes[-1] if sizes[-1] < 1_000_000 else sizes[-2]
        late = {one: stores.office(folder, program, one, in_hand=LATE) for one in (small, size)}
        yield ratio(
            f"`digest`, {size:,} items, a third open and late", f"the same, {small:,}", [program, "--db", late[size], "digest"],
            [program, "--db", late[small], "digest"], 2
        )  # fmt: skip


def _everyday() -> dict[str, float]:
    """What is asked every day, and how many times as long it may take."""
    reads = ("list --limit 50", "today", "upcoming", "overdue --limit 50", "show", "history", "digest --for me", "completion words -- 1 officecli ov")
    return {**dict.fromkeys(reads, 1.2), "digest": 2, "add": 1.2, "note": 1.2, "undo": 1.2}


def _asked(program: Path, store: Path, what: str) -> Command:
    base: tuple[str | Path, ...] = (program, "--db", store)
    if what == "undo":
        return ("sh", "-c", f'"$0" --db "$1" note {stores.in_hand(store)} x; "$0" --db "$1" undo', program, store)
    words = {
        "show": ("show", stores.in_hand(store)),
        "history": ("history", stores.in_hand(store)),
        "add": ADD,
        "note": ("note", stores.in_hand(store), "under way"),
    }
    if what == "digest --for me":
        return (*base, "digest", "--for", "Clerk 1")
    return (*base, *words.get(what, tuple(what.split())))


def peopled(program: Path, folder: Path) -> Iterator[Promise]:
    """Reports about everybody, with few people and with many: no more times as long than there are times as many."""
    few, many = (stores.office(folder, program, OF_PEOPLE, people=people) for people in (FEW, MANY))
    for report in ("load", "suggest-lead", "accountability"):
        ours, other = _of(program, many, report), _of(program, few, report)
        yield ratio(f"`{report}`, {MANY:,} people", f"the same, {FEW}", ours, other, MANY / FEW, memory=150)


def _of(program: Path, store: Path, report: str) -> Command:
    return (program, "--db", store, report, *((stores.in_hand(store),) if report == "suggest-lead" else ()))
