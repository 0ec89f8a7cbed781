"""Tables with a column for each stage, a day under each, and a tick beside the days of those that are passed.

| Policy         | Lead | Draft    | Legal review | Adoption |
| Room use       | Ana  | ✓ 5/8/26 | 7/10/26      | 7/20/26  |
| Loans          | Ben  | ✓ 3/6/26 | ✓ 3/27/26    | ✓ 4/3/26 |

The tick may as well stand in a column of its own right of the day, or alone, in the place of the day.
Where the last stage has a day and no tick, that is the deadline, and nothing is over; where it is ticked, the matter ended on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, is_later, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, GUESSED
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.contents import ENOUGH, SAMPLE, SELDOM
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.rows.made_plain.stage_days import TICK, Days, are_mostly_days, days_under, ticks_beside, with_ticks
from officecli.files.ledger.rows.made_plain.ticked_columns import added_below
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.hints import NamedTuple
from officecli.i18n import _, listed
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_FIGURE = pattern(r"\d")
_OF_A_DAY = pattern(r"(?:时间|日期|节点)$")
_CAME_ABOUT = pattern(r"实际|\bactual")
KEPT_UNDER = ("Stages and their days", "各环节及日期")
"""Under which heading the days of the stages are kept as a remark, in either language."""
_ENDED = ("Completed on", "办结时间")
_AT = ("Status", "状态")


class _Table(NamedTuple):
    """The row of headings, those below it, the headings with what they mean, and the columns of days; which of these
    have ticks `alone`, and in which columns beside days stand their `ticks`.
    """

    head: SheetRow
    rows: Sequence[SheetRow]
    texts: Sequence[str]
    keys: Sequence[str]
    days: Mapping[int, Days]
    alone: frozenset[int]
    ticks: frozenset[int]


def join_stages(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Keep the days of the stages as a remark, but for the last, and return what is said of it."""
    index, texts = _headings(rows, mapping)
    below = [row for row in rows[index + 1 :] if not row.banner] if index >= 0 else []
    if not _may_be_stages([days_under(below[:SAMPLE], place) for place in range(len(texts))]):
        return []  # most tables
    above = rows[index - 1] if index and not rows[index - 1].banner else None
    table = _table(rows[index], below, texts, mapping, [above.line_at(place) for place in range(len(above.cells))] if above else [])
    stages = next((places for run in _runs(table) if _are_stages(places := _with_those_passed(run, table), table)), [])
    if not stages:
        return []
    if above and any(above.line_at(place) for place in stages):
        above.cells[:] = [None] * len(above.cells)  # what stood over the stages; the rest stands in the row of the headings now
    return [_joined(table, stages)]


def _may_be_stages(columns: Sequence[Days]) -> bool:
    """Whether ticks stand among the days of one of these columns, or right of one; those of a column of states alone say nothing."""
    dated, was_dated = False, False
    for column in columns:
        dated, was_dated = any(day and day.is_known for day in column), dated
        if (dated or was_dated) and any(day and day.ticked for day in column):
            return True
    return False


def _table(head: SheetRow, rows: Sequence[SheetRow], texts: Sequence[str], mapping: Mapping[str, str], above: Sequence[str]) -> _Table:
    """A table with its columns of days, without those under headings whose meaning was said."""
    mapped = {normal(heading) for heading in mapping}
    days = {place: found for place, text in enumerate(texts) if normal(text) not in mapped and any(found := days_under(rows, place))}
    titles = ticks_beside(above, texts, days)
    for place in titles:
        days[place] = with_ticks(days[place], days.get(place + 1, [None] * len(rows)))
    ticks = frozenset(place + 1 for place in titles)
    texts = [titles.get(place, "" if place in ticks else text) for place, text in enumerate(texts)]
    keys = [mapping.get(text) or next((one.key for one in meanings(text)[:1] if one.strength > GUESSED), "") for text in texts]
    filled = {place: sum(not is_nothing(row.line_at(place)) for row in rows) for place in days}
    of_days = {place: found for place, found in days.items() if texts[place] and are_mostly_days(found, filled[place])}
    alone = frozenset(place for place, found in of_days.items() if not any(day and day.is_known for day in found))
    return _Table(head, rows, texts, keys, of_days, alone, ticks)


