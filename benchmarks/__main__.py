"""Measure every promise, print the tables and write docs/benchmarks.md: `python -m benchmarks [--million] [--only WORD] [--no-page]`.

`--million` adds the office of a million items, which takes some three minutes of processor
time to make, once; `--only` measures the chapters whose names have the word in them, and leaves the others of the page as they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import everyday, growth, peers, stores, whole
from benchmarks.promises import Promise, page

PROGRAM = Path(sys.executable).with_name("officecli")
ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "build" / "bench"
REPORT = ROOT / "docs" / "benchmarks.md"
SIZES = [1_000, 10_000, 100_000]
MILLION = 1_000_000


def chapters(folder: Path, sizes: list[int]) -> dict[str, Callable[[], Iterable[Promise]]]:
    """The chapters by name; nothing is made or measured before it is asked for."""
    installed = peers.install(folder)
    small, middle, large = sizes[0], sizes[min(1, len(sizes) - 1)], sizes[-1]

    def office(size: int) -> Path:
        return stores.office(folder, PROGRAM, size)

    def beside() -> Iterable[Promise]:
        for size in sizes[:2]:
            yield from everyday.beside(PROGRAM, office(size), peers.peers(folder, installed, size), size)

    def of_everything() -> Iterable[Promise]:
        store = office(large)
        yield from whole.reports(PROGRAM, installed["sqlite3"], store, large)
        yield from whole.checked(PROGRAM, store, large)
        yield from whole.proved(PROGRAM, office(large), large)

    return {
        "Looking": lambda: everyday.reads(PROGRAM, office(small)),
        "Writing": lambda: everyday.writes(PROGRAM, office(small)),
        "Beside what people use instead": beside,
        "Growth with the items": lambda: growth.grown(PROGRAM, folder, sizes),
        "Growth with the people": lambda: growth.peopled(PROGRAM, folder),
        "The whole store": of_everything,
        "In and out": lambda: [
            *whole.imported(PROGRAM, folder),
            *whole.files(PROGRAM, office(middle), middle),
            *whole.generated(PROGRAM, folder),
        ],
    }


def main() -> int:
    """Print the page as it grows, and write it; 1 when a promise is not kept that is not known for it (`benchmarks.known`)."""
    given = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0] if __doc__ else "")
    given.add_argument("--million", action="store_true", help="measure with a million items too")
    given.add_argument("--only", default="", metavar="WORD", help="only the chapters with this word in their names")
    given.add_argument("--sizes", default="", metavar="N,N", help="other numbers of items; the page is not written")
    given.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    asked = given.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")] if asked.sizes else [*SIZES, *([MILLION] if asked.million else [])]
    FOLDER.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[Promise]] = {}
    for name, measure in chapters(FOLDER, sizes).items():
        if asked.only.lower() not in name.lower():
            continue
        print(f"\n## {name}\n", flush=True)
        for one in measure():
            found.setdefault(name, []).append(one)
            print(one.line(), flush=True)
    if not (asked.no_page or asked.sizes):
        REPORT.write_text(page(found, REPORT.read_text(encoding="utf-8") if asked.only else ""), encoding="utf-8")
        print(f"\nWritten: {REPORT.relative_to(ROOT)}")
    promises = [one for chapter in found.values() for one in chapter]
    broken = [one for one in promises if one.kept is False]
    print(f"\n{len(promises)} measured, not kept: {len(broken)}" + "".join(f"\n  {one.what}{', known' if one.known else ''}" for one in broken))
    for one in promises:
        if one.kept and one.known:
            print(f"  kept, though it is known not to be (benchmarks/known.py): {one.what}")
    return 1 if any(not one.known for one in broken) else 0


if __name__ == "__main__":
    sys.exit(main())
