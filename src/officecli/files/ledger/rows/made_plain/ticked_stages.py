"""Tables with a column for each stage, a day under each, and a tick beside the days of those that are passed.

| Policy         | Lead | Draft    | Legal review | Adoption |
| Room use       | Ana  | ✓ 5/8/26 | 7/10/26      | 7/20/26  |
| Loans          | Ben  | ✓ 3/6/26 | ✓ 3/27/26    | ✓ 4/3/26 |

Where the last stage has a day and no tick, that is the deadline, and nothing is over; where it is ticked, the matter ended on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.meaning import first_key, is_later, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import GUESSED
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.rows.made_plain.ticked_columns import added_below
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.marks import by_mark, is_tick
from officecli.files.ledger.words.plain import DAY_WORD
from officecli.files.ledger.words.states import read_state
from officecli.hints import NamedTuple
from officecli.i18n import _, listed
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_DAY = pattern(rf"{DAY_WORD}|(?<!\d)\d{{1,2}}月(?:[底末初]|[上中下]旬)?", re.IGNORECASE)
_FIGURE = pattern(r"\d")
_BESIDE = " ()（）[]【】,，:：;；-–—\n"
"""What may stand between a day and the mark beside it."""
_OF_A_DAY = pattern(r"(?:时间|日期|节点)$")
_CAME_ABOUT = pattern(r"实际|\bactual", re.IGNORECASE)
_DEADLINES = frozenset({"due", "original_due"})
_LONGEST = 40  # characters of a day and what says that it is passed
KEPT_UNDER = ("Stages and their days", "各环节及日期")
"""Under which heading the days of the stages are kept as a remark, in either language."""
_ENDED = ("Completed on", "办结时间")
_AT = ("Status", "状态")


_Days = Sequence["_Day | None"]
"""What each row has under one heading."""


class _Day(NamedTuple):
    """A day as a cell has it, without the mark beside it, and whether that is a tick."""

    cell: Cell
    ticked: bool


def join_stages(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Keep the days of the stages as a remark, but for the last, and return what is said of it."""
    index, texts = _headings(rows, mapping)
    below = [row for row in rows[index + 1 :] if not row.banner] if index >= 0 else []
    marked = [place for place in range(len(texts)) if any(_is_ticked(row, place) for row in below)]
    if not marked:
        return []  # most tables
    mapped = {normal(heading) for heading in mapping}
    keys = [mapping.get(text) or next((one.key for one in meanings(text)[:1] if one.strength > GUESSED), "") for text in texts]
    days = {place: [_day_at(row, place) for row in below] for place, text in enumerate(texts) if text and normal(text) not in mapped}
    days = {place: column for place, column in days.items() if _is_of_days(below, place, column)}
    stages = next((places for places in _runs(days, marked, keys) if _are_stages(places, texts, keys, days)), [])
    if not stages:
        return []
    above = rows[index - 1] if index else rows[index]
    if index and not above.banner and any(_text(above, place) for place in stages):
        above.cells[:] = [None] * len(above.cells)  # what stood over the stages; the rest stands in the row of the headings now
    dated = any(day is not None and not day.ticked for day in days[stages[-1]])
    elsewhere = [place for place, key in enumerate(keys) if place not in stages and (key in _DEADLINES or (not (dated or key) and place in days))]
    return [_joined(rows[index], below, texts, keys, ({place: days[place] for place in stages}, elsewhere, dated and not elsewhere))]


