"""Finds plans with a row for each person and a column for each day, week or month, what each is to do in the boxes between."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from officecli.files.ledger.sheets.by_person.away import is_away, is_mark, may_be_done
from officecli.files.ledger.sheets.by_person.boxes import matters
from officecli.files.ledger.sheets.by_person.rosters import is_roster, tells_what_was_done
from officecli.files.ledger.sheets.by_person.times import Time, are_numbers, numbered, times
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import Shapes, SheetRow
from officecli.files.ledger.sheets.table import Table
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.text import is_nothing

FEWEST = 3
"""Times side by side, and things to be done, at least."""
MOST = 400  # rows of such a plan
HEADINGS_IN = 20  # rows from the top
PERSONS = 2
MOSTLY, _DIFFERENT = 0.6, 0.8
_LONG = 24
"""Characters of what stands before the times and is no name: a matter has more."""
_ASIDE = frozenset({"title", "sequence", "number"})
_OF_MATTERS = frozenset({"due", "original_due", "closed", "status", "title"})
_LABELLED = pattern(r"[^\s:：]{2}\s*[:：]")
_MONTH = pattern(rf"\b(?P<name>{MONTH_NAME})\b\.?(?! ?\d{{1,2}}(?!\d))|(?<!\d)(?P<month>1[0-2]|0?[1-9])月(?!\d)", re.IGNORECASE)
"""The month that stands over the bare days of one."""
_POSITION = pattern(r"(?:job )?title|position|role|post|职务|职位|岗位", re.IGNORECASE)


class Grid(NamedTuple):
    """Where a plan stands: its first row of headings and its first row of a person, the place of the names, what
    stands over each column of boxes, the places of other columns before and behind these, and all headings. Where
    people stand over the boxes, `names` are theirs, and `when` the times before the boxes, by the numbers of their rows.
    """

    head: int
    first: int
    who: int
    times: dict[int, Time]
    before: tuple[int, ...]
    behind: tuple[int, ...]
    texts: tuple[str, ...]
    names: Mapping[int, str] = MappingProxyType({})
    when: Mapping[int, Time] = MappingProxyType({})

    @property
    def columns(self) -> Mapping[int, object]:
        """The places of the boxes."""
        return self.names or self.times


def find(table: Table, shapes: Shapes) -> Grid | None:
    """Where a table is such a plan; None where it is another table, a roster, or tells what was done."""
    for at, row in enumerate(table.rows[:HEADINGS_IN] if len(table.rows) <= MOST else ()):
        above = table.rows[at - 1].cells if at and not table.rows[at - 1].banner else ()
        over = {} if row.banner else times(row.cells, above)
        if len(over) >= FEWEST and _are_side_by_side(row, over):
            lines = lines_over(table, at)
            grid = _headed(table.rows, at, over, shapes, _month(lines))
            return grid if grid and is_meant(table, grid, shapes, lines) else None
    return None


def boxes(row: SheetRow, grid: Grid) -> list[tuple[int, str]]:
    """The boxes of a row in which anything stands, with their places; of a merged one the first."""
    return [(at, text) for at in grid.columns if at not in row.inferred and not is_nothing(text := row.text_at(at))]


def signs(row: SheetRow, grid: Grid) -> bool:
    """Whether a label stands in the place of a name: 填表人：石磊, Prepared by: Ana Ruiz."""
    return _LABELLED.search(row.text_at(grid.who)) is not None


def _are_side_by_side(row: SheetRow, over: dict[int, Time]) -> bool:
    """Whether nothing else stands between times, something may before them, and each of them stands there once."""
    between = any(row.text_at(place) for place in range(min(over), max(over)) if place not in over)
    return not between and min(over) > 0 and len({time.heading for time in over.values()}) == len(over)


def _headed(rows: Sequence[SheetRow], at: int, over: dict[int, Time], shapes: Shapes, month: str) -> Grid | None:
    """The plan under the times of a row, or of it and the next; None where those before its times are no people, or more is said of matters."""
    head, at, over = (at, *lower(rows, at, over, month))
    below = [row for row in rows[at + 1 :] if not row.banner]
    wide = max(len(row.cells) for row in rows[at:])
    texts = [joined_lines(rows[at].text_at(place)) or joined_lines(rows[head].text_at(place)) for place in range(wide)]
    before = [place for place in range(min(over)) if any(row.text_at(place) for row in below)]
    behind = [place for place in range(max(over) + 1, wide) if any(row.text_at(place) for row in below)]
    named = {place: names for place in before if (names := _names(below, place, over, shapes))}
    if not named or any(shapes.key(texts[place]) in _OF_MATTERS for place in behind):
        return None
    who = max(named, key=lambda place: (shapes.key(texts[place]) == "lead", named[place], place))
    others = [place for place in before if place != who]
    if any(_tells_matters(below, place, texts[place], shapes) for place in others):
        return None
    kept = tuple(place for place in others if shapes.key(texts[place]) not in _ASIDE and texts[place])
    return Grid(head, at + 1, who, over, kept, tuple(behind), tuple(texts))


def _month(lines: Sequence[str]) -> str:
    """The one month that lines over a table name; "" for none."""
    found = {(one["name"] or one["month"]).casefold()[:3]: one["name"] or f"{one['month']}月" for line in lines for one in _MONTH.finditer(line)}
    return next(iter(found.values())) if len(found) == 1 else ""


def lower(rows: Sequence[SheetRow], at: int, over: dict[int, Time], month: str = "") -> tuple[int, dict[int, Time]]:
    """The row of the times and these, where the next row tells them more closely: 7/6 below Mon, 7月6日—10日 below 第一周."""
    below = rows[at + 1].cells if at + 1 < len(rows) else []
    if {*(under := times(below, rows[at].cells))} >= {*over}:
        return at + 1, under
    if are_numbers(below, over):
        return at + 1, {place: numbered(time, below[place], month) for place, time in over.items()}
    return at, over


def _names(rows: Sequence[SheetRow], place: int, over: dict[int, Time], shapes: Shapes) -> int:
    """How many different people or sections of the office a column names, where most of what stands in it before the boxes of a row does."""
    texts = [text for row in rows if (text := row.text_at(place)) and any(row.text_at(at) for at in over)]
    known = [text for text in texts if shapes.names(text)]
    return len({*known}) if len({*known}) >= PERSONS and len(known) >= MOSTLY * len(texts) else 0


def _tells_matters(rows: Sequence[SheetRow], place: int, heading: str, shapes: Shapes) -> bool:
    """Whether a column before the times says what is to be done itself, by its heading or its words: then the times only tell when."""
    if shapes.key(heading) in _OF_MATTERS and not _POSITION.fullmatch(heading):
        return True
    texts = {text for row in rows if (text := row.text_at(place))}
    return sum(len(text) > _LONG and not shapes.names(text) for text in texts) * 2 > len(texts) > 1


def lines_over(table: Table, at: int) -> list[str]:
    """What a table is called, and what stands over a row of it."""
    return [table.name, *table.above, *(cell_text(cell) for row in table.rows[:at] for cell in row.cells if cell)]


def is_meant(table: Table, grid: Grid, shapes: Shapes, lines: Sequence[str]) -> bool:
    """Whether a table is a plan by the `lines` over it and by what stands in its boxes: most
    are different things to be done, no shifts, hours, amounts, and nothing that was done or attended.
    """
    if any(map(is_roster, lines)):
        return False
    told = [one for row in table.rows[grid.first :] for _at, text in boxes(row, grid) for one in matters(text) if not is_away(one)]
    things = [one for one in told if not is_mark(one) and may_be_done(one) and not shapes.names(one)]
    different = {"".join(filter(str.isalpha, one.casefold())) for one in things}
    is_mostly = len(things) >= max(FEWEST, MOSTLY * len(told)) and len(different) >= _DIFFERENT * len(things)
    return is_mostly and not tells_what_was_done(things)
