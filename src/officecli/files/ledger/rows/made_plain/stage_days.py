"""Days under stages, with ticks where they are passed: in the cell (✓ 5/8/26), alone in the place of the day, or in a column right of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY
from officecli.files.ledger.columns.side_by_side import stretched
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.marks import by_mark, is_tick
from officecli.files.ledger.words.plain import DAY_WORD
from officecli.files.ledger.words.states import read_state
from officecli.hints import NamedTuple
from officecli.patterns import pattern

TICK = "✓"
_DAY = pattern(rf"{DAY_WORD}|(?<!\d)\d{{1,2}}月(?:[底末初]|[上中下]旬)?", re.IGNORECASE)
_BESIDE = " ()（）[]【】,，:：;；-–—\n"
"""What may stand between a day and the mark beside it."""
_LONGEST = 40  # characters of a day and what says that it is passed
_LONGEST_TICK = 12
_OF_TICKS = frozenset({"status", "closed"})


class StageDay(NamedTuple):
    """A day as a cell has it, without the mark beside it, and whether that is a tick; of a tick alone that is all."""

    cell: Cell
    ticked: bool

    @property
    def is_known(self) -> bool:
        """Whether there is a day, and not the tick alone."""
        return self.cell != TICK


Days = Sequence[StageDay | None]
"""What each row has under one heading; None for what is neither a day nor a tick."""


def days_under(rows: Iterable[SheetRow], place: int) -> list[StageDay | None]:
    """The days of a column, be they marked as passed or as still to come."""
    return [_day_of(row.cells[place]) if place < len(row.cells) else None for row in rows]


def ticks_beside(above: Sequence[str], texts: Sequence[str], days: Mapping[int, Days]) -> dict[int, str]:
    """The place of each column of days with one of ticks right of it, all of these under one heading → the title of
    its stage: what stands over both, where the days are all headed alike.
    """
    of_ticks: dict[str, list[int]] = {}
    for place, heading in enumerate(texts):
        if place and first_key(heading) in _OF_TICKS and not any(day and day.is_known for day in days.get(place, ())):
            of_ticks.setdefault(normal(heading) or heading, []).append(place)
    for places in of_ticks.values():
        of_days = [place - 1 for place in places]
        if len(places) < ENOUGH or not any(place in days for place in places):
            continue
        if not all(any(day and day.is_known and not day.ticked for day in days.get(place, ())) for place in of_days):
            continue
        over = [title for title, _low in stretched(above, texts)]
        titles = {place: texts[place] for place in of_days}
        if len({*titles.values()}) < len(titles):
            titles = {place: over[place] for place in of_days}
        elif any(first_key(title) in DEADLINES for title in titles.values()):
            continue  # 整改时限 and 复查时限, each with whether it was done
        if all(titles.values()) and len({*titles.values()}) == len(titles):
            return titles
    return {}


def with_ticks(days: Days, ticks: Days) -> list[StageDay | None]:
    """Days, with the ticks beside them."""
    return [(day._replace(ticked=True) if day else tick) if tick and tick.ticked else day for day, tick in zip(days, ticks, strict=True)]


def are_mostly_days(days: Days, filled: int) -> bool:
    """Whether most of what stands in a column are days and ticks."""
    return sum(day is not None for day in days) >= MOSTLY * filled


def _day_of(cell: Cell) -> StageDay | None:
    if isinstance(cell, str):
        return _day_in(cell) if len(cell) <= _LONGEST else None
    return StageDay(cell, ticked=False) if isinstance(cell, date) else None


@lru_cache(maxsize=2048)
def _day_in(cell: str) -> StageDay | None:
    text = cell_text(cell)
    found = _DAY.search(text.casefold())
    if found is None:
        return StageDay(TICK, ticked=True) if 0 < len(text) <= _LONGEST_TICK and is_passed(text) else None
    beside = f"{text[: found.start()]} {text[found.end() :]}".strip(_BESIDE)
    day = text[found.start() : found.end()]
    if not beside:
        return StageDay(text if "\n" not in text else day, ticked=False)
    passed = is_passed(beside)
    return None if passed is None else StageDay(day, ticked=passed)


def is_passed(text: str) -> bool | None:
    """Whether a mark or a word says that it is passed; None where it is neither."""
    said = by_mark(text) if is_tick(text) else read_state(text)
    return None if said is None else said.code == "closed"