def _headings(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[int, list[str]]:
    """The place of the row of headings and these; the row below, where the stages stand under one of them: 起草 and 印发, under 环节."""
    index, texts = heading_row(rows, mapping)
    added = added_below(rows, index) if index >= 0 else []
    if len(added) < ENOUGH or len({over for over, _stage in added}) > 1 or any(_FIGURE.search(stage) for _over, stage in added):
        return index, texts
    below = [_text(rows[index + 1], place) for place in range(max(len(texts), len(rows[index + 1].cells)))]
    return index + 1, [low or (texts[place] if place < len(texts) else "") for place, low in enumerate(below)]


def _runs(days: Mapping[int, _Days], marked: Sequence[int], keys: Sequence[str]) -> Iterator[list[int]]:
    """The places of columns of days side by side, from one with ticks to the last with any, or in which a day is to come behind another that is."""
    stages: list[int] = []
    for place in (*sorted(days), len(keys) + 1):
        if stages and (place != stages[-1] + 1 or not (place in marked or _is_to_come(days, stages, place))):
            yield stages
            stages = []
        if stages or (place in marked and place in days and keys[place] != "issued"):
            stages.append(place)


def _is_to_come(days: Mapping[int, _Days], stages: Sequence[int], place: int) -> bool:
    """Whether a row has a day without a tick here and under one of the stages before, so that it is no record of what came about."""
    before = zip(*(days[at] for at in stages), strict=True)
    return any(
        day is not None and not day.ticked and any(one is not None and not one.ticked for one in earlier)
        for day, earlier in zip(days[place], before, strict=True)
    )


def _are_stages(places: Sequence[int], texts: Sequence[str], keys: Sequence[str], days: Mapping[int, _Days]) -> bool:
    """Whether columns of days are of stages: in practically every row those that are passed stand before the others, and some are still to come."""
    headings = [texts[place] for place in places]
    due = [keys[place] in _DEADLINES for place in places]
    if len(places) < ENOUGH or any(is_time(text) or is_later(text) or _CAME_ABOUT.search(text) for text in headings) or any(due) > due[-1]:
        return False
    lines = [[day.ticked for day in line if day] for line in zip(*(days[place] for place in places), strict=True)]
    told = [line for line in lines if line]
    passed = sum(map(sum, told))
    in_order = sum(line == sorted(line, reverse=True) for line in told)
    return passed >= ENOUGH and any(len(line) < len(places) or not all(line) for line in lines) and in_order >= (1 - SELDOM) * len(told)


def _joined(
    head: SheetRow, rows: Sequence[SheetRow], texts: Sequence[str], keys: Sequence[str], of: tuple[Mapping[int, _Days], Sequence[int], bool]
) -> str:
    """Write the days of the stages into one column, and that of the last as the end, or as the deadline, if it is; what is said of it."""
    stages, elsewhere, is_due = of
    first, *_others, last = stages
    in_han = has_han("".join(texts[place] for place in stages))
    kept = [place for place in stages if place != last or not is_due]
    end = _place_of_end(keys, elsewhere, [*stages])
    headings: list[Cell] = [None if place in stages else text for place, text in enumerate(texts)]
    headings[first] = KEPT_UNDER[in_han]
    headings += [_ENDED[in_han]] if end == len(texts) else []
    if is_due:
        headings[last] = _deadline(texts[last])
    for place in _stage_it_is_at(rows, texts, keys, stages):
        headings[place] = _AT[in_han]
    for at, row in enumerate(rows):
        row.cells.extend([None] * (len(headings) - len(row.cells)))
        if _text(row, first) == texts[first]:  # the headings again, on another page
            row.cells[:] = headings
            continue
        told = [f"{texts[place]}{'' if in_han else ' '}{text}" for place in kept if not is_nothing(text := _text(row, place))]
        day = stages[last][at]
        if day and day.ticked and end is not None and is_nothing(_text(row, end)):
            row.cells[end] = day.cell
        due = row.cells[last] if day is None else None if day.ticked else day.cell
        for place in stages:
            row.cells[place] = None
        row.cells[last] = due if is_due else None
        row.cells[first] = ("；" if in_han else "; ").join(told) or None
    head.cells[:] = headings
    named = listed([texts[place] for place in stages])
    if not is_due:
        return _("The days of the stages {headings} are kept as a remark.").format(headings=named)
    what = _("Of the stages {headings} the last says by when the matter is to be over, and with a tick when it was; the others are kept as a remark.")
    return what.format(headings=named)


def _place_of_end(keys: Sequence[str], deadlines: Sequence[int], stages: Sequence[int]) -> int | None:
    """Where the day of a ticked last stage goes; None where it need not be the end: the deadline stands behind it, or something else says how far it is."""
    ends = [place for place, key in enumerate(keys) if key == "closed" and place not in stages]
    if deadlines and (ends or "status" in keys or max(deadlines) > stages[-1]):
        return None
    return ends[0] if ends else len(keys)


def _stage_it_is_at(rows: Sequence[SheetRow], texts: Sequence[str], keys: Sequence[str], stages: Mapping[int, _Days]) -> list[int]:
    """The place of the one column, if there is one and none of states, that names the stages themselves: it tells how far each matter is."""
    named = {normal(texts[place]) for place in stages}
    found = []
    for place, key in enumerate(keys):
        told = [normal(text) for row in rows if not is_nothing(text := _text(row, place))] if place not in stages and not key else []
        if sum(text in named for text in told) >= max(ENOUGH, len(told) / 2):
            found.append(place)
    return found if len(found) == 1 and "status" not in keys else []


def _deadline(heading: str) -> str:
    """The heading of the last stage as that of a deadline: Adoption deadline, 印发时限."""
    if first_key(heading) in _DEADLINES:
        return heading
    return f"{_OF_A_DAY.sub('', heading)}时限" if has_han(heading) else f"{heading} deadline"


def _is_of_days(rows: Sequence[SheetRow], place: int, days: _Days) -> bool:
    """Whether most of what stands in a column are days."""
    filled = sum(not is_nothing(_text(row, place)) for row in rows)
    return filled > 0 and sum(day is not None for day in days) >= MOSTLY * filled


def _is_ticked(row: SheetRow, place: int) -> bool:
    """Whether a cell is a day and a tick; nearly all are neither."""
    day = _day_at(row, place)
    return day is not None and day.ticked


def _day_at(row: SheetRow, place: int) -> _Day | None:
    """The day that a cell is, be it marked as passed or as still to come; None where it says anything else."""
    cell = row.cells[place] if place < len(row.cells) else None
    if isinstance(cell, str):
        return _day_in(cell_text(cell))
    return _Day(cell, ticked=False) if isinstance(cell, date) else None


@lru_cache(maxsize=1024)
def _day_in(text: str) -> _Day | None:
    found = _DAY.search(text.casefold()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    day = text[found.start() : found.end()]
    beside = f"{text[: found.start()]} {text[found.end() :]}".strip(_BESIDE)
    if not beside:
        return _Day(text if "\n" not in text else day, ticked=False)
    mark = by_mark(beside) if is_tick(beside) else read_state(beside)
    return _Day(day, ticked=mark.code == "closed") if mark else None


def _text(row: SheetRow, place: int) -> str:
    return joined_lines(cell_text(row.cells[place])).strip() if place < len(row.cells) else ""
