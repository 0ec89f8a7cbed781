"""What a heading means beside the other headings of its table, and by how many rows have anything under it."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.by_heading.meant import GUESSED, PASSED, Meant
from officecli.files.ledger.columns.by_heading.on_the_way import OF_ITS_LIFE
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.columns.fitting.day_columns import is_on_the_way
from officecli.files.ledger.columns.fitting.ruling import ORDERS, SETTLES, ruled
from officecli.patterns import pattern

_GOES_OUT = pattern(
    r"(?:date )?(?:issued|published|released|recorded|received|delivered|passed|adopted|registered|credited|lodged|posted)(?: on| date)?",
    re.IGNORECASE,
)
"""What is sent out into the world, once it is done."""

_HAS_BEEN = pattern(r"实际|真实")
_OVER = pattern(r"实际|真实|销|归档|关闭|结案|闭环|验收")
"""Of a day's heading: it has been, whatever stands under it."""

_ENDED_PLAINLY = pattern(r"\b(?:actual|closed|was|has been)\b", re.IGNORECASE)

_SENT = pattern(r"发布|发文|刊发|印发|签发|发出|发送")
"""What was made is given out on it: 发布日期."""

_ENDED_HERE = 46
"""How strongly a day is taken for that of the end, which its heading does not name."""


def beside_others(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings of a heading as the other columns, and the rows that have anything under it, order them."""
    return ruled(column, found, _RULES)


def _told_of(column: Column, found: list[Meant]) -> list[Meant] | None:
    """A column that tells of another one is a remark on it."""
    return [Meant("remarks", GUESSED)] if found and not column.is_given(found[0].key) and column.is_told_of() else None


def _end_to_come(column: Column, found: list[Meant]) -> list[Meant] | None:
    """办结时间, still to come: by when."""
    return [Meant("due", found[0].strength)] if _keys(found) == {"due", "closed"} and _to_come(column) else None


def _raised_on(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The day on which what the table lists was raised."""
    return [Meant("issued", found[0].strength if found else GUESSED)] if column.raised_on else None


def _end_of_some(column: Column, found: list[Meant]) -> list[Meant] | None:
    """办结时间, in the rows that are done alone, or never after the deadline: when it was over."""
    if _keys(found) != {"due", "closed"} or (column.mostly_filled and not (column.cells.past == 1 and column.is_over_before_due())):
        return None
    closed_first = sorted(found, key=lambda meant: meant.key != "closed")
    found = [Meant(meant.key, closed_first[0].strength - at, meant.later) for at, meant in enumerate(closed_first)]
    return found[:1] if column.cells.past >= NEARLY_ALL else found  # beside 验收时间: of what is open it says nothing


def _day_of_ticks(column: Column, _found: list[Meant]) -> list[Meant] | None:
    """Date, behind a column of ticks, in some rows: when they were ticked."""
    return [Meant("closed", _ENDED_HERE)] if normal(column.text) == "date" and not column.mostly_filled and column.behind_ticks() else None


def _given_out(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Issued, of a permit that was applied for: what came of the matter."""
    if not found or found[0].key != "issued" or not column.cells.filled:
        return None
    sent = _SENT.search(column.text) is not None and column.behind_deadline() and not column.in_every_row
    out = sent or column.was_done_as_asked() or (not column.mostly_filled and _goes_out(column))
    return [Meant("closed", _ENDED_HERE)] if out else None


def _promised(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Committed on: a day that is still to come."""
    guessed = found and all(meant.strength == GUESSED and meant.key in PASSED for meant in found)
    return [Meant("due", GUESSED + 1)] if guessed and column.cells.ahead else None


def _to_be_complete(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Construction complete, of days to come: by when."""
    planned = [meant.key for meant in found] == ["status", "closed"] and column.cells.ahead >= NEARLY_ALL
    return [Meant("due", found[0].strength)] if planned and not _ENDED_PLAINLY.search(column.text) and _to_come(column) else None


def _planned(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Begin, Complete: of a plan."""
    if not found or found[0].key not in ("closed", "submitted") or _ENDED_PLAINLY.search(column.text):
        return None
    may_be = not found[0].plain or column.cells.ahead >= NEARLY_ALL
    return [Meant("due", found[0].strength)] if may_be and _to_come(column) else None


def _begun_behind(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The day of an end that is followed by the deadline of the matter: it is where the matter began."""
    ended = found and found[0].key == "closed" and not found[0].plain and column.ended_behind_deadline()
    return [Meant("issued", found[0].strength)] if ended else None


def _began_or_ended(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Sent, Filed: the day on which it began where nearly every row has one, it stands
    before the deadline and no other heading says when it did, else that on which it ended.
    """
    keys = {meant.key for meant in found if not meant.plain}
    if keys != {"closed", "issued"} and not (keys == {"closed", "issued", "status"} and column.cells.days >= MOSTLY):
        return None
    if OF_ITS_LIFE.fullmatch(column.text.strip()) and column.in_every_row and column.most_are_still_due():
        return [meant for meant in found if meant.plain]  # Purchased, beside Renew before
    behind = column.behind_deadline()
    first = "closed" if behind or not column.mostly_filled or column.begun_elsewhere() else "issued"
    loose = sorted((meant for meant in found if not meant.plain), key=lambda meant: meant.key != first)
    if behind:  # Feedback returned, behind the deadline: no beginning
        loose = [meant for meant in loose if meant.key == "closed" or (meant.strength != GUESSED and column.mostly_filled)]
    elif first == "issued" and column.in_every_row and column.deadline_behind() and column.most_are_still_due():
        loose = [meant for meant in loose if meant.key != "closed"] or loose  # Published, beside Opened in some rows: not all of it is over
    # an application: each was submitted
    plain = [meant for meant in found if meant.plain and not (meant.key == "submitted" and first == "issued")]
    return plain + [Meant(meant.key, loose[0].strength - at) for at, meant in enumerate(loose)]


_RULES = (
    (_told_of, SETTLES),
    (_end_to_come, SETTLES),
    (_raised_on, SETTLES),
    (_end_of_some, ORDERS),
    (_day_of_ticks, SETTLES),
    (_given_out, ORDERS),
    (_promised, ORDERS),
    (_to_be_complete, SETTLES),
    (_planned, ORDERS),
    (_begun_behind, SETTLES),
    (_began_or_ended, ORDERS),
)


def _keys(found: list[Meant]) -> set[str]:
    return {meant.key for meant in found}


def _goes_out(column: Column) -> bool:
    """Whether what was issued in some rows alone is what came of the matter: another heading says when it began, or this one stands behind its deadline."""
    return (
        column.begun_elsewhere()
        or column.was_to_be_done(is_on_the_way)
        or (_GOES_OUT.fullmatch(column.text) is not None and column.behind_deadline())
    )


def _to_come(column: Column) -> bool:
    """Whether days that may be those of an end are still to come in nearly every row, and no other heading is the deadline's."""
    over = _HAS_BEEN if column.cells.ahead >= NEARLY_ALL else _OVER  # 验收日: 12月4日, in every row
    ahead = column.cells.ahead > SELDOM and column.mostly_filled and not over.search(column.text)
    return ahead and not column.named_elsewhere("due", "original_due")
