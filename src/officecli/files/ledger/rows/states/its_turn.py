"""The end of the turn of a thing that comes round: 6月24日已检，合格, beside 上次检定 and 下次到期."""

from __future__ import annotations

import re
from functools import lru_cache

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.han.ends_of_kinds import ended_as_its_kind
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_LAST_TURN = pattern(r"(?:最近|上|前)一?[次回](?:的)?(?P<deed>年[检审]|检[定验测]|校准|标定)(?:的)?(?:时间|日期|日)?")
_WHOLE_DAY = pattern(r"(?:(?P<year>20\d\d)\D)?(?P<month>\d{1,2})\D(?P<day>\d{1,2})")
_THE_TURN_BEFORE = pattern(r"[上前]一?[次回]|去年|上年|往年")


def had_its_turn(cells: RowCells, text: str) -> Stated | None:
    """That a thing was looked at as it had to be again, by a note with a day behind that of the turn before; what has no day may be of that one."""
    place, deed = _last_turn(tuple(cells.headings))
    if not deed or not DAY.search(text) or _THE_TURN_BEFORE.search(text):
        return None
    told, before = _WHOLE_DAY.search(text), _WHOLE_DAY.search(cell_text(cells.at(place)))
    if told is None or (before and _is_of_before(told, before)):
        return None
    return ended_as_its_kind(text, f"{deed}{cells.line('title')}")


def _is_of_before(told: re.Match[str], before: re.Match[str]) -> bool:
    """Whether a day that is told may be that of the turn before, or one still earlier."""
    first, second = ([int(one["month"]), int(one["day"])] for one in (told, before))
    if told["year"] and before["year"]:
        return [int(told["year"]), *first] <= [int(before["year"]), *second]
    return first == second


@lru_cache(maxsize=64)
def _last_turn(headings: tuple[str, ...]) -> tuple[int, str]:
    """The place of the heading that says when a thing was last looked at, and what it says was done then; "" where none does."""
    found = ((place, _LAST_TURN.fullmatch(heading.strip())) for place, heading in enumerate(headings))
    return next(((place, one["deed"]) for place, one in found if one), (-1, ""))
