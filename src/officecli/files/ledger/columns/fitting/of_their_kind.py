"""What a heading means by the kind of its cells: of its meanings those that they fit, and where they fit none of a loose heading's, what the cells are."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meant import DAYS, GUESSED, LOOSE, PERHAPS, Meant
from officecli.files.ledger.columns.by_heading.people_aside import stands_aside
from officecli.files.ledger.columns.by_heading.stages import HOW_FAR, PART_OF_THE_WORK
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM, WORDY
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.columns.fitting.ruling import ORDERS, SETTLES, ruled
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_LONGEST_DAY = 40
"""Characters on average of what may be said of a day; what is longer tells of the work."""

_HANDED_ON = pattern(r"(?:date )?(?:sent|given|referred|routed|forwarded|assigned|issued|passed|handed|delegated) to\b", re.IGNORECASE)


def of_their_kind(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings that the cells fit; where they fit none of a loose heading's, what the cells are."""
    return ruled(column, found, _RULES)


def _untold(column: Column, found: list[Meant]) -> list[Meant] | None:
    """进展情况 beside 完成情况: no states."""
    if found[0].key != "progress" or column.cells.states >= SELDOM:
        return None
    return [meant for meant in found if (meant.key, meant.strength) != ("status", PERHAPS)]


def _done_in_words(column: Column, found: list[Meant]) -> list[Meant] | None:
    """整改: 已换灯: what was done."""
    days = len(found) > 1 and all(meant.key in DAYS for meant in found[1:]) and not column.cells.days
    return [Meant("progress", GUESSED)] if days and _tells_no_state(column, found) else None


def _no_state(column: Column, found: list[Meant]) -> list[Meant] | None:
    """State of work: Cropped, plate cut; beside Cleared on."""
    return found[1:] if _tells_no_state(column, found) else None


def _no_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Implementation: Clerk to see to it at the annual meeting; Reply given: told by post."""
    cells = column.cells
    if cells.days or cells.filled < ENOUGH or not all(meant.key in DAYS and not meant.plain for meant in found):
        return None
    prose = cells.length > _LONGEST_DAY and column.another("due", "original_due")
    return [] if prose or (found and found[0].strength <= PERHAPS and cells.words >= WORDY) else None


def _nothing(_column: Column, found: list[Meant]) -> list[Meant] | None:
    """Nothing is left that it may mean."""
    return None if found else []


def _another_fits(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Action by: 8/1, and ASAP here and there: when, and not who."""
    if column.cells.fit(found[0].key) >= 1 - MOSTLY:
        return None
    return [meant for meant in _fits(column, found) if column.cells.fit(meant.key) >= MOSTLY] or None


def _fits_best(column: Column, found: list[Meant]) -> list[Meant] | None:
    """What it means most of all fits; 时间节点: days, and no names of milestones."""
    fits = _fits(column, found)
    return [one for one in found if one.key != "title" or one in fits] if found[0] in fits else None


def _of_a_year(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Circular 3/2026: the number of a paper, and no month."""
    return found if _looks(column, found) == "due" and found[0].key == "source" and column.cells.counted_in_year else None


def _day_of_a_stage(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Works, before Handover; 子项目: 1.排版（8.1-8.12）, beside 起止日期."""
    if _looks(column, found) != "due" or any(meant.key in DAYS for meant in found):
        return None
    return [] if column.among_stages or (found[0].key == "title" and column.another_of_days("due")) else None


def _person_aside(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Wanted by: a person, and no day."""
    return [] if _looks(column, found) == "lead" and not _fits(column, found) and stands_aside(column.text) else None


def _of_years(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Records of: 2017–2018."""
    years = found[0].key == "title" and not found[0].plain and column.cells.years >= NEARLY_ALL
    return [] if years and not _looks(column, found) and _one_says_it(column) else None


def _whatever_fits(column: Column, found: list[Meant]) -> list[Meant] | None:
    """What the cells fit, or are; where that is nothing better, its rows say what is wrong."""
    looks = _looks(column, found)
    if looks == "due" and _HANDED_ON.match(column.text) and column.cells.past >= NEARLY_ALL and column.mostly_filled:
        looks = "issued"  # Sent to counsel: a day that has been
    elif looks == "due" and column.cells.past == 1 and not column.mostly_filled and column.behind_deadline():
        looks = "closed"  # Sent to State: a day in the rows that are over
    return _fits(column, found) or ([Meant(looks, found[0].strength)] if looks else found)


_RULES = (
    (_untold, ORDERS),
    (_done_in_words, SETTLES),
    (_no_state, ORDERS),
    (_no_days, SETTLES),
    (_nothing, SETTLES),
    (_another_fits, SETTLES),
    (_fits_best, SETTLES),
    (_of_a_year, SETTLES),
    (_day_of_a_stage, SETTLES),
    (_person_aside, SETTLES),
    (_of_years, SETTLES),
    (_whatever_fits, SETTLES),
)


def _tells_no_state(column: Column, found: list[Meant]) -> bool:
    """Whether a heading that is perhaps the state's has words under it that are none, or names a part of the work."""
    cells = column.cells
    if not found or (found[0].key, found[0].strength) != ("status", PERHAPS):
        return False
    tells = cells.ended or cells.halted or any(map(_handed_in, cells.texts))
    if HOW_FAR.search(column.text) and tells and not column.stated_elsewhere():
        return False
    return cells.states < (NEARLY_ALL if column.another("closed") else MOSTLY) or PART_OF_THE_WORK.fullmatch(column.text) is not None


def _fits(column: Column, found: list[Meant]) -> list[Meant]:
    return [meant for meant in found if column.cells.fit(meant.key) > SELDOM]


def _looks(column: Column, found: list[Meant]) -> str:
    """The key that the cells look like, under a heading that says little; "" where too few of them do, or it says more."""
    return column.cells.kind if found[0].strength < LOOSE and _one_says_it(column) else ""


def _one_says_it(column: Column) -> bool:
    """Whether the cells are enough to say what they are; Sent to State: 3 June, and blank in all others."""
    return column.cells.filled >= ENOUGH or (column.cells.past == 1 and _HANDED_ON.match(column.text) is not None)


def _handed_in(text: str) -> bool:
    """Whether a cell says on which day something was handed in: Submitted 6/29."""
    said = read_state(text)
    return said is not None and said.code == "submitted" and DAY.search(said.beside) is not None
