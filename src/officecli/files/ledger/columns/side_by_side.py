"""Two tables under one row of headings: what was done last month, and beside it what is planned for
this one, each with matters of its own; or a short list of another kind, behind an empty column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

_SEVERAL = 2
_OF_A_TABLE = 3  # headings

_LEDGERS = frozenset({"lead", "unit", "due"})
"""What a table says of its matters that is read as a ledger."""
_OF_A_TIME = pattern(
    rf"[上本当这下][个一]?[周月旬期]|[上本下][个一]?季度|第?\d{{1,2}}周|\d{{1,2}}月|[一二三四]季度|[上下]半年"
    rf"|\b(?:last|previous|past|this|current|next|coming) (?:week|month|quarter|period)|\b(?:{MONTH_NAME})\b",
    re.IGNORECASE,
)
_DONE = pattern(r"(?!.*计划)(?:.*(?:总结|小结|完成|落实))")
_GONE = pattern(r"上[一个]*[周月旬期季]|\b(?:last|previous|past)\b", re.IGNORECASE)
_PLANNED = pattern(r".*(?:计划|安排|打算)$")

_PLAN = pattern(r"(?:工作|任务|推进)(?:计划|安排|打算)")
"""A heading under which stands what is planned: the matters of a month."""


def beside(above: Sequence[str], below: Sequence[str]) -> dict[int, str]:
    """The places of the columns of a table that stands beside the one that is read → the
    title over them; of two the one that names who leads and by when is read, else the last.
    """
    groups = {title: places for title, places in _groups(above, below).items() if any(_may_be_matter(below[place]) for place in places)}
    if len(groups) < _SEVERAL or not _of_several_times([*groups]) or _matter_before(above, below, min(map(min, groups.values()))):
        return {}
    read = max(groups, key=lambda title: (len(_LEDGERS & {first_key(below[place]) for place in groups[title]}), groups[title][0]))
    return {place: title for title in groups if title != read for place in groups[title]}


def done_before(above: Sequence[str], below: Sequence[str]) -> set[int]:
    """The places of those beside the one that is read which tell of a time that is gone, of what was done, or not by when it is to be."""
    left = beside(above, below)
    dated = {title for place, title in left.items() if first_key(below[place]) == "due"}
    return {place for place, title in left.items() if title not in dated or _DONE.match(title) or _GONE.search(title)}


def behind_a_gap(above: Sequence[Sequence[str]], texts: Sequence[str], rows: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The places of the columns of a short list behind an empty column, counted or titled by itself, that is over long before the ledger is → its title."""
    for gap in range(_OF_A_TABLE, len(texts) - _OF_A_TABLE):
        behind = [place for place in range(gap + 1, len(texts)) if texts[place]]
        if texts[gap] or len(behind) < _OF_A_TABLE or sum(map(bool, texts[:gap])) < _OF_A_TABLE or any(cell_text(cells[gap]) for cells in rows):
            continue
        told = [at for at, cells in enumerate(rows) if any(cell_text(cells[place]) for place in behind)]
        title = next((line[behind[0]] for line in reversed(above) if len(line) > behind[0] and line[behind[0]]), "")
        counted = any(first_key(texts[place]) in ("sequence", "number") for place in behind)
        if told == [*range(len(told))] and 2 * len(told) <= len(rows) and (title or counted):
            return dict.fromkeys(behind, title or texts[behind[0]])
    return {}


def _may_be_matter(heading: str) -> bool:
    return first_key(heading) == "title" or _PLAN.fullmatch(heading) is not None


def _matter_before(above: Sequence[str], below: Sequence[str], first: int) -> bool:
    """Whether the matter stands before these tables, which then tell of it month by month."""
    return any(first_key(text) == "title" for text in (*above[:first], *below[:first]))


def _of_several_times(titles: Sequence[str]) -> bool:
    """Whether each title is of a time of its own, or one of what was done and the other of what is planned."""
    return all(map(_OF_A_TIME.search, titles)) or (any(map(_DONE.match, titles)) and any(map(_PLANNED.match, titles)))


def stretched(above: Sequence[str], below: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each heading of the lower row with what stands above it: a merged one stands over the first of its columns, and is over the rest as well."""
    title = ""
    for place, low in enumerate(below):
        up = above[place] if place < len(above) else ""
        title = up if up or not low else title
        yield title, low


def _groups(above: Sequence[str], below: Sequence[str]) -> dict[str, list[int]]:
    """The titles that stand over several headings each, with the places of these."""
    found: dict[str, list[int]] = {}
    for place, (title, low) in enumerate(stretched(above, below)):
        if title and low and normal(title) != normal(low):
            found.setdefault(title, []).append(place)
    return {title: places for title, places in found.items() if len(places) > 1}