def _headings(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[int, list[str]]:
    """The place of the row of headings and these; the row below, where the stages stand under one of them: 起草 and 印发, under 环节."""
    index, texts = heading_row(rows, mapping)
    added = added_below(rows, index) if index >= 0 else []
    if len(added) < ENOUGH or len({over for over, _stage in added}) > 1 or any(_FIGURE.search(stage) for _over, stage in added):
        return index, texts
    below = [rows[index + 1].line_at(place) for place in range(max(len(texts), len(rows[index + 1].cells)))]
    return index + 1, [low or (texts[place] if place < len(texts) else "") for place, low in enumerate(below)]


def _runs(table: _Table) -> Iterator[list[int]]:
    """The places of columns of days side by side, from one with ticks to the last with any, or in which a day is to come behind another that is."""
    days, keys, ticks = table.days, table.keys, table.ticks
    of_days = sorted(place for place in days if place not in table.alone)
    marked = {place for place, column in days.items() if any(day and day.ticked for day in column)}
    stages: list[int] = []
    for place in (*of_days, len(keys) + 1):
        apart = stages and any(at not in ticks for at in range(stages[-1] + 1, place))
        if stages and (apart or not (place in marked or _is_to_come(days, stages, place))):
            yield stages
            stages = []
        if stages or (place in marked and (keys[place] != "issued" or place + 1 in ticks)):
            stages.append(place)


def _with_those_passed(stages: list[int], table: _Table) -> list[int]:
    """Stages with those before them that have nothing but ticks, where a tick stands in the place of a day under others."""
    is_deadline = len(stages) == 1 and table.keys[stages[0]] in DEADLINES  # which may be said to be over by itself
    if not is_deadline and any(day and not day.is_known for place in stages for day in table.days[place]):
        while (before := stages[0] - 1) in table.alone and not table.keys[before]:
            stages = [before, *stages]
    return stages


def _is_to_come(days: Mapping[int, Days], stages: Sequence[int], place: int) -> bool:
    """Whether a row has a day without a tick here and under one of the stages before, so that it is no record of what came about."""
    before = zip(*(days[at] for at in stages), strict=True)
    return any(
        day is not None and not day.ticked and any(one is not None and not one.ticked for one in earlier)
        for day, earlier in zip(days.get(place, ()), before, strict=False)
    )


def _are_stages(places: Sequence[int], table: _Table) -> bool:
    """Whether columns of days are of stages: in practically every row those that are passed stand before the others, and some are still to come."""
    headings = [table.texts[place] for place in places]
    due = [table.keys[place] in DEADLINES for place in places]
    if len(places) < ENOUGH or any(is_later(text) or _CAME_ABOUT.search(text.casefold()) for text in headings) or any(due) > due[-1]:
        return False
    if any(map(is_time, headings)) and not _is_to_come(table.days, places[:-1], places[-1]):
        return False  # what came about in each month
    lines = [[day.ticked for day in line if day] for line in zip(*(table.days[place] for place in places), strict=True)]
    told = [line for line in lines if line]
    passed = sum(map(sum, told))
    in_order = sum(line == sorted(line, reverse=True) for line in told)
    return passed >= ENOUGH and any(len(line) < len(places) or not all(line) for line in lines) and in_order >= (1 - SELDOM) * len(told)


def _joined(table: _Table, stages: Sequence[int]) -> str:
    """Write the days of the stages into one column, and that of the last as the end, or as the deadline, if it is; what is said of it."""
    texts, keys, days, last = table.texts, table.keys, table.days, stages[-1]
    in_han = has_han("".join(texts[place] for place in stages))
    dated = any(day is not None and not day.ticked for day in days[last])
    elsewhere = [
        place
        for place, key in enumerate(keys)
        if place not in stages and (key in DEADLINES or (not (dated or key) and place in days and place not in table.alone))
    ]
    is_due = dated and not elsewhere
    end = _place_of_end(keys, elsewhere, stages)
    headings: list[Cell] = [None if place in stages else text or None for place, text in enumerate(texts)]
    headings[stages[0]] = KEPT_UNDER[in_han]
    headings += [_ENDED[in_han]] if end == len(texts) else []
    if is_due:
        headings[last] = _deadline(texts[last])
    for place in _stage_it_is_at(table, stages):
        headings[place] = _AT[in_han]
    for at, row in enumerate(table.rows):
        row.cells.extend([None] * (len(headings) - len(row.cells)))
        if row.line_at(stages[0]) == table.head.line_at(stages[0]):  # the headings again, on another page
            row.cells[:] = headings
            continue
        told = ("；" if in_han else "; ").join(_told(table, stages[:-1] if is_due else stages, at))
        day = days[last][at]
        if day and day.ticked and end is not None and is_nothing(row.line_at(end)):
            row.cells[end] = TICK if last + 1 in table.ticks else day.cell  # beside a tick the day stays that by which it was to be passed
        due = row.cells[last] if day is None or last + 1 in table.ticks else None if day.ticked else day.cell
        for place in (*stages, *table.ticks):
            row.cells[place] = None
        row.cells[last] = due if is_due else None
        row.cells[stages[0]] = told or None
    table.head.cells[:] = headings
    named = listed([texts[place] for place in stages])
    if not is_due:
        return _("The days of the stages {headings} are kept as a remark.").format(headings=named)
    what = _("Of the stages {headings} the last says by when the matter is to be over, and with a tick when it was; the others are kept as a remark.")
    return what.format(headings=named)


def _told(table: _Table, stages: Sequence[int], at: int) -> Iterator[str]:
    """What a row says of each stage, with the tick that stands beside it."""
    for place in stages:
        day, text, heading = table.days[place][at], table.rows[at].line_at(place), table.texts[place]
        if day and day.ticked and place + 1 in table.ticks:
            text = f"{TICK} {text}".strip()
        if not is_nothing(text):
            yield f"{heading}{'' if has_han(heading) else ' '}{text}"


def _place_of_end(keys: Sequence[str], deadlines: Sequence[int], stages: Sequence[int]) -> int | None:
    """Where the day of a ticked last stage goes; None where it need not be the end: the deadline stands behind it, or something else says how far it is."""
    ends = [place for place, key in enumerate(keys) if key == "closed" and place not in stages]
    if deadlines and (ends or "status" in keys or max(deadlines) > stages[-1]):
        return None
    return ends[0] if ends else len(keys)


def _stage_it_is_at(table: _Table, stages: Sequence[int]) -> list[int]:
    """The place of the one column, if there is one and none of states, that names the stages themselves: it tells how far each matter is."""
    named = {normal(table.texts[place]) for place in stages}
    found = []
    for place, key in enumerate(table.keys):
        told = [normal(text) for row in table.rows if not is_nothing(text := row.line_at(place))] if place not in stages and not key else []
        if sum(text in named for text in told) >= max(ENOUGH, len(told) / 2):
            found.append(place)
    return found if len(found) == 1 and "status" not in table.keys else []


def _deadline(heading: str) -> str:
    """The heading of the last stage as that of a deadline: Adoption deadline, 印发时限."""
    if first_key(heading) in DEADLINES:
        return heading
    return f"{_OF_A_DAY.sub('', heading)}时限" if has_han(heading) else f"{heading} deadline"
